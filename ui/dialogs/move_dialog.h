// MoveDialog: to which folder the files of torrents go, and what happens on the way. GUI thread. open() it; it deletes itself.
// Submits the command; stays open with the reason if it is refused.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QDialog>

class QPushButton;

namespace trib::ui {

class FolderEdit;
class NoticeBar;
class SpaceLabel;

struct MovedTorrents {
    TorrentIds ids;
    QStringList names;
    QString savePath;      // where they are now; empty when they differ
    Bytes size;            // on the disk now, of all together
    QStringList history;   // folders used before
};

class MoveDialog final : public QDialog {
    Q_OBJECT

public:
    MoveDialog(engine::TorrentEngine &engine, const MovedTorrents &torrents, QWidget *parent);

Q_SIGNALS:
    void moving(const QString &savePath); // the job has begun

private:
    void takePath(const QString &path);
    void submit();

    engine::TorrentEngine &m_engine;
    TorrentIds m_ids;
    QString m_from;
    FolderEdit *m_folder;
    SpaceLabel *m_space;
    NoticeBar *m_notice;
    QPushButton *m_move;
};

} // namespace trib::ui
