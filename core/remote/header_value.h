// Values of HTTP headers: "word; name=value; name=\"quoted\"" and cookies. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace trib::remote {

struct HeaderValue {
    std::string word;                              // as it was written
    std::map<std::string, std::string> parameters; // names in lower case
};

// nullopt for what is malformed, or has a parameter twice.
[[nodiscard]] std::optional<HeaderValue> parseHeaderValue(std::string_view text);

// The value of the cookie of that name; nullopt where there is none. The first of a name counts: the one with the longest path.
[[nodiscard]] std::optional<std::string> cookieValue(std::string_view header, std::string_view name);

// Without blanks and tabs at either end.
[[nodiscard]] std::string_view trimmedValue(std::string_view text);

} // namespace trib::remote
