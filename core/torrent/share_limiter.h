// Share limits: when a torrent has given enough. Pure; any thread.
#pragma once

#include "core/settings/engine_settings.h"
#include "core/torrent/torrent_record.h"

#include <chrono>

namespace trib::torrent {

// The limits that hold for a torrent: its own, or else the session's.
[[nodiscard]] ShareLimits effectiveLimits(const TorrentRecord &record, const settings::TransferSettings &settings);

// True if one of the limits is met. `inactive`: how long nobody has taken anything, while it was seeding.
[[nodiscard]] bool isMet(const ShareLimits &limits, std::int64_t ratioPermille, std::chrono::seconds seedingTime, std::chrono::seconds inactive);

} // namespace trib::torrent
