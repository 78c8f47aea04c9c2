#include "ui/feeds/feed_list_model.h"

#include "ui/feeds/feed_text.h"
#include "ui/feeds/words.h"
#include "ui/text/tr.h"
#include "ui/widgets/filter_delegate.h"

#include <QSize>

namespace trib::ui {
namespace {

[[nodiscard]] QString nameOf(const FeedEntry &entry)
{
    return entry.feed ? feedName(*entry.feed) : TrFeeds::tr("All unread");
}

[[nodiscard]] QString iconOf(const FeedEntry &entry)
{
    if (!entry.feed)
        return QStringLiteral("queue");
    return entry.feed->loading ? QStringLiteral("clock") : entry.feed->error ? QStringLiteral("warning") : QStringLiteral("feed");
}

[[nodiscard]] QString spoken(const FeedEntry &entry)
{
    const QString counted = TrFeeds::tr("%1, %n unread", "a feed and how many items", entry.unread).arg(nameOf(entry));
    return entry.feed ? TrFeeds::tr("%1. %2", "a feed, and its state").arg(counted, feedState(*entry.feed)) : counted;
}

} // namespace

FeedListModel::FeedListModel(QObject *parent)
    : KeyedTableModel(parent)
{
    setFeeds({});
}

void FeedListModel::setFeeds(const std::vector<FeedPointer> &feeds)
{
    std::unordered_map<const Feed *, int> known;
    for (int row = 0; row < rowCount(); ++row)
        known.emplace(at(row)->feed.get(), at(row)->unread);
    std::vector<FeedEntry> entries{{}};
    for (const FeedPointer &feed : feeds) {
        const auto found = known.find(feed.get());
        const int unread = found == known.end() ? unreadCount(*feed) : found->second;
        entries.push_back({feed, unread});
        entries.front().unread += unread;
    }
    replace(std::move(entries), [](const FeedEntry &entry) { return entry.feed ? entry.feed->url : std::string(); });
}

void FeedListModel::setRowHeight(int height)
{
    m_rowHeight = height;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::SizeHintRole});
}

int FeedListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant FeedListModel::data(const QModelIndex &index, int role) const
{
    const FeedEntry *entry = index.isValid() ? at(index.row()) : nullptr;
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole: return nameOf(*entry);
    case Qt::AccessibleTextRole: return spoken(*entry);
    case Qt::SizeHintRole: return QSize(0, m_rowHeight);
    case Qt::ToolTipRole:
        return entry->feed ? plainToolTip(QStringList{nameOf(*entry), fromUtf8(entry->feed->url), feedState(*entry->feed)}.join(u'\n')) : QVariant();
    case SortRole: return entry->feed ? nameOf(*entry) : QString(); // all unread come first
    case FilterDelegate::IconRole: return iconOf(*entry);
    case FilterDelegate::CountRole: return entry->unread > 0 ? QVariant(entry->unread) : QVariant();
    default: return {};
    }
}

} // namespace trib::ui
