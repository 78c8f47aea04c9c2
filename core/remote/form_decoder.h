// Percent-encoding and urlencoded forms, of paths, queries and bodies. Strict: what is malformed, or holds a zero byte or invalid UTF-8, is
// refused as a whole. Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace trib::remote {

using Fields = std::map<std::string, std::string>;

inline constexpr std::size_t kMaxFields = 10'000; // of one request
inline constexpr std::size_t kMaxFieldName = 256; // bytes

enum class Plus { IsItself, IsSpace }; // in a path; in a query or a form

// BadRequest for a percent sign that no two hexadecimal digits follow.
[[nodiscard]] Result<std::string> percentDecoded(std::string_view text, Plus plus);

// Adds what "a=1&b=2" holds; a name that is there already gets the new value. BadRequest, TooLarge.
[[nodiscard]] Result<> decodeForm(std::string_view text, Fields &fields);

// Adds one field whose name and value are decoded. BadRequest, TooLarge.
[[nodiscard]] Result<> putField(Fields &fields, std::string name, std::string value);

// Valid UTF-8 without zero bytes.
[[nodiscard]] bool isCleanText(std::string_view text);

} // namespace trib::remote
