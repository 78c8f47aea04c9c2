#include "core/model/add_request.h"

#include "core/base/ascii.h"

#include "core/base/hex.h"

#include <algorithm>
#include <string_view>

namespace trib {
namespace {

constexpr std::size_t kMaxSources = 1000;
constexpr std::size_t kMaxLink = 64 << 10; // bytes
constexpr std::size_t kMaxPath = 16 << 10;
constexpr std::string_view kWhiteSpace = " \t\r\n\f\v";

[[nodiscard]] std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(kWhiteSpace);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kWhiteSpace) - first + 1);
}

[[nodiscard]] bool all(std::string_view text, bool (*is)(char))
{
    return std::all_of(text.begin(), text.end(), is);
}

[[nodiscard]] bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

[[nodiscard]] bool isBase32Digit(char c)
{
    return (c >= '2' && c <= '7') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

[[nodiscard]] bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

[[nodiscard]] std::optional<TorrentSource> recogniseHash(std::string_view text)
{
    if ((text.size() == 40 && all(text, isHexDigit)) || (text.size() == 32 && all(text, isBase32Digit)))
        return MagnetLink{"magnet:?xt=urn:btih:" + std::string(text)};
    const bool multihash = text.size() == 68 && text.starts_with("1220");
    const std::string_view digits = multihash ? text.substr(4) : text;
    if (digits.size() == 64 && all(digits, isHexDigit))
        return MagnetLink{"magnet:?xt=urn:btmh:1220" + std::string(digits)};
    return std::nullopt;
}

[[nodiscard]] std::optional<TorrentSource> recogniseLink(std::string_view text)
{
    if (text.size() > kMaxLink || std::any_of(text.begin(), text.end(), isControl))
        return std::nullopt;
    const auto isMoreThan = [&](std::string_view prefix) { return text.size() > prefix.size() && startsWithNoCase(text, prefix); };
    if (isMoreThan("magnet:?"))
        return MagnetLink{std::string(text)};
    if (isMoreThan("http://") || isMoreThan("https://"))
        return TorrentUrl{std::string(text)};
    return recogniseHash(text);
}

[[nodiscard]] std::string percentDecoded(std::string_view text)
{
    std::string decoded;
    while (!text.empty()) {
        std::uint8_t byte = 0;
        const bool escaped = text.size() > 2 && text.front() == '%' && fromHexInto(text.substr(1, 2), {&byte, 1});
        decoded.push_back(escaped ? static_cast<char>(byte) : text.front());
        text.remove_prefix(escaped ? 3 : 1);
    }
    return decoded;
}

// The path of a file URL of this machine, as file managers put it on the clipboard; other text as it is; empty for another scheme.
[[nodiscard]] std::string pathOf(std::string_view text)
{
    if (text.size() > kMaxPath)
        return {};
    if (!startsWithNoCase(text, "file://"))
        return text.find("://") == std::string_view::npos || text.starts_with('/') || text.starts_with('.') ? std::string(text) : std::string{};
    std::string_view path = text.substr(std::string_view("file://").size());
    if (startsWithNoCase(path, "localhost/"))
        path.remove_prefix(std::string_view("localhost").size());
    return path.starts_with('/') ? percentDecoded(path) : std::string{};
}

[[nodiscard]] bool isPath(std::string_view text)
{
    const bool drive = text.size() > 2 && text[1] == ':' && (text[2] == '\\' || text[2] == '/');
    return text.starts_with('/') || text.starts_with("./") || text.starts_with("../") || drive
        || (text.size() > 8 && startsWithNoCase(text.substr(text.size() - 8), ".torrent"));
}

} // namespace

std::optional<TorrentSource> recogniseSource(std::string_view text)
{
    text = trimmed(text);
    if (auto link = recogniseLink(text))
        return link;
    std::string path = pathOf(text);
    if (isPath(path) && std::none_of(path.begin(), path.end(), isControl))
        return TorrentFilePath{std::move(path)};
    return std::nullopt;
}

std::vector<TorrentSource> recogniseSources(std::string_view text)
{
    std::vector<TorrentSource> sources;
    while (!text.empty() && sources.size() < kMaxSources) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (auto whole = recogniseSource(line); whole && trimmed(line).find_first_of(kWhiteSpace) == std::string_view::npos) {
            sources.push_back(std::move(*whole));
            continue;
        }
        const std::size_t before = sources.size();
        for (std::string_view rest = trimmed(line); !rest.empty() && sources.size() < kMaxSources; rest = trimmed(rest)) {
            const std::string_view word = rest.substr(0, rest.find_first_of(kWhiteSpace));
            rest.remove_prefix(word.size());
            if (auto link = recogniseLink(word))
                sources.push_back(std::move(*link));
        }
        if (sources.size() == before) {
            if (auto path = recogniseSource(line))
                sources.push_back(std::move(*path));
        }
    }
    return sources;
}

} // namespace trib
