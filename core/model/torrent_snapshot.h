// TorrentSnapshot: everything that a row of the list shows. A value; text from strangers has gone through remoteText().
#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/model/indexes.h"
#include "core/model/info_hash.h"
#include "core/model/torrent_limits.h"
#include "core/model/torrent_state.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trib {

struct TorrentSnapshot {
    TorrentId id;
    InfoHash infoHash;
    std::string name;
    std::string savePath;    // absolute, UTF-8
    std::string contentPath; // the one file, or the folder that holds the files; empty without metadata
    std::string category;    // empty: none
    std::vector<std::string> tags; // sorted
    std::string tracker;     // host of the tracker that works, or the first one; empty without trackers
    std::string trackerUrl;  // of the same tracker, which may hold a passkey; empty while only the host is known
    std::string trackerMessage; // what that tracker refused with; empty when it works

    TorrentState state = TorrentState::Loading;
    Problem problem;
    bool forced = false;     // started regardless of the queue
    bool isPrivate = false;  // BEP 27
    bool hasMetadata = false;
    bool sequential = false;
    bool firstLastFirst = false;
    bool superSeeding = false; // BEP 16

    Bytes size;              // of the whole content
    Bytes wanted;            // of the files that are not "do not download"
    Bytes done;              // verified, of what is wanted
    Bytes uploaded;          // ever
    Bytes downloaded;        // ever, with what was thrown away
    Bytes sessionUploaded;   // since the program started
    Bytes sessionDownloaded;
    std::int32_t progressPermille = 0; // of what is wanted, or of the check, metadata or move under way
    std::int64_t ratioPermille = 0;    // uploaded : size of what was downloaded; -1 when there is nothing to divide by
    BytesPerSecond downloadRate;       // payload
    BytesPerSecond uploadRate;
    std::optional<std::chrono::seconds> eta; // nullopt: unknown, never, or nothing left

    std::int32_t seeds = 0;          // connected
    std::int32_t peers = 0;          // connected, without seeds
    std::int32_t swarmSeeds = -1;    // as the tracker says; -1: unknown
    std::int32_t swarmPeers = -1;
    std::int32_t availabilityPermille = -1; // distributed copies; -1: unknown
    std::int32_t fileCount = 0;

    QueuePosition queuePosition{-1};
    WallTime added{};
    std::optional<WallTime> completed;
    std::optional<WallTime> lastActivity; // when payload last went to or came from a peer
    std::chrono::seconds activeTime{};
    std::chrono::seconds seedingTime{};
    TorrentLimits limits;
    ShareLimits shareLimits;
    bool ownShareLimits = false; // false: the session's hold, and `shareLimits` is empty
    std::uint64_t fixedRevision = 0; // another one when anything changed that does not change by itself; 0: not known, compare

    bool operator==(const TorrentSnapshot &) const = default;
};

} // namespace trib
