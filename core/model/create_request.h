// What a torrent is made of that a user creates, and what has become of it.
#pragma once

#include "core/base/bytes.h"
#include "core/model/info_hash.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trib {

enum class TorrentFormat : std::uint8_t { V1, V2, Hybrid };

inline constexpr Bytes kMinCreatedPiece{16 << 10};
inline constexpr Bytes kMaxCreatedPiece{16 << 20}; // larger ones are refused by clients that people use

struct CreateRequest {
    std::string content;          // a file or folder; absolute
    std::string output;           // the .torrent to write; absolute
    bool replace = false;         // what is there under that name
    TorrentFormat format = TorrentFormat::Hybrid;
    bool isPrivate = false;       // BEP 27
    Bytes pieceSize;              // a power of two; zero: chosen by the size of the content
    bool skipDotFiles = true;     // files and folders whose names begin with a dot
    std::vector<std::vector<std::string>> trackers; // by tier (BEP 12)
    std::vector<std::string> webSeeds;              // BEP 19
    std::string comment;
    std::string source;           // a tag within the info dictionary, by which trackers make a torrent their own
    bool withDate = true;

    bool operator==(const CreateRequest &) const = default;
};

struct CreatedTorrent {
    InfoHash infoHash;
    std::string name;
    std::string output;
    std::string savePath;         // where it seeds from: the folder that holds the content
    Bytes size;
    Bytes pieceSize;
    int pieces = 0;
    int files = 0;
    int skipped = 0;              // symbolic links, devices and, if wanted, dot files: not part of the torrent

    bool operator==(const CreatedTorrent &) const = default;
};

// How large pieces of so much content are if nobody says: about a thousand to two thousand pieces, within the limits above.
[[nodiscard]] Bytes pieceSizeFor(Bytes content);

} // namespace trib
