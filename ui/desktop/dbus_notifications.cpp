#include "ui/desktop/dbus_notifications.h"

#include "ui/desktop/dbus_interfaces.h"
#include "ui/text/tr.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>

namespace trib::ui {
namespace {

const auto kService = QStringLiteral("org.freedesktop.Notifications");
const auto kPath = QStringLiteral("/org/freedesktop/Notifications");
const auto kClick = QStringLiteral("default"); // what a click on the notification itself does
const auto kFolder = QStringLiteral("folder");
constexpr std::size_t kMostShown = 100; // ids that are remembered; some desktops never tell of an end
constexpr std::size_t kMostWaiting = 20;
constexpr int kAsTheDesktopLikes = -1;  // ms
constexpr uchar kNormal = 1;

[[nodiscard]] QDBusMessage call(const char *method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, QString::fromLatin1(method));
}

} // namespace

QString notificationBody(const QString &text, bool readsMarkup)
{
    return readsMarkup ? text.toHtmlEscaped() : text;
}

DbusNotifications::DbusNotifications(QObject *parent)
    : Notifications(parent)
{
    const auto *signalsThere = new NotificationSignals(this);
    connect(signalsThere, &NotificationSignals::ActionInvoked, this, &DbusNotifications::takeAction);
    connect(signalsThere, &NotificationSignals::NotificationClosed, this, [this](uint id) { m_shown.erase(id); });
}

void DbusNotifications::show(quint64 ticket, const Notification &notification)
{
    m_lastTicket = ticket;
    if (m_capabilities) {
        send(ticket, notification);
    } else if (m_waiting.size() < kMostWaiting) {
        m_waiting.emplace_back(ticket, notification);
        askCapabilities();
    }
}

// Before the first one: whether the text is read as markup and buttons are shown, differs.
void DbusNotifications::askCapabilities()
{
    if (std::exchange(m_asking, true))
        return;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call("GetCapabilities")), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        m_asking = false;
        const QDBusPendingReply<QStringList> answer = *done;
        const auto waiting = std::exchange(m_waiting, {});
        if (answer.isValid())
            m_capabilities = answer.value();
        for (const auto &[ticket, notification] : waiting) {
            if (ticket <= m_withdrawn)
                continue;
            if (m_capabilities)
                send(ticket, notification);
            else
                Q_EMIT refused(notification);
        }
    });
}

void DbusNotifications::send(quint64 ticket, const Notification &notification)
{
    QStringList actions;
    if (m_capabilities->contains(QStringLiteral("actions"))) {
        actions = {kClick, TrDesktop::tr("Show the window")};
        if (!notification.folderAction.isEmpty())
            actions << kFolder << notification.folderAction;
    }
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("tributary")},
        {QStringLiteral("urgency"), QVariant::fromValue(kNormal)},
        {QStringLiteral("category"), notification.isProblem ? QStringLiteral("transfer.error") : QStringLiteral("transfer.complete")}};
    QDBusMessage message = call("Notify");
    message.setArguments({QStringLiteral("Tributary"), 0U, QStringLiteral("tributary"), notification.title,
        notificationBody(notification.text, m_capabilities->contains(QStringLiteral("body-markup"))), actions, hints, kAsTheDesktopLikes});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, ticket, notification](QDBusPendingCallWatcher *done) {
        done->deleteLater();
        takeId(ticket, notification, *done);
    });
}

void DbusNotifications::takeId(quint64 ticket, const Notification &notification, QDBusPendingCallWatcher &done)
{
    const QDBusPendingReply<uint> answer = done;
    if (!answer.isValid()) {
        m_capabilities.reset(); // who showed them is gone: the next one may be different
        Q_EMIT refused(notification);
        return;
    }
    if (ticket <= m_withdrawn) {
        close(answer.value());
        return;
    }
    m_shown[answer.value()] = ticket;
    if (m_shown.size() > kMostShown) {
        const auto oldest = std::min_element(m_shown.begin(), m_shown.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
        m_shown.erase(oldest);
    }
}

void DbusNotifications::withdrawAll()
{
    for (const auto &[id, ticket] : std::exchange(m_shown, {}))
        close(id);
    m_withdrawn = m_lastTicket;
}

void DbusNotifications::close(uint id)
{
    QDBusMessage message = call("CloseNotification");
    message.setArguments({id});
    message.setAutoStartService(false);
    QDBusConnection::sessionBus().send(message);
}

void DbusNotifications::takeAction(uint id, const QString &action)
{
    const auto shown = m_shown.find(id);
    if (shown == m_shown.end())
        return; // another program's
    const quint64 ticket = shown->second;
    if (action == kClick)
        Q_EMIT clicked(ticket);
    else if (action == kFolder)
        Q_EMIT folderWanted(ticket);
}

} // namespace trib::ui
