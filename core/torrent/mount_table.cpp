#include "core/torrent/mount_table.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace trib::torrent {

namespace {

bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}

// The kernel writes space, tab, newline and backslash as \ooo.
std::string unescaped(std::string_view text)
{
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size() && isOctal(text[i + 1]) && isOctal(text[i + 2]) && isOctal(text[i + 3])) {
            plain.push_back(static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0')));
            i += 3;
        } else {
            plain.push_back(text[i]);
        }
    }
    return plain;
}

std::vector<std::string_view> words(std::string_view line)
{
    std::vector<std::string_view> found;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        found.push_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return found;
}

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

// id parent major:minor root mount-point options [optional fields ...] - type source super-options
std::optional<Mount> parseLine(std::string_view line)
{
    const auto fields = words(line);
    const auto dash = std::find(fields.begin() + std::min<std::ptrdiff_t>(6, std::ssize(fields)), fields.end(), "-");
    if (fields.size() < 6 || std::distance(dash, fields.end()) < 3)
        return std::nullopt;
    const auto id = number(fields[0]);
    const auto parent = number(fields[1]);
    if (!id || !parent || !fields[4].starts_with('/'))
        return std::nullopt;
    return Mount{*id, *parent, unescaped(fields[3]), unescaped(fields[4]), unescaped(dash[1]), unescaped(dash[2])};
}

bool isBelowOrAt(std::string_view path, std::string_view folder)
{
    if (folder == "/")
        return path.starts_with('/');
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

} // namespace

MountTable MountTable::parse(std::string_view mountInfo)
{
    std::vector<Mount> mounts;
    while (!mountInfo.empty()) {
        const std::size_t end = std::min(mountInfo.find('\n'), mountInfo.size());
        if (auto mount = parseLine(mountInfo.substr(0, end)))
            mounts.push_back(std::move(*mount));
        mountInfo.remove_prefix(std::min(end + 1, mountInfo.size()));
    }
    return MountTable(std::move(mounts));
}

const Mount *MountTable::root() const
{
    const auto isRoot = [this](const Mount &mount) {
        return mount.mountPoint == "/" && (mount.id == mount.parent || std::ranges::none_of(m_mounts, [&](const Mount &other) {
            return other.id == mount.parent && other.id != mount.id;
        }));
    };
    const auto found = std::ranges::find_if(m_mounts, isRoot);
    return found == m_mounts.end() ? nullptr : &*found;
}

MountTable MountTable::withRoot() const
{
    if (m_mounts.empty() || root())
        return *this;
    std::vector<Mount> mounts = m_mounts;
    const auto isKnown = [this](int id) { return std::ranges::any_of(m_mounts, [id](const Mount &mount) { return mount.id == id; }); };
    std::optional<int> unseen;
    for (Mount &mount : mounts) {
        if (!isKnown(mount.parent))
            mount.parent = unseen ? *unseen : unseen.emplace(mount.parent);
    }
    if (unseen)
        mounts.push_back({*unseen, *unseen, "/", "/", {}, {}});
    return MountTable(std::move(mounts));
}

// The first mount that a walk along `path` steps onto after `from`: what lies deeper on `from` itself is hidden by it.
const Mount *MountTable::next(const Mount &from, std::string_view path) const
{
    const Mount *nearest = nullptr;
    for (const Mount &mount : m_mounts) {
        if (mount.parent != from.id || mount.id == from.id || !isBelowOrAt(path, mount.mountPoint))
            continue;
        if (!nearest || mount.mountPoint.size() < nearest->mountPoint.size())
            nearest = &mount;
    }
    return nearest;
}

const Mount *MountTable::find(std::string_view path) const
{
    const Mount *mount = root();
    // A damaged table could hold a circle of parents.
    for (std::size_t steps = 0; mount && steps <= m_mounts.size(); ++steps) {
        const Mount *deeper = next(*mount, path);
        if (!deeper)
            break;
        mount = deeper;
    }
    return mount;
}

} // namespace trib::torrent
