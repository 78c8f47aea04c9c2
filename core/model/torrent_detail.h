// What the details below the list show of one torrent: asked for while they are visible, never for all torrents.
#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/model/indexes.h"
#include "core/model/info_hash.h"
#include "core/model/piece_map.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trib {

enum class FilePriority : std::uint8_t { DoNotDownload = 0, Low = 1, Normal = 4, High = 7 };

struct FileEntry {
    std::string path; // relative to the save path, '/' between components, UTF-8, safe to show
    Bytes size;
    FilePriority priority = FilePriority::Normal;

    bool operator==(const FileEntry &) const = default;
};

enum class PeerConnection : std::uint8_t { Tcp, Utp, WebSeed, I2p };

struct PeerSnapshot {
    std::string endpoint; // "198.18.7.2:6881", "[2001:db8::1]:6881" or a web seed's host
    std::string client;
    PeerConnection connection = PeerConnection::Tcp;
    bool encrypted = false;
    bool incoming = false;
    bool seed = false;
    bool interestedInUs = false;  // it wants what we have
    bool weChokeIt = true;
    bool interesting = false;     // we want what it has
    bool itChokesUs = true;
    bool snubbed = false;         // it has sent nothing for a long time although it could
    bool optimistic = false;      // unchoked to see what it is worth
    bool holepunched = false;     // reached with the help of another peer (BEP 55)
    bool fromTracker = false;     // how it was found; several may hold
    bool fromDht = false;
    bool fromPex = false;
    bool fromLsd = false;
    std::string country;          // two capital letters (ISO 3166-1); empty: unknown, or there is no database
    std::int32_t progressPermille = 0;
    std::int32_t relevancePermille = -1; // of the pieces that we lack, what it has; -1: unknown, or we lack none
    BytesPerSecond downloadRate;
    BytesPerSecond uploadRate;
    Bytes downloaded;
    Bytes uploaded;

    bool operator==(const PeerSnapshot &) const = default;
};

enum class TrackerStatus : std::uint8_t { NotContacted, Announcing, Working, Failed, Disabled };

struct TrackerSnapshot {
    std::string url;
    std::int32_t tier = 0;
    TrackerStatus status = TrackerStatus::NotContacted;
    std::string message;          // the tracker's or the network's word; safe to show
    std::int32_t seeds = -1;      // -1: unknown
    std::int32_t peers = -1;
    std::int32_t downloads = -1;  // completed ever, as the tracker counts
    std::int32_t failures = 0;
    std::optional<WallTime> nextAnnounce;

    bool operator==(const TrackerSnapshot &) const = default;
};

struct GeneralDetail {
    std::string comment;
    std::string creator;
    std::optional<WallTime> created;
    Bytes pieceLength;
    std::int32_t pieceCount = 0;
    std::vector<bool> pieces; // verified, one bit a piece
    std::vector<PieceIndex> piecesInFlight; // asked for or partly there
    PieceMap pieceMap;        // the same and the availability, reduced to what a bar can show
    std::string magnetLink;
    std::vector<std::string> webSeeds;
    Bytes wasted;                             // received and thrown away: redundant, or of pieces that failed their hash
    std::optional<WallTime> seenComplete;     // when all pieces were last there between us and the swarm
};

// The first and the last piece that bytes of a file are in. An empty file has `last` before `first`.
struct PieceRange {
    PieceIndex first{0};
    PieceIndex last{0};

    bool operator==(const PieceRange &) const = default;
};

// A part is set only where it was asked for and is known. `files` is shared (as is `filePieces`, by file index): it changes with renames and priorities alone, while
// `fileProgress` (bytes verified, by file index) changes with every tick.
struct TorrentDetail {
    TorrentId id;
    std::optional<GeneralDetail> general;
    std::shared_ptr<const std::vector<FileEntry>> files;
    std::shared_ptr<const std::vector<PieceRange>> filePieces;
    std::shared_ptr<const std::vector<Bytes>> fileProgress;
    std::optional<std::vector<PeerSnapshot>> peers;
    std::optional<std::vector<TrackerSnapshot>> trackers;
    std::optional<std::vector<Sha1>> pieceHashes; // empty for a torrent without v1 hashes
};

// Which parts of TorrentDetail are wanted.
struct DetailParts {
    bool general = false;
    bool files = false;
    bool peers = false;
    bool trackers = false;
    bool pieceHashes = false;

    bool operator==(const DetailParts &) const = default;
    [[nodiscard]] bool any() const { return general || files || peers || trackers || pieceHashes; }
};

} // namespace trib
