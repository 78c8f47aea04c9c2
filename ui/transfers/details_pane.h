// DetailsPane: tabs about the one selected torrent. Asks the engine to watch only what is visible: nothing while it is hidden, and only
// the part that the tab in front shows. Counts the speeds of the session meanwhile. GUI thread. Shell and model outlive it.
#pragma once

#include "core/engine/torrent_engine.h"
#include "ui/text/state_text.h"

#include <QTimer>
#include <QWidget>

class QHeaderView;
class QLabel;
class QStackedWidget;
class QTabWidget;

namespace trib::ui {

class DetailList;
class FilesTab;
class GeneralTab;
class PeerTab;
class Shell;
class SpeedMonitor;
class SpeedTab;
class TrackerTab;
class TransferModel;
class WebSeedTab;

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
    enum Tab { General, Trackers, Peers, Files, WebSeeds, Speed };

    void addPage(QWidget &page, const QString &icon, const QString &title);
    void addList(DetailList &list, const QString &icon, const QString &title);
    void remember(QHeaderView &header);
    void watch();
    void clear();
    void takeDetail(const engine::DetailPointer &detail);

    Shell &m_shell;
    TransferModel &m_model;
    std::optional<TorrentId> m_id;
    QTabWidget *m_tabs;
    SpeedMonitor *m_monitor;
    GeneralTab *m_general;
    TrackerTab *m_trackers;
    PeerTab *m_peers;
    FilesTab *m_files;
    WebSeedTab *m_webSeeds;
    SpeedTab *m_speed;
    QTimer m_second;
    QList<QStackedWidget *> m_pages; // each: a hint, and what is shown of one torrent
    QList<QLabel *> m_hints;
    QList<DetailList *> m_lists;
    QList<QHeaderView *> m_headers;
};

} // namespace trib::ui
