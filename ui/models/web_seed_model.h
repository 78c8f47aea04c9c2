// WebSeedModel: the web servers that have the files of one torrent, with what each sends just now. GUI thread.
#pragma once

#include "core/model/torrent_detail.h"
#include "ui/models/keyed_table_model.h"

namespace trib::ui {

struct WebSeedRow {
    std::string url;
    bool connected = false;
    BytesPerSecond rate;
    Bytes received; // since it was connected

    bool operator==(const WebSeedRow &) const = default;
};

class WebSeedModel : public KeyedTableModel<WebSeedRow> {
    Q_OBJECT

public:
    enum Column { Url, State, Down, Received, ColumnCount };

    explicit WebSeedModel(QObject *parent = nullptr);

    // A server among `peers` is known by its host's name.
    void setWebSeeds(const std::vector<std::string> &urls, const std::vector<PeerSnapshot> &peers);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace trib::ui
