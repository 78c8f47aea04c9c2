// PeerModel: the peers of one torrent. GUI thread. Sorted by SortRole through a proxy: they are few.
#pragma once

#include "core/model/torrent_detail.h"
#include "ui/models/keyed_table_model.h"

namespace trib::ui {

// The letters that other clients use, too, and what each means, a line each.
[[nodiscard]] QString peerFlags(const PeerSnapshot &peer);
[[nodiscard]] QString peerFlagWords(const PeerSnapshot &peer);

inline constexpr int kSortRole = Qt::UserRole + 1; // a number or text to sort by

class PeerModel : public KeyedTableModel<PeerSnapshot> {
    Q_OBJECT

public:
    enum Column { Address, Country, Client, Flags, Progress, Relevance, Down, Up, Downloaded, Uploaded, Connection, ColumnCount };
    enum Role { ProgressRole = kSortRole + 1 }; // int, thousandths

    explicit PeerModel(QObject *parent = nullptr);

    void setPeers(std::vector<PeerSnapshot> peers);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace trib::ui
