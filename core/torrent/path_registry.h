// PathRegistry: which torrent writes which file, so that two never write the same one. Keeps a 64-bit hash a file, not the path: a
// collision can only refuse, never allow. Engine thread.
#pragma once

#include "core/model/info_hash.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace trib::torrent {

class PathRegistry {
public:
    // Absolute paths in the form of absolutePath(). Replaces what the torrent had.
    void set(const TorrentId &id, const std::vector<std::string> &paths);
    void remove(const TorrentId &id);

    // Another torrent than `except` that has `path`.
    [[nodiscard]] std::optional<TorrentId> ownerOf(const std::string &path, const TorrentId &except) const;
    // A torrent that is none of `except` has `path`.
    [[nodiscard]] bool ownedOutside(const std::string &path, const std::vector<TorrentId> &except) const;
    // The first of the other torrents that has one of `paths`.
    [[nodiscard]] std::optional<TorrentId> conflict(const std::vector<std::string> &paths, const TorrentId &except) const;

private:
    std::unordered_multimap<std::uint64_t, TorrentId> m_owners;
    std::unordered_map<TorrentId, std::vector<std::uint64_t>> m_paths;
};

} // namespace trib::torrent
