// The backup of a whole profile in one file: a copy of session.db that says of itself that it is a backup, with other files of the profile
// in a table, a manifest and a checksum over all of it. Blocks; any thread, beside the engine's own use of session.db.
#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/database/database.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trib::torrent {

inline constexpr std::int64_t kBackupApplicationId = 0x5452424B; // "TRBK"
inline constexpr int kBackupFormat = 1;
inline constexpr Bytes kMaxBackupFile{16 << 20}; // of a file that goes with session.db
inline constexpr std::size_t kMostBackupFiles = 100;

struct BackupManifest {
    int format = kBackupFormat;
    std::string version;  // of the program that made it
    WallTime made{};
    std::int64_t torrents = 0;
    std::string profile;  // the folder it was made of: whose it is
    std::vector<std::string> files;
};

// Path and name of a file that goes with it.
using BackupFiles = std::vector<std::pair<std::string, std::string>>;

// A name that may stand in the profile's folder: letters, digits, '.', '-', '_', and none of the names that the store uses itself.
[[nodiscard]] bool isBackupFileName(std::string_view name);

// A new file at `path`, private to its user, there under its name only when it is whole and durable. Files that do not exist are left
// out. PathInvalid, TargetExists, NotEnoughSpace, DiskError; StoreDamaged or StoreUnavailable of session.db; FileTooLarge, NameInvalid.
[[nodiscard]] Result<> writeBackup(const std::filesystem::path &profile, const std::string &path, const BackupFiles &files, const Clock &clock);

// Reads all of it. StoreDamaged (also for a file that is no backup of ours), StoreNewer, FileUnreadable.
[[nodiscard]] Result<BackupManifest> verifyBackup(const std::filesystem::path &file);
// The same of one that is open.
[[nodiscard]] Result<BackupManifest> verifyBackup(database::Database &backup);

// The manifest alone; as quick as opening a file.
[[nodiscard]] Result<BackupManifest> readManifest(database::Database &backup);

} // namespace trib::torrent
