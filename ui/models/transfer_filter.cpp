#include "ui/models/transfer_filter.h"

#include "core/model/labels.h"
#include "ui/text/tr.h"

#include <QStringList>

#include <algorithm>

namespace trib::ui {
namespace {

StatusFilter statusOf(const TorrentSnapshot &t)
{
    const bool complete = t.hasMetadata && t.done >= t.wanted;
    switch (t.state) {
    case TorrentState::Loading: return StatusFilter::All;
    case TorrentState::FetchingMetadata:
    case TorrentState::QueuedForDownload:
    case TorrentState::Downloading: return StatusFilter::Downloading;
    case TorrentState::QueuedForCheck:
    case TorrentState::Checking:
    case TorrentState::Moving: return complete ? StatusFilter::Seeding : StatusFilter::Downloading;
    case TorrentState::QueuedForSeeding:
    case TorrentState::Seeding: return StatusFilter::Seeding;
    case TorrentState::Finished: return StatusFilter::Done;
    case TorrentState::Stopped: return StatusFilter::Stopped;
    case TorrentState::Failed: return StatusFilter::Problems;
    }
    return StatusFilter::All;
}

bool hasLabels(const TransferFilter &filter, const TorrentSnapshot &t)
{
    const bool inCategory = !filter.category || (filter.category->empty() ? t.category.empty() : isInCategory(t.category, *filter.category));
    if (!inCategory || !filter.tag)
        return inCategory;
    return filter.tag->empty() ? t.tags.empty() : std::ranges::find(t.tags, *filter.tag) != t.tags.end();
}

} // namespace

bool belongsTo(StatusFilter status, const TorrentSnapshot &torrent)
{
    if (status == StatusFilter::All)
        return true;
    if (status == StatusFilter::Problems)
        return torrent.problem || torrent.state == TorrentState::Failed;
    return statusOf(torrent) == status;
}

bool matches(const TransferFilter &filter, const TorrentSnapshot &t, const QString &name)
{
    if (!belongsTo(filter.status, t) || !hasLabels(filter, t))
        return false;
    if (filter.text.isEmpty())
        return true;
    const QStringList words = filter.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QString rest = fromUtf8(t.savePath) + QLatin1Char('\n') + fromUtf8(t.tracker) + QLatin1Char('\n')
        + fromUtf8(t.category) + QLatin1Char('\n') + fromUtf8(joinTags(t.tags)) + QLatin1Char('\n')
        + (t.infoHash.v1 ? fromUtf8(t.infoHash.v1->toHex()) : QString()) + QLatin1Char('\n')
        + (t.infoHash.v2 ? fromUtf8(t.infoHash.v2->toHex()) : QString());
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return name.contains(word, Qt::CaseInsensitive) || rest.contains(word, Qt::CaseInsensitive);
    });
}

QString statusFilterText(StatusFilter status)
{
    switch (status) {
    case StatusFilter::All: return TrModels::tr("All");
    case StatusFilter::Downloading: return TrModels::tr("Downloading");
    case StatusFilter::Seeding: return TrModels::tr("Seeding");
    case StatusFilter::Done: return TrModels::tr("Done");
    case StatusFilter::Stopped: return TrModels::tr("Stopped");
    case StatusFilter::Problems: return TrModels::tr("Problems");
    }
    return {};
}

} // namespace trib::ui
