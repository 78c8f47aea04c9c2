// SpeedMonitor: the speed of all torrents together, and of those that were looked at last, kept while the program runs. GUI thread.
// Memory: kMostTorrents + 1 histories of SpeedHistory::kBytes each, and no more.
#pragma once

#include "core/model/session_status.h"
#include "core/model/torrent_snapshot.h"
#include "ui/models/speed_history.h"

#include <QObject>

#include <list>
#include <memory>

namespace trib::ui {

class TransferModel;

class SpeedMonitor : public QObject {
    Q_OBJECT

public:
    static constexpr std::size_t kMostTorrents = 16;

    // Clock and model outlive it.
    SpeedMonitor(const Clock &clock, const TransferModel &model, QObject *parent = nullptr);

    void setStatus(const SessionStatus &status) { m_status = status; }
    void follow(const TorrentId &id); // from now on; of too many, the one that was longest ago is forgotten
    void sample();                    // once a second

    [[nodiscard]] const SpeedHistory &session() const { return m_session; }
    [[nodiscard]] const SpeedHistory *torrent(const TorrentId &id) const; // null: not followed
    [[nodiscard]] const SessionStatus &status() const { return m_status; }

Q_SIGNALS:
    void sampled();

private:
    struct Followed {
        TorrentId id;
        SpeedHistory history;
    };

    const Clock &m_clock;
    const TransferModel &m_model;
    SessionStatus m_status;
    SpeedHistory m_session;
    std::list<Followed> m_torrents; // the last one first
};

} // namespace trib::ui
