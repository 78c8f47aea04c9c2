// FeedKeeper: reads feeds by themselves, over the chosen interface and proxy like all that is fetched and never while the network gate is
// closed, and hands them to the rules. Engine thread; documents are parsed on the pool.
#pragma once

#include "core/engine/torrent_engine.h"
#include "core/torrent/feed_adder.h"
#include "core/torrent/feed_book.h"
#include "core/torrent/feed_parser.h"
#include "core/torrent/intake.h"
#include "core/torrent/network_gate.h"
#include "core/torrent/torrent_fetcher.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace trib::torrent {

class FeedKeeper {
public:
    // `changed` is called before the answer to whatever made the change is given.
    FeedKeeper(EngineContext &context, const NetworkGate &gate, Intake &intake, std::function<void(const engine::FeedsPointer &)> changed);

    void load(const settings::TextMap &stored);
    void begin() { m_adder.begin(); }
    void tick();
    void configured(const settings::FeedSettings &before);

    // As in FeedBook: durable when they return.
    [[nodiscard]] Result<> saveFeed(const std::string &url, const std::string &name);
    [[nodiscard]] Result<> removeFeeds(const std::vector<std::string> &urls);
    // Reads them as soon as the gate is open, whatever feeds/enabled says; none: all.
    [[nodiscard]] Result<> refresh(const std::vector<std::string> &urls);
    [[nodiscard]] Result<> mark(const MarkFeedItems &marked);
    [[nodiscard]] Result<> saveRule(const SaveFeedRule &saved);
    [[nodiscard]] Result<> removeRules(const std::vector<std::string> &names);

private:
    struct Schedule {
        SteadyTime due{};
        std::chrono::minutes ttl{0}; // as the feed itself asks
        int failures = 0;   // in a row
        bool asked = false; // by the user
        bool loading = false;
    };

    void read(const std::string &url, Schedule &schedule);
    void parse(const std::string &url, Result<std::vector<std::uint8_t>> document, bool fromPublic);
    void took(const std::string &url, Result<ParsedFeed> parsed, bool fromPublic);
    [[nodiscard]] std::chrono::seconds pauseOf(const Schedule &schedule) const;
    [[nodiscard]] std::chrono::seconds nextWait(const Schedule &schedule) const;
    [[nodiscard]] Result<> told(Result<> result);
    void tell();
    void tellSoon();

    EngineContext &m_context;
    const NetworkGate &m_gate;
    std::function<void(const engine::FeedsPointer &)> m_changed;
    FeedBook m_book;
    FeedAdder m_adder;
    std::map<std::string, Schedule, std::less<>> m_schedules; // by URL, of the book's feeds
    TorrentFetcher m_fetcher;
    bool m_tellPlanned = false;
};

} // namespace trib::torrent
