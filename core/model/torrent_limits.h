// Limits of one torrent, and the conditions under which it stops seeding.
#pragma once

#include "core/base/bytes.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace trib {

// Zero means: no limit of its own (the session's limits hold for all together).
struct TorrentLimits {
    BytesPerSecond download;
    BytesPerSecond upload;
    int connections = 0;
    int uploadSlots = 0;

    bool operator==(const TorrentLimits &) const = default;
};

enum class ShareLimitAction : std::uint8_t { Stop, Remove, RemoveWithFiles };

// The first condition that is met triggers the action. nullopt: no such condition. Ratios are in thousandths: 1500 is 1.5.
struct ShareLimits {
    std::optional<std::int64_t> ratioPermille;
    std::optional<std::chrono::minutes> seedingTime;
    std::optional<std::chrono::minutes> inactiveTime;
    ShareLimitAction action = ShareLimitAction::Stop;

    bool operator==(const ShareLimits &) const = default;
};

} // namespace trib
