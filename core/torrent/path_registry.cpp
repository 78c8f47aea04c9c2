#include "core/torrent/path_registry.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace trib::torrent {
namespace {

[[nodiscard]] std::uint64_t fileKey(const std::string &path)
{
    return std::hash<std::string_view>{}(path);
}

[[nodiscard]] std::uint64_t folderKey(const std::string &path)
{
    return std::hash<std::string>{}(path + '/');
}

} // namespace

void PathRegistry::set(const TorrentId &id, const ClaimedPaths &paths)
{
    remove(id);
    auto &keys = m_paths[id];
    keys.reserve(paths.files.size() + paths.folders.size());
    for (const std::string &path : paths.files)
        keys.push_back(fileKey(path));
    for (const std::string &path : paths.folders)
        keys.push_back(folderKey(path));
    for (const std::uint64_t key : keys)
        m_owners.emplace(key, id);
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

std::optional<TorrentId> PathRegistry::ownerOf(std::uint64_t key, const TorrentId &except) const
{
    const auto [first, last] = m_owners.equal_range(key);
    for (auto owner = first; owner != last; ++owner) {
        if (owner->second != except)
            return owner->second;
    }
    return std::nullopt;
}

bool PathRegistry::ownedOutside(const std::string &path, const std::vector<TorrentId> &except) const
{
    const auto [first, last] = m_owners.equal_range(fileKey(path));
    return std::any_of(first, last, [&](const auto &owner) {
        return std::find(except.begin(), except.end(), owner.second) == except.end();
    });
}

std::optional<TorrentId> PathRegistry::conflict(const ClaimedPaths &paths, const TorrentId &except) const
{
    for (const std::string &path : paths.files) {
        if (auto owner = ownerOf(fileKey(path), except))
            return owner;
        if (auto owner = ownerOf(folderKey(path), except))
            return owner;
    }
    for (const std::string &path : paths.folders) {
        if (auto owner = ownerOf(fileKey(path), except))
            return owner;
    }
    return std::nullopt;
}

} // namespace trib::torrent
