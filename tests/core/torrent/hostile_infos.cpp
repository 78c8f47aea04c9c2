#include "tests/core/torrent/hostile_cases.h"

#include "core/torrent/metainfo.h"
#include "tests/support/bencode.h"

namespace trib::test {

using namespace bencode;
using enum EngineErrc;

namespace {

[[nodiscard]] std::string oneFile(const std::string &entry)
{
    return torrent(multiFile({entry}, 5));
}

[[nodiscard]] std::string symbolicLink(const std::vector<std::string> &target)
{
    const std::string link = file({"link"}, 0, {{"attr", text("l")}, {"symlink path", texts(target)}});
    return torrent(multiFile({file({"folder", "a"}), link}, 5));
}

[[nodiscard]] std::string manyFolders()
{
    std::vector<std::string> entries{file({"a"})};
    for (int i = 0; i < 50'000; ++i)
        entries.push_back(file({std::to_string(i) + std::string(100, 'f'), "a"}, 0));
    return torrent(multiFile(entries, 5));
}

[[nodiscard]] std::vector<RefusedCase> brokenHeads()
{
    const Fields info = singleFile();
    constexpr std::int64_t kHuge = std::int64_t{1} << 62;
    return {
        {"no piece length", torrent(without(info, "piece length")), InvalidInfo, "no piece length"},
        {"a piece length that is text", torrent(with(info, "piece length", text("16384"))), InvalidInfo, "no piece length"},
        {"a piece length of zero", torrent(with(info, "piece length", integer(0))), InvalidPieceLength, "zero, negative"},
        {"a negative piece length", torrent(with(info, "piece length", integer(-16384))), InvalidPieceLength, "zero, negative"},
        {"a piece length over 63 bits", torrent(with(info, "piece length", "i9223372036854775808e")), InvalidPieceLength, "zero, negative"},
        {"a piece length of one byte over the limit", torrent(with(info, "piece length", integer(torrent::kMaxPieceLength + 1))),
            InvalidPieceLength, "over the limit"},
        {"a piece length that is small in 32 bits alone", torrent(with(info, "piece length", integer((std::int64_t{1} << 32) + 16384))),
            InvalidPieceLength, "over the limit"},
        {"no name", torrent(without(info, "name")), InvalidName, "no name"},
        {"a name that is an integer", torrent(with(info, "name", integer(1))), InvalidName, "no name"},
        {"a name that is a list", torrent(with(info, "name", texts({"a"}))), InvalidName, "no name"},
        {"an empty name of a single file", torrent(singleFile("")), InvalidName, {}},
        {"a single file called ..", torrent(singleFile("..")), InvalidName, {}},
        {"a single file called /", torrent(singleFile("/")), InvalidName, {}},
        {"a single file of direction marks alone", torrent(singleFile("\xE2\x80\xAE\xE2\x80\xAD")), InvalidName, {}},
        {"neither files nor a size", torrent(without(info, "length")), InvalidFileTree, "no files"},
        {"a size that is text", torrent(with(info, "length", text("5"))), InvalidInfo, "size of a file is not a number"},
        {"a negative size", torrent(with(info, "length", integer(-5))), InvalidFileTree, "negative size"},
        {"a size of zero", torrent(with(info, "length", integer(0))), InvalidFileTree, "no content"},
        {"a size over 63 bits", torrent(with(info, "length", "i9223372036854775808e")), InvalidFileTree, "no content"},
        {"more content than the limit", torrent(with(info, "length", integer(torrent::kMaxContent + 1))), TooLarge, "content"},
        {"a size near the end of 63 bits", torrent(with(info, "length", integer(kHuge + (kHuge - 1)))), TooLarge, "content"},
        {"more pieces than the limit", torrent(with(with(info, "piece length", integer(1)), "length", integer(torrent::kMaxPieces + 1))),
            TooLarge, "more pieces"},
    };
}

[[nodiscard]] std::vector<RefusedCase> brokenPieces()
{
    const Fields info = singleFile();
    return {
        {"no piece hashes", torrent(without(info, "pieces")), InvalidPieces, "no piece hashes"},
        {"piece hashes that are an integer", torrent(with(info, "pieces", integer(20))), InvalidPieces, "not a string"},
        {"piece hashes that are a list", torrent(with(info, "pieces", texts({pieces(5)}))), InvalidPieces, "not a string"},
        {"piece hashes cut off", torrent(with(info, "pieces", text(pieces(5).substr(0, 19)))), InvalidPieces, "multiple of 20"},
        {"an empty string of piece hashes", torrent(with(info, "pieces", text(""))), InvalidPieces, "does not fit"},
        {"fewer piece hashes than pieces", torrent(with(info, "length", integer(16385))), InvalidPieces, "does not fit"},
        {"more piece hashes than pieces", torrent(with(info, "pieces", text(pieces(16385)))), InvalidPieces, "does not fit"},
    };
}

[[nodiscard]] std::vector<RefusedCase> brokenFileLists()
{
    const Fields info = multiFile({file({"a"})}, 5);
    constexpr std::int64_t kHalf = torrent::kMaxContent / 2 + 1;
    return {
        {"files that are text", torrent(with(info, "files", text("a"))), InvalidFileTree, "files are not a list"},
        {"files that are a dictionary", torrent(with(info, "files", dictionary({}))), InvalidFileTree, "files are not a list"},
        {"an empty list of files", torrent(multiFile({}, 5)), InvalidFileTree, "no files"},
        {"a file that is text", oneFile(text("a")), InvalidFileTree, "not a dictionary"},
        {"a file that is a list", oneFile(list({})), InvalidFileTree, "not a dictionary"},
        {"a file without a size", oneFile(dictionary({{"path", texts({"a"})}})), InvalidFileTree, "without a size"},
        {"a file whose size is text", oneFile(dictionary({{"length", text("5")}, {"path", texts({"a"})}})), InvalidInfo, "not a number"},
        {"a file of negative size", oneFile(file({"a"}, -5)), InvalidFileTree, "negative size"},
        {"sizes that cancel out", torrent(multiFile({file({"a"}, 10), file({"b"}, -5)}, 5)), InvalidFileTree, "negative size"},
        {"files that are all empty", torrent(multiFile({file({"a"}, 0), file({"b"}, 0)}, 5)), InvalidFileTree, "no content"},
        {"sizes whose sum is over the limit", torrent(multiFile({file({"a"}, kHalf), file({"b"}, kHalf)}, 5)), TooLarge, "content"},
        {"a file without a path", oneFile(dictionary({{"length", integer(5)}})), InvalidFileTree, "without a path"},
        {"an empty path", oneFile(file({})), InvalidFileTree, "without a path"},
        {"a path that is text", oneFile(dictionary({{"length", integer(5)}, {"path", text("a/b")}})), InvalidFileTree, "not a list"},
        {"an integer in a path", oneFile(dictionary({{"length", integer(5)}, {"path", list({integer(1)})}})), InvalidFileTree, "other than text"},
        {"a list in a path", oneFile(dictionary({{"length", integer(5)}, {"path", list({texts({"a"})})}})), InvalidFileTree, "other than text"},
        {"an integer in path.utf-8", oneFile(file({"a"}, 5, {{"path.utf-8", list({integer(1)})}})), InvalidFileTree, "other than text"},
        {"50,000 folders, each of them to be compared with all", manyFolders(), TooLarge, "folders"},
    };
}

[[nodiscard]] std::vector<RefusedCase> symbolicLinks()
{
    return {
        {"a symbolic link to an absolute path", symbolicLink({"", "etc", "passwd"}), InvalidFileTree, "symbolic link"},
        {"a symbolic link out of the torrent", symbolicLink({"..", "..", "outside"}), InvalidFileTree, "symbolic link"},
        {"a symbolic link to a folder of the torrent", symbolicLink({"folder"}), InvalidFileTree, "symbolic link"},
        {"a symbolic link without a target", torrent(multiFile({file({"a"}), file({"link"}, 0, {{"attr", text("l")}})}, 5)),
            InvalidFileTree, "symbolic link"},
        {"a symbolic link among other attributes", torrent(multiFile({file({"a"}), file({"b"}, 0, {{"attr", text("xhl")}})}, 5)),
            InvalidFileTree, "symbolic link"},
        {"a torrent that is a symbolic link", torrent(with(singleFile(), "attr", text("l"))), InvalidFileTree, "symbolic link"},
    };
}

} // namespace

std::vector<RefusedCase> brokenInfos()
{
    std::vector<RefusedCase> cases = brokenHeads();
    for (auto part : {brokenPieces(), brokenFileLists(), symbolicLinks()})
        cases.insert(cases.end(), part.begin(), part.end());
    return cases;
}

} // namespace trib::test
