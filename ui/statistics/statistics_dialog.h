// StatisticsDialog: totals, the session, the moment, and torrents by state; kept up to date while it is open. GUI thread. open() it; it
// deletes itself. Engine, clock and model outlive it.
#pragma once

#include "core/engine/torrent_engine.h"
#include "ui/statistics/statistics.h"

#include <QDialog>
#include <QTimer>

class QGridLayout;
class QLabel;

namespace trib::ui {

class TransferModel;

class StatisticsDialog final : public QDialog {
    Q_OBJECT

public:
    // `status` is the latest that is known. `torrents`: where they are counted.
    StatisticsDialog(engine::TorrentEngine &engine, const Clock &clock, const TransferModel &torrents, const SessionStatus &status, QWidget *parent);

    [[nodiscard]] QString text() const; // as it is copied

private:
    [[nodiscard]] QList<FigureGroup> groups() const;
    void build(const QList<FigureGroup> &groups);
    void addGroup(const FigureGroup &group, QGridLayout &grid);
    void refresh();

    const Clock &m_clock;
    const TransferModel &m_torrents;
    SessionStatus m_status;
    QTimer m_second; // the time it has been running
    QList<QLabel *> m_values; // in the order of groups()
};

} // namespace trib::ui
