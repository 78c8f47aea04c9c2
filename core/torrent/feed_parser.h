// Reads an RSS 2.0, RSS 1.0 or Atom document. Pure; any thread. What a stranger sends cannot cost more than the document's size in time and
// memory: a DTD with declarations, names and nesting beyond all reason, and more than kMaxFeedDocument end it with an error.
#pragma once

#include "core/base/result.h"
#include "core/model/feeds.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trib::torrent {

inline constexpr std::size_t kMaxFeedDocument = 10 << 20; // bytes
inline constexpr std::size_t kMaxFeedText = 4096;         // bytes of one text; a longer link is none

struct ParsedFeed {
    std::string title;
    std::chrono::minutes ttl{0}; // how long it may be kept before it is read again (RSS 2.0), a day at most; 0: it does not say
    std::vector<FeedItem> items; // in the order of the document, each id once
};

// `url` is where it came from: relative links mean something there. At most `most` items are taken. NotAFeed.
[[nodiscard]] Result<ParsedFeed> parseFeed(std::span<const std::uint8_t> document, std::string_view url, std::size_t most);

// "Wed, 02 Oct 2002 13:00:00 GMT" as in RFC 822 and its heirs, "2002-10-02T13:00:00Z" as in RFC 3339. nullopt for anything else.
[[nodiscard]] std::optional<WallTime> parseFeedDate(std::string_view text);

} // namespace trib::torrent
