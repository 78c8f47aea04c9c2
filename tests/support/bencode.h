// A writer of bencoded text and of torrents, sound ones and broken ones: every value is bencoded text already, so a row of a test can
// put anything anywhere. The content of the torrents is zeros, with hashes that are right, so that they can be completed.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trib::test::bencode {

using Fields = std::map<std::string, std::string>; // key to bencoded value; written in order, as BEP 3 wants it

inline constexpr std::int64_t kPieceLength = 16 << 10;

[[nodiscard]] std::string integer(std::int64_t value);
[[nodiscard]] std::string text(std::string_view value);
[[nodiscard]] std::string list(const std::vector<std::string> &items);
[[nodiscard]] std::string texts(const std::vector<std::string> &values); // a list of strings
[[nodiscard]] std::string dictionary(const Fields &fields);

[[nodiscard]] Fields with(Fields fields, std::string_view key, std::string value);
[[nodiscard]] Fields without(Fields fields, std::string_view key);

// Hashes of zeros: SHA-1 of each piece of `size` bytes; the root and the piece layer of a v2 file of `size` bytes.
[[nodiscard]] std::string pieces(std::int64_t size, std::int64_t pieceLength = kPieceLength);
[[nodiscard]] std::string piecesRoot(std::int64_t size);
[[nodiscard]] std::string pieceLayer(std::int64_t size);

// One entry of "files", and one leaf of a "file tree".
[[nodiscard]] std::string file(const std::vector<std::string> &path, std::int64_t size = 5, Fields more = {});
[[nodiscard]] std::string leaf(std::int64_t size = 5, Fields more = {});

// Sound info dictionaries. singleFile: one v1 file of five bytes; multiFile: v1 with the given entries, whose sizes are `total`
// together; v2: with the given tree; hybrid: one file of five bytes in both forms.
[[nodiscard]] Fields singleFile(std::string_view name = "name");
[[nodiscard]] Fields multiFile(const std::vector<std::string> &entries, std::int64_t total);
[[nodiscard]] Fields v2(Fields tree);
[[nodiscard]] Fields hybrid();

// A v1 torrent called "root" with files of five bytes each.
[[nodiscard]] std::string torrentOfPaths(const std::vector<std::vector<std::string>> &paths);

[[nodiscard]] std::string torrent(const Fields &info, Fields outer = {});

[[nodiscard]] std::span<const std::uint8_t> bytesOf(const std::string &text);

} // namespace trib::test::bencode
