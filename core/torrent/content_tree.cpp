#include "core/torrent/content_tree.h"

#include "core/base/utf8_path.h"
#include "core/model/engine_error.h"
#include "core/torrent/metainfo.h"
#include "core/torrent/safe_path.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <system_error>

namespace trib::torrent {
namespace {

using Type = EntryInfo::Type;

[[nodiscard]] std::string joinedPath(const Components &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : "/") + name;
    return text;
}

[[nodiscard]] Failure unreadableContent(const std::string &path)
{
    return failure(EngineErrc::DiskError, path + ": " + std::generic_category().message(errno));
}

class TreeReader {
public:
    TreeReader(ContentTree &tree, bool skipDotFiles, const KeepOn &keepOn) : m_tree(tree), m_skipDotFiles(skipDotFiles), m_keepOn(keepOn) {}

    [[nodiscard]] Result<> readFolder(const Folder &folder, const Components &path)
    {
        if (path.size() > kMaxComponents)
            return failure(EngineErrc::TooLarge, joinedPath(path) + ": too deep");
        for (const std::string &name : folder.names()) {
            if (!m_keepOn())
                return failure(EngineErrc::Cancelled);
            if (auto read = readEntry(folder, path, name); !read)
                return read;
        }
        return success();
    }

private:
    [[nodiscard]] Result<> readEntry(const Folder &folder, const Components &path, const std::string &name)
    {
        Components here = path;
        here.push_back(name);
        const auto info = folder.look(name);
        if (!info)
            return unreadableContent(joinedPath(here));
        if (info->type == Type::Other || (m_skipDotFiles && name.starts_with('.'))) {
            ++m_tree.skipped;
            return success();
        }
        if (safeComponent(name) != name)
            return failure(EngineErrc::NameInvalid, joinedPath(here) + ": not every system can have this name");
        if (info->type == Type::File)
            return add(std::move(here), *info);
        const Folder child = folder.child(name);
        return child.isOpen() ? readFolder(child, here) : unreadableContent(joinedPath(here));
    }

    [[nodiscard]] Result<> add(Components path, const EntryInfo &info)
    {
        m_tree.size += Bytes(info.size);
        m_tree.files.push_back({std::move(path), info.size, info.modified});
        if (m_tree.files.size() > static_cast<std::size_t>(kMaxFiles) || m_tree.size.count() > kMaxContent)
            return failure(EngineErrc::TooLarge, "too many files, or too large");
        return success();
    }

    ContentTree &m_tree;
    const bool m_skipDotFiles;
    const KeepOn &m_keepOn;
};

// The content itself may be named through a link: the user chose it.
[[nodiscard]] Result<std::filesystem::path> resolvedContent(const std::string &content)
{
    std::error_code error;
    const auto path = std::filesystem::path(fromUtf8(content));
    if (!path.is_absolute())
        return failure(EngineErrc::PathInvalid, content + ": not an absolute path");
    const auto real = std::filesystem::canonical(path, error);
    if (error || !real.has_filename())
        return failure(EngineErrc::PathInvalid, content + ": " + (error ? error.message() : "has no name"));
    return real;
}

} // namespace

Result<ContentTree> readContentTree(const std::string &content, bool skipDotFiles, const KeepOn &keepOn)
{
    const auto path = resolvedContent(content);
    if (!path)
        return failure(path.error());
    ContentTree tree;
    tree.parent = toUtf8(path->parent_path());
    tree.name = toUtf8(path->filename());
    if (safeComponent(tree.name) != tree.name)
        return failure(EngineErrc::NameInvalid, tree.name + ": not every system can have this name");
    const Folder parent = Folder::open(tree.parent);
    const auto info = parent.isOpen() ? parent.look(tree.name) : std::nullopt;
    if (!info || info->type == Type::Other)
        return failure(EngineErrc::PathInvalid, content + ": neither a file nor a folder");
    tree.isFile = info->type == Type::File;
    if (tree.isFile) {
        tree.files.push_back({{}, info->size, info->modified});
        tree.size = Bytes(info->size);
    } else {
        const Folder folder = parent.child(tree.name);
        if (!folder.isOpen())
            return unreadableContent(content);
        if (auto read = TreeReader(tree, skipDotFiles, keepOn).readFolder(folder, {}); !read)
            return failure(read.error());
    }
    if (tree.size.count() == 0)
        return failure(EngineErrc::InvalidFileTree, content + ": there is nothing in it");
    std::ranges::sort(tree.files, {}, &ContentFile::path);
    return tree;
}

Result<FileDescriptor> openContent(const ContentTree &tree, const ContentFile &file)
{
    Components names = file.path;
    names.insert(names.begin(), tree.name);
    const std::string name = names.back();
    const std::string shown = joinedPath(names);
    names.pop_back();
    const Folder folder = Folder::open(tree.parent).descend(names);
    FileDescriptor opened = folder.isOpen() ? folder.openFile(name, O_RDONLY) : FileDescriptor();
    if (!opened.isOpen())
        return unreadableContent(shown);
    const auto info = look(opened);
    if (!info || info->type != Type::File || info->size != file.size || info->modified != file.modified)
        return failure(EngineErrc::DiskError, shown + ": has changed meanwhile");
    return opened;
}

} // namespace trib::torrent
