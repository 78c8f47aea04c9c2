// Field: one member of a settings struct: its key, its pointer, what values it accepts and one line for the documentation.
// Load, save, validation, `tributaryd --help-config` and the tests iterate the tuple that each struct's fields() returns.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/model/engine_error.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace trib::settings {

struct Range {
    std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
    std::int64_t highest = std::numeric_limits<std::int64_t>::max();
};

[[nodiscard]] constexpr Range inRange(std::int64_t lowest, std::int64_t highest)
{
    return {lowest, highest};
}

template <class Struct, class T>
struct Field {
    std::string_view key; // "area/name": stable, part of stored data
    T Struct::*member;
    std::string_view help; // English, one sentence, with the unit
    Range range{};
};

// Text forms, locale-free: integers and durations as decimal, booleans as true and false, strings as they are, enums as their
// numbers within the field's range. InvalidSetting when the text is not of the form or out of range.
[[nodiscard]] Result<std::int64_t> parseInteger(std::string_view text, Range range);
[[nodiscard]] Result<bool> parseBoolean(std::string_view text);

template <class T>
[[nodiscard]] std::string toText(const T &value)
{
    if constexpr (std::is_same_v<T, std::string>)
        return value;
    else if constexpr (std::is_same_v<T, bool>)
        return value ? "true" : "false";
    else if constexpr (std::is_enum_v<T>)
        return std::to_string(static_cast<std::int64_t>(value));
    else if constexpr (std::is_integral_v<T>)
        return std::to_string(value);
    else
        return std::to_string(value.count()); // Bytes, BytesPerSecond, std::chrono durations
}

template <class T>
[[nodiscard]] Result<T> fromText(std::string_view text, Range range)
{
    if constexpr (std::is_same_v<T, std::string>) {
        return std::string(text);
    } else if constexpr (std::is_same_v<T, bool>) {
        return parseBoolean(text);
    } else {
        if constexpr (std::is_integral_v<T>) {
            range.lowest = std::max(range.lowest, static_cast<std::int64_t>(std::numeric_limits<T>::min()));
            range.highest = std::min(range.highest, static_cast<std::int64_t>(std::numeric_limits<T>::max()));
        }
        return parseInteger(text, range).map([](std::int64_t value) { return static_cast<T>(value); });
    }
}

using TextMap = std::map<std::string, std::string, std::less<>>;

template <class Struct>
void save(const Struct &settings, TextMap &map)
{
    std::apply([&](const auto &...field) { ((map[std::string(field.key)] = toText(settings.*field.member)), ...); }, Struct::fields());
}

// Sets the member whose key is `key`. InvalidSetting for an unknown key or an unacceptable value; then nothing changes.
template <class Struct>
[[nodiscard]] Result<> set(Struct &settings, std::string_view key, std::string_view text)
{
    Result<> result = failure(EngineErrc::InvalidSetting, "unknown key " + std::string(key));
    const auto trySet = [&]<class T>(const Field<Struct, T> &field) {
        if (field.key != key)
            return;
        auto value = fromText<T>(text, field.range);
        if (value)
            settings.*field.member = std::move(*value);
        result = value ? success() : Result<>(failure(EngineErrc::InvalidSetting, std::string(key) + ": " + value.error().detail));
    };
    std::apply([&](const auto &...field) { (trySet(field), ...); }, Struct::fields());
    return result;
}

} // namespace trib::settings
