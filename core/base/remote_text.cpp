#include "core/base/remote_text.h"

#include "core/base/utf8.h"

namespace trib {
namespace {

[[nodiscard]] bool isRemoved(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200E || c == 0x200F || c == 0x061C || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

} // namespace

std::string remoteText(std::string_view text, std::size_t maxBytes)
{
    std::string safe;
    while (!text.empty()) {
        const auto [character, length] = decodeUtf8(text);
        const std::string_view shown = character == kInvalidCharacter ? kReplacementCharacter : text.substr(0, length);
        text.remove_prefix(length);
        if (character != kInvalidCharacter && isRemoved(character))
            continue;
        if (safe.size() + shown.size() > maxBytes)
            break;
        safe.append(shown);
    }
    return safe;
}

} // namespace trib
