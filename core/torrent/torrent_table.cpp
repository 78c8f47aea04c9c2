#include "core/torrent/torrent_table.h"

#include "core/base/assert.h"

namespace trib::torrent {

Torrent &TorrentTable::insert(TorrentRecord record)
{
    const TorrentId id = record.id;
    auto torrent = std::make_unique<Torrent>();
    torrent->record = std::move(record);
    torrent->saveSerial = nextSaveSerial();
    torrent->shown.edit().fixedRevision = torrent->saveSerial << 32; // of a torrent that was removed and is back: not those of before
    const auto [position, inserted] = m_torrents.emplace(id, std::move(torrent));
    TRIB_ASSERT(inserted);
    index(*position->second);
    return *position->second;
}

void TorrentTable::remove(const TorrentId &id)
{
    const auto found = m_torrents.find(id);
    if (found == m_torrents.end())
        return;
    detach(*found->second);
    unindex(*found->second);
    m_torrents.erase(found);
}

Torrent *TorrentTable::find(const TorrentId &id)
{
    const auto found = m_torrents.find(id);
    return found == m_torrents.end() ? nullptr : found->second.get();
}

Torrent *TorrentTable::find(const lt::torrent_handle &handle)
{
    const auto found = m_handles.find(handle.id());
    return found == m_handles.end() ? nullptr : found->second;
}

Torrent *TorrentTable::findMatching(const InfoHash &hash)
{
    if (hash.v1) {
        if (const auto found = m_v1.find(*hash.v1); found != m_v1.end())
            return find(found->second);
    }
    if (hash.v2) {
        if (const auto found = m_v2.find(*hash.v2); found != m_v2.end())
            return find(found->second);
    }
    return nullptr;
}

void TorrentTable::attach(Torrent &torrent, const lt::torrent_handle &handle)
{
    torrent.handle = handle;
    torrent.phase = Phase::Attached;
    m_handles[handle.id()] = &torrent;
}

void TorrentTable::detach(Torrent &torrent)
{
    if (torrent.phase != Phase::Attached)
        return;
    m_handles.erase(torrent.handle.id());
    torrent.handle = {};
    torrent.phase = Phase::Detached;
    torrent.saving = false;
    torrent.fileJobs = 0;
}

void TorrentTable::setInfoHash(Torrent &torrent, const InfoHash &hash)
{
    unindex(torrent);
    torrent.record.infoHash = hash;
    index(torrent);
}

void TorrentTable::forEach(const std::function<void(Torrent &)> &visit)
{
    for (auto &[id, torrent] : m_torrents)
        visit(*torrent);
}

void TorrentTable::index(const Torrent &torrent)
{
    if (torrent.record.infoHash.v1)
        m_v1.emplace(*torrent.record.infoHash.v1, torrent.record.id);
    if (torrent.record.infoHash.v2)
        m_v2.emplace(*torrent.record.infoHash.v2, torrent.record.id);
}

void TorrentTable::unindex(const Torrent &torrent)
{
    const auto eraseOwn = [&](auto &map, const auto &hash) {
        if (!hash)
            return;
        if (const auto found = map.find(*hash); found != map.end() && found->second == torrent.record.id)
            map.erase(found);
    };
    eraseOwn(m_v1, torrent.record.infoHash.v1);
    eraseOwn(m_v2, torrent.record.infoHash.v2);
}

} // namespace trib::torrent
