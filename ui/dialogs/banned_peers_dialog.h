// BannedPeersDialog: the addresses that are kept out, and the way to let them in again. GUI thread. open() it; it deletes itself.
// Changes the setting network/banned_peers alone; stays open with the reason if that is refused.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace trib::ui {

class NoticeBar;

class BannedPeersDialog final : public QDialog {
    Q_OBJECT

public:
    BannedPeersDialog(engine::TorrentEngine &engine, settings::EngineSettings settings, QWidget *parent);

private:
    void fill();
    void letIn();

    engine::TorrentEngine &m_engine;
    settings::EngineSettings m_settings; // as last told
    QListWidget *m_list;
    NoticeBar *m_notice;
    QPushButton *m_letIn;
};

} // namespace trib::ui
