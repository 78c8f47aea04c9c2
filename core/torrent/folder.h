// Folder: an open folder and what can be done in it by name, without ever following a symbolic link below it: what other programs do
// to the path meanwhile cannot lead out of it. Owned and used by one thread at a time. After a failure errno tells why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace trib::torrent {

using Components = std::vector<std::string>;

// The components of a relative path; nullopt if it is empty, absolute, or has an empty, "." or ".." component.
[[nodiscard]] std::optional<Components> splitRelative(std::string_view path);

// All but the last; `names` is not empty.
[[nodiscard]] Components parentOf(const Components &names);

class FileDescriptor {
public:
    explicit FileDescriptor(int fd = -1) : m_fd(fd) {}
    ~FileDescriptor();
    FileDescriptor(FileDescriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    FileDescriptor &operator=(FileDescriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

struct FileTime {
    std::int64_t seconds = 0;
    std::int64_t nanoseconds = 0;

    auto operator<=>(const FileTime &) const = default;
};

struct EntryInfo {
    enum class Type { File, Folder, Other }; // Other: a symbolic link, a device, a pipe
    Type type = Type::Other;
    std::int64_t size = 0;
    std::int64_t allocated = 0; // less than `size` for a sparse file
    FileTime modified;
    dev_t device = 0;
    ino_t inode = 0;
    mode_t mode = 0;            // the permission bits
    bool sticky = false;
    uid_t owner = 0;
};

class Folder {
public:
    Folder() = default;
    // Here links are followed: the user may have chosen such a path.
    [[nodiscard]] static Folder open(const std::string &path);

    [[nodiscard]] bool isOpen() const { return m_fd.isOpen(); }
    [[nodiscard]] int fd() const { return m_fd.get(); }

    [[nodiscard]] Folder child(const std::string &name) const;
    // Itself again for no names. The names of folders, from the outer to the inner.
    [[nodiscard]] Folder descend(const Components &names) const;
    [[nodiscard]] std::optional<EntryInfo> look(const std::string &name) const;
    [[nodiscard]] std::optional<EntryInfo> look() const;
    [[nodiscard]] FileDescriptor openFile(const std::string &name, int flags, mode_t mode = 0666) const;
    [[nodiscard]] Components names() const;

    // True as well if there is such a folder already.
    [[nodiscard]] bool makeFolder(const std::string &name, mode_t mode = 0777) const;
    [[nodiscard]] bool removeFile(const std::string &name) const;
    // Whether entries may be made and removed in it, without trying.
    [[nodiscard]] bool isWritable() const;
    // Only if it is empty.
    [[nodiscard]] bool removeFolder(const std::string &name) const;
    // Makes names durable; true as well where the file system has no such thing.
    [[nodiscard]] bool sync() const;

private:
    explicit Folder(int fd) : m_fd(fd) {}

    FileDescriptor m_fd;
};

[[nodiscard]] std::optional<EntryInfo> look(const FileDescriptor &file);

} // namespace trib::torrent
