#include "core/torrent/disk_file.h"

#include "core/model/engine_error.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace trib::torrent {

namespace {

Failure systemFailure(const std::string &what)
{
    return failure(EngineErrc::DiskError, what + ": " + std::error_code(errno, std::generic_category()).message());
}

} // namespace

DiskFile::DiskFile(const std::string &path)
    : m_fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)), m_absent(m_fd < 0 && (errno == ENOENT || errno == ENOTDIR || errno == ENXIO))
{
    struct stat info{};
    if (m_fd >= 0 && ::fstat(m_fd, &info) == 0 && S_ISREG(info.st_mode))
        return;
    if (m_fd >= 0) {
        m_absent = true;
        ::close(std::exchange(m_fd, -1));
    }
}

DiskFile::~DiskFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

DiskFile::DiskFile(DiskFile &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)), m_absent(other.m_absent) {}

DiskFile &DiskFile::operator=(DiskFile &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_absent, other.m_absent);
    return *this;
}

std::int64_t DiskFile::size() const
{
    struct stat info{};
    return ::fstat(m_fd, &info) == 0 ? info.st_size : 0;
}

bool DiskFile::isAllocated(std::int64_t offset, std::int64_t length) const
{
    if (!isOpen() || offset + length > size())
        return false;
    const off_t hole = ::lseek(m_fd, offset, SEEK_HOLE);
    return hole < 0 ? errno == EINVAL : hole >= offset + length;
}

bool DiskFile::read(std::int64_t offset, std::span<char> buffer) const
{
    while (!buffer.empty()) {
        const ssize_t count = ::pread(m_fd, buffer.data(), buffer.size(), offset);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        offset += count;
        buffer = buffer.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

Result<> DiskFile::sync() const
{
    if (::fdatasync(m_fd) != 0)
        return systemFailure("fdatasync");
    return success();
}

Result<> syncFolder(const std::string &path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (fd < 0)
        return errno == ENOENT ? success() : Result<>(systemFailure(path));
    const bool synced = ::fsync(fd) == 0 || errno == EINVAL;
    const Result<> result = synced ? success() : Result<>(systemFailure(path));
    ::close(fd);
    return result;
}

} // namespace trib::torrent
