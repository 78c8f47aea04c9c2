#include "core/torrent/trash.h"

#include "core/model/engine_error.h"
#include "core/torrent/disk_calls.h"
#include "core/torrent/file_copy.h"
#include "core/torrent/trash_info.h"
#include "core/torrent/volumes.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <unistd.h>

namespace trib::torrent {

namespace {

constexpr mode_t kPrivate = 0700;
constexpr int kMostNames = 10'000;

// Where a trash is or may be made: names below a folder that exists, and what paths in it are relative to (empty: absolute ones).
struct Place {
    Folder above;
    Components names;
    std::string top;
};

std::string homeTrash()
{
    // The programs set no variable after they have begun.
    const char *data = std::getenv("XDG_DATA_HOME"); // NOLINT(concurrency-mt-unsafe)
    if (data && *data == '/')
        return std::string(data) + "/Trash";
    const char *home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe)
    return home && *home == '/' ? std::string(home) + "/.local/share/Trash" : std::string();
}

std::optional<Place> homePlace(const std::string &trash)
{
    std::filesystem::path path = std::filesystem::path(trash).lexically_normal();
    Place place;
    for (; !(place.above = Folder::open(path.native())).isOpen() && path.has_relative_path(); path = path.parent_path())
        place.names.insert(place.names.begin(), path.filename().native());
    if (!place.above.isOpen())
        return std::nullopt;
    return place;
}

bool isOwnFolder(const std::optional<EntryInfo> &info)
{
    return info && info->type == EntryInfo::Type::Folder && info->owner == ::geteuid();
}

// $topdir/.Trash/$uid if the administrator made a .Trash that is a sticky folder and no link, else $topdir/.Trash-$uid.
std::optional<Place> topPlace(const std::string &top)
{
    const std::string user = std::to_string(::geteuid());
    Folder folder = Folder::open(top);
    if (!folder.isOpen())
        return std::nullopt;
    const auto shared = folder.look(".Trash");
    if (shared && shared->type == EntryInfo::Type::Folder && shared->sticky) {
        Folder inShared = folder.child(".Trash");
        const auto own = inShared.isOpen() ? inShared.look(user) : std::nullopt;
        if (inShared.isOpen() && (own ? isOwnFolder(own) : inShared.isWritable()))
            return Place{std::move(inShared), {user}, top};
    }
    if (const auto own = folder.look(".Trash-" + user); own && !isOwnFolder(own))
        return std::nullopt;
    return Place{std::move(folder), {".Trash-" + user}, top};
}

std::optional<Place> placeFor(const std::string &folder)
{
    const std::string home = homeTrash();
    const MountTable mounts = MountTable::current();
    if (!home.empty() && sameVolume(folder, home, mounts))
        return homePlace(home);
    const std::string top = volumeOf(folder, mounts).mountPoint;
    return top.empty() ? std::nullopt : topPlace(top);
}

Folder opened(const Folder &above, const Components &names, bool make)
{
    Folder folder = above.descend({});
    for (const std::string &name : names) {
        if (make && !folder.makeFolder(name, kPrivate))
            return {};
        folder = folder.child(name);
        if (!folder.isOpen())
            return {};
    }
    return folder;
}

// The deepest of the folders that exists already decides whether the rest can be made.
bool isUsable(const Place &place)
{
    for (const char *last : {"files", "info"}) {
        Components names = place.names;
        names.emplace_back(last);
        Folder folder = place.above.descend({});
        for (const std::string &name : names) {
            const auto info = folder.look(name);
            if (!info)
                break;
            folder = folder.child(name);
            if (!folder.isOpen())
                return false;
        }
        if (!folder.isWritable())
            return false;
    }
    return true;
}

bool writeInfo(const FileDescriptor &file, const std::string &text)
{
    return ::write(file.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

} // namespace

bool hasTrash(const std::string &folder)
{
    const auto place = placeFor(folder);
    return place && isUsable(*place);
}

Result<> moveToTrash(const Folder &folder, const std::string &path, const std::string &name)
{
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(path, error);
    const auto place = error ? std::nullopt : placeFor(real.native());
    const Folder trash = place ? opened(place->above, place->names, true) : Folder();
    const Folder files = trash.isOpen() ? opened(trash, {"files"}, true) : Folder();
    const Folder info = trash.isOpen() ? opened(trash, {"info"}, true) : Folder();
    if (!files.isOpen() || !info.isOpen())
        return failure(EngineErrc::DiskError, path + '/' + name + ": no trash on this volume");
    const auto whole = real / name;
    const std::string text = trashInfo(place->top.empty() ? whole.native() : whole.lexically_relative(place->top).native(),
        std::chrono::system_clock::now());
    for (int attempt = 1; attempt < kMostNames; ++attempt) {
        const std::string trashed = trashName(name, attempt);
        const std::string infoName = trashed + ".trashinfo";
        // Whoever makes the information file first owns the name.
        const FileDescriptor file = info.openFile(infoName, O_WRONLY | O_CREAT | O_EXCL, 0600);
        if (!file.isOpen() && errno == EEXIST)
            continue;
        if (file.isOpen() && writeInfo(file, text) && renameNoReplace(folder, name, files, trashed))
            return success();
        const int cause = errno;
        if (file.isOpen())
            static_cast<void>(info.removeFile(infoName));
        errno = cause;
        if (cause != EEXIST)
            return failure(EngineErrc::DiskError, path + '/' + name + ": " + std::error_code(cause, std::generic_category()).message());
    }
    return failure(EngineErrc::DiskError, path + '/' + name + ": no free name in the trash");
}

} // namespace trib::torrent
