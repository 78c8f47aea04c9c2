// LabelCounts: how many torrents each category, tag and tracker has, kept by counting what comes and goes. A value.
#pragma once

#include "core/model/torrent_snapshot.h"

#include <QStringList>

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace trib::ui {

class LabelCounts {
public:
    // `by`: 1 for a torrent that comes, -1 for one that goes.
    void count(const TorrentSnapshot &torrent, int by);

    // An empty name: those that have none.
    [[nodiscard]] int inCategory(std::string_view name) const; // with the categories below it
    [[nodiscard]] int withTag(std::string_view name) const;
    [[nodiscard]] int withTracker(std::string_view host) const;
    [[nodiscard]] QStringList trackers() const; // those that any torrent has, sorted

private:
    using Counts = std::map<std::string, int, std::less<>>; // holds no zero

    Counts m_categories;
    Counts m_tags;
    Counts m_trackers;
};

[[nodiscard]] bool haveSameLabels(const TorrentSnapshot &a, const TorrentSnapshot &b);

} // namespace trib::ui
