#include "core/torrent/folder.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace trib::torrent {

namespace {

EntryInfo toInfo(const struct stat &info)
{
    EntryInfo entry;
    entry.type = S_ISREG(info.st_mode) ? EntryInfo::Type::File : S_ISDIR(info.st_mode) ? EntryInfo::Type::Folder : EntryInfo::Type::Other;
    entry.size = info.st_size;
    entry.allocated = info.st_blocks * 512;
    entry.modified = {info.st_mtim.tv_sec, info.st_mtim.tv_nsec};
    entry.device = info.st_dev;
    entry.inode = info.st_ino;
    entry.mode = info.st_mode & 0777;
    entry.sticky = (info.st_mode & S_ISVTX) != 0;
    entry.owner = info.st_uid;
    return entry;
}

} // namespace

Components parentOf(const Components &names)
{
    return Components(names.begin(), names.end() - 1);
}

std::optional<Components> splitRelative(std::string_view path)
{
    Components names;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view name = path.substr(begin, end - begin);
        if (name.empty() || name == "." || name == ".." || name.find('\0') != std::string_view::npos)
            return std::nullopt;
        names.emplace_back(name);
        begin = end + 1;
    }
    return names;
}

FileDescriptor::~FileDescriptor()
{
    const int error = errno;
    if (m_fd >= 0)
        ::close(m_fd);
    errno = error;
}

Folder Folder::open(const std::string &path)
{
    return Folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

Folder Folder::child(const std::string &name) const
{
    return Folder(::openat(fd(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

Folder Folder::descend(const Components &names) const
{
    Folder folder(::openat(fd(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (const std::string &name : names) {
        if (!folder.isOpen())
            break;
        folder = folder.child(name);
    }
    return folder;
}

std::optional<EntryInfo> Folder::look(const std::string &name) const
{
    struct stat info{};
    if (::fstatat(fd(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) != 0)
        return std::nullopt;
    return toInfo(info);
}

std::optional<EntryInfo> Folder::look() const
{
    return torrent::look(m_fd);
}

FileDescriptor Folder::openFile(const std::string &name, int flags, mode_t mode) const
{
    return FileDescriptor(::openat(fd(), name.c_str(), flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode));
}

Components Folder::names() const
{
    Components found;
    const int copy = ::openat(fd(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const auto close = [](DIR *stream) { ::closedir(stream); };
    const std::unique_ptr<DIR, decltype(close)> stream(copy < 0 ? nullptr : ::fdopendir(copy), close);
    while (const dirent *entry = stream ? ::readdir(stream.get()) : nullptr) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..")
            found.emplace_back(name);
    }
    return found;
}

bool Folder::makeFolder(const std::string &name, mode_t mode) const
{
    if (::mkdirat(fd(), name.c_str(), mode) == 0)
        return true;
    const int error = errno;
    const auto info = error == EEXIST ? look(name) : std::nullopt;
    errno = error;
    return info && info->type == EntryInfo::Type::Folder;
}

bool Folder::removeFile(const std::string &name) const
{
    return ::unlinkat(fd(), name.c_str(), 0) == 0;
}

bool Folder::removeFolder(const std::string &name) const
{
    return ::unlinkat(fd(), name.c_str(), AT_REMOVEDIR) == 0;
}

bool Folder::isWritable() const
{
    return ::faccessat(fd(), ".", W_OK | X_OK, AT_EACCESS) == 0;
}

bool Folder::sync() const
{
    return ::fsync(fd()) == 0 || errno == EINVAL;
}

std::optional<EntryInfo> look(const FileDescriptor &file)
{
    struct stat info{};
    if (::fstat(file.get(), &info) != 0)
        return std::nullopt;
    return toInfo(info);
}

} // namespace trib::torrent
