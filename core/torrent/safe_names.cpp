#include "core/torrent/safe_names.h"

#include "core/torrent/safe_path.h"

#include <QString>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace trib::torrent {
namespace {

// What a file system that ignores case and normal forms compares.
[[nodiscard]] std::string collisionKey(std::string_view path)
{
    const bool ascii = std::all_of(path.begin(), path.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii) {
        const auto text = QString::fromUtf8(path.data(), static_cast<qsizetype>(path.size()));
        return text.toCaseFolded().normalized(QString::NormalizationForm_C).toStdString();
    }
    std::string key(path);
    for (char &c : key) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return key;
}

class NameSpace {
public:
    void addFoldersOf(std::string_view key)
    {
        for (auto slash = key.rfind('/'); slash != std::string_view::npos; slash = key.rfind('/')) {
            key = key.substr(0, slash);
            if (!m_folders.emplace(key).second)
                return; // and so are those above it
        }
    }

    // `path`, or the first free "name.N.ext" beside it; taken afterwards.
    [[nodiscard]] std::string take(const std::string &path)
    {
        const std::string key = collisionKey(path);
        if (tryTake(key))
            return path;
        const auto leafAt = path.rfind('/') + 1;
        int &number = m_numbers[key]; // goes on where the last namesake stopped: a million namesakes cost a million steps
        for (;;) {
            std::string candidate = path.substr(0, leafAt) + withSuffix(std::string_view(path).substr(leafAt), "." + std::to_string(++number));
            if (tryTake(collisionKey(candidate)))
                return candidate;
        }
    }

private:
    [[nodiscard]] bool tryTake(const std::string &key) { return !m_folders.contains(key) && m_files.insert(key).second; }

    std::unordered_set<std::string> m_folders;
    std::unordered_set<std::string> m_files;
    std::unordered_map<std::string, int> m_numbers;
};

[[nodiscard]] std::string usablePath(const lt::file_storage &files, lt::file_index_t index)
{
    std::string path = files.file_path(index);
    const auto leafAt = path.rfind('/') + 1;
    if (safeComponent(std::string_view(path).substr(leafAt)).empty())
        path.replace(leafAt, std::string::npos, "_"); // else the file would take the name of its folder
    return safePath(path);
}

} // namespace

std::map<lt::file_index_t, std::string> safeRenames(const lt::file_storage &files)
{
    NameSpace names;
    for (const lt::file_index_t index : files.file_range()) {
        if (!files.pad_file_at(index))
            names.addFoldersOf(collisionKey(usablePath(files, index)));
    }
    std::map<lt::file_index_t, std::string> renames;
    for (const lt::file_index_t index : files.file_range()) {
        std::string path = usablePath(files, index);
        if (!files.pad_file_at(index))
            path = names.take(path);
        if (path != files.file_path(index))
            renames.emplace(index, std::move(path));
    }
    return renames;
}

} // namespace trib::torrent
