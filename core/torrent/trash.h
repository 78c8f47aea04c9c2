// Trash: where removed files wait to be taken back. trash_freedesktop.cpp follows the freedesktop.org Trash specification 1.0;
// trash_generic.cpp asks Qt. Blocks; any thread.
#pragma once

#include "core/base/result.h"
#include "core/torrent/folder.h"

#include <string>

namespace trib::torrent {

// Whether something in this folder could be moved to a trash now. Creates nothing.
[[nodiscard]] bool hasTrash(const std::string &folder);

// Moves an entry (a file, or a folder with all that is in it) of `folder`, whose path is `path`, to the trash of its volume.
// DiskError if there is none or it fails; the entry is where it was then.
[[nodiscard]] Result<> moveToTrash(const Folder &folder, const std::string &path, const std::string &name);

} // namespace trib::torrent
