// FeedItemModel: the items of some feeds. FeedItemOrder: sorted and filtered. GUI thread. An update costs what changed: a feed that is the
// same object is passed over. Items that have become read stay until something else is shown, so that nothing moves under the hand.
#pragma once

#include "core/model/feeds.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStringList>

#include <vector>

namespace trib::ui {

struct FeedItemRow {
    FeedPointer feed;
    std::size_t index = 0;

    [[nodiscard]] const FeedItem &item() const { return feed->items[index]; }
};

class FeedItemModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Title, Source, Published, Size, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    // `feeds` are sorted by their addresses.
    void show(const std::vector<FeedPointer> &feeds, bool unreadOnly); // something else
    void update(const std::vector<FeedPointer> &feeds);                // the same, as it is now

    [[nodiscard]] const FeedItemRow *at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const FeedItemRow &row, int column) const;
    [[nodiscard]] std::size_t endOfFeed(std::size_t begin) const;
    std::size_t updateFeed(std::size_t begin, const FeedPointer &feed);
    void remove(std::size_t begin, std::size_t end);
    void insert(std::size_t at, std::vector<FeedItemRow> rows);

    std::vector<FeedItemRow> m_rows; // those of a feed stand together, in the order of addresses
    bool m_unreadOnly = false;
};

class FeedItemOrder final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    FeedItemOrder(FeedItemModel &items, QObject *parent);

    void setWords(const QString &text); // all of them must be in the title

    [[nodiscard]] const FeedItemRow *at(int row) const;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    FeedItemModel &m_items;
    QStringList m_words;
};

} // namespace trib::ui
