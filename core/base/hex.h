// Hexadecimal text of byte sequences.
#pragma once

#include "core/base/base_error.h"
#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trib {

// Lower-case, two digits a byte.
[[nodiscard]] std::string toHex(std::span<const std::uint8_t> bytes);

// Accepts both cases; InvalidHex for anything else.
[[nodiscard]] Result<std::vector<std::uint8_t>> fromHex(std::string_view text);

// WrongLength unless the text is exactly 2 * bytes.size() digits. On failure `bytes` is unspecified.
[[nodiscard]] Result<> fromHexInto(std::string_view text, std::span<std::uint8_t> bytes);

} // namespace trib
