// FileTree: all that is below a folder, to be compared before and after: type, content, permissions and time of modification by path.
#pragma once

#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

namespace trib::test {

struct TreeEntry {
    char type = '?'; // 'f' file, 'd' folder, 'l' link
    std::string content;
    unsigned mode = 0;
    std::int64_t modified = 0; // ns; of files only

    bool operator==(const TreeEntry &) const = default;
};

using FileTree = std::map<std::string, TreeEntry>;

[[nodiscard]] inline std::string readFile(const std::filesystem::path &path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::string content(error ? 0 : size, '\0');
    std::ifstream stream(path, std::ios::binary);
    stream.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(std::max<std::streamsize>(stream.gcount(), 0)));
    return content;
}

inline void writeFile(const std::filesystem::path &path, const std::string &content)
{
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
}

[[nodiscard]] inline FileTree treeOf(const std::filesystem::path &folder)
{
    FileTree tree;
    std::error_code error;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder, error)) {
        TreeEntry item;
        struct stat info{};
        if (::lstat(entry.path().c_str(), &info) != 0)
            continue;
        item.type = entry.is_symlink() ? 'l' : entry.is_directory() ? 'd' : 'f';
        item.mode = info.st_mode & 07777;
        if (item.type == 'f') {
            item.content = readFile(entry.path());
            item.modified = std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec;
        } else if (item.type == 'l') {
            item.content = std::filesystem::read_symlink(entry.path()).string();
        }
        tree[entry.path().lexically_relative(folder).string()] = item;
    }
    return tree;
}

} // namespace trib::test
