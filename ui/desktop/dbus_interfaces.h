// The signals of other programs' D-Bus interfaces, under their names there. GUI thread.
#pragma once

#include <QDBusAbstractInterface>
#include <QDBusConnection>

namespace trib::ui {

class NotificationSignals final : public QDBusAbstractInterface {
    Q_OBJECT

public:
    explicit NotificationSignals(QObject *parent)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
              "org.freedesktop.Notifications", QDBusConnection::sessionBus(), parent)
    {
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

// org.freedesktop.ScreenSaver, org.gnome.ScreenSaver and what is made like them.
class ScreenSaverSignals final : public QDBusAbstractInterface {
    Q_OBJECT

public:
    ScreenSaverSignals(const QString &service, const QString &path, const char *interface, QObject *parent)
        : QDBusAbstractInterface(service, path, interface, QDBusConnection::sessionBus(), parent)
    {
    }

Q_SIGNALS:
    void ActiveChanged(bool active);
};

class LoginSessionSignals final : public QDBusAbstractInterface {
    Q_OBJECT

public:
    LoginSessionSignals(const QString &path, QObject *parent)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.login1"), path, "org.freedesktop.login1.Session", QDBusConnection::systemBus(), parent)
    {
    }

Q_SIGNALS:
    void Lock();
};

class LoginManagerSignals final : public QDBusAbstractInterface {
    Q_OBJECT

public:
    explicit LoginManagerSignals(QObject *parent)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"), "org.freedesktop.login1.Manager",
              QDBusConnection::systemBus(), parent)
    {
    }

Q_SIGNALS:
    void PrepareForSleep(bool begins);
};

} // namespace trib::ui
