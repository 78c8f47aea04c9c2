// Notifier: tells by the desktop's notifications what happens while nobody looks at the window: downloads that complete, torrents that get
// into trouble. Many at once become one; without names while the window is locked. GUI thread.
#pragma once

#include "core/model/torrent_snapshot.h"
#include "ui/desktop/notification_queue.h"
#include "ui/desktop/notifications.h"

#include <QTimer>

#include <functional>
#include <map>

namespace trib::ui {

class Notifier final : public QObject {
    Q_OBJECT

public:
    // `isLookedAt`: whether the window is in front, where the status line says what happens.
    Notifier(Notifications &notifications, const Clock &clock, std::function<bool()> isLookedAt, QObject *parent = nullptr);

    void tellFinished(const TorrentSnapshot &torrent);
    void tellTrouble(const TorrentSnapshot &torrent);
    void setDiscreet(bool discreet); // no names; what is still to be seen goes
    void flush();                    // shows what is due; done by a timer, too

Q_SIGNALS:
    void windowWanted();
    void folderWanted(const QString &folder);

private:
    void add(NotificationQueue &queue, Happening happening);
    void wait();
    void showFinished(const HappeningBatch &batch);
    void showTrouble(const HappeningBatch &batch);
    void send(const Notification &notification, const QString &folder);
    void openFolder(quint64 ticket);

    Notifications &m_notifications;
    const Clock &m_clock;
    std::function<bool()> m_isLookedAt;
    NotificationQueue m_finished;
    NotificationQueue m_trouble;
    QTimer m_timer;
    std::map<quint64, QString> m_folders; // of what was shown last, by ticket
    quint64 m_lastTicket = 0;
    bool m_discreet = false;
};

} // namespace trib::ui
