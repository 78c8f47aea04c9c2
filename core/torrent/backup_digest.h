// The checksum of a backup: over every column of every row of its tables and over its manifest. Internal to the backup.
#pragma once

#include "core/base/result.h"
#include "core/database/database.h"

#include <map>
#include <string>

namespace trib::torrent {

// SHA-256 in hexadecimal. Errors of the database.
[[nodiscard]] Result<std::string> backupDigest(database::Database &backup, const std::map<std::string, std::string> &manifest);

} // namespace trib::torrent
