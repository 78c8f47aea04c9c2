#include "ui/desktop/system_ports.h"

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
#include "ui/desktop/dbus_notifications.h"
#include "ui/desktop/dbus_screen_lock.h"
#include "ui/desktop/dbus_sleep_blocker.h"
#elif defined(Q_OS_WIN)
#include "ui/desktop/windows_sleep_blocker.h"
#else
#include "ui/desktop/macos_sleep_blocker.h"
#endif

#include <QSystemTrayIcon>

namespace trib::ui {

DesktopPorts systemPorts()
{
    DesktopPorts ports;
    ports.isTrayThere = &QSystemTrayIcon::isSystemTrayAvailable;
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    ports.notifications = std::make_unique<DbusNotifications>();
    ports.sleepBlocker = std::make_unique<DbusSleepBlocker>();
    ports.screenLock = std::make_unique<DbusScreenLock>();
#elif defined(Q_OS_WIN)
    ports.sleepBlocker = std::make_unique<WindowsSleepBlocker>();
#else
    ports.sleepBlocker = std::make_unique<MacosSleepBlocker>();
#endif
    return ports;
}

} // namespace trib::ui
