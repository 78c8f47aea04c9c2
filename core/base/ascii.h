// ASCII letters without regard to case, whatever the locale: for the words of protocols.
#pragma once

#include <algorithm>
#include <string_view>

namespace trib {

[[nodiscard]] constexpr char toLowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// `lowerCase` has no capitals.
[[nodiscard]] inline bool equalsNoCase(std::string_view text, std::string_view lowerCase)
{
    return std::equal(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(), [](char t, char l) { return toLowerAscii(t) == l; });
}

[[nodiscard]] inline bool startsWithNoCase(std::string_view text, std::string_view lowerCase)
{
    return equalsNoCase(text.substr(0, lowerCase.size()), lowerCase);
}

} // namespace trib
