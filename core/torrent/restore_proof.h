// After a restore what is stored of a torrent may be older than its files. Internal to the restore.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/database/database.h"

#include <cstddef>

namespace trib::torrent {

// Forgets which pieces there are of every torrent with a file that was written, replaced or renamed since `made`, or that cannot be looked
// at: it is checked by its hashes when it is loaded. What is untouched since is as it was stored. Looks at all files; returns how many
// torrents are to be checked.
[[nodiscard]] Result<std::size_t> forgetUnprovenPieces(database::Database &store, WallTime made);

} // namespace trib::torrent
