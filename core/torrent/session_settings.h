// EngineSettings as libtorrent's settings_pack. Pure; any thread.
#pragma once

#include "core/settings/engine_settings.h"

#include <libtorrent/settings_pack.hpp>

#include <string>

namespace trib::torrent {

// Everything that a session of ours is started with: identity, security, the alerts we read, and `settings`.
[[nodiscard]] lt::settings_pack startSettings(const settings::EngineSettings &settings);

// What changes with `settings` alone.
[[nodiscard]] lt::settings_pack changedSettings(const settings::EngineSettings &settings);

// The rates that hold now: the alternative ones where these are switched on.
[[nodiscard]] BytesPerSecond downloadLimit(const settings::TransferSettings &settings);
[[nodiscard]] BytesPerSecond uploadLimit(const settings::TransferSettings &settings);

// Seconds that a tracker has for the word that we stop.
inline constexpr int kStopTrackerTimeout = 2;

// "Tributary/0.1.0"
[[nodiscard]] std::string userAgent();

// What our peer ids begin with: "-TY0100-"
[[nodiscard]] std::string peerFingerprint();

} // namespace trib::torrent
