// TorrentRecord: the small hot row of a torrent in session.db: everything but the metainfo and the resume data, which are blobs.
// Enough to show the row at start before libtorrent has seen the torrent.
#pragma once

#include "core/model/torrent_snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace trib::torrent {

// What tells a volume apart from the empty folder that its mount point leaves behind.
struct VolumeIdentity {
    std::string mountPoint; // absolute; empty: not known, and then never "offline"
    std::string device;     // what is mounted there: the source and file system type, or a volume serial number

    bool operator==(const VolumeIdentity &) const = default;
};

struct TorrentRecord {
    TorrentId id;
    InfoHash infoHash;
    std::string name;
    std::string savePath;
    VolumeIdentity volume;
    std::string movingTo;          // a move of storage under way, source still complete; empty: none
    std::string movedFrom;         // a move that has switched to savePath, source still to be removed; empty: none
    VolumeIdentity moveVolume;     // of movingTo or movedFrom, whichever is set

    bool stopped = false;          // by the user or a limit: stays so over restarts
    bool forced = false;
    bool sequential = false;
    bool firstLastFirst = false;
    bool superSeeding = false;
    bool isPrivate = false;
    bool hasMetadata = false;
    bool active = false;           // was downloading when this row was written: pieces newer than the resume data may be on disk
    QueuePosition queuePosition{-1};
    TorrentLimits limits;
    std::optional<ShareLimits> shareLimits; // nullopt: the session's

    Bytes size;                    // what follows lets a row be shown before libtorrent has loaded the torrent
    Bytes wanted;
    Bytes done;
    Bytes uploaded;
    Bytes downloaded;
    std::int32_t fileCount = 0;
    WallTime added{};
    std::optional<WallTime> completed;
    std::chrono::seconds activeTime{};
    std::chrono::seconds seedingTime{};
    std::string tracker;
    std::string contentPath;
    std::string category;
    std::vector<std::string> tags;

    bool operator==(const TorrentRecord &) const = default;
};

} // namespace trib::torrent
