#include "core/torrent/feed_keeper.h"

#include "core/base/random.h"

#include <QTimer>

#include <algorithm>
#include <array>

namespace trib::torrent {
namespace {

using namespace std::chrono_literals;

constexpr auto kFirstReadingPause = 5min;
constexpr auto kLastReadingPause = 24h;
constexpr auto kTellGap = 100ms; // however many feeds are read at once

} // namespace

FeedKeeper::FeedKeeper(EngineContext &context, const NetworkGate &gate, Intake &intake, std::function<void(const engine::FeedsPointer &)> changed)
    : m_context(context), m_gate(gate), m_changed(std::move(changed)), m_book(context), m_adder(context, m_book, intake, [this] { tellSoon(); })
{
}

void FeedKeeper::load(const settings::TextMap &stored)
{
    m_book.load(stored);
    const WallTime now = m_context.clock.wallNow();
    const std::chrono::seconds interval = m_context.settings.feeds.interval;
    for (const auto &[url, entry] : m_book.feeds()) {
        const std::chrono::seconds since = entry.feed->updated ? now - *entry.feed->updated : interval;
        m_schedules[url].due = m_context.clock.steadyNow() + (interval - std::clamp(since, 0s, interval));
    }
    tell();
}

void FeedKeeper::tick()
{
    if (m_context.stopping || !m_gate.isOpen())
        return;
    for (auto &[url, schedule] : m_schedules) {
        const bool due = m_context.settings.feeds.enabled && schedule.due <= m_context.clock.steadyNow();
        if (!schedule.loading && (schedule.asked || due))
            read(url, schedule);
    }
}

void FeedKeeper::configured(const settings::FeedSettings &before)
{
    const settings::FeedSettings &now = m_context.settings.feeds;
    for (auto &[url, schedule] : m_schedules)
        schedule.due = std::min(schedule.due, m_context.clock.steadyNow() + pauseOf(schedule));
    if (now.addByRules && !before.addByRules)
        m_adder.lookAtAll();
    tick();
}

void FeedKeeper::read(const std::string &url, Schedule &schedule)
{
    schedule.loading = true;
    schedule.asked = false;
    m_book.setLoading(url, true);
    tellSoon();
    FetchPolicy policy;
    policy.interfaces = m_context.settings.network.interfaces;
    policy.proxy = m_context.settings.network.proxy;
    policy.maxSize = Bytes(kMaxFeedDocument);
    policy.sawPublic = std::make_shared<std::atomic<bool>>(false);
    const auto sawPublic = policy.sawPublic;
    m_fetcher.fetch(url, std::move(policy)).then(&m_context.owner, m_context.guarded<Result<std::vector<std::uint8_t>>>(
        [this, url, sawPublic](Result<std::vector<std::uint8_t>> document) { parse(url, std::move(document), *sawPublic); }));
}

void FeedKeeper::parse(const std::string &url, Result<std::vector<std::uint8_t>> document, bool fromPublic)
{
    if (!document) {
        took(url, failure(std::move(document.error())), fromPublic);
        return;
    }
    auto work = [url, document = std::move(*document), most = static_cast<std::size_t>(m_context.settings.feeds.itemsPerFeed)] {
        return parseFeed(document, url, most);
    };
    m_context.onPool(std::move(work), [this, url, fromPublic](Result<ParsedFeed> parsed) { took(url, std::move(parsed), fromPublic); });
}

void FeedKeeper::took(const std::string &url, Result<ParsedFeed> parsed, bool fromPublic)
{
    const auto found = m_schedules.find(url);
    if (found == m_schedules.end())
        return; // removed meanwhile
    Schedule &schedule = found->second;
    if (parsed)
        schedule.ttl = parsed->ttl;
    const auto stored = parsed ? m_book.took(url, {std::move(parsed->title), std::move(parsed->items), fromPublic},
                                             static_cast<std::size_t>(m_context.settings.feeds.itemsPerFeed))
                               : Result<>(failure(std::move(parsed.error())));
    schedule.loading = false;
    schedule.failures = stored ? 0 : schedule.failures + 1;
    schedule.due = m_context.clock.steadyNow() + nextWait(schedule);
    m_book.setLoading(url, false);
    if (stored) {
        m_adder.look(url);
    } else {
        const bool tooLarge = stored.error().code == make_error_code(EngineErrc::ResponseTooLarge);
        m_book.setError(url, tooLarge ? make_error_code(EngineErrc::NotAFeed) : stored.error().code);
        m_context.log.warning("the feed " + withoutSecrets(url) + " was not read: " + stored.error().code.message() + ": " + stored.error().detail);
    }
    tellSoon();
}

std::chrono::seconds FeedKeeper::pauseOf(const Schedule &schedule) const
{
    return std::max(m_context.settings.feeds.interval, schedule.ttl);
}

// Up to a tenth more by chance: not all feeds of a server, nor all users of a feed, at one moment.
std::chrono::seconds FeedKeeper::nextWait(const Schedule &schedule) const
{
    const int times = std::clamp(schedule.failures - 1, 0, 10);
    const std::chrono::seconds wait = schedule.failures == 0 ? pauseOf(schedule) : std::min<std::chrono::seconds>(kFirstReadingPause * (1 << times), kLastReadingPause);
    std::array<std::uint8_t, 1> chance{};
    SystemRandom random;
    static_cast<void>(random.fill(chance)); // without it, all the same
    return wait + wait * chance[0] / 2560;
}

Result<> FeedKeeper::saveFeed(const std::string &url, const std::string &name)
{
    const auto key = feedUrl(url);
    if (!key)
        return failure(key.error());
    auto saved = m_book.saveFeed(*key, name);
    if (saved && !m_schedules.contains(*key)) {
        m_schedules[*key].asked = true;
        tick();
    }
    return told(std::move(saved));
}

Result<> FeedKeeper::removeFeeds(const std::vector<std::string> &urls)
{
    auto removed = m_book.removeFeeds(urls);
    if (removed) {
        for (const std::string &url : urls)
            m_schedules.erase(url);
    }
    return told(std::move(removed));
}

Result<> FeedKeeper::refresh(const std::vector<std::string> &urls)
{
    for (const std::string &url : urls) {
        if (!m_schedules.contains(url))
            return failure(EngineErrc::UrlInvalid, "no such feed");
    }
    for (auto &[url, schedule] : m_schedules) {
        if (urls.empty() || std::ranges::find(urls, url) != urls.end())
            schedule.asked = true;
    }
    tick();
    return success();
}

Result<> FeedKeeper::mark(const MarkFeedItems &marked)
{
    return told(m_book.mark(marked.url, marked.ids, marked.read, marked.added));
}

Result<> FeedKeeper::saveRule(const SaveFeedRule &saved)
{
    auto result = m_book.saveRule(saved.before, saved.rule);
    if (result)
        m_adder.lookAtAll();
    return told(std::move(result));
}

Result<> FeedKeeper::removeRules(const std::vector<std::string> &names)
{
    return told(m_book.removeRules(names));
}

Result<> FeedKeeper::told(Result<> result)
{
    if (result)
        tell();
    return result;
}

void FeedKeeper::tell()
{
    m_changed(std::make_shared<const Feeds>(m_book.all()));
}

void FeedKeeper::tellSoon()
{
    if (std::exchange(m_tellPlanned, true))
        return;
    QTimer::singleShot(kTellGap, &m_context.owner, m_context.guarded([this] {
        m_tellPlanned = false;
        tell();
    }));
}

} // namespace trib::torrent
