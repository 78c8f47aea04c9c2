#include "ui/models/transfer_model.h"

#include "ui/text/format.h"
#include "ui/text/state_text.h"
#include "ui/text/tr.h"

#include <QThreadPool>

#include <algorithm>
#include <numeric>
#include <utility>

namespace trib::ui {
namespace {

constexpr std::size_t kSingleSignals = 64; // above, one range for all rows costs views less
constexpr std::size_t kFreedHere = 256;    // above, the pool frees what was: a quarter of the time that reading what is takes
constexpr std::size_t kRemovedRuns = 32;   // above, what leaves is first sorted to the end and goes as one run

// What the engine has marked with the same number needs no comparison of texts.
bool mayDiffer(const TorrentSnapshot &a, const TorrentSnapshot &b)
{
    return a.fixedRevision == 0 || a.fixedRevision != b.fixedRevision;
}

bool fixedColumnsDiffer(const TorrentSnapshot &a, const TorrentSnapshot &b)
{
    return a.name != b.name || a.wanted != b.wanted || a.size != b.size || a.hasMetadata != b.hasMetadata || a.added != b.added
        || a.completed != b.completed || a.tracker != b.tracker || a.savePath != b.savePath || !haveSameLabels(a, b)
        || a.limits != b.limits || a.fileCount != b.fileCount || a.isPrivate != b.isPrivate || a.infoHash != b.infoHash;
}

} // namespace

TransferModel::TransferModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

void TransferModel::apply(const TransferDelta &delta)
{
    const auto countsBefore = m_counts;
    Touched touched;
    for (const TorrentId &id : delta.removed) {
        const auto found = m_slot.find(id);
        if (found == m_slot.end())
            continue;
        recount(m_rows[found->second].statuses, 0);
        m_labelCounts.count(*m_rows[found->second].row.torrent, -1);
        touched.labelsChanged = true;
        touched.dying.push_back(found->second);
    }
    touched.examined.reserve(delta.upserted.size());
    touched.replaced.reserve(delta.upserted.size());
    for (const SnapshotPointer &row : delta.upserted)
        upsert(row, touched);
    settle(touched, true);
    if (m_counts != countsBefore)
        Q_EMIT countsChanged();
    if (touched.labelsChanged)
        Q_EMIT labelCountsChanged();
    if (touched.replaced.size() > kFreedHere)
        QThreadPool::globalInstance()->start([replaced = std::move(touched.replaced)] {});
}

void TransferModel::upsert(const SnapshotPointer &shared, Touched &touched)
{
    const TorrentSnapshot &torrent = *shared;
    const auto [slot, isNew] = slotFor(torrent.id, touched.examined);
    touched.examined.push_back(slot);
    if (isNew) {
        const QString name = fromUtf8(torrent.name);
        m_rows.push_back({{shared, name, m_collator.sortKey(name)}, figureOf(torrent), statusesOf(torrent)});
        recount(0, m_rows.back().statuses);
        m_labelCounts.count(torrent, 1);
        touched.labelsChanged = true;
        return;
    }
    Row &entry = m_rows[slot];
    entry.figure = figureOf(torrent);
    const std::uint32_t statuses = statusesOf(torrent);
    recount(entry.statuses, statuses);
    entry.statuses = statuses;
    TransferRow &row = entry.row;
    const SnapshotPointer &before = touched.replaced.emplace_back(std::exchange(row.torrent, shared));
    if (!mayDiffer(*before, torrent))
        return;
    if (!haveSameLabels(*before, torrent)) {
        m_labelCounts.count(*before, -1);
        m_labelCounts.count(torrent, 1);
        touched.labelsChanged = true;
    }
    touched.fixedColumnsChanged |= fixedColumnsDiffer(*before, torrent);
    if (before->name != torrent.name) {
        row.name = fromUtf8(torrent.name);
        row.nameKey = m_collator.sortKey(row.name);
    }
}

// Deltas name torrents in the order in which they came: mostly it is the slot after the one before.
std::pair<TransferModel::Slot, bool> TransferModel::slotFor(const TorrentId &id, const std::vector<Slot> &examined)
{
    const Slot next = examined.empty() ? 0 : examined.back() + 1;
    if (next < m_rows.size() && m_rows[next].row.torrent->id == id)
        return {next, false};
    const auto [found, isNew] = m_slot.try_emplace(id, static_cast<Slot>(m_rows.size()));
    return {found->second, isNew};
}

void TransferModel::recount(std::uint32_t before, std::uint32_t after)
{
    if (before == after)
        return;
    for (std::size_t i = 0; i < kStatusFilters.size(); ++i)
        m_counts[i] += static_cast<int>(after >> i & 1) - static_cast<int>(before >> i & 1);
}

std::int64_t TransferModel::figureOf(const TorrentSnapshot &torrent) const
{
    auto *const figure = transferColumns()[static_cast<std::size_t>(m_sortKeys.front().column)].figure;
    return figure ? figure(torrent) : 0;
}

void TransferModel::setFilter(const TransferFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_matcher = TransferMatcher(filter);
    Touched all;
    all.examined.resize(m_rows.size());
    std::iota(all.examined.begin(), all.examined.end(), Slot{0});
    settle(all, false);
}

void TransferModel::setOrderHeld(bool held)
{
    m_held = held;
    if (held || !m_waiting)
        return;
    m_waiting = false;
    Touched all;
    all.examined.resize(m_rows.size());
    std::iota(all.examined.begin(), all.examined.end(), Slot{0});
    settle(all, false);
}

// The one place where rows come, go and move. Order: few leaving runs go at once; what enters comes as one run at the end; values are
// announced; one sort, which also carries many leaving rows to the end; they go as one run.
void TransferModel::settle(const Touched &touched, bool announceValues)
{
    const bool tail = markLeaving(touched);
    if (!tail)
        removeLeavingRuns();
    insertEntering(touched.examined);
    if (announceValues)
        announce(touched);
    const auto before = [this](Slot a, Slot b) { return less(a, b); };
    const bool sorted = std::is_sorted(m_order.begin(), m_order.end(), before);
    m_waiting |= m_held && !sorted;
    if (tail || (!sorted && !m_held))
        sortRows();
    if (tail)
        removeLeavingTail();
    release(touched.dying);
}

// True if what leaves is scattered over too many runs to be removed where it is.
bool TransferModel::markLeaving(const Touched &touched)
{
    for (const Slot slot : touched.dying)
        m_rows[slot].leaving = m_rows[slot].view >= 0;
    for (const Slot slot : touched.examined) {
        Row &row = m_rows[slot];
        if (row.view < 0 || m_matcher.matches(*row.row.torrent, row.row.name))
            continue;
        row.leaving |= !m_held;
        m_waiting |= m_held;
    }
    if (m_held)
        return false;
    std::size_t runs = 0;
    for (std::size_t row = 0; row < m_order.size(); ++row)
        runs += m_rows[m_order[row]].leaving && (row == 0 || !m_rows[m_order[row - 1]].leaving) ? 1 : 0;
    return runs > kRemovedRuns;
}

void TransferModel::removeLeavingRuns()
{
    std::size_t end = m_order.size();
    std::size_t lowest = end;
    while (end > 0) {
        if (!m_rows[m_order[end - 1]].leaving) {
            --end;
            continue;
        }
        std::size_t first = end - 1;
        while (first > 0 && m_rows[m_order[first - 1]].leaving)
            --first;
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(end - 1));
        for (std::size_t row = first; row < end; ++row) {
            m_rows[m_order[row]].view = -1;
            m_rows[m_order[row]].leaving = false;
        }
        m_order.erase(m_order.begin() + static_cast<std::ptrdiff_t>(first), m_order.begin() + static_cast<std::ptrdiff_t>(end));
        endRemoveRows();
        lowest = first;
        end = first;
    }
    renumber(lowest);
}

void TransferModel::insertEntering(const std::vector<Slot> &examined)
{
    std::vector<Slot> entering;
    for (const Slot slot : examined) {
        const Row &row = m_rows[slot];
        if (row.view < 0 && m_matcher.matches(*row.row.torrent, row.row.name))
            entering.push_back(slot);
    }
    if (entering.empty())
        return;
    std::sort(entering.begin(), entering.end(), [this](Slot a, Slot b) { return less(a, b); });
    const std::size_t first = m_order.size();
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(first + entering.size() - 1));
    m_order.insert(m_order.end(), entering.begin(), entering.end());
    renumber(first);
    endInsertRows();
}

void TransferModel::announce(const Touched &touched)
{
    const int first = touched.fixedColumnsChanged ? 0 : static_cast<int>(kFirstVolatile);
    const int last = touched.fixedColumnsChanged ? kTransferColumns - 1 : static_cast<int>(kLastVolatile);
    if (touched.examined.size() > kSingleSignals && !m_order.empty()) {
        Q_EMIT dataChanged(index(0, first), index(static_cast<int>(m_order.size()) - 1, last));
        return;
    }
    for (const Slot slot : touched.examined) {
        const int row = m_rows[slot].view;
        if (row >= 0)
            Q_EMIT dataChanged(index(row, first), index(row, last));
    }
}

void TransferModel::sortRows()
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    std::vector<Slot> slots;
    slots.reserve(static_cast<std::size_t>(from.size()));
    for (const QModelIndex &index : from)
        slots.push_back(m_order[static_cast<std::size_t>(index.row())]);
    sortOrder();
    renumber(0);
    QModelIndexList to;
    to.reserve(from.size());
    for (qsizetype i = 0; i < from.size(); ++i)
        to.append(index(m_rows[slots[static_cast<std::size_t>(i)]].view, from.at(i).column()));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

// By the numbers, side by side in memory; rows themselves are looked at for ties alone.
void TransferModel::sortOrder()
{
    struct Key {
        bool leaving;
        std::int64_t figure;
        Slot slot;
    };
    const bool ascending = m_sortKeys.front().order == Qt::AscendingOrder;
    std::vector<Key> keys;
    keys.reserve(m_order.size());
    for (const Slot slot : m_order)
        keys.push_back({m_rows[slot].leaving, m_rows[slot].figure, slot});
    std::sort(keys.begin(), keys.end(), [this, ascending](const Key &a, const Key &b) {
        if (a.leaving != b.leaving)
            return b.leaving;
        return a.figure != b.figure ? (a.figure < b.figure) == ascending : less(a.slot, b.slot);
    });
    std::transform(keys.begin(), keys.end(), m_order.begin(), [](const Key &key) { return key.slot; });
}

void TransferModel::removeLeavingTail()
{
    std::size_t first = m_order.size();
    while (first > 0 && m_rows[m_order[first - 1]].leaving)
        --first;
    beginRemoveRows({}, static_cast<int>(first), static_cast<int>(m_order.size()) - 1);
    for (std::size_t row = first; row < m_order.size(); ++row) {
        m_rows[m_order[row]].view = -1;
        m_rows[m_order[row]].leaving = false;
    }
    m_order.resize(first);
    endRemoveRows();
}

// Slots stay dense: the last row takes the place of each one that died.
void TransferModel::release(const std::vector<Slot> &dying)
{
    std::vector<Slot> slots = dying;
    std::sort(slots.rbegin(), slots.rend());
    for (const Slot slot : slots) {
        m_slot.erase(m_rows[slot].row.torrent->id);
        if (slot + 1 < m_rows.size()) {
            m_rows[slot] = std::move(m_rows.back());
            m_slot[m_rows[slot].row.torrent->id] = slot;
            if (m_rows[slot].view >= 0)
                m_order[static_cast<std::size_t>(m_rows[slot].view)] = slot;
        }
        m_rows.pop_back();
    }
}

void TransferModel::renumber(std::size_t from)
{
    for (std::size_t row = from; row < m_order.size(); ++row)
        m_rows[m_order[row]].view = static_cast<int>(row);
}

// Ties are broken by what was sorted by before, and at last by id: the same torrents always stand in the same order.
bool TransferModel::less(Slot a, Slot b) const
{
    const Row &one = m_rows[a];
    const Row &other = m_rows[b];
    if (one.figure != other.figure)
        return (one.figure < other.figure) == (m_sortKeys.front().order == Qt::AscendingOrder);
    const bool compared = transferColumns()[static_cast<std::size_t>(m_sortKeys.front().column)].figure;
    for (auto key = m_sortKeys.begin() + (compared ? 1 : 0); key != m_sortKeys.end(); ++key) {
        const std::strong_ordering order = orderBy(key->column, one.row, other.row);
        if (order != 0)
            return (order < 0) == (key->order == Qt::AscendingOrder);
    }
    return one.row.torrent->id < other.row.torrent->id;
}

void TransferModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kTransferColumns)
        return;
    std::vector<SortKey> keys = m_sortKeys;
    const auto chosen = static_cast<TransferColumn>(column);
    std::erase_if(keys, [chosen](const SortKey &key) { return key.column == chosen; });
    keys.insert(keys.begin(), {chosen, order});
    setSortKeys(std::move(keys));
}

void TransferModel::setSortKeys(std::vector<SortKey> keys)
{
    if (keys.empty())
        return;
    keys.resize(std::min(keys.size(), kMostSortKeys));
    m_sortKeys = std::move(keys);
    for (Row &row : m_rows)
        row.figure = figureOf(*row.row.torrent);
    const auto before = [this](Slot a, Slot b) { return less(a, b); };
    if (!std::is_sorted(m_order.begin(), m_order.end(), before))
        sortRows();
}

const TorrentSnapshot *TransferModel::at(int row) const
{
    const bool valid = row >= 0 && static_cast<std::size_t>(row) < m_order.size();
    return valid ? m_rows[m_order[static_cast<std::size_t>(row)]].row.torrent.get() : nullptr;
}

const TorrentSnapshot *TransferModel::find(const TorrentId &id) const
{
    const auto found = m_slot.find(id);
    return found == m_slot.end() ? nullptr : m_rows[found->second].row.torrent.get();
}

TorrentIds TransferModel::idsOf(const TransferFilter &filter) const
{
    TorrentIds ids;
    const TransferMatcher matcher(filter);
    for (const Row &row : m_rows) {
        if (matcher.matches(*row.row.torrent, row.row.name))
            ids.push_back(row.row.torrent->id);
    }
    return ids;
}

QModelIndex TransferModel::indexOf(const TorrentId &id) const
{
    const auto found = m_slot.find(id);
    const int row = found == m_slot.end() ? -1 : m_rows[found->second].view;
    return row < 0 ? QModelIndex() : index(row, 0);
}

int TransferModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int TransferModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kTransferColumns;
}

QVariant TransferModel::data(const QModelIndex &index, int role) const
{
    const TorrentSnapshot *torrent = index.isValid() ? at(index.row()) : nullptr;
    if (!torrent)
        return {};
    const TransferColumnInfo &column = transferColumns().at(static_cast<std::size_t>(index.column()));
    switch (role) {
    case Qt::DisplayRole: return column.text(*torrent);
    case Qt::ToolTipRole: return plainToolTip(column.exact ? column.exact(*torrent) : column.text(*torrent));
    case Qt::TextAlignmentRole: return QVariant::fromValue((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole: return accessibleText(index);
    case ProgressRole: return torrent->progressPermille;
    case ToneRole: return static_cast<int>(stateWords(*torrent).tone);
    case IconRole: return stateWords(*torrent).icon;
    case ActionRole: return static_cast<int>(stateWords(*torrent).action);
    default: return {};
    }
}

QString TransferModel::accessibleText(const QModelIndex &index) const
{
    const TorrentSnapshot &torrent = *at(index.row());
    const auto column = static_cast<TransferColumn>(index.column());
    if (column != TransferColumn::Name) {
        const QString text = transferColumns().at(static_cast<std::size_t>(index.column())).text(torrent);
        return TrModels::tr("%1: %2", "column: value, for screen readers").arg(transferColumnTitle(column), text);
    }
    QStringList parts{fromUtf8(torrent.name), stateWords(torrent).text, formatPercent(torrent.progressPermille)};
    if (downRate(torrent).count() > 0)
        parts += TrModels::tr("%1 down").arg(formatRate(torrent.downloadRate));
    if (upRate(torrent).count() > 0)
        parts += TrModels::tr("%1 up").arg(formatRate(torrent.uploadRate));
    return parts.join(TrModels::tr(", ", "between the parts of a row, for screen readers"));
}

QVariant TransferModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kTransferColumns)
        return {};
    const auto column = static_cast<TransferColumn>(section);
    if (role == Qt::DisplayRole)
        return transferColumnTitle(column);
    if (role == Qt::TextAlignmentRole) {
        const bool number = transferColumns().at(static_cast<std::size_t>(section)).number;
        return QVariant::fromValue((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

Qt::ItemFlags TransferModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

} // namespace trib::ui
