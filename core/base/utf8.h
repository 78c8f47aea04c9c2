// UTF-8, one character at a time, of text that may be anything. Pure; any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace trib {

inline constexpr char32_t kInvalidCharacter = 0xFFFFFFFF;
inline constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD"; // U+FFFD

struct DecodedCharacter {
    char32_t character; // kInvalidCharacter for a byte that begins no valid sequence
    std::size_t length; // bytes consumed, at least 1
};

// `text` is not empty. Overlong forms, surrogates and what is beyond U+10FFFF are invalid.
[[nodiscard]] DecodedCharacter decodeUtf8(std::string_view text);

} // namespace trib
