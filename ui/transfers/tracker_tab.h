// TrackerTab: the trackers of one torrent, and what can be done to them. GUI thread. The shell outlives it.
#pragma once

#include "core/model/torrent_detail.h"
#include "core/model/torrent_snapshot.h"
#include "ui/transfers/detail_list.h"

namespace trib::ui {

class Shell;
class TrackerModel;

class TrackerTab final : public DetailList {
    Q_OBJECT

public:
    TrackerTab(Shell &shell, QWidget *parent);

    void setTorrent(const TorrentSnapshot *torrent); // null: none
    void setTrackers(std::vector<TrackerSnapshot> trackers);

private:
    TrackerTab(Shell &shell, TrackerModel *model, QWidget *parent);
    void addTasks();
    void edit(const QString &changed);
    void askRemoval();
    void moveTier(int by);
    [[nodiscard]] std::vector<std::string> selectedUrls() const;

    Shell &m_shell;
    TrackerModel *m_model;
    TorrentId m_id;
    QString m_name;
    bool m_isPrivate = false;
};

} // namespace trib::ui
