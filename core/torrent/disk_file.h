// DiskFile: one file of a torrent, open for reading; knows which of its bytes are really on disk. Follows
// symbolic links, as libtorrent does; never waits for a pipe. Owned and used by one thread at a time.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>

namespace trib::torrent {

class DiskFile {
public:
    DiskFile() = default;
    // Not open if there is no regular file of this name that may be read.
    explicit DiskFile(const std::string &path);
    ~DiskFile();
    DiskFile(DiskFile &&other) noexcept;
    DiskFile &operator=(DiskFile &&other) noexcept;

    [[nodiscard]] bool isOpen() const { return m_fd >= 0; }
    // Not open because there is nothing of this name, or no regular file; not for want of rights or descriptors.
    [[nodiscard]] bool isAbsent() const { return m_absent; }
    [[nodiscard]] std::int64_t size() const;
    // True if the range lies within the file and no part of it is a hole. True as well where the file system does not know.
    [[nodiscard]] bool isAllocated(std::int64_t offset, std::int64_t length) const;
    // False unless all of `buffer` was filled.
    [[nodiscard]] bool read(std::int64_t offset, std::span<char> buffer) const;
    // Data and size are durable when it returns; DiskError otherwise.
    [[nodiscard]] Result<> sync() const;

private:
    int m_fd = -1;
    bool m_absent = false;
};

// Makes the names in a folder durable; DiskError otherwise. Success if there is no such folder.
[[nodiscard]] Result<> syncFolder(const std::string &path);

} // namespace trib::torrent
