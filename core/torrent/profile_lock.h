// ProfileLock: the one process that has a profile open. An advisory lock of the operating system on `<folder>/lock`, which the
// kernel drops when the process ends, however it ends: no stale lock, no process id or host name to compare.
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace trib::torrent {

class ProfileLock {
public:
    // AlreadyRunning if another holder has it, StoreUnavailable if the file cannot be made.
    [[nodiscard]] static Result<ProfileLock> take(const std::filesystem::path &folder);

    ProfileLock(ProfileLock &&other) noexcept;
    ProfileLock &operator=(ProfileLock &&) = delete;
    ~ProfileLock();

private:
    explicit ProfileLock(int file);

    int m_file;
};

} // namespace trib::torrent
