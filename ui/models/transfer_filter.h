// Which rows of the list are shown: a status, a category and a tag at the left, and a text above. All must hold. Values; any thread.
#pragma once

#include "core/model/torrent_snapshot.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace trib::ui {

enum class StatusFilter : std::uint8_t { All, Downloading, Seeding, Done, Stopped, Problems };
inline constexpr std::array kStatusFilters{StatusFilter::All, StatusFilter::Downloading, StatusFilter::Seeding,
                                           StatusFilter::Done, StatusFilter::Stopped, StatusFilter::Problems};

struct TransferFilter {
    StatusFilter status = StatusFilter::All;
    QString text; // words, each of which must occur in the name, path, tracker, category, a tag or a hash; case does not matter
    std::optional<std::string> category = std::nullopt; // with those below it; empty: torrents without one; nullopt: all
    std::optional<std::string> tag = std::nullopt;      // empty: torrents without one; nullopt: all

    bool operator==(const TransferFilter &) const = default;
};

// Every torrent belongs to All and to at most one of the others, but Problems, which may overlap.
[[nodiscard]] bool belongsTo(StatusFilter status, const TorrentSnapshot &torrent);
[[nodiscard]] bool matches(const TransferFilter &filter, const TorrentSnapshot &torrent, const QString &name);
[[nodiscard]] QString statusFilterText(StatusFilter status);

} // namespace trib::ui
