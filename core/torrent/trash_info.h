// The text of a .trashinfo file, and names for what is trashed (freedesktop.org Trash specification 1.0). Pure; any thread.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace trib::torrent {

// `path` as the file was called, absolute or relative to the folder that holds the trash; bytes, not characters, are encoded.
[[nodiscard]] std::string trashInfo(std::string_view path, std::chrono::system_clock::time_point deleted);

// The name for the attempt-th try (from 1): "name", then "name.2", "name.3"; short enough for ".trashinfo" to follow.
[[nodiscard]] std::string trashName(std::string_view name, int attempt);

} // namespace trib::torrent
