#include "core/torrent/durable_file.h"

#include "core/base/utf8_path.h"
#include "core/model/engine_error.h"
#include "core/torrent/disk_calls.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace trib::torrent {
namespace {

[[nodiscard]] Result<> synchronise(const std::filesystem::path &path, int flags)
{
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0)
        return failure(EngineErrc::StoreUnavailable, "open " + path.string() + ": " + std::generic_category().message(errno));
    const int result = ::fsync(file);
    const int error = errno;
    ::close(file);
    // Some file systems cannot synchronise a folder; then there is nothing more to be done.
    if (result != 0 && error != EINVAL)
        return failure(EngineErrc::StoreUnavailable, "fsync " + path.string() + ": " + std::generic_category().message(error));
    return success();
}

[[nodiscard]] Failure diskError(const std::filesystem::path &path)
{
    return failure(EngineErrc::DiskError, toUtf8(path) + ": " + std::generic_category().message(errno));
}

[[nodiscard]] bool writeWhole(const FileDescriptor &file, std::span<const std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), std::min<std::size_t>(bytes.size(), 1 << 20));
        if (written < 0 && errno != EINTR)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return ::fsync(file.get()) == 0;
}

} // namespace

Result<> renameDurably(const std::filesystem::path &from, const std::filesystem::path &to)
{
    if (auto synced = synchronise(from, O_RDONLY); !synced)
        return synced;
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (error)
        return failure(EngineErrc::StoreUnavailable, "rename " + from.string() + ": " + error.message());
    return synchronise(to.parent_path(), O_RDONLY | O_DIRECTORY);
}

Result<> writeDurably(const std::filesystem::path &path, std::span<const std::uint8_t> bytes, Existing existing)
{
    const Folder folder = Folder::open(path.parent_path().string());
    if (!folder.isOpen())
        return diskError(path.parent_path());
    const std::string name = path.filename().string();
    if (existing == Existing::Keep && folder.look(name))
        return failure(EngineErrc::TargetExists, toUtf8(path));
    const std::string part = "." + name.substr(0, 200) + "." + std::to_string(::getpid()) + ".part";
    const FileDescriptor file = folder.openFile(part, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.isOpen())
        return diskError(path);
    bool done = writeWhole(file, bytes);
    if (done) {
        done = existing == Existing::Replace ? ::renameat(folder.fd(), part.c_str(), folder.fd(), name.c_str()) == 0
                                             : renameNoReplace(folder, part, folder, name);
    }
    if (done && folder.sync())
        return success();
    const int error = errno;
    if (!done)
        static_cast<void>(folder.removeFile(part));
    errno = error;
    return error == EEXIST ? failure(EngineErrc::TargetExists, toUtf8(path)) : diskError(path);
}

} // namespace trib::torrent
