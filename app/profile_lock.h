// ProfileLock: one process at a time has a profile. Held by an open file, so that the system lets go of it however the process ends.
// A value that moves; released when it is destroyed.
#pragma once

#include "app/paths.h"

#include <utility>

namespace trib::app {

class ProfileLock {
public:
    // AlreadyRunning while another process has it, ProfileUnusable when there is no way to tell.
    [[nodiscard]] static Result<ProfileLock> acquire(const ProfilePaths &paths);

    ProfileLock(ProfileLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    ProfileLock &operator=(ProfileLock &&other) noexcept
    {
        std::swap(m_file, other.m_file);
        return *this;
    }
    ~ProfileLock();

private:
    explicit ProfileLock(int file) : m_file(file) {}

    int m_file;
};

} // namespace trib::app
