#include "core/base/hex.h"

namespace trib {
namespace {

[[nodiscard]] int digitValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::string toHex(std::span<const std::uint8_t> bytes)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text.push_back(kDigits[byte >> 4]);
        text.push_back(kDigits[byte & 15]);
    }
    return text;
}

Result<std::vector<std::uint8_t>> fromHex(std::string_view text)
{
    std::vector<std::uint8_t> bytes(text.size() / 2);
    if (text.size() % 2 != 0)
        return failure(BaseErrc::InvalidHex, "an odd number of digits");
    return fromHexInto(text, bytes).map([&](std::monostate) { return std::move(bytes); });
}

Result<> fromHexInto(std::string_view text, std::span<std::uint8_t> bytes)
{
    if (text.size() != bytes.size() * 2)
        return failure(BaseErrc::WrongLength, "expected " + std::to_string(bytes.size() * 2) + " hexadecimal digits");
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const int high = digitValue(text[2 * i]);
        const int low = digitValue(text[2 * i + 1]);
        if (high < 0 || low < 0)
            return failure(BaseErrc::InvalidHex, "not a hexadecimal digit");
        bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return success();
}

} // namespace trib
