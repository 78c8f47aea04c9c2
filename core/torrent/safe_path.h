// Paths that strangers chose, made safe on all three systems: no "..", no drive letter, no reserved device name, no control or
// bidirectional character, no trailing dot or space, no component over 255 bytes of UTF-8, at most 64 components and 2,048 bytes.
// Pure; any thread. The same input always gives the same path.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace trib::torrent {

inline constexpr std::size_t kMaxComponent = 255;    // bytes of UTF-8
inline constexpr std::size_t kMaxComponents = 64;
inline constexpr std::size_t kMaxRelativePath = 2048; // bytes; leaves half of Linux' PATH_MAX to the folder above

// One component. Empty if nothing usable is left of it ("..", ".", or nothing but what is removed). Separators, control characters
// and invalid UTF-8 become '_', bidirectional controls vanish, trailing dots and spaces are cut, a device name gets a '_' in front.
[[nodiscard]] std::string safeComponent(std::string_view component);

// A whole relative path with '/' between components. Unusable components are left out; a path that is too deep or too long keeps its
// first folders and its file name. Empty if nothing usable is left.
[[nodiscard]] std::string safePath(std::string_view path);

// One component or a relative path with '/' made safe for a rename: NameInvalid if nothing usable is left of it.
[[nodiscard]] Result<std::string> safeRelativePath(std::string_view path);

// `name` with `suffix` before its extension ("a.txt", ".1" gives "a.1.txt"), cut to at most kMaxComponent bytes at a character.
[[nodiscard]] std::string withSuffix(std::string_view name, std::string_view suffix);

} // namespace trib::torrent
