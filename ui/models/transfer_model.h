// TransferModel: the list of transfers. Keeps its own order, filter and sort, because a proxy costs tens of times more at 10,000 rows.
// GUI thread. Knows nothing of the engine: deltas come in by apply(). Invariant between calls: m_order holds the slots of exactly
// the rows that match the filter (but while the order is held), sorted; m_rows[m_order[r]].view == r.
#pragma once

#include "core/model/commands.h"
#include "core/model/delta.h"
#include "ui/models/label_counts.h"
#include "ui/models/transfer_columns.h"
#include "ui/models/transfer_filter.h"

#include <QAbstractTableModel>
#include <QCollator>

#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

namespace trib::ui {

class TransferModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        ProgressRole = Qt::UserRole + 1, // int, thousandths
        ToneRole,                        // int, StateTone
        IconRole,                        // QString, name of an icon
        ActionRole,                      // int, StateAction
    };

    explicit TransferModel(QObject *parent = nullptr);

    // At most one insertion and one layoutChanged, and 64 dataChanged, whatever the size of the delta.
    void apply(const TransferDelta &delta);
    void setFilter(const TransferFilter &filter);
    [[nodiscard]] const TransferFilter &filter() const { return m_filter; }

    // While held, values change and nothing moves: the mouse is down or a menu is open. Only removed torrents leave.
    void setOrderHeld(bool held);

    [[nodiscard]] const TorrentSnapshot *at(int row) const;              // null outside the list
    [[nodiscard]] const TorrentSnapshot *find(const TorrentId &id) const; // also if it is filtered out
    [[nodiscard]] QModelIndex indexOf(const TorrentId &id) const;        // column 0; invalid if not shown
    [[nodiscard]] int total() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int count(StatusFilter status) const { return m_counts.at(static_cast<std::size_t>(status)); }
    [[nodiscard]] const LabelCounts &labelCounts() const { return m_labelCounts; }
    [[nodiscard]] TorrentIds idsOf(const TransferFilter &filter) const; // also those that are not shown; looks at every row

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    // Rows that are alike in it stand as they were sorted before.
    void sort(int column, Qt::SortOrder order) override;

    struct SortKey {
        TransferColumn column = TransferColumn::Added;
        Qt::SortOrder order = Qt::DescendingOrder;

        bool operator==(const SortKey &) const = default;
    };
    static constexpr std::size_t kMostSortKeys = 3;
    [[nodiscard]] const std::vector<SortKey> &sortKeys() const { return m_sortKeys; } // the first counts most; never empty
    void setSortKeys(std::vector<SortKey> keys);                                      // nothing changes if there are none

Q_SIGNALS:
    void countsChanged();
    void labelCountsChanged();

private:
    using Slot = std::uint32_t;

    struct Row {
        TransferRow row;
        std::int64_t figure = 0;    // of the column that is sorted by, kept at hand; zero where that is sorted as text
        std::uint32_t statuses = 0; // a bit for each of kStatusFilters that it belongs to
        int view = -1;              // its visible row; -1: filtered out
        bool leaving = false;       // only within settle()
    };

    struct Touched {
        std::vector<Slot> examined;      // may enter, leave or have changed
        std::vector<Slot> dying;         // removed torrents
        std::vector<SnapshotPointer> replaced;
        bool fixedColumnsChanged = false;
        bool labelsChanged = false;
    };

    void upsert(const SnapshotPointer &shared, Touched &touched);
    [[nodiscard]] std::pair<Slot, bool> slotFor(const TorrentId &id, const std::vector<Slot> &examined); // true: it is new
    void recount(std::uint32_t before, std::uint32_t after);
    [[nodiscard]] std::int64_t figureOf(const TorrentSnapshot &torrent) const;
    void settle(const Touched &touched, bool announceValues);
    [[nodiscard]] bool markLeaving(const Touched &touched);
    void removeLeavingRuns();
    void insertEntering(const std::vector<Slot> &examined);
    void announce(const Touched &touched);
    void sortRows();
    void sortOrder();
    void removeLeavingTail();
    void release(const std::vector<Slot> &dying);
    void renumber(std::size_t from);
    [[nodiscard]] bool less(Slot a, Slot b) const;
    [[nodiscard]] QString accessibleText(const QModelIndex &index) const;

    std::vector<Row> m_rows;                       // dense, by slot
    std::unordered_map<TorrentId, Slot> m_slot;
    std::vector<Slot> m_order;                     // by visible row
    std::array<int, kStatusFilters.size()> m_counts{};
    LabelCounts m_labelCounts;
    TransferFilter m_filter;
    TransferMatcher m_matcher{m_filter};
    std::vector<SortKey> m_sortKeys{SortKey{}};
    QCollator m_collator;
    bool m_held = false;
    bool m_waiting = false; // something was put off while held
};

} // namespace trib::ui
