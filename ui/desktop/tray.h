// Tray: the icon in the desktop's tray with the speeds and a menu. GUI thread. Says what is wanted; does nothing to the window itself.
// While the window is locked the menu shows it and quits, and nothing else.
#pragma once

#include "core/model/session_status.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;

namespace trib::ui {

class Tray final : public QObject {
    Q_OBJECT

public:
    // `isTrayThere`: whether the desktop has a tray just now.
    explicit Tray(std::function<bool()> isTrayThere, QObject *parent = nullptr);
    ~Tray() override;

    void setWanted(bool wanted);
    [[nodiscard]] bool isShown() const; // the icon is there for a window to come back by
    void setStatus(const SessionStatus &status);
    void setWindowShown(bool shown);
    void setLocked(bool locked, bool canLock);
    void showMessage(const QString &title, const QString &text); // where the desktop has no notifications

    [[nodiscard]] QMenu &menu() { return *m_menu; }
    [[nodiscard]] QString toolTip() const;

Q_SIGNALS:
    void toggleWanted();
    void windowWanted();
    void startAllWanted();
    void stopAllWanted();
    void alternativeLimitsWanted(bool on);
    void addLinkWanted();
    void lockWanted();
    void quitWanted();
    void lost(); // the tray went away with our icon

private:
    void fillMenu();
    void watch();
    void showToolTip();

    std::function<bool()> m_isTrayThere;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; // null: not wanted
    QAction *m_toggle = nullptr;
    QAction *m_limits = nullptr;
    QAction *m_lock = nullptr;
    QList<QAction *> m_details; // what a locked window does not offer
    SessionStatus m_status;
    QTimer m_looks;
    bool m_locked = false;
    bool m_wasThere = false;
    bool m_isMessageShown = false;
};

} // namespace trib::ui
