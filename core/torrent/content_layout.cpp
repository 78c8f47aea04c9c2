#include "core/torrent/content_layout.h"

#include "core/base/hex.h"
#include "core/torrent/file_removal.h"

#include <algorithm>
#include <unordered_set>

namespace trib::torrent {
namespace {

[[nodiscard]] std::string firstComponent(const std::string &path)
{
    return path.substr(0, path.find('/'));
}

// All paths lie in one folder of this name; empty: they do not.
[[nodiscard]] std::string commonRoot(const std::vector<std::string> &paths)
{
    std::string root;
    for (const std::string &path : paths) {
        if (path.empty())
            continue;
        if (path.find('/') == std::string::npos)
            return {};
        if (root.empty())
            root = firstComponent(path);
        else if (root != firstComponent(path))
            return {};
    }
    return root;
}

[[nodiscard]] std::string numbered(const std::string &path, int number)
{
    const std::string suffix = " (" + std::to_string(number) + ")";
    std::string first = firstComponent(path);
    const bool isFile = first.size() == path.size();
    const auto dot = isFile ? first.rfind('.') : std::string::npos;
    const std::string rest = path.substr(first.size());
    first.insert(dot == std::string::npos || dot == 0 ? first.size() : dot, suffix);
    return first + rest;
}

} // namespace

std::vector<lt::file_index_t> contentFiles(const lt::file_storage &files)
{
    std::vector<lt::file_index_t> indexes;
    indexes.reserve(static_cast<std::size_t>(files.num_files()));
    for (const lt::file_index_t index : files.file_range()) {
        if (!files.pad_file_at(index))
            indexes.push_back(index);
    }
    return indexes;
}

Bytes contentSize(const lt::file_storage &files)
{
    Bytes size;
    for (const lt::file_index_t index : contentFiles(files))
        size += Bytes(files.file_size(index));
    return size;
}

std::vector<std::string> relativePaths(const lt::file_storage &files, const Renames &renames)
{
    std::vector<std::string> paths;
    paths.reserve(static_cast<std::size_t>(files.num_files()));
    for (const lt::file_index_t index : files.file_range()) {
        const auto renamed = renames.find(index);
        if (files.pad_file_at(index))
            paths.emplace_back();
        else if (renamed != renames.end())
            paths.push_back(renamed->second);
        else
            paths.push_back(files.file_path(index));
    }
#ifdef _WIN32
    for (std::string &path : paths)
        std::replace(path.begin(), path.end(), '\\', '/');
#endif
    return paths;
}

ClaimedPaths claimedPaths(const std::string &savePath, const std::vector<std::string> &relative)
{
    ClaimedPaths paths;
    paths.files.reserve(relative.size());
    std::unordered_set<std::string> folders;
    for (const std::string &path : relative) {
        if (path.empty())
            continue;
        paths.files.push_back(absolutePath(savePath, path));
        for (auto end = path.rfind('/'); end != std::string::npos && end > 0; end = path.rfind('/', end - 1)) {
            if (!folders.insert(path.substr(0, end)).second)
                break; // and so are those above
            paths.folders.push_back(absolutePath(savePath, path.substr(0, end)));
        }
    }
    return paths;
}

std::string contentPath(const std::string &savePath, const std::vector<std::string> &relative)
{
    const auto isFile = [](const std::string &path) { return !path.empty(); };
    const std::string root = commonRoot(relative);
    const std::string slash = savePath.ends_with('/') ? "" : "/";
    if (!root.empty())
        return savePath + slash + root;
    if (std::count_if(relative.begin(), relative.end(), isFile) == 1)
        return savePath + slash + *std::find_if(relative.begin(), relative.end(), isFile);
    return savePath;
}

std::string partFileName(const lt::info_hash_t &hash)
{
    const lt::sha1_hash best = hash.get_best();
    return "." + toHex({reinterpret_cast<const std::uint8_t *>(best.data()), static_cast<std::size_t>(best.size())}) + ".parts";
}

void applyLayout(const lt::file_storage &files, ContentLayout layout, Renames &renames)
{
    const std::vector<std::string> paths = relativePaths(files, renames);
    const std::string root = commonRoot(paths);
    if (layout == ContentLayout::Original || (layout == ContentLayout::Subfolder) != root.empty())
        return;
    std::string folder = files.name();
    if (const auto dot = folder.rfind('.'); layout == ContentLayout::Subfolder && files.num_files() == 1 && dot != std::string::npos && dot > 0)
        folder.erase(dot);
    for (const lt::file_index_t index : files.file_range()) {
        const std::string &path = paths[static_cast<std::size_t>(static_cast<int>(index))];
        if (path.empty())
            continue;
        renames[index] = layout == ContentLayout::Subfolder ? folder + "/" + path : path.substr(root.size() + 1);
    }
}

Renames withSuffix(const lt::file_storage &files, const Renames &renames, int number)
{
    Renames result = renames;
    const std::vector<std::string> paths = relativePaths(files, renames);
    for (const lt::file_index_t index : files.file_range()) {
        const std::string &path = paths[static_cast<std::size_t>(static_cast<int>(index))];
        if (!path.empty())
            result[index] = numbered(path, number);
    }
    return result;
}

} // namespace trib::torrent
