// Looking into a watched folder, reading a file of it and putting it away: all that touches the disk. Blocks; never on the engine thread.
// Below the folder no symbolic link is followed, and names are whatever a stranger chose.
#pragma once

#include "core/base/result.h"
#include "core/model/add_request.h"
#include "core/model/watched_folder.h"
#include "core/torrent/folder.h"

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

namespace trib::torrent {

inline constexpr std::size_t kMostWatchedFiles = 10'000;  // of one folder at a time; what comes behind waits until these are put away
inline constexpr std::size_t kMostWatchedEntries = 200'000; // names that one look reads

// What tells whether a file is the same and has not been written since.
struct FileStamp {
    std::int64_t size = 0;
    FileTime modified;
    std::uint64_t device = 0;
    std::uint64_t inode = 0;

    bool operator==(const FileStamp &) const = default;
};

struct FoundFile {
    std::string path; // relative, '/' between components
    FileStamp stamp;
};

struct FolderLook {
    bool reachable = false;
    std::vector<FoundFile> files;     // .torrent and .magnet
    std::vector<std::string> folders; // absolute; those that were looked into
};

[[nodiscard]] FolderLook lookInto(const std::string &path, bool subfolders, const std::atomic<bool> &stopping);

// What is to be added of a file: the torrent, or the links of a .magnet, at least one and one a line. FileUnreadable (also when it is not the
// file of that stamp any more), FileTooLarge, InvalidMagnet.
[[nodiscard]] Result<std::vector<TorrentSource>> readWatched(const std::string &folder, const FoundFile &file);

// Renames, trashes or deletes it. Nothing happens to a file that is not that of the stamp any more. NoTrash, DiskError.
[[nodiscard]] Result<> putAway(const std::string &folder, const FoundFile &file, AfterAdding after);

} // namespace trib::torrent
