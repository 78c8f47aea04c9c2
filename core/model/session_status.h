// SessionStatus: what the status bar shows, and what `tributaryd status` prints.
#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <system_error>

namespace trib {

struct SessionStatus {
    BytesPerSecond downloadRate;
    BytesPerSecond uploadRate;
    BytesPerSecond downloadLimit; // zero: none
    BytesPerSecond uploadLimit;
    bool alternativeLimits = false;
    std::int32_t dhtNodes = 0;
    bool dhtEnabled = false;
    bool listening = false;
    std::uint16_t listenPort = 0;
    std::string listenError;      // safe to show; empty while listening
    bool hasIncoming = false;     // someone has connected to us: the port is reachable
    Bytes downloadedEver;
    Bytes uploadedEver;
    std::optional<Bytes> freeSpace; // on the default save path's volume
    std::int32_t torrents = 0;
    Bytes sessionDownloaded;      // payload since the program started
    Bytes sessionUploaded;
    Bytes wasted;                 // of what was downloaded: came twice or was not wanted any more
    Bytes failedHash;             // of what was downloaded: wrong data
    WallTime started{};           // the engine
    std::int32_t connections = 0; // of peers, all torrents together
    std::int32_t diskJobs = 0;    // waiting for the disk
    std::int32_t filterRanges = 0; // of addresses, from the lists
    std::error_code filterError;  // of a list that could not be fetched or read; the others hold
    std::string filterList;       // which
    std::int32_t loading = 0;     // rows that are still to be handed to the engine

    bool operator==(const SessionStatus &) const = default;
};

} // namespace trib
