// DetailReader: reads the parts of one torrent that the details show, while they are watched or when somebody asks. Asks libtorrent and
// waits for its answer: the engine thread may, nobody else. Engine thread.
#pragma once

#include "core/engine/torrent_engine.h"
#include "core/torrent/country_database.h"
#include "core/torrent/engine_context.h"

namespace trib::torrent {

class DetailReader {
public:
    explicit DetailReader(EngineContext &context) : m_context(context) {}

    void watch(std::optional<TorrentId> id, DetailParts parts);

    // Null when nothing is watched, or the torrent is gone.
    [[nodiscard]] engine::DetailPointer read();

    // NoSuchTorrent if it is not in the list.
    [[nodiscard]] Result<engine::DetailPointer> readOnce(const TorrentId &id, DetailParts parts);

    // Names or priorities of files changed.
    void filesChanged(const TorrentId &id);

private:
    struct Files {
        std::shared_ptr<const std::vector<FileEntry>> entries;
        std::shared_ptr<const std::vector<PieceRange>> pieces;
    };

    [[nodiscard]] engine::DetailPointer read(const Torrent &torrent, DetailParts parts, Files &files);
    void readGeneral(const Torrent &torrent, TorrentDetail &detail) const;
    void readFiles(const Torrent &torrent, Files &files, TorrentDetail &detail) const;
    void readPieces(const Torrent &torrent, GeneralDetail &general) const;
    void readPeers(const Torrent &torrent, TorrentDetail &detail);
    void openCountries();
    void readTrackers(const Torrent &torrent, TorrentDetail &detail) const;
    void readPieceHashes(const Torrent &torrent, TorrentDetail &detail) const;

    EngineContext &m_context;
    std::optional<TorrentId> m_id;
    DetailParts m_parts;
    Files m_files; // of what is watched, kept until they change
    CountryDatabase m_countries;
    std::optional<std::string> m_countriesFrom; // the setting that m_countries was opened for
};

} // namespace trib::torrent
