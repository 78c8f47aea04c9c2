// Files that must be there after a power cut: synchronised before their name means anything. Any thread.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace trib::torrent {

// Gives the finished file `from` the name `to`, replacing what is there: content first, then the name, then the folder.
[[nodiscard]] Result<> renameDurably(const std::filesystem::path &from, const std::filesystem::path &to);

enum class Existing { Keep, Replace };

// A whole new file, there under its name only when it is complete. TargetExists if it is there already and is to be kept; DiskError.
[[nodiscard]] Result<> writeDurably(const std::filesystem::path &path, std::span<const std::uint8_t> bytes, Existing existing);

} // namespace trib::torrent
