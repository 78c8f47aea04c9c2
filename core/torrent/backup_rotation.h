// The backups that are made by themselves: their names, which is due, which go. Blocks; any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/settings/automation_settings.h"
#include "core/torrent/backup_file.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace trib::torrent {

[[nodiscard]] std::string backupName(WallTime time); // tributary-2026-11-23-1542.backup, UTC
[[nodiscard]] std::optional<WallTime> backupTime(std::string_view name); // nullopt: no such name

// Makes one if the newest of this profile is old enough, then removes the oldest beyond the number to keep. Only files of such a name
// that are backups of this very profile are ever removed, and none before the new one is whole. True if one was made.
[[nodiscard]] Result<bool> backUpIfDue(const std::filesystem::path &profile, const settings::BackupSettings &settings, const BackupFiles &files,
                                       const Clock &clock);

} // namespace trib::torrent
