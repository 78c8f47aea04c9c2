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

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#endif

namespace trib::ui {
namespace {

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
[[nodiscard]] bool isTrayOnTheBus()
{
    const QDBusConnectionInterface *bus = QDBusConnection::sessionBus().interface();
    return bus && bus->isServiceRegistered(QStringLiteral("org.kde.StatusNotifierWatcher")).value();
}

// Qt decides once, when the program starts, between the tray on the bus and the older one of X11, and asks the former in a way (a new
// connection, and a wait for its answer) that is nothing for each look: whether it is on the bus the bus knows at once.
[[nodiscard]] bool isTrayThere()
{
    static const bool onTheBus = QSystemTrayIcon::isSystemTrayAvailable() && isTrayOnTheBus();
    return onTheBus ? isTrayOnTheBus() : QSystemTrayIcon::isSystemTrayAvailable();
}
#else
[[nodiscard]] bool isTrayThere()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}
#endif

} // namespace

DesktopPorts systemPorts()
{
    DesktopPorts ports;
    ports.isTrayThere = &isTrayThere;
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
