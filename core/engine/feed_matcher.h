// FeedMatcher: whether an item of a feed is one that a rule asks for. Pure; any thread, one at a time. Without regard to case; a wildcard or
// an expression may match anywhere in the title.
//
// - Texts: words with spaces between must all be there, in any order; "|" divides alternatives; * stands for any text and ? for any
//   character, all others for themselves. With `regex` the whole text is one expression (PCRE). As in qBittorrent an empty alternative
//   ("a|") holds of every title, so that it asks for nothing in `must` and lets nothing through in `mustNot`.
// - Episodes: "1x2;8-15;2x10-;": the season, then single episodes, ranges, and a last "10-" for all from there on, later seasons too. A
//   title names them as S01E02, s1.e2, 1x02. One that names none is not matched by a rule with episodes.
#pragma once

#include "core/base/result.h"
#include "core/model/engine_error.h"
#include "core/model/feeds.h"

#include <QRegularExpression>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trib::engine {

class FeedMatcher {
public:
    // ExpressionInvalid for a text or episodes that cannot be understood; the detail says what.
    [[nodiscard]] static Result<FeedMatcher> make(const FeedRule &rule);

    // Whether the rule is for this feed, and its texts and episodes hold of the title. Of `on`, `onceEach` and `pauseDays` see below.
    [[nodiscard]] bool matches(std::string_view feedUrl, const FeedItem &item) const;

private:
    struct EpisodeRange {
        int season = 0;
        int first = 0;
        int last = 0;
        bool open = false; // no end: later seasons too
    };
    using Alternatives = std::vector<std::vector<QRegularExpression>>; // any of which all

    [[nodiscard]] static Result<Alternatives> compile(const std::string &text, bool regex);
    [[nodiscard]] static Result<std::vector<EpisodeRange>> parseEpisodes(std::string_view text);
    [[nodiscard]] static bool holds(const Alternatives &alternatives, const QString &title);
    [[nodiscard]] bool hasEpisode(const QString &title) const;

    std::vector<std::string> m_feeds; // sorted
    Alternatives m_must;
    Alternatives m_mustNot;
    std::optional<std::vector<EpisodeRange>> m_episodes; // nullopt: all
};

// What `onceEach` goes by: "1x2" for S01E02, "2017.1.31" for a date. Empty: the title names no episode, and is never seen before.
[[nodiscard]] std::string episodeOf(std::string_view title);

// Whether `onceEach` keeps the item away: its episode was seen. A REPACK or PROPER may follow it, each once.
[[nodiscard]] bool wasSeen(const FeedRule &rule, const FeedItem &item);

// Whether `pauseDays` keeps it away: it is of less than so many days after the item that was added last. An item without a date is of now.
[[nodiscard]] bool isPaused(const FeedRule &rule, const FeedItem &item, WallTime now);

// Remembers in `lastAdded` and `seenEpisodes` that the item was added.
void noteAdded(FeedRule &rule, const FeedItem &item, WallTime now);

} // namespace trib::engine
