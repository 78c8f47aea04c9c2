#include "ui/models/speed_monitor.h"

#include "ui/models/transfer_model.h"

#include <algorithm>

namespace trib::ui {

SpeedMonitor::SpeedMonitor(const Clock &clock, const TransferModel &model, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_model(model)
{
}

void SpeedMonitor::follow(const TorrentId &id)
{
    const auto known = std::ranges::find(m_torrents, id, &Followed::id);
    if (known != m_torrents.end()) {
        m_torrents.splice(m_torrents.begin(), m_torrents, known);
        return;
    }
    m_torrents.push_front({id, {}});
    if (m_torrents.size() > kMostTorrents)
        m_torrents.pop_back();
}

void SpeedMonitor::sample()
{
    const SteadyTime now = m_clock.steadyNow();
    m_session.add(now, m_status.downloadRate, m_status.uploadRate);
    std::erase_if(m_torrents, [this](const Followed &followed) { return !m_model.find(followed.id); });
    for (Followed &followed : m_torrents) {
        const TorrentSnapshot &torrent = *m_model.find(followed.id);
        followed.history.add(now, downRate(torrent), upRate(torrent));
    }
    Q_EMIT sampled();
}

const SpeedHistory *SpeedMonitor::torrent(const TorrentId &id) const
{
    const auto known = std::ranges::find(m_torrents, id, &Followed::id);
    return known == m_torrents.end() ? nullptr : &known->history;
}

} // namespace trib::ui
