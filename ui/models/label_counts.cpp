#include "ui/models/label_counts.h"

namespace trib::ui {
namespace {

using Counts = std::map<std::string, int, std::less<>>;

void add(Counts &counts, std::string_view name, int by)
{
    const auto place = counts.try_emplace(std::string(name), 0).first;
    place->second += by;
    if (place->second == 0)
        counts.erase(place);
}

int find(const Counts &counts, std::string_view name)
{
    const auto place = counts.find(name);
    return place == counts.end() ? 0 : place->second;
}

} // namespace

void LabelCounts::count(const TorrentSnapshot &torrent, int by)
{
    const std::string_view category = torrent.category;
    for (auto end = category.find('/'); end != std::string_view::npos; end = category.find('/', end + 1))
        add(m_categories, category.substr(0, end), by);
    add(m_categories, category, by);
    for (const std::string &tag : torrent.tags)
        add(m_tags, tag, by);
    if (torrent.tags.empty())
        add(m_tags, {}, by);
    add(m_trackers, torrent.tracker, by);
}

int LabelCounts::inCategory(std::string_view name) const
{
    return find(m_categories, name);
}

int LabelCounts::withTag(std::string_view name) const
{
    return find(m_tags, name);
}

int LabelCounts::withTracker(std::string_view host) const
{
    return find(m_trackers, host);
}

QStringList LabelCounts::trackers() const
{
    QStringList hosts;
    for (const auto &[host, count] : m_trackers) {
        if (!host.empty())
            hosts += QString::fromUtf8(host.data(), static_cast<qsizetype>(host.size()));
    }
    return hosts;
}

bool haveSameLabels(const TorrentSnapshot &a, const TorrentSnapshot &b)
{
    return a.category == b.category && a.tags == b.tags && a.tracker == b.tracker;
}

} // namespace trib::ui
