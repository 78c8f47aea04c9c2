// Putting a backup in the place of what a profile holds. Staging reads and checks all of it beside the profile, which a running program may
// go on using; committing is one rename; the next one to open the profile completes it, however often it is interrupted. What was there
// is set aside in "replaced-<time>" and never deleted. Blocks; any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/torrent/backup_file.h"

#include <filesystem>

namespace trib::torrent {

struct StagedRestore {
    BackupManifest manifest;
    std::size_t toCheck = 0; // torrents whose files are newer than the backup: checked by their hashes when they are loaded
};

// Makes the new profile beside the old one. On failure nothing is left of it; the old one is not touched either way. Errors as those of
// verifyBackup(); NotEnoughSpace, StoreUnavailable.
[[nodiscard]] Result<StagedRestore> stageRestore(const std::filesystem::path &profile, const std::filesystem::path &file);
void discardStaged(const std::filesystem::path &profile);

// From here on the staged one is the profile's.
[[nodiscard]] Result<> commitRestore(const std::filesystem::path &profile);

// Puts a committed one in place. The caller has the profile to itself. True if there was one.
[[nodiscard]] Result<bool> finishRestore(const std::filesystem::path &profile, const Clock &clock);

} // namespace trib::torrent
