// Feeds (RSS 2.0, RSS 1.0, Atom) whose items are torrents, and rules that add some of them. Values; text from feeds has gone through
// remoteText().
#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/model/add_request.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace trib {

inline constexpr std::size_t kMaxFeeds = 500;
inline constexpr std::size_t kMaxFeedRules = 1000;

struct FeedItem {
    std::string id;          // guid, else the link: what makes it another one
    std::string title;
    std::string torrent;     // http(s) URL or magnet link; empty: the item is none
    std::string page;        // http(s) URL for people; may be empty
    std::optional<WallTime> published;
    std::optional<Bytes> size;
    bool read = false;
    bool added = false;      // by a rule or by hand

    bool operator==(const FeedItem &) const = default;
};

struct Feed {
    std::string url;         // its key
    std::string name;        // given by the user; empty: the title
    std::string title;       // its own
    std::optional<WallTime> updated; // last read without error
    std::error_code error;   // of the last try; none: it went well or was not tried
    bool loading = false;
    std::vector<FeedItem> items; // newest first
};

// What must hold of a title for an item to be added. All texts empty: every item.
struct FeedRule {
    std::string name;        // its key
    bool on = true;
    std::vector<std::string> feeds; // URLs; empty: all feeds
    std::string must;        // words that must be there; "|" divides alternatives; * and ? stand for other text. Or, with `regex`, expressions
    std::string mustNot;     // none of these may be there
    bool regex = false;
    std::string episodes;    // "1x2;1x4-6;2x10-;" as qBittorrent writes it; empty: all
    bool onceEach = false;   // no episode twice; a proper or repack of it may follow
    int pauseDays = 0;       // after an item was added, others wait that long
    std::string savePath;    // as in AddRequest
    std::string category;
    std::vector<std::string> tags;
    bool stopped = false;
    ContentLayout layout = ContentLayout::Original;
    std::optional<WallTime> lastAdded;   // kept by the engine
    std::vector<std::string> seenEpisodes; // likewise, for onceEach

    bool operator==(const FeedRule &) const = default;
};

using FeedPointer = std::shared_ptr<const Feed>;

struct Feeds {
    std::vector<FeedPointer> feeds;  // sorted by url; a feed that did not change is the same object
    std::vector<FeedRule> rules;     // sorted by name
};

} // namespace trib
