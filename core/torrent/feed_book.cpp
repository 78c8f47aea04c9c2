#include "core/torrent/feed_book.h"

#include "core/base/remote_text.h"
#include "core/base/utf8_path.h"
#include "core/model/labels.h"
#include "core/torrent/url.h"

#include <algorithm>
#include <set>

namespace trib::torrent {
namespace {

constexpr std::size_t kMaxItemText = 1 << 20; // bytes of all texts of one feed's items; what is older goes
constexpr int kMostPauseDays = 3650;

[[nodiscard]] std::string keyOf(std::string_view prefix, std::string_view name)
{
    return std::string(prefix) + std::string(name);
}

[[nodiscard]] Result<> check(const FeedRule &rule)
{
    if (rule.name.empty() || rule.name.size() > kMaxLabel || rule.name != remoteText(rule.name) || rule.name.find_first_not_of(' ') == std::string::npos)
        return failure(EngineErrc::NameInvalid, "of a rule");
    if (!rule.category.empty() && !isCategoryName(rule.category))
        return failure(EngineErrc::NameInvalid, rule.category);
    for (const std::string &tag : rule.tags) {
        if (!isTagName(tag))
            return failure(EngineErrc::NameInvalid, tag);
    }
    if (!rule.savePath.empty() && !fromUtf8(rule.savePath).is_absolute())
        return failure(EngineErrc::PathInvalid, rule.savePath);
    if (rule.pauseDays < 0 || rule.pauseDays > kMostPauseDays || rule.feeds.size() > kMaxFeeds)
        return failure(EngineErrc::InvalidSetting, "days or feeds of a rule");
    return success();
}

// Newest first, where every item has a date; else those of the last reading before those that it did not bring any more.
void sortNewestFirst(std::vector<FeedItem> &items)
{
    if (std::ranges::all_of(items, [](const FeedItem &item) { return item.published.has_value(); }))
        std::ranges::stable_sort(items, std::ranges::greater(), &FeedItem::published);
}

void cut(std::vector<FeedItem> &items, std::size_t most)
{
    std::size_t text = 0;
    std::size_t kept = 0;
    while (kept < std::min(items.size(), most) && text <= kMaxItemText) {
        const FeedItem &item = items[kept];
        text += item.id.size() + item.title.size() + item.torrent.size() + item.page.size();
        kept += text <= kMaxItemText;
    }
    items.resize(kept);
}

[[nodiscard]] std::vector<FeedItem> merged(std::vector<FeedItem> items, const std::vector<FeedItem> &known, std::size_t most)
{
    std::map<std::string_view, const FeedItem *> before;
    for (const FeedItem &item : known)
        before.emplace(item.id, &item);
    for (FeedItem &item : items) {
        const auto found = before.find(item.id);
        if (found == before.end())
            continue;
        item.read = found->second->read;
        item.added = found->second->added;
        before.erase(found);
    }
    for (const FeedItem &item : known) {
        if (before.contains(item.id))
            items.push_back(item);
    }
    sortNewestFirst(items);
    cut(items, most);
    return items;
}

} // namespace

Result<std::string> feedUrl(std::string_view text)
{
    return parseUrl(text).map([](const Url &url) { return url.text(); });
}

void FeedBook::load(const settings::TextMap &stored)
{
    for (const auto &[key, value] : stored) {
        if (key.starts_with(kFeedKey)) {
            const std::string url = key.substr(kFeedKey.size());
            auto feed = decodeFeed(url, value);
            if (!feed || m_feeds.size() >= kMaxFeeds)
                continue;
            if (const auto items = stored.find(keyOf(kItemsKey, url)); items != stored.end())
                feed->feed.items = decodeItems(items->second);
            m_feeds.emplace(url, Entry{std::make_shared<const Feed>(std::move(feed->feed)), feed->fromPublic});
        } else if (key.starts_with(kRuleKey)) {
            auto rule = decodeRule(key.substr(kRuleKey.size()), value);
            auto matcher = rule ? engine::FeedMatcher::make(*rule) : failure(EngineErrc::StoreDamaged);
            if (matcher && m_rules.size() < kMaxFeedRules)
                m_rules.emplace(rule->name, Rule{*rule, std::move(*matcher)});
        }
    }
}

Feeds FeedBook::all() const
{
    Feeds all;
    for (const auto &[url, entry] : m_feeds)
        all.feeds.push_back(entry.feed);
    for (const auto &[name, rule] : m_rules)
        all.rules.push_back(rule.rule);
    return all;
}

Result<> FeedBook::saveFeed(const std::string &url, const std::string &name)
{
    const auto found = m_feeds.find(url);
    if (found == m_feeds.end() && m_feeds.size() >= kMaxFeeds)
        return failure(EngineErrc::InvalidSetting, "too many feeds");
    Feed feed = found == m_feeds.end() ? Feed{} : *found->second.feed;
    feed.url = url;
    feed.name = remoteText(name);
    Entry entry{std::make_shared<const Feed>(std::move(feed)), found != m_feeds.end() && found->second.fromPublic};
    if (auto stored = store(entry, false); !stored)
        return stored;
    m_feeds.insert_or_assign(url, std::move(entry));
    return success();
}

Result<> FeedBook::removeFeeds(const std::vector<std::string> &urls)
{
    std::vector<std::string> gone;
    for (const std::string &url : urls) {
        gone.push_back(keyOf(kFeedKey, url));
        gone.push_back(keyOf(kItemsKey, url));
    }
    if (auto stored = m_context.store->saveSettings({}, gone); !stored)
        return stored;
    for (const std::string &url : urls)
        m_feeds.erase(url);
    return success();
}

Result<> FeedBook::mark(const std::string &url, const std::vector<std::string> &ids, bool read, bool added)
{
    const auto found = m_feeds.find(url);
    if (found == m_feeds.end())
        return failure(EngineErrc::UrlInvalid, "no such feed");
    const std::set<std::string_view> chosen(ids.begin(), ids.end());
    Feed feed = *found->second.feed;
    for (FeedItem &item : feed.items) {
        if (!chosen.empty() && !chosen.contains(item.id))
            continue;
        item.read = read;
        item.added = item.added || added;
    }
    if (feed.items == found->second.feed->items)
        return success();
    Entry entry{std::make_shared<const Feed>(std::move(feed)), found->second.fromPublic};
    if (auto stored = store(entry, true); !stored)
        return stored;
    found->second = std::move(entry);
    return success();
}

Result<> FeedBook::saveRule(const std::string &before, FeedRule rule)
{
    if (auto checked = check(rule); !checked)
        return checked;
    const auto old = m_rules.find(before);
    const bool renamed = before != rule.name;
    if (renamed && m_rules.contains(rule.name))
        return failure(EngineErrc::NameInvalid, "there is a rule of that name");
    if (old == m_rules.end() && m_rules.size() >= kMaxFeedRules)
        return failure(EngineErrc::InvalidSetting, "too many rules");
    auto matcher = engine::FeedMatcher::make(rule);
    if (!matcher)
        return failure(std::move(matcher.error()));
    rule.lastAdded = old == m_rules.end() ? std::nullopt : old->second.rule.lastAdded;
    rule.seenEpisodes = old == m_rules.end() ? std::vector<std::string>() : old->second.rule.seenEpisodes;
    std::vector<std::string> gone;
    if (renamed && old != m_rules.end())
        gone.push_back(keyOf(kRuleKey, before));
    if (auto stored = m_context.store->saveSettings({{keyOf(kRuleKey, rule.name), encodeRule(rule)}}, gone); !stored)
        return stored;
    if (!gone.empty())
        m_rules.erase(old);
    m_rules.insert_or_assign(rule.name, Rule{rule, std::move(*matcher)});
    return success();
}

Result<> FeedBook::removeRules(const std::vector<std::string> &names)
{
    std::vector<std::string> gone;
    for (const std::string &name : names)
        gone.push_back(keyOf(kRuleKey, name));
    if (auto stored = m_context.store->saveSettings({}, gone); !stored)
        return stored;
    for (const std::string &name : names)
        m_rules.erase(name);
    return success();
}

Result<> FeedBook::took(const std::string &url, Reading reading, std::size_t most)
{
    const auto found = m_feeds.find(url);
    if (found == m_feeds.end())
        return success();
    Feed feed = *found->second.feed;
    feed.title = std::move(reading.title);
    feed.items = merged(std::move(reading.items), feed.items, most);
    feed.updated = m_context.clock.wallNow();
    feed.error = {};
    const bool items = feed.items != found->second.feed->items;
    Entry entry{std::make_shared<const Feed>(std::move(feed)), reading.fromPublic};
    if (auto stored = store(entry, items); !stored)
        return stored;
    found->second = std::move(entry);
    return success();
}

Result<> FeedBook::noteAdded(const std::string &url, const std::string &id, const std::string &rule)
{
    settings::TextMap changed;
    const auto feed = m_feeds.find(url);
    const auto known = m_rules.find(rule);
    FeedPointer next;
    FeedRule nextRule;
    if (feed != m_feeds.end()) {
        Feed copy = *feed->second.feed;
        const auto item = std::ranges::find(copy.items, id, &FeedItem::id);
        if (item == copy.items.end())
            return success();
        item->read = true;
        item->added = true;
        if (known != m_rules.end()) {
            nextRule = known->second.rule;
            engine::noteAdded(nextRule, *item, m_context.clock.wallNow());
            changed.emplace(keyOf(kRuleKey, rule), encodeRule(nextRule));
        }
        changed.emplace(keyOf(kItemsKey, url), encodeItems(copy.items));
        next = std::make_shared<const Feed>(std::move(copy));
    }
    if (auto stored = m_context.store->saveSettings(changed); !stored)
        return stored;
    if (next)
        feed->second.feed = std::move(next);
    if (changed.contains(keyOf(kRuleKey, rule)))
        known->second.rule = std::move(nextRule);
    return success();
}

void FeedBook::setLoading(const std::string &url, bool loading)
{
    change(url, [loading](Feed &feed) { feed.loading = loading; });
}

void FeedBook::setError(const std::string &url, std::error_code error)
{
    change(url, [error](Feed &feed) { feed.error = error; });
}

void FeedBook::change(const std::string &url, const std::function<void(Feed &)> &change)
{
    const auto found = m_feeds.find(url);
    if (found == m_feeds.end())
        return;
    Feed feed = *found->second.feed;
    change(feed);
    found->second.feed = std::make_shared<const Feed>(std::move(feed));
}

Result<> FeedBook::store(const Entry &entry, bool items)
{
    settings::TextMap changed{{keyOf(kFeedKey, entry.feed->url), encodeFeed(*entry.feed, entry.fromPublic)}};
    if (items)
        changed.emplace(keyOf(kItemsKey, entry.feed->url), encodeItems(entry.feed->items));
    return m_context.store->saveSettings(changed);
}

} // namespace trib::torrent
