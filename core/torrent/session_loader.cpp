#include "core/torrent/session_loader.h"

#include "core/torrent/snapshot_builder.h"

#include <QMetaObject>

namespace trib::torrent {
namespace {

constexpr std::size_t kRowBatch = 1000;
constexpr std::size_t kTorrentBatch = 100;

} // namespace

void SessionLoader::run(std::function<void(Result<>)> listed)
{
    m_loading = true;
    auto work = [this, owner = &m_context.owner, alive = m_context.running, folder = m_context.profile, &stopping = m_context.stopping] {
        return SessionStore::streamRecords(folder, kRowBatch, [&](std::vector<StoredTorrent> rows) {
            QMetaObject::invokeMethod(owner, [this, alive, rows = std::move(rows)]() mutable {
                if (*alive)
                    takeRows(std::move(rows));
            }, Qt::QueuedConnection);
            return !stopping;
        });
    };
    m_context.onPool(std::move(work), [this, listed = std::move(listed)](Result<> result) {
        listed(std::move(result));
        loadTorrents();
    });
}

void SessionLoader::takeRows(std::vector<StoredTorrent> rows)
{
    for (StoredTorrent &row : rows) {
        if (m_context.table.find(row.record.id))
            continue;
        m_parts.labels.adopt(row.record);
        Torrent &torrent = m_context.table.insert(std::move(row.record));
        if (!row.damage.empty()) {
            torrent.phase = Phase::Detached;
            torrent.problem = {ProblemKind::UnreadableRecord, {}, row.damage, {}, {}};
        }
        refreshRow(torrent);
        m_context.publish(torrent);
    }
}

void SessionLoader::loadTorrents()
{
    auto work = [this, owner = &m_context.owner, alive = m_context.running, folder = m_context.profile, room = m_room, &stopping = m_context.stopping] {
        return SessionStore::streamTorrents(folder, kTorrentBatch, [&](std::vector<StoredTorrent> batch) {
            std::vector<LoadedTorrent> loaded;
            loaded.reserve(batch.size());
            for (const StoredTorrent &stored : batch) {
                if (stored.record.movingTo.empty())
                    loaded.push_back(prepareLoaded(stored, false, stopping));
                else
                    loaded.emplace_back().id = stored.record.id; // MoveJobs goes on with it
            }
            while (!room->tryAcquire(1, 100)) {
                if (stopping)
                    return false;
            }
            QMetaObject::invokeMethod(owner, [this, alive, loaded = std::move(loaded)]() mutable {
                if (*alive)
                    takeTorrents(std::move(loaded));
            }, Qt::QueuedConnection);
            return !stopping;
        });
    };
    m_context.onPool(std::move(work), [this](const Result<> &result) {
        m_loading = false;
        if (!result)
            m_context.log.error("loading stopped: " + result.error().detail);
    });
}

void SessionLoader::takeTorrents(std::vector<LoadedTorrent> torrents)
{
    for (LoadedTorrent &loaded : torrents) {
        Torrent *torrent = m_context.table.find(loaded.id);
        if (!torrent || torrent->phase != Phase::Loading || m_parts.moves.resumeInterrupted(*torrent))
            continue;
        takeLoaded(m_context, m_parts.attachment, *torrent, std::move(loaded), LoadUrgency::Later);
        m_parts.moves.finishInterrupted(*torrent);
    }
    m_room->release();
}

} // namespace trib::torrent
