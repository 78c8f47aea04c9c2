#include "core/remote/header_value.h"

#include "core/base/ascii.h"

#include <algorithm>

namespace trib::remote {
namespace {

constexpr std::string_view kBlanks = " \t";
constexpr std::size_t kMaxParameters = 16;

// Takes "..." from the front of `text`; nullopt where it has no end. Browsers send a backslash for itself as often as for an escape.
[[nodiscard]] std::optional<std::string> takeQuoted(std::string_view &text)
{
    std::string value;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return value;
        }
        const bool escapes = text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\');
        value.push_back(text[escapes ? ++i : i]);
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<std::string> takeValue(std::string_view &text)
{
    if (text.starts_with('"'))
        return takeQuoted(text);
    const std::string_view value = text.substr(0, text.find(';'));
    text.remove_prefix(value.size());
    return std::string(trimmedValue(value));
}

void skipBlanks(std::string_view &text)
{
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
}

// Takes "; name=value" from the front of `text`.
[[nodiscard]] bool takeParameter(std::string_view &text, HeaderValue &into)
{
    if (!text.starts_with(';') || into.parameters.size() >= kMaxParameters)
        return false;
    text.remove_prefix(1);
    skipBlanks(text);
    if (text.empty())
        return true; // a semicolon at the end
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return false;
    std::string name(text.substr(0, equals));
    std::transform(name.begin(), name.end(), name.begin(), toLowerAscii);
    if (name.find_first_of(" \t\";") != std::string::npos)
        return false;
    text.remove_prefix(equals + 1);
    auto value = takeValue(text);
    skipBlanks(text);
    return value && into.parameters.emplace(std::move(name), std::move(*value)).second;
}

} // namespace

std::string_view trimmedValue(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::optional<HeaderValue> parseHeaderValue(std::string_view text)
{
    HeaderValue value{std::string(trimmedValue(text.substr(0, text.find(';')))), {}};
    text.remove_prefix(std::min(text.find(';'), text.size()));
    while (!text.empty()) {
        if (!takeParameter(text, value))
            return std::nullopt;
    }
    return value;
}

std::optional<std::string> cookieValue(std::string_view header, std::string_view name)
{
    while (!header.empty()) {
        const std::string_view pair = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(pair.size() + 1, header.size()));
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos && trimmedValue(pair.substr(0, equals)) == name)
            return std::string(trimmedValue(pair.substr(equals + 1)));
    }
    return std::nullopt;
}

} // namespace trib::remote
