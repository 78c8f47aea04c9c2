// A mount namespace of the test's own, so that it may mount and unmount what it likes and the machine does not see it. As root or as an
// ordinary user (then in a user namespace too). Call first in main(), while the process has one thread.
#pragma once

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace trib::test {

inline void writeProcFile(const char *path, const std::string &text)
{
    const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0 || ::write(fd, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
        std::perror(path);
        std::exit(1);
    }
    ::close(fd);
}

inline void enterMountNamespace()
{
    const uid_t user = ::getuid();
    const gid_t group = ::getgid();
    if (::unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0) {
        std::perror("unshare");
        std::exit(1);
    }
    if (user != 0) {
        writeProcFile("/proc/self/setgroups", "deny");
        writeProcFile("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
        writeProcFile("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
    }
    // EINVAL: the root is no mount, as in a chroot; then what is mounted here is at worst seen outside it
    if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 && errno != EINVAL) {
        std::perror("mount");
        std::exit(1);
    }
}

[[nodiscard]] inline bool mountTmpfs(const std::string &at, const std::string &options = "size=64m", const std::string &source = "tmpfs")
{
    return ::mount(source.c_str(), at.c_str(), "tmpfs", 0, options.c_str()) == 0;
}

// As a drive that is pulled out: whoever has files open keeps them, the name is gone at once.
[[nodiscard]] inline bool unmountLazily(const std::string &at)
{
    return ::umount2(at.c_str(), MNT_DETACH) == 0;
}

} // namespace trib::test
