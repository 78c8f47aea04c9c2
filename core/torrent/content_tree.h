// ContentTree: the files that a torrent is to be made of, found without following a symbolic link. Reads the disk; any thread.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/torrent/folder.h"

#include <functional>
#include <string>
#include <vector>

namespace trib::torrent {

struct ContentFile {
    Components path; // below the content's folder; empty for a content that is one file
    std::int64_t size = 0;
    FileTime modified;
};

struct ContentTree {
    std::string parent; // the folder that holds the content, as the user wrote it
    std::string name;   // of the file or folder
    bool isFile = false;
    std::vector<ContentFile> files; // by path, byte by byte
    Bytes size;
    int skipped = 0;
};

// Called now and then; false gives up with Cancelled.
using KeepOn = std::function<bool()>;

// PathInvalid if there is nothing at `content`; DiskError if a part of it cannot be read; NameInvalid for names that not every system
// can have (safe_path.h), for other clients would save such files under other names; TooLarge; InvalidFileTree if nothing is in it.
[[nodiscard]] Result<ContentTree> readContentTree(const std::string &content, bool skipDotFiles, const KeepOn &keepOn);

// Open for reading, if it is still the file that was found; DiskError otherwise.
[[nodiscard]] Result<FileDescriptor> openContent(const ContentTree &tree, const ContentFile &file);

} // namespace trib::torrent
