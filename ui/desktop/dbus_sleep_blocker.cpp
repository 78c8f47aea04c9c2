#include "ui/desktop/dbus_sleep_blocker.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>

#include <utility>

namespace trib::ui {
namespace {

const auto kPower = QStringLiteral("org.freedesktop.PowerManagement");
const auto kPowerPath = QStringLiteral("/org/freedesktop/PowerManagement/Inhibit");
const auto kPowerInterface = QStringLiteral("org.freedesktop.PowerManagement.Inhibit");
const auto kGnome = QStringLiteral("org.gnome.SessionManager");
const auto kGnomePath = QStringLiteral("/org/gnome/SessionManager");
const auto kLogind = QStringLiteral("org.freedesktop.login1");
const auto kApplication = QStringLiteral("Tributary");
constexpr uint kNoWindow = 0;
constexpr uint kSuspend = 4; // of GNOME's flags

[[nodiscard]] QDBusMessage call(const QString &service, const QString &path, const QString &interface, const char *method, const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, QString::fromLatin1(method));
    message.setArguments(arguments);
    message.setAutoStartService(false);
    return message;
}

} // namespace

DbusSleepBlocker::DbusSleepBlocker(QObject *parent)
    : QObject(parent)
    , m_services(QString(), QDBusConnection::sessionBus(), QDBusServiceWatcher::WatchForUnregistration)
{
    m_services.addWatchedService(kPower);
    m_services.addWatchedService(kGnome);
    connect(&m_services, &QDBusServiceWatcher::serviceUnregistered, this, [this](const QString &service) {
        if ((service == kPower && m_held == Way::PowerManagement) || (service == kGnome && m_held == Way::SessionManager)) {
            m_held = Way::None;
            if (m_wanted && !m_asking)
                ask(Way::PowerManagement);
        }
    });
}

DbusSleepBlocker::~DbusSleepBlocker()
{
    release();
}

void DbusSleepBlocker::block(const QString &why)
{
    m_why = why;
    if (!std::exchange(m_wanted, true) && !m_asking)
        ask(Way::PowerManagement);
}

void DbusSleepBlocker::release()
{
    m_wanted = false;
    giveBack();
}

QDBusMessage DbusSleepBlocker::question(Way way) const
{
    if (way == Way::PowerManagement)
        return call(kPower, kPowerPath, kPowerInterface, "Inhibit", {kApplication, m_why});
    if (way == Way::SessionManager)
        return call(kGnome, kGnomePath, kGnome, "Inhibit", {kApplication, kNoWindow, m_why, kSuspend});
    // "idle" and not "sleep": who suspends the machine by hand is obeyed.
    return call(kLogind, QStringLiteral("/org/freedesktop/login1"), kLogind + QStringLiteral(".Manager"), "Inhibit",
        {QStringLiteral("idle"), kApplication, m_why, QStringLiteral("block")});
}

void DbusSleepBlocker::ask(Way way)
{
    m_asking = true;
    const QDBusConnection bus = way == Way::Logind ? QDBusConnection::systemBus() : QDBusConnection::sessionBus();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question(way)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, way](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        take(way, done->reply());
    });
}

void DbusSleepBlocker::take(Way way, const QDBusMessage &answer)
{
    m_asking = false;
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty()) {
        if (m_wanted && way != Way::Logind)
            ask(way == Way::PowerManagement ? Way::SessionManager : Way::Logind);
        return;
    }
    m_held = way;
    if (way == Way::Logind)
        m_descriptor = answer.arguments().constFirst().value<QDBusUnixFileDescriptor>();
    else
        m_cookie = answer.arguments().constFirst().toUInt();
    if (!m_wanted)
        giveBack();
}

void DbusSleepBlocker::giveBack()
{
    const Way held = std::exchange(m_held, Way::None);
    m_descriptor = {};
    if (held == Way::PowerManagement)
        QDBusConnection::sessionBus().send(call(kPower, kPowerPath, kPowerInterface, "UnInhibit", {m_cookie}));
    else if (held == Way::SessionManager)
        QDBusConnection::sessionBus().send(call(kGnome, kGnomePath, kGnome, "Uninhibit", {m_cookie}));
}

} // namespace trib::ui
