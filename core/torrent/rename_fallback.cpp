#include "core/torrent/rename_fallback.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace trib::torrent {

bool renameByLink(const Folder &from, const std::string &name, const Folder &to, const std::string &newName)
{
    const auto info = from.look(name);
    if (info && info->type == EntryInfo::Type::File) {
        if (::linkat(from.fd(), name.c_str(), to.fd(), newName.c_str(), 0) == 0)
            return from.removeFile(name);
        if (errno == EEXIST || errno == EXDEV || errno == ENOSPC)
            return false;
    }
    if (to.look(newName)) {
        errno = EEXIST;
        return false;
    }
    return ::renameat(from.fd(), name.c_str(), to.fd(), newName.c_str()) == 0;
}

} // namespace trib::torrent
