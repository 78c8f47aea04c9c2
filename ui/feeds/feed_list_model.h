// FeedListModel: the feeds at the side: "All unread", then each with its unread items and whether it can be read. GUI thread.
// What did not change is the same object, and costs nothing.
#pragma once

#include "core/model/feeds.h"
#include "ui/models/keyed_table_model.h"

namespace trib::ui {

struct FeedEntry {
    FeedPointer feed; // null: all unread
    int unread = 0;

    bool operator==(const FeedEntry &) const = default;
};

class FeedListModel final : public KeyedTableModel<FeedEntry> {
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole + 20 }; // beside those of FilterDelegate

    explicit FeedListModel(QObject *parent);

    void setFeeds(const std::vector<FeedPointer> &feeds);
    void setRowHeight(int height);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    int m_rowHeight = 0;
};

} // namespace trib::ui
