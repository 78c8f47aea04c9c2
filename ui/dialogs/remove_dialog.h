// RemoveDialog: asks what becomes of the files of torrents that leave the list, and says exactly which files that is.
// GUI thread. open() it; it deletes itself. Asks the engine for the plan, submits the command and stays open if that fails.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QDialog>

#include <vector>

class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace trib::ui {

class NoticeBar;

struct RemovedTorrent {
    TorrentId id;
    QString name;
};

class RemoveDialog final : public QDialog {
    Q_OBJECT

public:
    // `useTrash`: as the user's setting says; false deletes for good.
    RemoveDialog(engine::TorrentEngine &engine, const std::vector<RemovedTorrent> &torrents, bool useTrash, QWidget *parent);

Q_SIGNALS:
    void removed();

private:
    void buildButtons(QLayout &column);
    void takePlan(const Result<RemovalPlan> &plan);
    [[nodiscard]] QString filesSentence() const;
    void showFiles(bool shown);
    void submit(FileDisposal files);

    engine::TorrentEngine &m_engine;
    TorrentIds m_ids;
    RemovalPlan m_plan;
    bool m_useTrash;
    NoticeBar *m_notice;
    QLabel *m_files;
    QToolButton *m_details;
    QListView *m_list;
    QPushButton *m_keep = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace trib::ui
