// DbusNotifications: org.freedesktop.Notifications 1.2. GUI thread; calls do not wait.
#pragma once

#include "ui/desktop/notifications.h"

#include <QStringList>

#include <map>
#include <optional>
#include <utility>
#include <vector>

class QDBusPendingCallWatcher;

namespace trib::ui {

class DbusNotifications final : public Notifications {
    Q_OBJECT

public:
    explicit DbusNotifications(QObject *parent = nullptr);

    void show(quint64 ticket, const Notification &notification) override;
    void withdrawAll() override;

private:
    void takeAction(uint id, const QString &action);
    void askCapabilities();
    void send(quint64 ticket, const Notification &notification);
    void takeId(quint64 ticket, const Notification &notification, QDBusPendingCallWatcher &done);
    void close(uint id);

    std::optional<QStringList> m_capabilities; // of who shows them; not known yet
    bool m_asking = false;
    std::vector<std::pair<quint64, Notification>> m_waiting; // for the capabilities
    std::map<uint, quint64> m_shown; // tickets by the desktop's ids
    quint64 m_lastTicket = 0;
    quint64 m_withdrawn = 0;         // tickets up to this one
};

// The body of a notification as it goes to a desktop that reads markup in it.
[[nodiscard]] QString notificationBody(const QString &text, bool readsMarkup);

} // namespace trib::ui
