// Inflates gzip in pieces, within bounds. Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace trib::torrent {

[[nodiscard]] bool isGzip(std::span<const std::uint8_t> bytes);

// Hands the content to `take` as it comes, until that returns false. FileTooLarge beyond `most` bytes, FileUnreadable for damage.
[[nodiscard]] Result<> inflate(std::span<const std::uint8_t> gzip, std::size_t most, const std::function<bool(std::string_view)> &take);

} // namespace trib::torrent
