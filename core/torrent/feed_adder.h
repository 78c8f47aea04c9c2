// FeedAdder: adds the items of feeds that a rule asks for. As in qBittorrent rules hold of all items that are unread and were not added,
// those of a feed's first reading too, and are applied when a feed was read and when a rule or feeds/add_by_rules was changed; the oldest item
// first, the first rule by name. An item whose torrent is in the list counts as added. Engine thread; looks at a few at a time.
#pragma once

#include "core/torrent/feed_book.h"
#include "core/torrent/intake.h"

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace trib::torrent {

inline constexpr std::size_t kMostFeedAdds = 20; // at once

class FeedAdder {
public:
    // `changed` after what the book holds has changed.
    FeedAdder(EngineContext &context, FeedBook &book, Intake &intake, std::function<void()> changed)
        : m_context(context), m_book(book), m_intake(intake), m_changed(std::move(changed))
    {
    }

    // Every torrent of the list is known: what is in it already can be told. Nothing is added before.
    void begin();
    void look(const std::string &url);
    void lookAtAll();

private:
    using ItemKey = std::pair<std::string, std::string>; // URL of the feed, id

    struct Failed {
        int times = 0;
        SteadyTime due{}; // not to be tried again before
    };

    void goOnSoon();
    void goOn();
    [[nodiscard]] bool nextFeed();
    [[nodiscard]] bool isWanted(const FeedItem &item) const;
    [[nodiscard]] const FeedRule *ruleFor(const FeedItem &item);
    void add(const FeedItem &item, const FeedRule &rule);
    void added(const ItemKey &key, const std::string &rule, const Result<TorrentId> &result);
    void failed(const ItemKey &key, const Error &error);

    EngineContext &m_context;
    FeedBook &m_book;
    Intake &m_intake;
    std::function<void()> m_changed;
    std::deque<std::string> m_waiting;       // feeds still to be looked at, each once
    FeedPointer m_feed;                      // being looked at; null: none
    std::size_t m_left = 0;                  // of its items, from the oldest, which is the last
    std::set<std::string, std::less<>> m_again; // feeds with an item that waits for another add of its rule
    std::set<ItemKey> m_adding;
    std::multiset<std::string, std::less<>> m_busyRules; // an add of theirs is under way
    std::map<ItemKey, Failed> m_failed;
    std::size_t m_matches = 0;               // in this slice
    bool m_begun = false;
    bool m_planned = false;
};

} // namespace trib::torrent
