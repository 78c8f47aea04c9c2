// DesktopFeature: the window as a part of the desktop: tray, notifications, no sleep while torrents transfer, the lock. GUI thread.
#pragma once

#include "ui/desktop/system_ports.h"
#include "ui/shell/feature.h"
#include "ui/shell/password_hashing.h"

#include <QObject>

namespace trib::ui {

class Notifier;
class SleepGuard;
class TorrentWatch;
class Tray;
class WindowFrame;
class WindowLock;

class DesktopFeature final : public QObject, public Feature {
    Q_OBJECT

public:
    // `frame` is the shell's window; it outlives the feature.
    DesktopFeature(WindowFrame &frame, DesktopPorts ports, PasswordHashing hashing);
    ~DesktopFeature() override;

    void install(Shell &shell) override;

    // After install(), instead of showing the window: as the settings say. Without a tray it is minimised at most: it can come back.
    void showAtStart();

    // The program ends: no icon, no menu, and the machine may sleep.
    void leave();

    // Locked: what is handed over waits. The window says so.
    void setWaitingLinks(int count);

    [[nodiscard]] Tray &tray() { return *m_tray; }
    [[nodiscard]] WindowLock &lock() { return *m_lock; }
    [[nodiscard]] const SleepGuard &sleepGuard() const { return *m_sleep; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // of the window: whether it is shown

private:
    void installTray();
    void installNotifier();
    void installLock();
    void follow(const UiSettings &settings);
    void followLock();
    void toggleWindow();
    bool putAway();
    void openFolder(const QString &folder);
    [[nodiscard]] bool isLookedAt() const;

    WindowFrame &m_frame;
    DesktopPorts m_ports;
    PasswordHashing m_hashing;
    Shell *m_shell = nullptr;
    QWidget *m_window = nullptr;
    TorrentWatch *m_torrents = nullptr; // the rest: children
    Tray *m_tray = nullptr;
    Notifier *m_notifier = nullptr;
    SleepGuard *m_sleep = nullptr;
    WindowLock *m_lock = nullptr;
};

} // namespace trib::ui
