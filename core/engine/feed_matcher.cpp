#include "core/engine/feed_matcher.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <charconv>

namespace trib::engine {
namespace {

constexpr std::size_t kMaxPattern = 4096;           // bytes of one text
constexpr std::size_t kMostSeen = 10'000;           // episodes; the oldest are forgotten
constexpr auto kOptions = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
constexpr auto kBudget = QLatin1StringView("(*LIMIT_MATCH=100000)"); // an expression that would go on for minutes does not match

[[nodiscard]] QString fromText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

[[nodiscard]] QString withoutWildcards(QStringView word)
{
    QString pattern;
    for (const QChar c : word) {
        if (c == u'*')
            pattern += u".*";
        else if (c == u'?')
            pattern += u'.';
        else
            pattern += QRegularExpression::escape(QStringView(&c, 1));
    }
    return pattern;
}

[[nodiscard]] std::optional<int> numberOf(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.size() > 4 || error != std::errc{} || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

[[nodiscard]] std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

// Each "(season)(episode)" that a title names. An x between numbers is more often that of a resolution unless the first is short.
[[nodiscard]] std::vector<std::pair<int, int>> episodesIn(const QString &title)
{
    static const QRegularExpression named(
        QStringLiteral("(?:\\b|_)(?:s(\\d{1,4})[ ._-]?e(\\d{1,4})|(\\d{1,2})x(\\d{1,4}))(?!\\d)"), QRegularExpression::CaseInsensitiveOption);
    std::vector<std::pair<int, int>> found;
    for (auto it = named.globalMatch(title); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const int at = match.capturedLength(1) > 0 ? 1 : 3;
        found.emplace_back(match.captured(at).toInt(), match.captured(at + 1).toInt());
    }
    return found;
}

// Of a date in the title, whichever way round it is written: "2017-01-31" and "31.01.2017" are one day.
[[nodiscard]] std::string dateIn(const QString &title)
{
    static const QRegularExpression dated(
        QStringLiteral("(?:\\b|_)(?:(\\d{4})([ ._-])(\\d{1,2})\\2(\\d{1,2})|(\\d{1,2})([._-])(\\d{1,2})\\6(\\d{4}))(?!\\d)"));
    const QRegularExpressionMatch match = dated.match(title);
    if (!match.hasMatch())
        return {};
    const bool yearFirst = match.capturedLength(1) > 0;
    const int year = match.captured(yearFirst ? 1 : 8).toInt();
    int month = match.captured(yearFirst ? 3 : 7).toInt();
    int day = match.captured(yearFirst ? 4 : 5).toInt();
    if (month > 12)
        std::swap(month, day); // as Americans write it
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return {};
    return std::to_string(year) + '.' + std::to_string(month) + '.' + std::to_string(day);
}

struct Kind {
    bool repack = false;
    bool proper = false;
};

[[nodiscard]] Kind kindOf(std::string_view title)
{
    const QString text = fromText(title);
    return {text.contains(u"REPACK", Qt::CaseInsensitive), text.contains(u"PROPER", Qt::CaseInsensitive)};
}

[[nodiscard]] std::string withKind(const std::string &episode, Kind kind)
{
    return episode + (kind.repack ? "-REPACK" : "") + (kind.proper ? "-PROPER" : "");
}

void remember(std::vector<std::string> &seen, const std::string &episode)
{
    if (std::ranges::find(seen, episode) == seen.end())
        seen.push_back(episode);
    if (seen.size() > kMostSeen)
        seen.erase(seen.begin());
}

} // namespace

Result<FeedMatcher> FeedMatcher::make(const FeedRule &rule)
{
    FeedMatcher matcher;
    auto must = compile(rule.must, rule.regex);
    auto mustNot = compile(rule.mustNot, rule.regex);
    if (!must || !mustNot)
        return failure(std::move(must ? mustNot.error() : must.error()));
    if (!trimmed(rule.episodes).empty()) {
        auto episodes = parseEpisodes(trimmed(rule.episodes));
        if (!episodes)
            return failure(std::move(episodes.error()));
        matcher.m_episodes = std::move(*episodes);
    }
    matcher.m_feeds = rule.feeds;
    std::ranges::sort(matcher.m_feeds);
    matcher.m_must = std::move(*must);
    matcher.m_mustNot = std::move(*mustNot);
    return matcher;
}

Result<FeedMatcher::Alternatives> FeedMatcher::compile(const std::string &text, bool regex)
{
    if (text.size() > kMaxPattern)
        return failure(EngineErrc::ExpressionInvalid, "longer than 4 KiB");
    if (text.empty())
        return Alternatives{};
    if (regex) {
        QRegularExpression expression(kBudget + fromText(text), kOptions);
        if (!expression.isValid())
            return failure(EngineErrc::ExpressionInvalid, expression.errorString().toStdString());
        return Alternatives{{std::move(expression)}};
    }
    Alternatives alternatives;
    for (const QString &alternative : fromText(text).split(u'|')) {
        std::vector<QRegularExpression> &all = alternatives.emplace_back();
        for (const QString &word : alternative.simplified().split(u' ', Qt::SkipEmptyParts))
            all.emplace_back(kBudget + withoutWildcards(word), kOptions);
    }
    return alternatives;
}

Result<std::vector<FeedMatcher::EpisodeRange>> FeedMatcher::parseEpisodes(std::string_view text)
{
    const auto wrong = [](std::string_view part) {
        return failure(EngineErrc::ExpressionInvalid, "not an episode: " + std::string(part.substr(0, 32)));
    };
    if (text.size() > kMaxPattern)
        return wrong(text);
    std::vector<EpisodeRange> ranges;
    std::optional<int> season;
    while (!text.empty()) {
        const std::string_view whole = trimmed(text.substr(0, text.find(';')));
        text.remove_prefix(std::min(text.find(';'), text.size() - 1) + 1);
        std::string_view part = whole;
        if (part.empty())
            continue;
        if (const auto x = part.find_first_of("xX"); x != std::string_view::npos) {
            season = numberOf(part.substr(0, x));
            part.remove_prefix(x + 1);
        }
        const auto dash = part.find('-');
        const bool open = dash != std::string_view::npos && dash + 1 == part.size();
        const auto first = numberOf(part.substr(0, dash));
        const auto last = dash == std::string_view::npos || open ? first : numberOf(part.substr(dash + 1));
        if (!season || *season == 0 || !first || !last || *last < *first)
            return wrong(whole);
        ranges.push_back({*season, *first, *last, open});
    }
    return ranges.empty() ? Result<std::vector<EpisodeRange>>(wrong(";")) : ranges;
}

bool FeedMatcher::holds(const Alternatives &alternatives, const QString &title)
{
    return std::ranges::any_of(alternatives, [&](const std::vector<QRegularExpression> &all) {
        return std::ranges::all_of(all, [&](const QRegularExpression &word) { return word.match(title).hasMatch(); });
    });
}

bool FeedMatcher::hasEpisode(const QString &title) const
{
    const auto named = episodesIn(title);
    return std::ranges::any_of(named, [&](const auto &episode) {
        return std::ranges::any_of(*m_episodes, [&](const EpisodeRange &range) {
            if (episode.first != range.season)
                return range.open && episode.first > range.season;
            return episode.second >= range.first && (range.open || episode.second <= range.last);
        });
    });
}

bool FeedMatcher::matches(std::string_view feedUrl, const FeedItem &item) const
{
    if (!m_feeds.empty() && !std::ranges::binary_search(m_feeds, feedUrl))
        return false;
    const QString title = fromText(item.title);
    return (m_must.empty() || holds(m_must, title)) && !holds(m_mustNot, title) && (!m_episodes || hasEpisode(title));
}

std::string episodeOf(std::string_view title)
{
    const QString text = fromText(title);
    const auto named = episodesIn(text);
    return named.empty() ? dateIn(text) : std::to_string(named.front().first) + 'x' + std::to_string(named.front().second);
}

bool wasSeen(const FeedRule &rule, const FeedItem &item)
{
    const auto seen = [&](const std::string &episode) { return std::ranges::find(rule.seenEpisodes, episode) != rule.seenEpisodes.end(); };
    if (!rule.onceEach)
        return false;
    const std::string episode = episodeOf(item.title);
    if (episode.empty() || !seen(episode))
        return false;
    const Kind kind = kindOf(item.title);
    return !(kind.repack || kind.proper) || seen(withKind(episode, kind));
}

bool isPaused(const FeedRule &rule, const FeedItem &item, WallTime now)
{
    return rule.pauseDays > 0 && rule.lastAdded && item.published.value_or(now) < *rule.lastAdded + std::chrono::days(rule.pauseDays);
}

void noteAdded(FeedRule &rule, const FeedItem &item, WallTime now)
{
    rule.lastAdded = std::min(item.published.value_or(now), now); // a date to come would hold up others for ever
    const std::string episode = rule.onceEach ? episodeOf(item.title) : std::string();
    if (episode.empty())
        return;
    const Kind kind = kindOf(item.title);
    remember(rule.seenEpisodes, episode);
    if (kind.repack)
        remember(rule.seenEpisodes, episode + "-REPACK");
    if (kind.proper)
        remember(rule.seenEpisodes, episode + "-PROPER");
    if (kind.repack && kind.proper)
        remember(rule.seenEpisodes, withKind(episode, kind));
}

} // namespace trib::engine
