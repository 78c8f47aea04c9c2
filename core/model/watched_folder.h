// WatchedFolder: a folder whose .torrent files are added by themselves, and how. Stored in session.db.
#pragma once

#include "core/model/add_request.h"

#include <cstdint>
#include <string>
#include <system_error>
#include <vector>

namespace trib {

// What becomes of a file whose torrent was added or is in the list already. One that could not be read stays as it is and is looked at
// again when it changes.
enum class AfterAdding : std::uint8_t { Rename, Trash, Delete }; // Rename: ".added" behind its name

struct WatchedFolder {
    std::string path;        // absolute
    bool subfolders = false;
    AfterAdding after = AfterAdding::Rename;
    std::string savePath;    // as in AddRequest
    std::string category;
    std::vector<std::string> tags;
    bool stopped = false;
    ContentLayout layout = ContentLayout::Original;

    bool operator==(const WatchedFolder &) const = default;
};

// What the engine says of one just now. Not stored.
struct WatchedFolderState {
    WatchedFolder folder;
    bool reachable = true;   // false: it is not there or cannot be read
    std::string refused;     // name of the file that was looked at last and not added, safe to show; empty: none
    std::error_code reason;  // why

    bool operator==(const WatchedFolderState &) const = default;
};

using WatchedFolders = std::vector<WatchedFolderState>; // sorted by path

} // namespace trib
