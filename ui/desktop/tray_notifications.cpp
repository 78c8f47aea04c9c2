#include "ui/desktop/tray_notifications.h"

#include "ui/desktop/tray.h"

namespace trib::ui {

TrayNotifications::TrayNotifications(Tray &tray)
    : m_tray(tray)
{
}

void TrayNotifications::show(quint64, const Notification &notification)
{
    m_tray.showMessage(notification.title, notification.text);
}

} // namespace trib::ui
