#include "tests/support/bencode.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>
#include <bit>

namespace trib::test::bencode {
namespace {

[[nodiscard]] std::string hashOf(QCryptographicHash::Algorithm algorithm, const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, algorithm).toStdString();
}

[[nodiscard]] QByteArray zeros(std::int64_t size)
{
    return QByteArray(static_cast<qsizetype>(size), '\0');
}

// With blocks of 16 KiB and pieces as long, a piece is a leaf of the tree.
[[nodiscard]] std::vector<std::string> leaves(std::int64_t size)
{
    std::vector<std::string> hashes;
    for (std::int64_t at = 0; at < size; at += kPieceLength)
        hashes.push_back(hashOf(QCryptographicHash::Sha256, zeros(std::min(kPieceLength, size - at))));
    return hashes;
}

} // namespace

std::string integer(std::int64_t value)
{
    return "i" + std::to_string(value) + "e";
}

std::string text(std::string_view value)
{
    return std::to_string(value.size()) + ":" + std::string(value);
}

std::string list(const std::vector<std::string> &items)
{
    std::string written = "l";
    for (const std::string &item : items)
        written += item;
    return written + "e";
}

std::string texts(const std::vector<std::string> &values)
{
    std::vector<std::string> items;
    for (const std::string &value : values)
        items.push_back(text(value));
    return list(items);
}

std::string dictionary(const Fields &fields)
{
    std::string written = "d";
    for (const auto &[key, value] : fields)
        written += text(key) + value;
    return written + "e";
}

Fields with(Fields fields, std::string_view key, std::string value)
{
    fields[std::string(key)] = std::move(value);
    return fields;
}

Fields without(Fields fields, std::string_view key)
{
    fields.erase(std::string(key));
    return fields;
}

std::string pieces(std::int64_t size, std::int64_t pieceLength)
{
    std::string hashes;
    for (std::int64_t at = 0; at < size; at += pieceLength)
        hashes += hashOf(QCryptographicHash::Sha1, zeros(std::min(pieceLength, size - at)));
    return hashes;
}

std::string piecesRoot(std::int64_t size)
{
    std::vector<std::string> hashes = leaves(size);
    hashes.resize(std::bit_ceil(hashes.size()), std::string(32, '\0'));
    while (hashes.size() > 1) {
        std::vector<std::string> parents;
        for (std::size_t i = 0; i < hashes.size(); i += 2)
            parents.push_back(hashOf(QCryptographicHash::Sha256, QByteArray::fromStdString(hashes[i] + hashes[i + 1])));
        hashes = std::move(parents);
    }
    return hashes.front();
}

std::string pieceLayer(std::int64_t size)
{
    std::string layer;
    for (const std::string &hash : leaves(size))
        layer += hash;
    return layer;
}

std::string file(const std::vector<std::string> &path, std::int64_t size, Fields more)
{
    more["length"] = integer(size);
    more["path"] = texts(path);
    return dictionary(more);
}

std::string leaf(std::int64_t size, Fields more)
{
    more["length"] = integer(size);
    if (size > 0)
        more.emplace("pieces root", text(piecesRoot(size)));
    return dictionary({{"", dictionary(more)}});
}

Fields singleFile(std::string_view name)
{
    return {{"length", integer(5)}, {"name", text(name)}, {"piece length", integer(kPieceLength)}, {"pieces", text(pieces(5))}};
}

Fields multiFile(const std::vector<std::string> &entries, std::int64_t total)
{
    return {{"files", list(entries)}, {"name", text("root")}, {"piece length", integer(kPieceLength)}, {"pieces", text(pieces(total))}};
}

Fields v2(Fields tree)
{
    return {{"file tree", dictionary(tree)}, {"meta version", integer(2)}, {"name", text("root")}, {"piece length", integer(kPieceLength)}};
}

Fields hybrid()
{
    Fields info = singleFile("root");
    info.merge(v2({{"root", leaf()}}));
    return info;
}

std::string torrentOfPaths(const std::vector<std::vector<std::string>> &paths)
{
    std::vector<std::string> entries;
    for (const auto &path : paths)
        entries.push_back(file(path));
    return torrent(multiFile(entries, static_cast<std::int64_t>(5 * paths.size())));
}

std::string torrent(const Fields &info, Fields outer)
{
    outer["info"] = dictionary(info);
    return dictionary(outer);
}

std::span<const std::uint8_t> bytesOf(const std::string &text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

} // namespace trib::test::bencode
