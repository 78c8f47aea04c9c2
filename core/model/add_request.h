// What can be added, what is shown before it is, and how the user wants it.
#pragma once

#include "core/base/bytes.h"
#include "core/model/info_hash.h"
#include "core/model/torrent_detail.h"
#include "core/model/torrent_limits.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace trib {

inline constexpr Bytes kMaxTorrentFile{10 << 20}; // of a .torrent, from disk or network

struct TorrentFilePath { std::string path; };                 // a .torrent on this machine
struct TorrentFileBytes { std::vector<std::uint8_t> bytes; }; // its content
struct MagnetLink { std::string uri; };
struct TorrentUrl { std::string url; };                       // http or https

using TorrentSource = std::variant<TorrentFilePath, TorrentFileBytes, MagnetLink, TorrentUrl>;

// Text as it is dropped, pasted or given on a command line: a magnet link, an http(s) URL, 40 or 64 hexadecimal or 32 base32
// digits of an info-hash (made into a magnet link), a path, or a file URL of this machine (made into a path). nullopt for anything
// else, for links of more than 64 KiB, and for text with control characters within it.
[[nodiscard]] std::optional<TorrentSource> recogniseSource(std::string_view text);

// Each line (or white-space separated word, if it is a link or a hash) of a text that is a source; at most 1,000.
[[nodiscard]] std::vector<TorrentSource> recogniseSources(std::string_view text);

// A torrent before it is added: nothing of its content has been downloaded. `metainfo` is the complete .torrent (bencoded), so that
// adding needs no second fetch; it is empty while the metadata of a magnet link is not known.
struct TorrentPreview {
    InfoHash infoHash;
    std::string name;
    std::string comment;
    Bytes size;
    bool isPrivate = false;
    bool hasMetadata = false;
    std::vector<FileEntry> files;         // priorities as the magnet's so= asks (BEP 53)
    std::vector<std::string> trackers;
    std::vector<std::uint8_t> metainfo;
    std::optional<TorrentId> duplicateOf; // already in the list
    bool canMergeTrackers = false;        // a duplicate, neither of them private, with trackers that are new
};

enum class OnDuplicate : std::uint8_t { Refuse, MergeTrackers };
enum class OnPathConflict : std::uint8_t { Refuse, Suffix };
enum class ContentLayout : std::uint8_t { Original, Subfolder, NoSubfolder };

// What another client knew of a torrent that is taken over from it. Whoever fills in `pieces` has looked at the files.
struct TakenOver {
    Bytes uploaded;
    Bytes downloaded;
    std::optional<WallTime> added;
    std::optional<WallTime> completed;
    std::chrono::seconds activeTime{};
    std::chrono::seconds seedingTime{};
    bool forced = false;
    std::vector<std::pair<FileIndex, std::string>> renamed;  // path relative to the save path, '/' between components
    std::vector<bool> pieces;                                // verified there, in files that are unchanged; empty: all is checked anew
    std::vector<std::pair<std::string, int>> trackers;       // with their tiers, in place of the torrent's own; empty: those
    std::vector<std::string> webSeeds;                       // likewise

    bool operator==(const TakenOver &) const = default;
};

struct AddRequest {
    TorrentSource source;
    std::string savePath;     // absolute; empty: the folder of the category, or the default folder of the settings
    std::string category;     // made if it is not there; empty: none
    std::vector<std::string> tags;
    std::string name;         // empty: the torrent's own
    bool stopped = false;
    bool sequential = false;
    bool firstLastFirst = false;
    bool topOfQueue = false;
    bool skipCheck = false;   // the files are known to be complete ("seed mode": pieces are verified when first asked for)
    ContentLayout layout = ContentLayout::Original;
    OnDuplicate onDuplicate = OnDuplicate::Refuse;
    OnPathConflict onPathConflict = OnPathConflict::Suffix;
    std::vector<FilePriority> priorities; // by file index; shorter or empty: Normal for the rest
    TorrentLimits limits;
    std::optional<ShareLimits> shareLimits; // nullopt: the session's
    std::optional<TakenOver> takenOver;
};

} // namespace trib
