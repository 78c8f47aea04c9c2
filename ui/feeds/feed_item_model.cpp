#include "ui/feeds/feed_item_model.h"

#include "ui/feeds/feed_text.h"
#include "ui/feeds/words.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QFont>

#include <algorithm>
#include <unordered_map>

namespace trib::ui {
namespace {

[[nodiscard]] const std::string &addressOf(const FeedPointer &feed)
{
    return feed->url;
}

// Items of a feed by their id; of several with one id the first counts.
[[nodiscard]] std::unordered_map<std::string_view, std::size_t> idsOf(const Feed &feed)
{
    std::unordered_map<std::string_view, std::size_t> ids;
    ids.reserve(feed.items.size());
    for (std::size_t i = 0; i < feed.items.size(); ++i)
        ids.emplace(feed.items[i].id, i);
    return ids;
}

[[nodiscard]] int folded(char c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : static_cast<unsigned char>(c);
}

// Without regard to the case of Latin letters; else as the characters are numbered. Fast: there may be 100,000 titles.
[[nodiscard]] bool before(std::string_view a, std::string_view b)
{
    return std::ranges::lexicographical_compare(a, b, [](char left, char right) { return folded(left) < folded(right); });
}

[[nodiscard]] int stateRank(const FeedItem &item)
{
    return item.added ? 2 : item.read ? 1 : 0;
}

} // namespace

void FeedItemModel::show(const std::vector<FeedPointer> &feeds, bool unreadOnly)
{
    beginResetModel();
    m_rows.clear();
    m_unreadOnly = unreadOnly;
    for (const FeedPointer &feed : feeds) {
        const auto ids = idsOf(*feed);
        for (std::size_t i = 0; i < feed->items.size(); ++i) {
            if (ids.at(feed->items[i].id) == i && !(unreadOnly && feed->items[i].read))
                m_rows.push_back({feed, i});
        }
    }
    endResetModel();
}

void FeedItemModel::update(const std::vector<FeedPointer> &feeds)
{
    std::size_t row = 0;
    for (const FeedPointer &feed : feeds) {
        std::size_t gone = row;
        while (gone < m_rows.size() && addressOf(m_rows[gone].feed) < addressOf(feed))
            gone = endOfFeed(gone);
        remove(row, gone);
        row = updateFeed(row, feed);
    }
    remove(row, m_rows.size());
}

std::size_t FeedItemModel::endOfFeed(std::size_t begin) const
{
    std::size_t end = begin;
    while (end < m_rows.size() && m_rows[end].feed == m_rows[begin].feed)
        ++end;
    return end;
}

// `begin`: where rows of this feed stand, if there are any. Returns where the next feed's begin.
std::size_t FeedItemModel::updateFeed(std::size_t begin, const FeedPointer &feed)
{
    const bool shown = begin < m_rows.size() && addressOf(m_rows[begin].feed) == addressOf(feed);
    std::size_t end = shown ? endOfFeed(begin) : begin;
    if (shown && m_rows[begin].feed == feed)
        return end;
    const auto ids = idsOf(*feed);
    std::vector<bool> known(feed->items.size(), false);
    for (std::size_t row = end; row-- > begin;) {
        const auto found = ids.find(m_rows[row].item().id);
        if (found == ids.end()) {
            std::size_t first = row; // all that went together at once: a list of 100,000 rows moves up for each
            while (first > begin && !ids.contains(m_rows[first - 1].item().id))
                --first;
            remove(first, row + 1);
            end -= row + 1 - first;
            row = first;
            continue;
        }
        known[found->second] = true;
        const FeedItemRow before = std::exchange(m_rows[row], FeedItemRow{feed, found->second});
        if (before.item() != m_rows[row].item() || before.feed->name != feed->name || before.feed->title != feed->title)
            Q_EMIT dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), ColumnCount - 1));
    }
    std::vector<FeedItemRow> fresh;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (!known[i] && ids.at(feed->items[i].id) == i && !(m_unreadOnly && feed->items[i].read))
            fresh.push_back({feed, i});
    }
    const std::size_t grown = end + fresh.size();
    insert(end, std::move(fresh));
    return grown;
}

void FeedItemModel::remove(std::size_t begin, std::size_t end)
{
    if (begin == end)
        return;
    beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
    m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(begin), m_rows.begin() + static_cast<std::ptrdiff_t>(end));
    endRemoveRows();
}

void FeedItemModel::insert(std::size_t at, std::vector<FeedItemRow> rows)
{
    if (rows.empty())
        return;
    beginInsertRows({}, static_cast<int>(at), static_cast<int>(at + rows.size()) - 1);
    m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

const FeedItemRow *FeedItemModel::at(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_rows.size() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int FeedItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FeedItemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString FeedItemModel::text(const FeedItemRow &row, int column) const
{
    switch (column) {
    case Title: return fromUtf8(row.item().title);
    case Source: return feedName(*row.feed);
    case Published: return row.item().published ? formatTime(*row.item().published) : QString();
    case Size: return row.item().size ? formatBytes(*row.item().size) : QString();
    case State: return itemState(row.item());
    default: return {};
    }
}

QVariant FeedItemModel::data(const QModelIndex &index, int role) const
{
    const FeedItemRow *row = index.isValid() ? at(index.row()) : nullptr;
    if (!row)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(*row, column);
    case Qt::ToolTipRole: return plainToolTip(column == Size && row->item().size ? formatBytesExact(*row->item().size) : text(*row, column));
    case Qt::TextAlignmentRole: return QVariant::fromValue((column == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: {
        if (row->item().read || column != Title)
            return {};
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    case Qt::AccessibleTextRole:
        if (column == Title)
            return TrFeeds::tr("%1, %2, %3", "title of an item, its state, its feed").arg(text(*row, Title), text(*row, State), text(*row, Source));
        return TrFeeds::tr("%1: %2", "column: value, for screen readers").arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), text(*row, column));
    default: return {};
    }
}

QVariant FeedItemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title: return TrFeeds::tr("Title");
    case Source: return TrFeeds::tr("Feed");
    case Published: return TrFeeds::tr("Date");
    case Size: return TrFeeds::tr("Size");
    case State: return TrFeeds::tr("State");
    default: return {};
    }
}

FeedItemOrder::FeedItemOrder(FeedItemModel &items, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_items(items)
{
    setSourceModel(&items);
}

void FeedItemOrder::setWords(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

const FeedItemRow *FeedItemOrder::at(int row) const
{
    return m_items.at(mapToSource(index(row, 0)).row());
}

bool FeedItemOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const FeedItemRow &a = *m_items.at(left.row());
    const FeedItemRow &b = *m_items.at(right.row());
    switch (left.column()) {
    case FeedItemModel::Title: return before(a.item().title, b.item().title);
    case FeedItemModel::Source: return a.feed != b.feed && feedName(*a.feed).compare(feedName(*b.feed), Qt::CaseInsensitive) < 0;
    case FeedItemModel::Published: return a.item().published < b.item().published;
    case FeedItemModel::Size: return a.item().size < b.item().size;
    default: return stateRank(a.item()) < stateRank(b.item());
    }
}

bool FeedItemOrder::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (m_words.isEmpty())
        return true;
    const QString title = fromUtf8(m_items.at(row)->item().title);
    return std::ranges::all_of(m_words, [&](const QString &word) { return title.contains(word, Qt::CaseInsensitive); });
}

} // namespace trib::ui
