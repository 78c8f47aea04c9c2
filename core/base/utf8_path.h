// Paths as UTF-8 text, which is how the program stores and shows them on every system, and as the standard library's paths.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace trib {

[[nodiscard]] inline std::filesystem::path fromUtf8(std::string_view text)
{
    return std::filesystem::path(std::u8string(text.begin(), text.end()));
}

[[nodiscard]] inline std::string toUtf8(const std::filesystem::path &path)
{
    const std::u8string text = path.u8string();
    return std::string(text.begin(), text.end());
}

} // namespace trib
