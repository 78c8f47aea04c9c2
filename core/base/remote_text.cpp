#include "core/base/remote_text.h"

#include <cstdint>

namespace trib {
namespace {

constexpr char32_t kInvalid = 0xFFFFFFFF;

struct Decoded {
    char32_t character;
    std::size_t length; // bytes consumed, at least 1
};

[[nodiscard]] Decoded decode(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || lead > 0xF4 || text.size() < length)
        return {kInvalid, 1};
    char32_t character = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return {kInvalid, 1};
        character = (character << 6) | (byte(i) & 0x3Fu);
    }
    static constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (character < kSmallest[length] || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
        return {kInvalid, 1};
    return {character, length};
}

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
        const auto [character, length] = decode(text);
        const std::string_view shown = character == kInvalid ? std::string_view("\xEF\xBF\xBD") : text.substr(0, length);
        text.remove_prefix(length);
        if (character != kInvalid && isRemoved(character))
            continue;
        if (safe.size() + shown.size() > maxBytes)
            break;
        safe.append(shown);
    }
    return safe;
}

} // namespace trib
