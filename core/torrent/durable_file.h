// Files that must be there after a power cut: synchronised before their name means anything. Any thread.
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace trib::torrent {

// Gives the finished file `from` the name `to`, replacing what is there: content first, then the name, then the folder.
[[nodiscard]] Result<> renameDurably(const std::filesystem::path &from, const std::filesystem::path &to);

} // namespace trib::torrent
