// Renaming without replacing by portable means: a second link, then removal of the first. On file systems without links the target
// is looked at first, which another program could come between.
#pragma once

#include "core/torrent/folder.h"

namespace trib::torrent {

[[nodiscard]] bool renameByLink(const Folder &from, const std::string &name, const Folder &to, const std::string &newName);

} // namespace trib::torrent
