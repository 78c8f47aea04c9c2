// TrayNotifications: by the tray's icon, where the system has no other way. GUI thread. No buttons; a click shows the window.
#pragma once

#include "ui/desktop/notifications.h"

namespace trib::ui {

class Tray;

class TrayNotifications final : public Notifications {
    Q_OBJECT

public:
    explicit TrayNotifications(Tray &tray);

    void show(quint64 ticket, const Notification &notification) override;
    void withdrawAll() override {} // the system takes them away after some seconds

private:
    Tray &m_tray;
};

} // namespace trib::ui
