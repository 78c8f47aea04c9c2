#include "app/profile_lock.h"

#include "app/control_error.h"
#include "core/model/engine_error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace trib::app {

Result<ProfileLock> ProfileLock::acquire(const ProfilePaths &paths)
{
    const int file = ::open(paths.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return failure(ControlErrc::ProfileUnusable, "profile.lock cannot be opened: " + std::generic_category().message(errno));
    ProfileLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) == 0)
        return lock;
    if (errno == EWOULDBLOCK)
        return failure(EngineErrc::AlreadyRunning, "another process has the profile");
    return failure(ControlErrc::ProfileUnusable, "profile.lock cannot be locked: " + std::generic_category().message(errno));
}

ProfileLock::~ProfileLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace trib::app
