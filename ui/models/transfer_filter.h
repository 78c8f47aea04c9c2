// Which rows of the list are shown: a status, a category, a tag and a tracker at the left, and a text above. All must hold. Values; any thread.
#pragma once

#include "core/model/torrent_snapshot.h"

#include <QRegularExpression>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trib::ui {

enum class StatusFilter : std::uint8_t { All, Downloading, Seeding, Done, Stopped, Problems, TrackerErrors };
inline constexpr std::array kStatusFilters{StatusFilter::All, StatusFilter::Downloading, StatusFilter::Seeding,
                                           StatusFilter::Done, StatusFilter::Stopped, StatusFilter::Problems,
                                           StatusFilter::TrackerErrors};

struct TransferFilter {
    StatusFilter status = StatusFilter::All;
    QString text; // words, each of which must occur in the name, path, tracker, category, a tag or a hash; case does not matter
    std::optional<std::string> category = std::nullopt; // with those below it; empty: torrents without one; nullopt: all
    std::optional<std::string> tag = std::nullopt;      // empty: torrents without one; nullopt: all
    std::optional<std::string> tracker = std::nullopt;  // its host; empty: torrents without one; nullopt: all
    bool isExpression = false;                          // the text is one regular expression instead, without case

    bool operator==(const TransferFilter &) const = default;
};

// Every torrent belongs to All and to at most one of the others, but Problems and TrackerErrors, which may overlap.
// A bit for each of kStatusFilters that it belongs to.
[[nodiscard]] std::uint32_t statusesOf(const TorrentSnapshot &torrent);
[[nodiscard]] bool belongsTo(StatusFilter status, const TorrentSnapshot &torrent);

// A filter made ready for many rows. An expression that is not valid lets nothing through; see filterFault().
class TransferMatcher {
public:
    explicit TransferMatcher(const TransferFilter &filter);

    [[nodiscard]] bool matches(const TorrentSnapshot &torrent, const QString &name) const;

private:
    struct Word {
        QString text;
        bool maybeHash = false; // nothing but hexadecimal digits
    };

    [[nodiscard]] bool holds(const Word &word, const TorrentSnapshot &torrent, const QString &name) const;

    TransferFilter m_filter;
    std::vector<Word> m_words;
    QRegularExpression m_expression;
};

// What is the matter with the text as an expression, in the words of the library; empty: nothing.
[[nodiscard]] QString filterFault(const TransferFilter &filter);
[[nodiscard]] QString statusFilterText(StatusFilter status);

} // namespace trib::ui
