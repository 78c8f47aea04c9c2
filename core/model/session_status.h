// SessionStatus: what the status bar shows, and what `tributaryd status` prints.
#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <optional>
#include <string>

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
    std::int32_t loading = 0;     // rows that are still to be handed to the engine

    bool operator==(const SessionStatus &) const = default;
};

} // namespace trib
