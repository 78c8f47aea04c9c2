// PathRegistry: which torrent writes which file, so that two never write the same one, nor a file where another has a folder. Keeps a 64-bit hash a file, not the path: a
// collision can only refuse, never allow. Engine thread.
#pragma once

#include "core/model/info_hash.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace trib::torrent {

// Absolute paths in the form of absolutePath(): the files of a torrent, and the folders below its save path that hold them.
struct ClaimedPaths {
    std::vector<std::string> files;
    std::vector<std::string> folders;
};

class PathRegistry {
public:
    // Replaces what the torrent had.
    void set(const TorrentId &id, const ClaimedPaths &paths);
    void remove(const TorrentId &id);

    // A torrent that is none of `except` has the file `path`.
    [[nodiscard]] bool ownedOutside(const std::string &path, const std::vector<TorrentId> &except) const;
    // The first of the other torrents that `paths` get in the way of. Folders are shared.
    [[nodiscard]] std::optional<TorrentId> conflict(const ClaimedPaths &paths, const TorrentId &except) const;

private:
    [[nodiscard]] std::optional<TorrentId> ownerOf(std::uint64_t key, const TorrentId &except) const;

    std::unordered_multimap<std::uint64_t, TorrentId> m_owners;
    std::unordered_map<TorrentId, std::vector<std::uint64_t>> m_paths;
};

} // namespace trib::torrent
