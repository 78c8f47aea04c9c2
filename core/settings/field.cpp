#include "core/settings/field.h"

#include <charconv>

namespace trib::settings {

Result<std::int64_t> parseInteger(std::string_view text, Range range)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return failure(EngineErrc::InvalidSetting, "not a whole number");
    if (value < range.lowest || value > range.highest)
        return failure(EngineErrc::InvalidSetting, "must be from " + std::to_string(range.lowest) + " to " + std::to_string(range.highest));
    return value;
}

Result<bool> parseBoolean(std::string_view text)
{
    if (text == "true" || text == "1")
        return true;
    if (text == "false" || text == "0")
        return false;
    return failure(EngineErrc::InvalidSetting, "must be true or false");
}

} // namespace trib::settings
