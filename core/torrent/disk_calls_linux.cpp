#include "core/torrent/disk_calls.h"

#include "core/torrent/rename_fallback.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>

namespace trib::torrent {

bool renameNoReplace(const Folder &from, const std::string &name, const Folder &to, const std::string &newName)
{
    if (::renameat2(from.fd(), name.c_str(), to.fd(), newName.c_str(), RENAME_NOREPLACE) == 0)
        return true;
    const bool unsupported = errno == EINVAL || errno == ENOSYS;
    return unsupported && renameByLink(from, name, to, newName);
}

void writeBehind(const FileDescriptor &file, std::int64_t begin, std::int64_t length)
{
    ::sync_file_range(file.get(), begin, length, SYNC_FILE_RANGE_WRITE);
    const std::int64_t before = std::max<std::int64_t>(0, begin - length);
    if (before < begin) {
        ::sync_file_range(file.get(), before, begin - before,
            SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER);
    }
}

} // namespace trib::torrent
