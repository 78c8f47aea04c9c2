// Whatever a feed holds: what is read of it is bounded, safe to show, and has links of known schemes alone; it comes back from the store as
// it was, and rules can look at it.
#include "tests/fuzz/fuzz.h"

#include "core/base/remote_text.h"
#include "core/engine/feed_matcher.h"
#include "core/torrent/feed_codec.h"
#include "core/torrent/feed_parser.h"
#include "core/torrent/url.h"

using namespace trib;

namespace {

[[nodiscard]] bool isLink(const std::string &link)
{
    return link.empty() || link.starts_with("magnet:?") || torrent::parseUrl(link);
}

void check(const FeedItem &item)
{
    TRIB_ASSERT(!item.id.empty() && !item.read && !item.added);
    TRIB_ASSERT(item.title == remoteText(item.title));
    TRIB_ASSERT(item.id.size() <= torrent::kMaxFeedText && item.torrent.size() <= 3 * torrent::kMaxFeedText + 64);
    TRIB_ASSERT(isLink(item.torrent) && isLink(item.page) && !item.page.starts_with("magnet:"));
    TRIB_ASSERT(!item.size || item.size->count() > 0);
    (void)engine::episodeOf(item.title);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::size_t kMost = 20;
    (void)torrent::parseFeedDate(test::textOf(data, size));
    const auto feed = torrent::parseFeed({data, size}, "https://example.org/rss/feed", kMost);
    if (!feed)
        return 0;
    TRIB_ASSERT(feed->items.size() <= kMost && feed->title == remoteText(feed->title));
    for (const FeedItem &item : feed->items)
        check(item);
    TRIB_ASSERT(torrent::decodeItems(torrent::encodeItems(feed->items)) == feed->items);
    return 0;
}
