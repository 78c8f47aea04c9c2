#include "core/torrent/file_copy.h"

#include "core/model/engine_error.h"
#include "core/torrent/disk_calls.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <span>
#include <sys/stat.h>
#include <unistd.h>

namespace trib::torrent {

namespace {

constexpr std::int64_t kCopyBlock = 1 << 20;
constexpr std::int64_t kWriteBehind = 4 << 20;

// How many bytes were read, less than asked for only at the end of the file; negative for an error.
std::int64_t readAt(const FileDescriptor &file, std::int64_t offset, std::span<char> buffer)
{
    std::size_t done = 0;
    while (done < buffer.size()) {
        const ssize_t count = ::pread(file.get(), buffer.data() + done, buffer.size() - done, offset + static_cast<std::int64_t>(done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return -1;
        if (count == 0)
            break;
        done += static_cast<std::size_t>(count);
    }
    return static_cast<std::int64_t>(done);
}

bool writeAt(const FileDescriptor &file, std::int64_t offset, std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(file.get(), bytes.data(), bytes.size(), offset);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        offset += count;
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

class Copy {
public:
    Copy(const FileDescriptor &source, const FileDescriptor &part, std::int64_t size, const CopyStep &step)
        : m_source(source), m_part(part), m_size(size), m_step(step), m_buffer(static_cast<std::size_t>(kCopyBlock)) {}

    [[nodiscard]] Result<> run()
    {
        if (auto kept = keepWhatIsRight(); !kept)
            return kept;
        while (m_position < m_size) {
            if (auto done = copyStretch(); !done)
                return done;
        }
        return ::ftruncate(m_part.get(), m_size) == 0 ? success() : Result<>(diskFailure("ftruncate"));
    }

private:
    [[nodiscard]] Result<> keepWhatIsRight()
    {
        const auto part = look(m_part);
        const std::int64_t there = part ? std::min(part->size, m_size) : 0;
        std::vector<char> other(there > 0 ? m_buffer.size() : 0);
        while (m_position < there) {
            const auto length = static_cast<std::size_t>(std::min(kCopyBlock, there - m_position));
            if (readAt(m_part, m_position, std::span(other).first(length)) != std::int64_t(length)
                || readAt(m_source, m_position, std::span(m_buffer).first(length)) != std::int64_t(length)
                || std::memcmp(other.data(), m_buffer.data(), length) != 0)
                break;
            if (auto done = advance(std::int64_t(length)); !done)
                return done;
        }
        return ::ftruncate(m_part.get(), m_position) == 0 ? success() : Result<>(diskFailure("ftruncate"));
    }

    // The hole that begins here, or else the data up to the next hole.
    [[nodiscard]] Result<> copyStretch()
    {
        const off_t data = ::lseek(m_source.get(), m_position, SEEK_DATA);
        if (data < 0 && errno == ENXIO)
            return advance(m_size - m_position);
        if (data > m_position)
            return advance(std::min<std::int64_t>(data, m_size) - m_position);
        const off_t hole = ::lseek(m_source.get(), m_position, SEEK_HOLE);
        const std::int64_t end = hole > m_position ? std::min<std::int64_t>(hole, m_size) : m_size;
        while (m_position < end) {
            if (auto done = copyBlock(end); !done)
                return done;
        }
        return success();
    }

    [[nodiscard]] Result<> copyBlock(std::int64_t end)
    {
        const auto block = std::span(m_buffer).first(static_cast<std::size_t>(std::min(kCopyBlock, end - m_position)));
        const std::int64_t count = readAt(m_source, m_position, block);
        if (count < 0)
            return diskFailure("read");
        if (count < std::ssize(block))
            return failure(EngineErrc::DiskError, "the file became shorter while it was copied");
        if (!writeAt(m_part, m_position, block))
            return diskFailure("write");
        if ((m_position + count) / kWriteBehind != m_position / kWriteBehind)
            writeBehind(m_part, m_position / kWriteBehind * kWriteBehind, kWriteBehind);
        return advance(count);
    }

    [[nodiscard]] Result<> advance(std::int64_t bytes)
    {
        m_position += bytes;
        return m_step(bytes);
    }

    const FileDescriptor &m_source;
    const FileDescriptor &m_part;
    const std::int64_t m_size;
    const CopyStep &m_step;
    std::int64_t m_position = 0;
    std::vector<char> m_buffer;
};

} // namespace

Failure diskFailure(const std::string &what)
{
    const std::error_code error(errno, std::generic_category());
    const bool full = error.value() == ENOSPC || error.value() == EDQUOT;
    return failure(full ? EngineErrc::NotEnoughSpace : EngineErrc::DiskError, what + ": " + error.message());
}

Result<> copyFile(const FileDescriptor &source, const FileDescriptor &part, const CopyStep &step)
{
    const auto before = look(source);
    if (!before)
        return diskFailure("fstat");
    if (auto copied = Copy(source, part, before->size, step).run(); !copied)
        return copied;
    const auto after = look(source);
    if (!after || after->size != before->size || after->modified != before->modified)
        return failure(EngineErrc::DiskError, "the file changed while it was copied");
    const timespec modified{before->modified.seconds, before->modified.nanoseconds};
    const timespec times[] = {modified, modified};
    // File systems without permissions refuse the bits, and have nothing to lose by it.
    if (::fchmod(part.get(), before->mode) != 0 && errno != EPERM && errno != EOPNOTSUPP)
        return diskFailure("fchmod");
    if (::futimens(part.get(), times) != 0)
        return diskFailure("futimens");
    if (::fsync(part.get()) != 0)
        return diskFailure("fsync");
    return success();
}

} // namespace trib::torrent
