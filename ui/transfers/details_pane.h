// DetailsPane: tabs about the one selected torrent. Asks the engine to watch only what is visible: nothing while it is hidden, and only
// the part that the tab in front shows. GUI thread. Shell and model outlive it.
#pragma once

#include "core/engine/torrent_engine.h"
#include "ui/text/state_text.h"

#include <QWidget>

class QAbstractItemModel;
class QHeaderView;
class QLabel;
class QSortFilterProxyModel;
class QStackedLayout;
class QTableView;
class QTabWidget;

namespace trib::ui {

class FilesTab;
class GeneralTab;
class PeerModel;
class Shell;
class TrackerModel;
class TransferModel;

class DetailsPane : public QWidget {
    Q_OBJECT

public:
    DetailsPane(Shell &shell, TransferModel &model, QWidget *parent);

    void setSelection(const TorrentIds &ids);
    void refresh(); // the rows have changed
    void setCompact(bool compact);
    void showTab(int index);

    // Which page, and the columns of each.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state); // nothing changes when it is empty or damaged

Q_SIGNALS:
    void stateChanged(); // of what saveState() holds
    void actionWanted(const trib::TorrentId &id, trib::ui::StateAction action);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum Tab { General, Trackers, Peers, Files };

    void remember(QHeaderView &header);
    QTableView *makeTable(QAbstractItemModel &model, const QString &name, std::initializer_list<int> widths);
    void watch();
    void clear();
    void takeDetail(const engine::DetailPointer &detail);

    Shell &m_shell;
    TransferModel &m_model;
    std::optional<TorrentId> m_id;
    QStackedLayout *m_stack;
    QLabel *m_hint;
    QTabWidget *m_tabs;
    GeneralTab *m_general;
    TrackerModel *m_trackers;
    PeerModel *m_peers;
    FilesTab *m_files;
    QList<QTableView *> m_tables;
    QList<QHeaderView *> m_headers;
};

} // namespace trib::ui
