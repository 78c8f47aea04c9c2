// FileRemoval: what removing a torrent with its files takes away, and taking it away: to the trash of the volume
// (freedesktop.org Trash specification 1.0) or for good. Only files of the torrent, folders only when empty and made by torrents.
// Functions that look at and change the disk: not on the engine thread.
#pragma once

#include "core/base/result.h"
#include "core/model/commands.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace trib::torrent {

// The files of one torrent: absolute save path, and paths relative to it ('/' between components, as in the metainfo).
struct ContentFiles {
    std::string savePath;
    std::vector<std::string> files;
};

// Files that are there and regular; what is a symbolic link, or lies behind one below the save path, is none of the torrent's.
// trashAvailable is false if any file's volume has no trash that this user may write to. `others`: the absolute paths (as absolutePath() gives them) of all other torrents' files, which stay.
[[nodiscard]] RemovalPlan planRemoval(const std::vector<ContentFiles> &torrents, const std::unordered_set<std::string> &others);

// Carries the plan out. DiskError names the first file that could not be taken away; the rest is attempted all the same. Where there
// is no trash, Trash leaves the file where it is (DiskError): only Delete deletes. A folder all files of which go, goes to the trash
// as one item. Folders that the torrents' paths name are removed when empty; the save path never.
// A file that became shared or changed into a folder or symbolic link since is left alone. Symbolic links are never followed out of
// the save path.
[[nodiscard]] Result<> removeFiles(const RemovalPlan &plan, const std::vector<ContentFiles> &torrents, FileDisposal disposal);

// Lexically normal absolute path, the form in which paths are compared (folded to lower case where the system does).
[[nodiscard]] std::string absolutePath(const std::string &savePath, const std::string &relative);

} // namespace trib::torrent
