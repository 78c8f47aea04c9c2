// MountTable: what is mounted where, at one moment. An immutable value; any thread. parse() reads the text of /proc/self/mountinfo
// (proc(5)); current() asks the system, in volumes_linux.cpp or volumes_generic.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trib::torrent {

struct Mount {
    int id = 0;
    int parent = 0;
    std::string root;       // the folder of the file system that is mounted: "/" but for bind mounts and subvolumes
    std::string mountPoint;
    std::string type;
    std::string source;     // a device, an address, or any word

    bool operator==(const Mount &) const = default;
};

class MountTable {
public:
    explicit MountTable(std::vector<Mount> mounts) : m_mounts(std::move(mounts)) {}

    [[nodiscard]] static MountTable current();
    // Lines that are no mounts are passed over.
    [[nodiscard]] static MountTable parse(std::string_view mountInfo);

    // A process in a chroot is not shown the mount that its root lies on, only those below. This table has one for it, of no known type.
    [[nodiscard]] MountTable withRoot() const;

    // The mount that an absolute path without symbolic links is reached through; null if the table holds no root.
    [[nodiscard]] const Mount *find(std::string_view path) const;
    [[nodiscard]] const std::vector<Mount> &mounts() const { return m_mounts; }

private:
    [[nodiscard]] const Mount *root() const;
    [[nodiscard]] const Mount *next(const Mount &from, std::string_view path) const;

    std::vector<Mount> m_mounts;
};

// A name of what is mounted that outlives unplugging and restarts: the file system's UUID where it has one, else type and source.
[[nodiscard]] std::string deviceName(const Mount &mount);

} // namespace trib::torrent
