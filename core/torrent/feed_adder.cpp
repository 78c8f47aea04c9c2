#include "core/torrent/feed_adder.h"

#include <QTimer>

#include <algorithm>

namespace trib::torrent {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMatchesAtOnce = 2000; // a title and a rule; then the engine thread does other things
constexpr auto kFirstRetry = 10min;
constexpr auto kLastRetry = 24h;

} // namespace

void FeedAdder::begin()
{
    m_begun = true;
    lookAtAll();
}

void FeedAdder::look(const std::string &url)
{
    if (std::ranges::find(m_waiting, url) == m_waiting.end())
        m_waiting.push_back(url);
    goOnSoon();
}

void FeedAdder::lookAtAll()
{
    for (const auto &[url, entry] : m_book.feeds())
        look(url);
}

void FeedAdder::goOnSoon()
{
    if (m_begun && !std::exchange(m_planned, true))
        QTimer::singleShot(0, &m_context.owner, m_context.guarded([this] { goOn(); }));
}

void FeedAdder::goOn()
{
    m_planned = false;
    if (m_context.stopping || !m_context.settings.feeds.addByRules) {
        m_waiting.clear();
        m_feed.reset();
        return;
    }
    m_matches = 0;
    while ((m_feed || nextFeed()) && m_adding.size() < kMostFeedAdds) {
        if (m_matches >= kMatchesAtOnce) {
            goOnSoon();
            return;
        }
        if (m_left == 0) {
            m_feed.reset();
            continue;
        }
        const FeedItem &item = m_feed->items[--m_left];
        if (!isWanted(item))
            continue;
        if (const FeedRule *rule = ruleFor(item))
            add(item, *rule);
    }
}

bool FeedAdder::nextFeed()
{
    while (!m_waiting.empty()) {
        const std::string url = std::move(m_waiting.front());
        m_waiting.pop_front();
        const auto found = m_book.feeds().find(url);
        if (found == m_book.feeds().end())
            continue;
        m_feed = found->second.feed;
        m_left = m_feed->items.size();
        std::erase_if(m_failed, [&](const auto &entry) {
            return entry.first.first == url && std::ranges::find(m_feed->items, entry.first.second, &FeedItem::id) == m_feed->items.end();
        });
        return true;
    }
    return false;
}

bool FeedAdder::isWanted(const FeedItem &item) const
{
    if (item.read || item.added || item.torrent.empty())
        return false;
    const ItemKey key{m_feed->url, item.id};
    const auto failed = m_failed.find(key);
    return !m_adding.contains(key) && (failed == m_failed.end() || failed->second.due <= m_context.clock.steadyNow());
}

const FeedRule *FeedAdder::ruleFor(const FeedItem &item)
{
    for (const auto &[name, own] : m_book.rules()) {
        ++m_matches;
        if (!own.rule.on || !own.matcher.matches(m_feed->url, item))
            continue;
        if (engine::wasSeen(own.rule, item) || engine::isPaused(own.rule, item, m_context.clock.wallNow()))
            continue;
        const bool waits = own.rule.onceEach || own.rule.pauseDays > 0; // what is under way decides whether this one is wanted
        if (!waits || !m_busyRules.contains(name))
            return &own.rule;
        m_again.insert(m_feed->url);
        return nullptr;
    }
    return nullptr;
}

void FeedAdder::add(const FeedItem &item, const FeedRule &rule)
{
    const auto entry = m_book.feeds().find(m_feed->url);
    if (entry == m_book.feeds().end())
        return;
    const auto &now = entry->second.feed->items; // marked meanwhile, perhaps
    const auto current = std::ranges::find(now, item.id, &FeedItem::id);
    if (current == now.end() || current->read || current->added)
        return;
    AddRequest request;
    if (item.torrent.starts_with("magnet:"))
        request.source = MagnetLink{item.torrent};
    else
        request.source = TorrentUrl{item.torrent};
    request.savePath = rule.savePath;
    request.category = rule.category;
    request.tags = rule.tags;
    request.stopped = rule.stopped;
    request.layout = rule.layout;
    const ItemKey key{m_feed->url, item.id};
    m_adding.insert(key);
    m_busyRules.insert(rule.name);
    const Answer<TorrentId> answer;
    answer.future().then(&m_context.owner, m_context.guarded<Result<TorrentId>>([this, key, name = rule.name](const Result<TorrentId> &result) {
        added(key, name, result);
    }));
    m_intake.add(request, entry->second.fromPublic ? NamedBy::Stranger : NamedBy::User, answer);
}

void FeedAdder::added(const ItemKey &key, const std::string &rule, const Result<TorrentId> &result)
{
    m_adding.erase(key);
    if (const auto busy = m_busyRules.find(rule); busy != m_busyRules.end())
        m_busyRules.erase(busy);
    if (!result && result.error().code != make_error_code(EngineErrc::DuplicateTorrent)) {
        failed(key, result.error());
    } else if (const auto noted = m_book.noteAdded(key.first, key.second, rule); !noted) {
        failed(key, noted.error());
    } else {
        m_failed.erase(key);
        m_context.log.info("rule " + rule + " added an item of the feed " + withoutSecrets(key.first));
    }
    m_changed();
    for (const std::string &url : std::exchange(m_again, {}))
        look(url);
    goOnSoon();
}

void FeedAdder::failed(const ItemKey &key, const Error &error)
{
    Failed &failed = m_failed[key];
    const auto wait = std::min<std::chrono::minutes>(kFirstRetry * (1 << std::min(failed.times, 10)), kLastRetry);
    ++failed.times;
    failed.due = m_context.clock.steadyNow() + wait;
    m_book.setError(key.first, error.code);
    m_context.log.warning("an item of the feed " + withoutSecrets(key.first) + " was not added: " + error.code.message() + ": " + error.detail);
}

} // namespace trib::torrent
