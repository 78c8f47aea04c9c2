// Feature: a folder of ui that installs itself: its page, actions, status-bar places and what it takes by drop or paste.
// Shell: what the window offers it. GUI thread. The window owns features and pages; a feature may keep the Shell & for its life.
#pragma once

#include "core/base/clock.h"
#include "core/engine/torrent_engine.h"
#include "ui/shell/action_registry.h"
#include "ui/shell/ui_settings.h"

#include <QString>

#include <functional>

class QMimeData;
class QWidget;

namespace trib::ui {

enum class PagePlace { Rail, RailFoot };

struct Page {
    QString id;    // "transfers", "settings"
    QString title; // beside or under the icon, in tool-tips and for screen readers
    QString icon;  // a name of ui/widgets/icons.h
    PagePlace place = PagePlace::Rail;
    QWidget *widget = nullptr; // given away: the window becomes its parent
};

// Takes what was dropped on or pasted into the window. Asked twice: with `take` false whether it wants the data (while a drag hovers:
// must be quick), with `take` true to have it. The first handler that answers true gets it.
using IntakeHandler = std::function<bool(const QMimeData &data, bool take)>;

class Shell {
public:
    virtual ~Shell() = default;

    [[nodiscard]] virtual engine::TorrentEngine &engine() = 0;
    [[nodiscard]] virtual UiSettingsStore &uiSettings() = 0;
    [[nodiscard]] virtual const Clock &clock() const = 0;
    [[nodiscard]] virtual ActionRegistry &actionRegistry() = 0;
    [[nodiscard]] virtual QWidget *dialogParent() = 0; // of dialogs, which open() and never exec()

    virtual void addPage(Page page) = 0;
    virtual void showPage(const QString &id) = 0;
    virtual void addStatusWidget(QWidget *widget) = 0; // at the end of the status bar; given away
    virtual void addIntake(IntakeHandler handler) = 0;
    virtual void addBanner(QWidget *widget) = 0; // above every page, while it is visible; given away

    // Says something once, in the status bar and to screen readers: a completion, a refusal. Plain text.
    virtual void announce(const QString &text) = 0;
};

class Feature {
public:
    virtual ~Feature() = default;

    virtual void install(Shell &shell) = 0;
};

} // namespace trib::ui
