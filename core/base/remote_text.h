// Text that a stranger chose (torrent names, tracker messages, client names) made safe to show: S21 of the security requirements.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trib {

inline constexpr std::size_t kMaxRemoteText = 1024; // bytes of UTF-8; longer than any name worth reading, short enough to lay out

// Valid UTF-8 of at most `maxBytes`, cut at a character: control characters, bidirectional controls (U+202A-202E, U+2066-2069,
// U+200E, U+200F, U+061C), line and paragraph separators and byte-order marks are removed, invalid sequences become U+FFFD.
[[nodiscard]] std::string remoteText(std::string_view text, std::size_t maxBytes = kMaxRemoteText);

} // namespace trib
