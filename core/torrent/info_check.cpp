#include "core/torrent/info_check.h"

#include "core/model/engine_error.h"
#include "core/torrent/metainfo.h"

#include <algorithm>
#include <unordered_set>

namespace trib::torrent {
namespace {

using Node = lt::bdecode_node;

constexpr std::int64_t kHashBlock = 16 << 10;

// libtorrent looks each folder up by comparing it with all others: what that costs, bounded before it starts.
class FolderCost {
public:
    [[nodiscard]] Result<> enter(std::size_t folder, std::size_t bytes)
    {
        if (folder == m_current)
            return success();
        m_current = folder;
        ++m_changes;
        if (m_seen.insert(folder).second)
            m_bytes += bytes + kPerFolder;
        return m_changes > kMaxCost / m_bytes ? failure(EngineErrc::TooLarge, "too many folders") : success();
    }

private:
    static constexpr std::size_t kPerFolder = 16;
    static constexpr std::size_t kMaxCost = 100'000'000'000;
    std::unordered_set<std::size_t> m_seen;
    std::size_t m_current = 0;
    std::size_t m_changes = 0;
    std::size_t m_bytes = kPerFolder;
};

class Content {
public:
    explicit Content(std::int64_t pieceLength) : m_pieceLength(pieceLength) {}

    [[nodiscard]] Result<> add(std::int64_t size)
    {
        if (size < 0)
            return failure(EngineErrc::InvalidFileTree, "a file of negative size");
        if (size > kMaxContent - m_size)
            return failure(EngineErrc::TooLarge, "more content than the limit");
        if (++m_files > kMaxFiles)
            return failure(EngineErrc::TooLarge, "more files than the limit");
        m_size += size;
        m_alignedPieces += (size + m_pieceLength - 1) / m_pieceLength;
        return success();
    }

    // Pieces run through v1 content, but start anew with each v2 file.
    [[nodiscard]] std::int64_t pieces() const { return (m_size + m_pieceLength - 1) / m_pieceLength; }
    [[nodiscard]] std::int64_t alignedPieces() const { return m_alignedPieces; }

    [[nodiscard]] Result<> checkLimits(std::int64_t pieceCount) const
    {
        if (m_files == 0)
            return failure(EngineErrc::InvalidFileTree, "no files");
        if (m_size == 0)
            return failure(EngineErrc::InvalidFileTree, "no content");
        if (pieceCount > kMaxPieces)
            return failure(EngineErrc::TooLarge, "more pieces than the limit");
        return success();
    }

    FolderCost folders;

private:
    std::int64_t m_pieceLength;
    std::int64_t m_size = 0;
    std::int64_t m_alignedPieces = 0;
    int m_files = 0;
};

[[nodiscard]] std::string_view textOf(const Node &node)
{
    const auto text = node.string_value();
    return {text.data(), text.size()};
}

[[nodiscard]] bool hasAttribute(const Node &file, char attribute)
{
    const Node attributes = file.dict_find_string("attr");
    return attributes && textOf(attributes).find(attribute) != std::string_view::npos;
}

[[nodiscard]] Result<> addLength(const Node &file, Content &content)
{
    if (hasAttribute(file, 'l'))
        return failure(EngineErrc::InvalidFileTree, "a symbolic link");
    const Node length = file.dict_find("length");
    if (!length)
        return failure(EngineErrc::InvalidFileTree, "a file without a size");
    if (length.type() != Node::int_t)
        return failure(EngineErrc::InvalidInfo, "the size of a file is not a number");
    return content.add(length.int_value());
}

[[nodiscard]] Result<> checkPath(const Node &file, Content &content)
{
    Node path = file.dict_find_list("path.utf-8");
    if (!path)
        path = file.dict_find_list("path");
    if (!path && file.dict_find("path"))
        return failure(EngineErrc::InvalidFileTree, "a path that is not a list");
    if (!path || path.list_size() == 0) {
        return hasAttribute(file, 'p') ? success() : failure(EngineErrc::InvalidFileTree, "a file without a path");
    }
    std::size_t folder = 1;
    std::size_t bytes = 0;
    for (int i = 0; i < path.list_size(); ++i) {
        const Node component = path.list_at(i);
        if (component.type() != Node::string_t)
            return failure(EngineErrc::InvalidFileTree, "a path of something other than text");
        if (i + 1 < path.list_size()) {
            folder = folder * 1'000'003 + std::hash<std::string_view>{}(textOf(component));
            bytes += textOf(component).size() + 1;
        }
    }
    return content.folders.enter(folder, bytes);
}

[[nodiscard]] Result<> checkFileList(const Node &files, Content &content)
{
    if (files.type() != Node::list_t)
        return failure(EngineErrc::InvalidFileTree, "the files are not a list");
    for (int i = 0; i < files.list_size(); ++i) {
        const Node file = files.list_at(i);
        if (file.type() != Node::dict_t)
            return failure(EngineErrc::InvalidFileTree, "a file that is not a dictionary");
        if (auto checked = addLength(file, content); !checked)
            return checked;
        if (auto checked = checkPath(file, content); !checked)
            return checked;
    }
    return success();
}

[[nodiscard]] Result<> checkTreeFile(const Node &file, Content &content)
{
    if (file.type() != Node::dict_t)
        return failure(EngineErrc::InvalidFileTree, "a file that is not a dictionary");
    if (hasAttribute(file, 'p'))
        return failure(EngineErrc::InvalidFileTree, "a padding file in a v2 tree");
    if (auto checked = addLength(file, content); !checked)
        return checked;
    if (file.dict_find_int_value("length") == 0)
        return success();
    const Node root = file.dict_find_string("pieces root");
    if (!root || root.string_length() != 32)
        return failure(EngineErrc::InvalidFileTree, "a file without a pieces root of 32 bytes");
    const std::string_view hash = textOf(root);
    if (std::all_of(hash.begin(), hash.end(), [](char c) { return c == 0; }))
        return failure(EngineErrc::InvalidFileTree, "a pieces root of zeros");
    return success();
}

// Recursion is bounded by the depth limit of the decoder.
[[nodiscard]] Result<> checkTree(const Node &folder, Content &content, std::size_t folderId, std::size_t bytes)
{
    for (int i = 0; i < folder.dict_size(); ++i) {
        const auto [name, child] = folder.dict_at_node(i);
        if (textOf(name).empty())
            return failure(EngineErrc::InvalidFileTree, "a file where a folder is");
        if (child.type() != Node::dict_t)
            return failure(EngineErrc::InvalidFileTree, "an entry of the tree that is not a dictionary");
        const bool isFile = child.dict_size() == 1 && child.dict_at(0).first.empty();
        Result<> checked = success();
        if (isFile) {
            checked = content.folders.enter(folderId, bytes).and_then([&](std::monostate) {
                return checkTreeFile(child.dict_at(0).second, content);
            });
        } else {
            const std::size_t id = folderId * 1'000'003 + std::hash<std::string_view>{}(textOf(name));
            checked = checkTree(child, content, id, bytes + textOf(name).size() + 1);
        }
        if (!checked)
            return checked;
    }
    return success();
}

[[nodiscard]] Result<> checkVersion(const Node &info)
{
    const Node version = info.dict_find("meta version");
    if (!version) {
        return info.dict_find("file tree") ? failure(EngineErrc::InvalidInfo, "a v2 file tree without a meta version") : success();
    }
    if (version.type() != Node::int_t || version.int_value() != 2)
        return failure(EngineErrc::UnsupportedVersion, "a meta version other than 2");
    if (!info.dict_find_dict("file tree"))
        return failure(EngineErrc::InvalidFileTree, "a v2 torrent without a file tree");
    return success();
}

[[nodiscard]] Result<> checkPieceLength(const Node &info, bool v2)
{
    const Node length = info.dict_find("piece length");
    if (!length || length.type() != Node::int_t)
        return failure(EngineErrc::InvalidInfo, "no piece length");
    const std::int64_t value = length.int_value();
    if (value <= 0)
        return failure(EngineErrc::InvalidPieceLength, "a piece length that is zero, negative or no 64-bit number");
    if (value > kMaxPieceLength)
        return failure(EngineErrc::InvalidPieceLength, "a piece length over the limit");
    if (v2 && (value < kHashBlock || (value & (value - 1)) != 0))
        return failure(EngineErrc::InvalidPieceLength, "a v2 piece length that is no power of two of at least 16 KiB");
    return success();
}

[[nodiscard]] Result<> checkName(const Node &info)
{
    if (!info.dict_find_string("name.utf-8") && !info.dict_find_string("name"))
        return failure(EngineErrc::InvalidName, "no name");
    return success();
}

[[nodiscard]] Result<> checkPieces(const Node &info, const Content &content)
{
    const Node pieces = info.dict_find("pieces");
    if (!pieces)
        return failure(EngineErrc::InvalidPieces, "no piece hashes");
    if (pieces.type() != Node::string_t)
        return failure(EngineErrc::InvalidPieces, "piece hashes that are not a string");
    if (pieces.string_length() % 20 != 0)
        return failure(EngineErrc::InvalidPieces, "piece hashes that are no multiple of 20 bytes");
    if (pieces.string_length() / 20 != content.pieces())
        return failure(EngineErrc::InvalidPieces, "the number of piece hashes does not fit the content");
    return success();
}

[[nodiscard]] Result<> checkV1(const Node &info, std::int64_t pieceLength)
{
    Content content(pieceLength);
    const Node files = info.dict_find("files");
    if (!files && !info.dict_find("length") && !hasAttribute(info, 'l'))
        return failure(EngineErrc::InvalidFileTree, "no files");
    auto checked = files ? checkFileList(files, content) : addLength(info, content);
    if (checked)
        checked = content.checkLimits(content.pieces());
    return checked ? checkPieces(info, content) : checked;
}

[[nodiscard]] Result<> checkV2(const Node &info, std::int64_t pieceLength)
{
    Content content(pieceLength);
    auto checked = checkTree(info.dict_find_dict("file tree"), content, 1, 0);
    return checked ? content.checkLimits(content.alignedPieces()) : checked;
}

} // namespace

Result<> checkInfo(const Node &info)
{
    if (info.type() != Node::dict_t)
        return failure(EngineErrc::NotATorrent, "the info is not a dictionary");
    if (auto checked = checkVersion(info); !checked)
        return checked;
    const bool v2 = static_cast<bool>(info.dict_find("meta version"));
    if (auto checked = checkPieceLength(info, v2); !checked)
        return checked;
    if (auto checked = checkName(info); !checked)
        return checked;
    const std::int64_t pieceLength = info.dict_find_int_value("piece length");
    if (v2) {
        if (auto checked = checkV2(info, pieceLength); !checked)
            return checked;
    }
    const bool v1 = !v2 || info.dict_find("files") || info.dict_find("length") || info.dict_find("pieces");
    return v1 ? checkV1(info, pieceLength) : success();
}

} // namespace trib::torrent
