// DetailReader: reads the parts of one torrent that the details show, while they are watched. Asks libtorrent and waits for its answer,
// for the one torrent that is watched: the engine thread may, nobody else. Engine thread.
#pragma once

#include "core/engine/torrent_engine.h"
#include "core/torrent/engine_context.h"

namespace trib::torrent {

class DetailReader {
public:
    explicit DetailReader(EngineContext &context) : m_context(context) {}

    void watch(std::optional<TorrentId> id, DetailParts parts);

    // Null when nothing is watched, or the torrent is gone.
    [[nodiscard]] engine::DetailPointer read();

    // Names or priorities of files changed.
    void filesChanged(const TorrentId &id);

private:
    void readGeneral(const Torrent &torrent, TorrentDetail &detail) const;
    void readFiles(const Torrent &torrent, TorrentDetail &detail);
    void readPeers(const Torrent &torrent, TorrentDetail &detail) const;
    void readTrackers(const Torrent &torrent, TorrentDetail &detail) const;

    EngineContext &m_context;
    std::optional<TorrentId> m_id;
    DetailParts m_parts;
    std::shared_ptr<const std::vector<FileEntry>> m_files; // kept until they change
};

} // namespace trib::torrent
