#include "core/torrent/file_removal.h"

#include "core/model/engine_error.h"
#include "core/torrent/folder.h"
#include "core/torrent/trash.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <ranges>
#include <set>

namespace trib::torrent {

namespace {

std::string joined(const std::string &savePath, const Components &names)
{
    std::string path = savePath;
    for (const std::string &name : names)
        path += '/' + name;
    return path;
}

// Carries out what concerns one torrent.
class Removal {
public:
    Removal(const ContentFiles &torrent, const std::unordered_set<std::string> &planned, FileDisposal disposal)
        : m_path(absolutePath(torrent.savePath, {})), m_root(Folder::open(m_path)), m_disposal(disposal)
    {
        for (const std::string &file : torrent.files) {
            auto names = splitRelative(file);
            if (!names)
                continue;
            for (std::size_t depth = 1; depth < names->size(); ++depth)
                m_folders.insert(Components(names->begin(), names->begin() + static_cast<std::ptrdiff_t>(depth)));
            if (planned.contains(absolutePath(torrent.savePath, file)))
                m_files.insert(std::move(*names));
        }
    }

    [[nodiscard]] Result<> run()
    {
        if (!m_root.isOpen())
            return m_files.empty() ? success() : failure(EngineErrc::DiskError, m_path + " cannot be opened");
        if (m_disposal == FileDisposal::Trash)
            trashWholeFolders();
        for (const Components &file : m_files)
            removeFile(file);
        for (const Components &folder : std::views::reverse(m_folders))
            removeIfEmpty(folder);
        return m_result;
    }

private:
    void trashWholeFolders()
    {
        std::set<std::string> tops;
        for (const Components &file : m_files) {
            if (file.size() > 1)
                tops.insert(file.front());
        }
        for (const std::string &top : tops) {
            const auto info = m_root.look(top);
            if (info && info->type == EntryInfo::Type::Folder && isAllOurs({top}, info->device) && moveToTrash(m_root, m_path, top))
                std::erase_if(m_files, [&](const Components &file) { return file.front() == top; });
        }
    }

    // True if nothing lies below this folder but files that go and folders of the torrent, on the same device.
    [[nodiscard]] bool isAllOurs(const Components &names, dev_t device) const
    {
        const Folder folder = m_root.descend(names);
        if (!folder.isOpen() || !m_folders.contains(names))
            return false;
        return std::ranges::all_of(folder.names(), [&](const std::string &name) {
            Components inner = names;
            inner.push_back(name);
            const auto info = folder.look(name);
            if (!info || info->device != device)
                return false;
            return info->type == EntryInfo::Type::Folder ? isAllOurs(inner, device)
                                                         : info->type == EntryInfo::Type::File && m_files.contains(inner);
        });
    }

    void removeFile(const Components &names)
    {
        const Folder folder = m_root.descend(parentOf(names));
        const auto info = folder.isOpen() ? folder.look(names.back()) : std::nullopt;
        if (!info || info->type != EntryInfo::Type::File)
            return; // gone, or no longer what the plan spoke of
        if (m_disposal == FileDisposal::Trash)
            note(moveToTrash(folder, joined(m_path, parentOf(names)), names.back()));
        else if (!folder.removeFile(names.back()))
            note(failure(EngineErrc::DiskError, joined(m_path, names) + ": " + std::error_code(errno, std::generic_category()).message()));
    }

    void removeIfEmpty(const Components &names)
    {
        const Folder outer = m_root.descend(parentOf(names));
        if (outer.isOpen())
            static_cast<void>(outer.removeFolder(names.back()));
    }

    void note(Result<> result)
    {
        if (!result && m_result)
            m_result = std::move(result);
    }

    const std::string m_path;
    const Folder m_root;
    const FileDisposal m_disposal;
    std::set<Components> m_files;   // those of the plan
    std::set<Components> m_folders; // an outer one before those in it
    Result<> m_result = success();
};

} // namespace

std::string absolutePath(const std::string &savePath, const std::string &relative)
{
    const std::filesystem::path path = (std::filesystem::path(savePath) / relative).lexically_normal();
    return path.has_filename() || !path.has_relative_path() ? path.string() : path.parent_path().string();
}

RemovalPlan planRemoval(const std::vector<ContentFiles> &torrents, const std::unordered_set<std::string> &others)
{
    RemovalPlan plan;
    std::unordered_set<std::string> seen;
    std::map<dev_t, std::string> folders; // one for each device that files lie on
    for (const ContentFiles &torrent : torrents) {
        const Folder root = Folder::open(torrent.savePath);
        for (const std::string &file : torrent.files) {
            const auto names = splitRelative(file);
            const Folder folder = names && root.isOpen() ? root.descend(parentOf(*names)) : Folder();
            const auto info = folder.isOpen() ? folder.look(names->back()) : std::nullopt;
            std::string path = absolutePath(torrent.savePath, file);
            if (!info || info->type != EntryInfo::Type::File || !seen.insert(path).second)
                continue;
            if (others.contains(path)) {
                plan.shared.push_back(std::move(path));
                continue;
            }
            plan.size += Bytes(info->size);
            folders.try_emplace(info->device, joined(torrent.savePath, parentOf(*names)));
            plan.files.push_back(std::move(path));
        }
    }
    plan.trashAvailable = std::ranges::all_of(folders, [](const auto &folder) { return hasTrash(folder.second); });
    return plan;
}

Result<> removeFiles(const RemovalPlan &plan, const std::vector<ContentFiles> &torrents, FileDisposal disposal)
{
    Result<> result = success();
    if (disposal == FileDisposal::Keep)
        return result;
    const std::unordered_set<std::string> planned(plan.files.begin(), plan.files.end());
    for (const ContentFiles &torrent : torrents) {
        if (auto removed = Removal(torrent, planned, disposal).run(); !removed && result)
            result = std::move(removed);
    }
    return result;
}

} // namespace trib::torrent
