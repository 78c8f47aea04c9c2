// SpeedTab: how fast the selected torrent, or all of them together, were in the last minute to day. GUI thread. The monitor outlives it.
#pragma once

#include "core/model/torrent_snapshot.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;

namespace trib::ui {

class SpeedGraph;
class SpeedMonitor;

class SpeedTab final : public QWidget {
    Q_OBJECT

public:
    SpeedTab(SpeedMonitor &monitor, const Clock &clock, QWidget *parent);

    void setTorrent(const TorrentSnapshot *torrent); // null: none, or several
    [[nodiscard]] int range() const;
    void setRange(int range);

Q_SIGNALS:
    void rangeChanged();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    [[nodiscard]] bool showsTorrent() const;

    SpeedMonitor &m_monitor;
    const Clock &m_clock;
    std::optional<TorrentId> m_id;
    TorrentLimits m_limits;
    QComboBox *m_subject;
    QComboBox *m_range;
    QLabel *m_down;
    QLabel *m_up;
    SpeedGraph *m_graph;
};

} // namespace trib::ui
