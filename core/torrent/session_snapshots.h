// The daily copies of session.db in snapshots/. Each is a checked file with a rollback journal: it stands for itself. Internal to the
// session store.
#pragma once

#include "core/base/result.h"
#include "core/database/database.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace trib::torrent {

inline constexpr std::size_t kSnapshotsKept = 7;

// Newest first, by the date in the name; a file that has another kind of name is none of ours.
[[nodiscard]] std::vector<std::filesystem::path> snapshotFiles(const std::filesystem::path &folder);

// Read-only, with its schema verified; a newer or damaged one is an error.
[[nodiscard]] Result<database::Database> openSnapshot(const std::filesystem::path &file);

} // namespace trib::torrent
