// AddTorrentFeature: all ways into the list: files, links, what is pasted or dropped, and sources that come from elsewhere (a command
// line, a second start). Installs its actions and its intake in the shell. GUI thread; lives as long as the window.
#pragma once

#include "ui/add_torrent/add_choices.h"
#include "ui/shell/feature.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace trib::ui {

class AddTorrentDialog;

class AddTorrentFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    AddTorrentFeature() = default;

    void install(Shell &shell) override;

    // Shows the dialog for them, or adds them straight away if the user chose that.
    void offer(const std::vector<TorrentSource> &sources);

Q_SIGNALS:
    // What was offered is in the list now, or was there already.
    void added(const trib::TorrentSource &source);

private:
    void chooseFiles();
    void askLinks();
    bool take(const QMimeData &data, bool take);
    void showDialog(const std::vector<TorrentSource> &sources);
    void addAtOnce(const TorrentSource &source);
    [[nodiscard]] AddChoices choices() const;
    void remember(AddChoices choices, bool usedFolder);
    [[nodiscard]] QString defaultFolder() const;

    Shell *m_shell = nullptr;
    settings::EngineSettings m_settings;
    Labels m_labels;
    QPointer<AddTorrentDialog> m_dialog;
};

} // namespace trib::ui
