// FeedBook: the feeds with their items and the rules that there are, in session.db. Engine thread. Changes are durable when they return, but
// for what a feed is doing just now (loading, error); a failure leaves everything as it was. Nobody is told here: see FeedKeeper.
#pragma once

#include "core/engine/feed_matcher.h"
#include "core/model/feeds.h"
#include "core/torrent/engine_context.h"
#include "core/torrent/feed_codec.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace trib::torrent {

class FeedBook {
public:
    struct Entry {
        FeedPointer feed;
        bool fromPublic = false;
    };
    struct Rule {
        FeedRule rule;
        engine::FeedMatcher matcher;
    };
    // What a reading of a feed brought.
    struct Reading {
        std::string title;
        std::vector<FeedItem> items;
        bool fromPublic = false;
    };

    explicit FeedBook(EngineContext &context) : m_context(context) {}

    void load(const settings::TextMap &stored);

    [[nodiscard]] const std::map<std::string, Entry, std::less<>> &feeds() const { return m_feeds; }
    [[nodiscard]] const std::map<std::string, Rule, std::less<>> &rules() const { return m_rules; }
    [[nodiscard]] Feeds all() const;

    // UrlInvalid, NameInvalid, PathInvalid, ExpressionInvalid, InvalidSetting (one too many), StoreUnavailable.
    [[nodiscard]] Result<> saveFeed(const std::string &url, const std::string &name);
    [[nodiscard]] Result<> removeFeeds(const std::vector<std::string> &urls);
    [[nodiscard]] Result<> mark(const std::string &url, const std::vector<std::string> &ids, bool read, bool added);
    [[nodiscard]] Result<> saveRule(const std::string &before, FeedRule rule);
    [[nodiscard]] Result<> removeRules(const std::vector<std::string> &names);

    // Items that are known keep what was done with them; at most `most` are kept. Of a feed that has gone nothing is kept.
    [[nodiscard]] Result<> took(const std::string &url, Reading reading, std::size_t most);
    // The item is read and added; the rule, if it is there, remembers it.
    [[nodiscard]] Result<> noteAdded(const std::string &url, const std::string &id, const std::string &rule);

    void setLoading(const std::string &url, bool loading);
    void setError(const std::string &url, std::error_code error);

private:
    [[nodiscard]] Result<> store(const Entry &entry, bool items);
    void change(const std::string &url, const std::function<void(Feed &)> &change);

    EngineContext &m_context;
    std::map<std::string, Entry, std::less<>> m_feeds;
    std::map<std::string, Rule, std::less<>> m_rules;
};

// What is stored under for `text`, a URL as it was given. UrlInvalid.
[[nodiscard]] Result<std::string> feedUrl(std::string_view text);

} // namespace trib::torrent
