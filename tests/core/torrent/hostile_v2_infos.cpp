#include "tests/core/torrent/hostile_cases.h"

#include "core/torrent/metainfo.h"
#include "tests/support/bencode.h"

namespace trib::test {

using namespace bencode;
using enum EngineErrc;

namespace {

constexpr std::int64_t kThreePieces = 3 * kPieceLength - 1;

[[nodiscard]] Fields soundV2()
{
    return v2({{"a", leaf()}});
}

[[nodiscard]] std::string withTree(const std::string &tree)
{
    return torrent(with(soundV2(), "file tree", tree));
}

[[nodiscard]] std::string withLeaf(const Fields &fields)
{
    return torrent(v2({{"a", dictionary({{"", dictionary(fields)}})}}));
}

[[nodiscard]] std::string deepTree(int levels)
{
    std::string tree = dictionary({{"a", leaf()}});
    for (int i = 1; i < levels; ++i)
        tree = dictionary({{"d", tree}});
    return withTree(tree);
}

// `bencoded` with the first `from` replaced: for dictionaries that no writer of ours would write.
[[nodiscard]] std::string replaced(std::string bencoded, const std::string &from, const std::string &to)
{
    return bencoded.replace(bencoded.find(from), from.size(), to);
}

[[nodiscard]] std::vector<RefusedCase> versions()
{
    const auto version = [](const std::string &value) { return torrent(with(soundV2(), "meta version", value)); };
    return {
        {"meta version 1", version(integer(1)), UnsupportedVersion, {}},
        {"meta version 3", version(integer(3)), UnsupportedVersion, {}},
        {"meta version 0", version(integer(0)), UnsupportedVersion, {}},
        {"a negative meta version", version(integer(-2)), UnsupportedVersion, {}},
        {"a meta version that is 2 in 32 bits alone", version(integer((std::int64_t{1} << 32) + 2)), UnsupportedVersion, {}},
        {"a meta version that is text", version(text("2")), UnsupportedVersion, {}},
        {"a file tree without a meta version", torrent(without(soundV2(), "meta version")), InvalidInfo, "without a meta version"},
        {"a v2 torrent without a file tree", torrent(without(soundV2(), "file tree")), InvalidFileTree, "without a file tree"},
        {"a v2 piece length of 8 KiB", torrent(with(soundV2(), "piece length", integer(8192))), InvalidPieceLength, "power of two"},
        {"a v2 piece length that is no power of two", torrent(with(soundV2(), "piece length", integer(49152))), InvalidPieceLength,
            "power of two"},
        {"v2 keys out of order", replaced(torrent(soundV2()), "4:name4:root12:piece lengthi16384e", "12:piece lengthi16384e4:name4:root"),
            NotBencoded, {}},
        {"a v2 key that is there twice", replaced(torrent(soundV2()), "4:name4:root", "4:name4:root4:name4:boot"), NotBencoded, {}},
        {"a v2 integer with a leading zero", replaced(torrent(soundV2()), "i16384e", "i016384e"), NotBencoded, {}},
    };
}

[[nodiscard]] std::vector<RefusedCase> trees()
{
    const std::string root = text(piecesRoot(5));
    return {
        {"a file tree that is a list", withTree(list({})), InvalidFileTree, "without a file tree"},
        {"an empty file tree", withTree(dictionary({})), InvalidFileTree, "no files"},
        {"a file tree of empty folders", withTree(dictionary({{"a", dictionary({})}})), InvalidFileTree, "no files"},
        {"text in a file tree", withTree(dictionary({{"a", text("b")}})), InvalidFileTree, "tree that is not a dictionary"},
        {"a file that is a folder too", withTree(dictionary({{"a", dictionary({{"", dictionary({{"length", integer(5)}})}, {"b", leaf()}})}})),
            InvalidFileTree, "file where a folder is"},
        {"a file without a name", withTree(leaf()), InvalidFileTree, "file where a folder is"},
        {"a leaf that is text", withTree(dictionary({{"a", dictionary({{"", text("")}})}})), InvalidFileTree, "file that is not a dictionary"},
        {"a v2 file without a size", withLeaf({{"pieces root", root}}), InvalidFileTree, "without a size"},
        {"a v2 file of negative size", withLeaf({{"length", integer(-5)}, {"pieces root", root}}), InvalidFileTree, "negative size"},
        {"a v2 size that is text", withLeaf({{"length", text("5")}, {"pieces root", root}}), InvalidInfo, "not a number"},
        {"a v2 file without a pieces root", withLeaf({{"length", integer(5)}}), InvalidFileTree, "pieces root of 32"},
        {"a pieces root of 20 bytes", withLeaf({{"length", integer(5)}, {"pieces root", text(std::string(20, 'r'))}}), InvalidFileTree,
            "pieces root of 32"},
        {"a pieces root of zeros", withLeaf({{"length", integer(5)}, {"pieces root", text(std::string(32, '\0'))}}), InvalidFileTree,
            "zeros"},
        {"a padding file in a v2 tree", withLeaf({{"attr", text("p")}, {"length", integer(5)}, {"pieces root", root}}), InvalidFileTree,
            "padding file"},
        {"a symbolic link in a v2 tree", withLeaf({{"attr", text("l")}, {"length", integer(0)}, {"symlink path", texts({"..", "x"})}}),
            InvalidFileTree, "symbolic link"},
        {"v2 content of zero bytes", torrent(v2({{"a", leaf(0)}})), InvalidFileTree, "no content"},
        {"more v2 content than the limit", withLeaf({{"length", integer(torrent::kMaxContent + 1)}, {"pieces root", root}}), TooLarge,
            "content"},
        {"more v2 pieces than the limit", withLeaf({{"length", integer((torrent::kMaxPieces + std::int64_t{1}) * kPieceLength)}, {"pieces root", root}}),
            TooLarge, "more pieces"},
        {"a file tree 4,096 folders deep", deepTree(4096), NestedTooDeep, {}},
    };
}

[[nodiscard]] std::vector<RefusedCase> layers()
{
    const Fields info = v2({{"a", leaf(kThreePieces)}});
    const std::string root = piecesRoot(kThreePieces);
    const std::string layer = pieceLayer(kThreePieces);
    const auto withLayers = [&](const std::string &value) { return torrent(info, {{"piece layers", value}}); };
    std::string wrong = layer;
    wrong[40] = static_cast<char>(wrong[40] ^ 1);
    return {
        {"piece layers that are a list", withLayers(list({})), InvalidPieces, "not a dictionary"},
        {"a piece layer for a root of 20 bytes", withLayers(dictionary({{std::string(20, 'r'), text(layer)}})), InvalidPieces, "not 32 bytes"},
        {"a piece layer that is an integer", withLayers(dictionary({{root, integer(1)}})), InvalidPieces, "no list of hashes"},
        {"a piece layer cut off", withLayers(dictionary({{root, text(layer.substr(1))}})), InvalidPieces, "no list of hashes"},
        {"a file without its piece layer", withLayers(dictionary({})), InvalidPieces, "without a piece layer"},
        {"a piece layer with a hash too few", withLayers(dictionary({{root, text(layer.substr(32))}})), InvalidPieces, "does not fit"},
        {"a piece layer with a hash too many", withLayers(dictionary({{root, text(layer + std::string(32, 'h'))}})), InvalidPieces,
            "does not fit"},
        {"a piece layer with a wrong hash", withLayers(dictionary({{root, text(wrong)}})), InvalidPieces, "not the file's"},
    };
}

[[nodiscard]] std::vector<RefusedCase> hybrids()
{
    const auto v1With = [](const std::vector<std::string> &entries, std::int64_t total) {
        Fields info = without(hybrid(), "length");
        info["files"] = list(entries);
        info["pieces"] = text(pieces(total));
        return info;
    };
    const auto twoFiles = [&](const std::vector<std::string> &entries, std::int64_t total) {
        return torrent(with(v1With(entries, total), "file tree", dictionary({{"a", leaf()}, {"b", leaf()}})));
    };
    const std::string padding = file({".pad", "16379"}, 16379, {{"attr", text("p")}});
    return {
        {"a hybrid whose sizes disagree", torrent(with(hybrid(), "length", integer(6))), InvalidFileTree, {}},
        {"a hybrid whose names disagree", torrent(with(hybrid(), "file tree", dictionary({{"other", leaf()}}))), InvalidFileTree, {}},
        {"a hybrid with a v2 file more", torrent(with(hybrid(), "file tree", dictionary({{"other", leaf()}, {"root", leaf()}}))),
            InvalidFileTree, {}},
        {"a hybrid with a v1 file more", torrent(v1With({file({"root"}), file({"other"})}, 10)), InvalidFileTree, {}},
        {"a hybrid whose files are in another order", twoFiles({file({"b"}), padding, file({"a"})}, 16389), InvalidFileTree, {}},
        {"a hybrid without padding between its v1 files", twoFiles({file({"a"}), file({"b"})}, 10), InvalidFileTree, {}},
        {"a hybrid without v1 piece hashes", torrent(without(hybrid(), "pieces")), InvalidPieces, "no piece hashes"},
        {"a hybrid with too many v1 piece hashes", torrent(with(hybrid(), "pieces", text(pieces(16385)))), InvalidPieces, "does not fit"},
        {"v1 piece hashes in a torrent of v2 files alone", torrent(with(soundV2(), "pieces", text(pieces(5)))), InvalidFileTree, "no files"},
        {"a hybrid that has no name", torrent(without(hybrid(), "name")), InvalidName, "no name"},
    };
}

} // namespace

std::vector<RefusedCase> brokenV2Infos()
{
    std::vector<RefusedCase> cases = versions();
    for (auto part : {trees(), layers(), hybrids()})
        cases.insert(cases.end(), part.begin(), part.end());
    return cases;
}

} // namespace trib::test
