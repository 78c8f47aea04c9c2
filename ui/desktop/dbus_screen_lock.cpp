#include "ui/desktop/dbus_screen_lock.h"

#include "ui/desktop/dbus_interfaces.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace trib::ui {

DbusScreenLock::DbusScreenLock(QObject *parent)
    : ScreenLockWatcher(parent)
{
    const auto freedesktop = QStringLiteral("org.freedesktop.ScreenSaver");
    watchScreenSaver(freedesktop, QStringLiteral("/ScreenSaver"), "org.freedesktop.ScreenSaver"); // KDE emits it from both paths
    watchScreenSaver(freedesktop, QStringLiteral("/org/freedesktop/ScreenSaver"), "org.freedesktop.ScreenSaver");
    watchScreenSaver(QStringLiteral("org.gnome.ScreenSaver"), QStringLiteral("/org/gnome/ScreenSaver"), "org.gnome.ScreenSaver");
    if (QDBusConnection::systemBus().isConnected())
        watchLogin();
}

void DbusScreenLock::watchScreenSaver(const QString &service, const QString &path, const char *interface)
{
    auto *saver = new ScreenSaverSignals(service, path, interface, this);
    connect(saver, &ScreenSaverSignals::ActiveChanged, this, [this](bool active) {
        if (active)
            Q_EMIT locked();
    });
}

void DbusScreenLock::watchLogin()
{
    auto *manager = new LoginManagerSignals(this);
    connect(manager, &LoginManagerSignals::PrepareForSleep, this, [this](bool begins) {
        if (begins)
            Q_EMIT locked();
    });
    QDBusMessage question = QDBusMessage::createMethodCall(manager->service(), manager->path(), manager->interface(), QStringLiteral("GetSessionByPID"));
    question.setArguments({static_cast<uint>(QCoreApplication::applicationPid())});
    question.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> answer = *done;
        if (answer.isValid())
            connect(new LoginSessionSignals(answer.value().path(), this), &LoginSessionSignals::Lock, this, &DbusScreenLock::locked);
    });
}

} // namespace trib::ui
