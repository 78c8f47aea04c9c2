// AutomationFeature: the watched folders, and backups, in the menu. GUI thread; lives as long as the window.
#pragma once

#include "core/model/labels.h"
#include "core/model/watched_folder.h"
#include "ui/automation/restoring.h"
#include "ui/shell/feature.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace trib::ui {

class WatchedDialog;

class AutomationFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    // `quit` ends the program in order.
    AutomationFeature(Restoring restoring, std::function<void()> quit) : m_restoring(std::move(restoring)), m_quit(std::move(quit)) {}

    void install(Shell &shell) override;

    void backUpTo(const QString &file);
    void restoreFrom(const QString &file);

private:
    void addActions();
    void showWatched();
    void askBackup();
    void askRestore();
    void askWhether(const CheckedBackup &backup);
    void fail(const QString &title, const Error &error);

    Restoring m_restoring;
    std::function<void()> m_quit;
    Shell *m_shell = nullptr;
    WatchedFolders m_folders;
    Labels m_labels;
    QPointer<WatchedDialog> m_watched;
    bool m_preparing = false;
};

} // namespace trib::ui
