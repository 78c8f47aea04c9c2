// Makes a new session.db of what a damaged one and the snapshots hold, and sets the damaged one aside as session-damaged-<time>.db.
// The new file is complete before anything is renamed; a crash in between is continued at the next start. The profile's lock is
// held by the caller. Internal to the session store.
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/result.h"

#include <filesystem>

namespace trib::torrent {

// On failure the damaged file is where it was.
[[nodiscard]] Result<> recoverStore(const std::filesystem::path &folder, const Clock &clock, Log &log);

// Completes a recovery that had made its new file. True if there was one.
[[nodiscard]] Result<bool> finishRecovery(const std::filesystem::path &folder);

} // namespace trib::torrent
