// Calls to the operating system that differ between systems; errno tells why one failed. Any thread.
#pragma once

#include "core/torrent/folder.h"

namespace trib::torrent {

// Never replaces anything: EEXIST then. EXDEV between volumes.
[[nodiscard]] bool renameNoReplace(const Folder &from, const std::string &name, const Folder &to, const std::string &newName);

// Begins to write a range of a file to disk, and waits for the range before it, so that a flush at the end is short.
void writeBehind(const FileDescriptor &file, std::int64_t begin, std::int64_t length);

} // namespace trib::torrent
