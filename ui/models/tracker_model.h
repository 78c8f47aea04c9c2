// TrackerModel: the trackers of one torrent, with what each last said. GUI thread.
#pragma once

#include "core/base/clock.h"
#include "core/model/torrent_detail.h"
#include "ui/models/keyed_table_model.h"

namespace trib::ui {

class TrackerModel : public KeyedTableModel<TrackerSnapshot> {
    Q_OBJECT

public:
    enum Column { Url, Status, Seeds, Peers, Downloads, NextAnnounce, Tier, ColumnCount };

    // `clock` outlives the model: the next announce is shown as the time that is left.
    explicit TrackerModel(const Clock &clock, QObject *parent = nullptr);

    void setTrackers(std::vector<TrackerSnapshot> trackers);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const TrackerSnapshot &tracker, int column) const;
    [[nodiscard]] QString nextText(const TrackerSnapshot &tracker) const;

    const Clock &m_clock;
};

[[nodiscard]] QString trackerStatusText(const TrackerSnapshot &tracker);

} // namespace trib::ui
