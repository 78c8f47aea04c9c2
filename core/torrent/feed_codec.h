// Feeds and rules as settings of session.db: the URL or name in the key, the rest as JSON. Pure; any thread. What is read is as bounded as
// what is written.
#pragma once

#include "core/model/feeds.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trib::torrent {

inline constexpr std::string_view kFeedKey = "feed/";       // of what the feed is
inline constexpr std::string_view kItemsKey = "feed_items/"; // of its items
inline constexpr std::string_view kRuleKey = "feed_rule/";

// Whether a setting of session.db is one of these.
[[nodiscard]] bool isFeedKey(std::string_view key);

// A feed as it is stored. Its items stand apart: they change more often.
struct StoredFeed {
    Feed feed;                 // without error and loading
    bool fromPublic = false;   // a public address served it: its items name no private ones
};

[[nodiscard]] std::string encodeFeed(const Feed &feed, bool fromPublic);
[[nodiscard]] std::string encodeItems(const std::vector<FeedItem> &items);
[[nodiscard]] std::string encodeRule(const FeedRule &rule);

// What they do not know they pass over. nullopt, or no items, for text that is none of ours.
[[nodiscard]] std::optional<StoredFeed> decodeFeed(std::string_view url, std::string_view text);
[[nodiscard]] std::vector<FeedItem> decodeItems(std::string_view text);
[[nodiscard]] std::optional<FeedRule> decodeRule(std::string_view name, std::string_view text);

} // namespace trib::torrent
