#include "core/torrent/disk_calls.h"

#include "core/torrent/rename_fallback.h"

namespace trib::torrent {

bool renameNoReplace(const Folder &from, const std::string &name, const Folder &to, const std::string &newName)
{
    return renameByLink(from, name, to, newName);
}

void writeBehind(const FileDescriptor &, std::int64_t, std::int64_t) {}

} // namespace trib::torrent
