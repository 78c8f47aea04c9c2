#include "core/torrent/path_registry.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace trib::torrent {
namespace {

[[nodiscard]] std::uint64_t keyOf(const std::string &path)
{
    return std::hash<std::string_view>{}(path);
}

} // namespace

void PathRegistry::set(const TorrentId &id, const std::vector<std::string> &paths)
{
    remove(id);
    auto &keys = m_paths[id];
    keys.reserve(paths.size());
    for (const std::string &path : paths) {
        keys.push_back(keyOf(path));
        m_owners.emplace(keys.back(), id);
    }
}

void PathRegistry::remove(const TorrentId &id)
{
    const auto mine = m_paths.find(id);
    if (mine == m_paths.end())
        return;
    for (const std::uint64_t key : mine->second) {
        const auto [first, last] = m_owners.equal_range(key);
        for (auto owner = first; owner != last; ++owner) {
            if (owner->second == id) {
                m_owners.erase(owner);
                break;
            }
        }
    }
    m_paths.erase(mine);
}

std::optional<TorrentId> PathRegistry::ownerOf(const std::string &path, const TorrentId &except) const
{
    const auto [first, last] = m_owners.equal_range(keyOf(path));
    for (auto owner = first; owner != last; ++owner) {
        if (owner->second != except)
            return owner->second;
    }
    return std::nullopt;
}

bool PathRegistry::ownedOutside(const std::string &path, const std::vector<TorrentId> &except) const
{
    const auto [first, last] = m_owners.equal_range(keyOf(path));
    return std::any_of(first, last, [&](const auto &owner) {
        return std::find(except.begin(), except.end(), owner.second) == except.end();
    });
}

std::optional<TorrentId> PathRegistry::conflict(const std::vector<std::string> &paths, const TorrentId &except) const
{
    for (const std::string &path : paths) {
        if (auto owner = ownerOf(path, except))
            return owner;
    }
    return std::nullopt;
}

} // namespace trib::torrent
