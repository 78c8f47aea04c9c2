#include "ui/models/tracker_model.h"

#include "ui/models/peer_model.h"
#include "ui/text/format.h"
#include "ui/text/state_text.h"
#include "ui/text/tr.h"

namespace trib::ui {
namespace {

bool isTrackerFigure(int column)
{
    return (column >= TrackerModel::Seeds && column <= TrackerModel::Downloads) || column == TrackerModel::Tier;
}

} // namespace

TrackerModel::TrackerModel(const Clock &clock, QObject *parent)
    : KeyedTableModel(parent)
    , m_clock(clock)
{
}

void TrackerModel::setTrackers(std::vector<TrackerSnapshot> trackers)
{
    replace(std::move(trackers), [](const TrackerSnapshot &tracker) { return tracker.url; });
}

int TrackerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TrackerModel::nextText(const TrackerSnapshot &tracker) const
{
    if (!tracker.nextAnnounce)
        return {};
    const auto left = *tracker.nextAnnounce - m_clock.wallNow();
    return left.count() <= 0 ? TrModels::tr("now") : TrModels::tr("in %1", "time").arg(formatDuration(left));
}

QString TrackerModel::text(const TrackerSnapshot &tracker, int column) const
{
    const auto known = [](std::int32_t count) { return count < 0 ? QString(QChar(0x2013)) : formatCount(count); };
    switch (column) {
    case Url: return fromUtf8(tracker.url);
    case Status: return trackerStatusText(tracker);
    case Seeds: return known(tracker.seeds);
    case Peers: return known(tracker.peers);
    case Downloads: return known(tracker.downloads);
    case NextAnnounce: return nextText(tracker);
    case Tier: return QString::number(tracker.tier + 1);
    default: return {};
    }
}

QVariant TrackerModel::data(const QModelIndex &index, int role) const
{
    const TrackerSnapshot *tracker = index.isValid() ? at(index.row()) : nullptr;
    if (!tracker)
        return {};
    const int column = index.column();
    const bool number = isTrackerFigure(column);
    switch (role) {
    case Qt::DisplayRole: return text(*tracker, column);
    case Qt::ToolTipRole: return plainToolTip(text(*tracker, column));
    case Qt::TextAlignmentRole: return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return TrModels::tr("%1: %2", "column: value, for screen readers")
            .arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text(*tracker, column));
    case kSortRole:
        if (column == Seeds)
            return tracker->seeds;
        if (column == Peers)
            return tracker->peers;
        if (column == Downloads)
            return tracker->downloads;
        if (column == Tier)
            return tracker->tier;
        return text(*tracker, column);
    default: return {};
    }
}

QVariant TrackerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool number = isTrackerFigure(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Url: return TrModels::tr("Tracker");
    case Status: return TrModels::tr("State");
    case Seeds: return TrModels::tr("Seeds");
    case Peers: return TrModels::tr("Peers");
    case Downloads: return TrModels::tr("Downloads");
    case NextAnnounce: return TrModels::tr("Asks again");
    case Tier: return TrModels::tr("Tier");
    default: return {};
    }
}

QString trackerStatusText(const TrackerSnapshot &tracker)
{
    const QString message = fromUtf8(tracker.message);
    switch (tracker.status) {
    case TrackerStatus::NotContacted: return TrModels::tr("Not asked yet");
    case TrackerStatus::Announcing: return TrModels::tr("Asking…");
    case TrackerStatus::Working: return message.isEmpty() ? TrModels::tr("Works") : TrModels::tr("Works: %1").arg(message);
    case TrackerStatus::Failed: return message.isEmpty() ? TrModels::tr("Does not answer") : TrModels::tr("Refused or failed: %1").arg(message);
    case TrackerStatus::Disabled: return TrModels::tr("Switched off");
    }
    return {};
}

} // namespace trib::ui
