#include "core/torrent/watched_scan.h"

#include "core/base/ascii.h"
#include "core/model/engine_error.h"
#include "core/torrent/disk_calls.h"
#include "core/torrent/trash.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <optional>
#include <unistd.h>

namespace trib::torrent {
namespace {

constexpr int kDeepest = 16;
constexpr std::size_t kMostLinks = 1000;
constexpr std::int64_t kMaxMagnetFile = 1 << 20;
constexpr int kMostNames = 1000;
constexpr std::size_t kLongestName = 255;
constexpr std::string_view kAddedSuffix = ".added";

[[nodiscard]] bool endsWith(std::string_view name, std::string_view suffix)
{
    return name.size() > suffix.size() && equalsNoCase(name.substr(name.size() - suffix.size()), suffix);
}

[[nodiscard]] bool isMagnetFile(std::string_view name) { return endsWith(name, ".magnet"); }

// Those with a dot in front are hidden: other programs' unfinished files, trashes of volumes.
[[nodiscard]] bool isOurs(std::string_view name) { return !name.starts_with('.') && (endsWith(name, ".torrent") || isMagnetFile(name)); }

[[nodiscard]] FileStamp stampOf(const EntryInfo &info)
{
    return {info.size, info.modified, static_cast<std::uint64_t>(info.device), static_cast<std::uint64_t>(info.inode)};
}

class Look {
public:
    Look(FolderLook &found, bool subfolders, const std::atomic<bool> &stopping) : m_found(found), m_subfolders(subfolders), m_stopping(stopping) {}

    [[nodiscard]] bool into(const Folder &folder, const std::string &path, const std::string &relative, int depth)
    {
        const auto close = [](DIR *stream) { ::closedir(stream); };
        const int copy = ::openat(folder.fd(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const std::unique_ptr<DIR, decltype(close)> stream(copy >= 0 ? ::fdopendir(copy) : nullptr, close);
        if (!stream) {
            if (copy >= 0)
                ::close(copy);
            return false;
        }
        m_found.folders.push_back(path);
        while (const dirent *entry = ::readdir(stream.get())) { // NOLINT(concurrency-mt-unsafe): a stream of this thread
            if (m_stopping || ++m_entries > kMostWatchedEntries || m_found.files.size() >= kMostWatchedFiles)
                break;
            take(folder, path, relative, entry->d_name, depth);
        }
        return true;
    }

private:
    void take(const Folder &folder, const std::string &path, const std::string &relative, const std::string &name, int depth)
    {
        if (name.starts_with('.'))
            return;
        const bool ours = isOurs(name);
        if (!ours && !(m_subfolders && depth < kDeepest))
            return;
        const auto info = folder.look(name);
        if (!info)
            return;
        if (ours && info->type == EntryInfo::Type::File)
            m_found.files.push_back({relative + name, stampOf(*info)});
        if (!m_subfolders || info->type != EntryInfo::Type::Folder || depth >= kDeepest)
            return;
        if (const Folder below = folder.child(name); below.isOpen())
            static_cast<void>(into(below, path + '/' + name, relative + name + '/', depth + 1));
    }

    FolderLook &m_found;
    const bool m_subfolders;
    const std::atomic<bool> &m_stopping;
    std::size_t m_entries = 0;
};

struct Place {
    Folder folder;
    std::string path; // of the folder
    std::string name;
};

// The folder that the file is in, and the file there if it is still the one of the stamp.
[[nodiscard]] std::optional<Place> find(const std::string &folder, const FoundFile &file)
{
    const auto names = splitRelative(file.path);
    const Folder top = Folder::open(folder);
    if (!names || !top.isOpen())
        return std::nullopt;
    const Components above = parentOf(*names);
    Place place{top.descend(above), folder, names->back()};
    for (const std::string &name : above)
        place.path += '/' + name;
    const auto info = place.folder.isOpen() ? place.folder.look(place.name) : std::nullopt;
    if (!info || info->type != EntryInfo::Type::File || stampOf(*info) != file.stamp)
        return std::nullopt;
    return place;
}

[[nodiscard]] Result<std::vector<std::uint8_t>> readAll(const FileDescriptor &file, std::int64_t claimed, std::int64_t most)
{
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(std::min(claimed, most)) + 1);
    std::size_t size = 0;
    while (size < bytes.size()) {
        const ssize_t read = ::read(file.get(), bytes.data() + size, bytes.size() - size);
        if (read < 0 && errno != EINTR)
            return failure(EngineErrc::FileUnreadable, std::generic_category().message(errno));
        if (read == 0)
            break;
        size += static_cast<std::size_t>(std::max<ssize_t>(read, 0));
    }
    if (claimed > most)
        return failure(EngineErrc::FileTooLarge);
    bytes.resize(size);
    return bytes;
}

// A URL in such a file is not fetched: whoever may write there has no say in what the program connects to.
[[nodiscard]] Result<std::vector<TorrentSource>> linksOf(const std::vector<std::uint8_t> &bytes)
{
    std::vector<TorrentSource> links;
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        auto source = recogniseSource(line);
        if (!source || !std::holds_alternative<MagnetLink>(*source) || links.size() >= kMostLinks)
            return failure(EngineErrc::InvalidMagnet);
        links.push_back(std::move(*source));
    }
    if (links.empty())
        return failure(EngineErrc::InvalidMagnet, "no link");
    return links;
}

[[nodiscard]] std::string addedName(const std::string &name, int attempt)
{
    const std::string suffix = std::string(kAddedSuffix) + (attempt > 1 ? '.' + std::to_string(attempt) : std::string());
    return name.substr(0, kLongestName - suffix.size()) + suffix;
}

[[nodiscard]] Result<> diskError(const Place &place)
{
    return failure(EngineErrc::DiskError, place.path + '/' + place.name + ": " + std::generic_category().message(errno));
}

[[nodiscard]] Result<> rename(const Place &place)
{
    for (int attempt = 1; attempt < kMostNames; ++attempt) {
        if (renameNoReplace(place.folder, place.name, place.folder, addedName(place.name, attempt)))
            return place.folder.sync() ? success() : diskError(place);
        if (errno != EEXIST)
            break;
    }
    return diskError(place);
}

} // namespace

FolderLook lookInto(const std::string &path, bool subfolders, const std::atomic<bool> &stopping)
{
    FolderLook found;
    const Folder folder = Folder::open(path);
    found.reachable = folder.isOpen() && Look(found, subfolders, stopping).into(folder, path, {}, 0);
    return found;
}

Result<std::vector<TorrentSource>> readWatched(const std::string &folder, const FoundFile &file)
{
    const auto place = find(folder, file);
    if (!place)
        return failure(EngineErrc::FileUnreadable, "it is gone or has changed");
    const FileDescriptor opened = place->folder.openFile(place->name, O_RDONLY | O_NONBLOCK);
    const auto info = opened.isOpen() ? look(opened) : std::nullopt;
    if (!info || info->type != EntryInfo::Type::File)
        return failure(EngineErrc::FileUnreadable, std::generic_category().message(errno));
    const bool links = isMagnetFile(place->name);
    auto bytes = readAll(opened, info->size, links ? kMaxMagnetFile : kMaxTorrentFile.count());
    if (!bytes)
        return failure(std::move(bytes.error()));
    const auto after = look(opened);
    if (!after || stampOf(*after) != file.stamp)
        return failure(EngineErrc::FileUnreadable, "it is being written");
    if (links)
        return linksOf(*bytes);
    return std::vector<TorrentSource>{TorrentFileBytes{std::move(*bytes)}};
}

Result<> putAway(const std::string &folder, const FoundFile &file, AfterAdding after)
{
    const auto place = find(folder, file);
    if (!place)
        return success();
    switch (after) {
    case AfterAdding::Rename: return rename(*place);
    case AfterAdding::Trash: return hasTrash(place->path) ? moveToTrash(place->folder, place->path, place->name) : failure(EngineErrc::NoTrash, place->path);
    case AfterAdding::Delete: return place->folder.removeFile(place->name) && place->folder.sync() ? success() : diskError(*place);
    }
    return success();
}

} // namespace trib::torrent
