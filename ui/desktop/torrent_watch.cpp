#include "ui/desktop/torrent_watch.h"

namespace trib::ui {

using engine::TorrentEngine;

TorrentWatch::TorrentWatch(TorrentEngine &engine, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    connect(&engine, &TorrentEngine::changed, this, [this](const engine::DeltaPointer &delta) { take(*delta); });
    connect(&engine, &TorrentEngine::statusChanged, this, &TorrentWatch::takeStatus);
}

TorrentIds TorrentWatch::ids() const
{
    TorrentIds all;
    all.reserve(m_torrents.size());
    for (const auto &[id, flags] : m_torrents)
        all.push_back(id);
    return all;
}

TorrentWatch::Flags TorrentWatch::flagsOf(const TorrentSnapshot &torrent)
{
    Flags flags;
    const TorrentState state = torrent.state;
    const bool fetching = state == TorrentState::FetchingMetadata && torrent.seeds + torrent.peers > 0;
    flags.loading = state == TorrentState::Loading;
    flags.failed = state == TorrentState::Failed;
    flags.downloading = torrent.downloadRate.count() > 0 || fetching || state == TorrentState::Checking || state == TorrentState::Moving;
    flags.uploading = torrent.uploadRate.count() > 0;
    return flags;
}

void TorrentWatch::count(const Flags &flags, int by)
{
    m_downloading += flags.downloading ? by : 0;
    m_uploading += flags.uploading ? by : 0;
}

void TorrentWatch::take(const TransferDelta &delta)
{
    const bool downloading = isDownloading();
    const bool uploading = isUploading();
    if (!m_loadedUntil)
        m_loadedUntil = m_clock.steadyNow();
    for (const TorrentId &id : delta.removed) {
        if (const auto known = m_torrents.find(id); known != m_torrents.end()) {
            count(known->second, -1);
            m_torrents.erase(known);
        }
    }
    for (const SnapshotPointer &torrent : delta.upserted)
        takeRow(*torrent);
    if (isDownloading() != downloading || isUploading() != uploading)
        Q_EMIT activityChanged();
}

void TorrentWatch::takeRow(const TorrentSnapshot &torrent)
{
    const Flags after = flagsOf(torrent);
    const auto [known, isNew] = m_torrents.try_emplace(torrent.id);
    const Flags before = known->second;
    known->second = after;
    count(before, -1);
    count(after, 1);
    if (!isNew && !before.loading && !before.failed && after.failed && isSettled())
        Q_EMIT gotIntoTrouble(torrent);
}

void TorrentWatch::takeStatus(const SessionStatus &status)
{
    m_status = status;
    if (status.loading > 0)
        m_loadedUntil = m_clock.steadyNow();
    Q_EMIT statusChanged();
}

bool TorrentWatch::isSettled() const
{
    return m_loadedUntil && m_clock.steadyNow() >= *m_loadedUntil + kSettlesAfterLoading;
}

} // namespace trib::ui
