#include "core/torrent/durable_file.h"

#include "core/model/engine_error.h"

#include <cerrno>
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

} // namespace trib::torrent
