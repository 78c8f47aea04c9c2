// What a torrent is doing, and what keeps it from doing it. ui/text makes the sentence that a user reads.
#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace trib {

enum class TorrentState : std::uint8_t {
    Loading,          // in the list from session.db, not yet with the engine
    FetchingMetadata, // a magnet link whose info dictionary is still to come (BEP 9)
    QueuedForCheck,
    Checking,
    QueuedForDownload,
    Downloading,
    Stopped,          // not complete, stopped by the user or a limit
    Moving,           // its files are on their way to another folder
    QueuedForSeeding,
    Seeding,
    Finished,         // everything that is wanted is there; stopped by the user or a share limit
    Failed,           // see Problem
};

enum class ProblemKind : std::uint8_t {
    None,
    NoSpace,          // `path` names the folder, `needed` and `available` the bytes
    VolumeOffline,    // `path` names the folder whose drive is not connected
    MissingFiles,     // files that should be there are gone or changed; `path` names one
    PermissionDenied, // `path`
    DiskError,        // `path`, and `text` is the operating system's word
    UnreadableRecord, // the stored record cannot be read; it can be repaired or removed
    PathInUse,        // `text` names the other torrent
    InvalidMetadata,  // peers delivered an info dictionary that is refused; `text` says why
    V2OnlyUnsafe,     // version 2 only, which the libtorrent at hand cannot download safely; `text` is its version
    Internal,         // the engine failed; `text` is its word
};

// `path` is UTF-8, from this machine; `text` is plain text, possibly from a stranger and already made safe by remoteText().
struct Problem {
    ProblemKind kind = ProblemKind::None;
    std::string path;
    std::string text;
    Bytes needed;
    Bytes available;

    bool operator==(const Problem &) const = default;
    explicit operator bool() const { return kind != ProblemKind::None; }
};

// Stable names for machine-readable output: "downloading", "no-space".
[[nodiscard]] std::string_view stateName(TorrentState state);
[[nodiscard]] std::string_view problemName(ProblemKind kind);

} // namespace trib
