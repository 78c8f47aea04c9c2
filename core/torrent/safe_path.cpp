#include "core/torrent/safe_path.h"

#include "core/base/ascii.h"
#include "core/base/remote_text.h"
#include "core/model/engine_error.h"

#include <algorithm>
#include <array>
#include <vector>

namespace trib::torrent {
namespace {

constexpr std::size_t kMaxExtension = 16;

// Windows gives these to devices in every folder, with any extension: "nul.txt" is NUL.
[[nodiscard]] bool isDeviceName(std::string_view component)
{
    std::string_view stem = component.substr(0, component.find('.'));
    stem = stem.substr(0, stem.find_last_not_of(' ') + 1);
    static constexpr std::array<std::string_view, 7> kNames{"con", "prn", "aux", "nul", "clock$", "conin$", "conout$"};
    if (std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) { return equalsNoCase(stem, name); }))
        return true;
    if (stem.size() < 4 || !(equalsNoCase(stem.substr(0, 3), "com") || equalsNoCase(stem.substr(0, 3), "lpt")))
        return false;
    const std::string_view digit = stem.substr(3);
    return (digit.size() == 1 && digit[0] >= '0' && digit[0] <= '9')
        || digit == "\xC2\xB9" || digit == "\xC2\xB2" || digit == "\xC2\xB3"; // superscript 1, 2, 3 count as digits there
}

[[nodiscard]] bool isDriveLetter(std::string_view component)
{
    return component.size() >= 2 && component[1] == ':' && toLowerAscii(component[0]) >= 'a' && toLowerAscii(component[0]) <= 'z';
}

void cutTrailing(std::string &component)
{
    component.erase(component.find_last_not_of(". ") + 1);
}

[[nodiscard]] std::size_t characterBoundary(std::string_view text, std::size_t length)
{
    while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
        --length;
    return length;
}

[[nodiscard]] std::string replaceUnsafe(std::string_view component)
{
    std::string text(component);
    for (char &c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '/' || c == '\\')
            c = '_';
    }
    std::string safe = remoteText(text, text.size() * 3); // U+FFFD, which stands for one invalid byte, has three
    for (std::size_t at = safe.find("\xEF\xBF\xBD"); at != std::string::npos; at = safe.find("\xEF\xBF\xBD", at))
        safe.replace(at, 3, 1, '_');
    return safe;
}

[[nodiscard]] std::vector<std::string> usableComponents(std::string_view path)
{
    std::vector<std::string> components;
    while (!path.empty()) {
        const std::string_view component = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(component.size() + 1, path.size()));
        if (std::string safe = safeComponent(component); !safe.empty())
            components.push_back(std::move(safe));
    }
    return components;
}

} // namespace

std::string withSuffix(std::string_view name, std::string_view suffix)
{
    const auto dot = name.rfind('.');
    const bool hasExtension = dot != std::string_view::npos && dot > 0 && name.size() - dot <= kMaxExtension;
    const std::string_view extension = hasExtension ? name.substr(dot) : std::string_view{};
    std::string_view stem = name.substr(0, name.size() - extension.size());
    const std::size_t room = kMaxComponent - std::min(kMaxComponent, suffix.size() + extension.size());
    if (stem.size() > room)
        stem = stem.substr(0, characterBoundary(stem, room));
    return std::string(stem).append(suffix).append(extension);
}

std::string safeComponent(std::string_view component)
{
    if (component == "." || component == "..")
        return {};
    std::string safe = replaceUnsafe(component);
    if (safe.empty() || safe == "." || safe == "..")
        return {};
    cutTrailing(safe);
    if (safe.empty())
        return "_"; // a name of dots or spaces alone
    if (isDriveLetter(safe))
        safe[1] = '_';
    if (isDeviceName(safe))
        safe.insert(safe.begin(), '_');
    if (safe.size() > kMaxComponent) {
        safe = withSuffix(safe, {});
        cutTrailing(safe);
    }
    return safe;
}

std::string safePath(std::string_view path)
{
    const std::vector<std::string> components = usableComponents(path);
    if (components.empty())
        return {};
    const std::string &leaf = components.back();
    std::string safe;
    for (std::size_t i = 0; i + 1 < components.size() && i + 1 < kMaxComponents; ++i) {
        if (safe.size() + components[i].size() + 1 + leaf.size() > kMaxRelativePath)
            break;
        safe.append(components[i]).push_back('/');
    }
    return safe.append(leaf);
}

Result<std::string> safeRelativePath(std::string_view path)
{
    std::string safe = safePath(path);
    if (safe.empty())
        return failure(EngineErrc::NameInvalid, "nothing usable in this name");
    return safe;
}

} // namespace trib::torrent
