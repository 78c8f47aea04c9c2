// RemoveLabelDialog: asks before a category or tag goes, and says how many torrents lose it. GUI thread. open() it; it deletes itself.
// Submits the command and stays open with the reason if it is refused.
#pragma once

#include "core/engine/torrent_engine.h"
#include "ui/models/label_names.h"

#include <QDialog>

class QPushButton;

namespace trib::ui {

class NoticeBar;

struct RemovedLabel {
    LabelKind kind = LabelKind::Category;
    QString name;
    int torrents = 0; // that have it, or one below it
    int below = 0;    // categories that go along
};

class RemoveLabelDialog final : public QDialog {
    Q_OBJECT

public:
    RemoveLabelDialog(engine::TorrentEngine &engine, const RemovedLabel &label, QWidget *parent);

private:
    void submit(Command command);

    engine::TorrentEngine &m_engine;
    NoticeBar *m_notice;
    QPushButton *m_remove;
};

} // namespace trib::ui
