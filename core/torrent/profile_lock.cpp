#include "core/torrent/profile_lock.h"

#include "core/model/engine_error.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace trib::torrent {

ProfileLock::ProfileLock(int file) : m_file(file)
{
}

ProfileLock::ProfileLock(ProfileLock &&other) noexcept : m_file(std::exchange(other.m_file, -1))
{
}

ProfileLock::~ProfileLock()
{
    // The file stays: removing it would let two processes hold locks on two files of one name.
    if (m_file >= 0)
        ::close(m_file);
}

Result<ProfileLock> ProfileLock::take(const std::filesystem::path &folder)
{
    const auto path = folder / "lock";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return failure(EngineErrc::StoreUnavailable, "open " + path.string() + ": " + std::generic_category().message(errno));
    ProfileLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) == 0)
        return lock;
    const int error = errno;
    if (error == EWOULDBLOCK)
        return failure(EngineErrc::AlreadyRunning, path.string() + " is locked by another process");
    return failure(EngineErrc::StoreUnavailable, "lock " + path.string() + ": " + std::generic_category().message(error));
}

} // namespace trib::torrent
