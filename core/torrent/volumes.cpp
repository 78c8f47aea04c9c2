#include "core/torrent/volumes.h"

#include "core/model/engine_error.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>

namespace trib::torrent {

namespace {

namespace fs = std::filesystem;

constexpr int kLongestChainOfLinks = 40; // as the kernel

// What a symbolic link to something that is not there (an unplugged drive) stands for; empty if there is none in the way.
fs::path behindDanglingLink(const fs::path &path)
{
    fs::path walked;
    for (auto part = path.begin(); part != path.end(); ++part) {
        walked /= *part;
        std::error_code error;
        if (!fs::is_symlink(fs::symlink_status(walked, error)))
            continue;
        fs::path target = walked.parent_path() / fs::read_symlink(walked, error);
        for (++part; part != path.end(); ++part)
            target /= *part;
        return error ? fs::path() : target;
    }
    return {};
}

// Absolute, without symbolic links, dots and a slash at the end, whether it exists or not.
fs::path resolved(const std::string &path)
{
    std::error_code error;
    fs::path real = fs::absolute(path, error).lexically_normal();
    for (int links = 0; links < kLongestChainOfLinks; ++links) {
        fs::path canonical = fs::weakly_canonical(real, error);
        if (!error && !canonical.empty())
            real = std::move(canonical);
        fs::path behind = behindDanglingLink(real);
        if (behind.empty())
            break;
        real = behind.lexically_normal();
    }
    return real.has_filename() || !real.has_relative_path() ? real : real.parent_path();
}

fs::path nearestExisting(const std::string &path)
{
    fs::path folder = resolved(path);
    std::error_code error;
    while (!fs::exists(folder, error) && folder.has_relative_path())
        folder = folder.parent_path();
    return folder;
}

bool isBelowOrAt(const fs::path &path, const fs::path &folder)
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

} // namespace

VolumeIdentity volumeOf(const std::string &path, const MountTable &mounts)
{
    const Mount *mount = mounts.find(resolved(path).native());
    return mount ? VolumeIdentity{mount->mountPoint, deviceName(*mount)} : VolumeIdentity{};
}

bool isOnline(const VolumeIdentity &known, const std::string &path, const MountTable &mounts)
{
    if (known.mountPoint.empty() || known.mountPoint == "/" || !isBelowOrAt(resolved(path), known.mountPoint))
        return true;
    const Mount *mount = mounts.find(known.mountPoint);
    if (!mount || mount->mountPoint != known.mountPoint)
        return false;
    // Below an automount trap nothing can be created: whoever touches it mounts the volume, or fails.
    return mount->type == "autofs" || deviceName(*mount) == known.device;
}

Result<Bytes> freeSpace(const std::string &path)
{
    const fs::path folder = nearestExisting(path);
    std::error_code error;
    const fs::space_info space = fs::space(folder, error);
    if (error)
        return failure(EngineErrc::DiskError, folder.string() + ": " + error.message());
    return Bytes(static_cast<std::int64_t>(std::min<std::uintmax_t>(space.available, INT64_MAX)));
}

bool sameVolume(const std::string &a, const std::string &b, const MountTable &mounts)
{
    const Mount *first = mounts.find(resolved(a).native());
    const Mount *second = mounts.find(resolved(b).native());
    return first && second && first->id == second->id;
}

} // namespace trib::torrent
