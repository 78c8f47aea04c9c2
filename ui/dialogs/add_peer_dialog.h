// AddPeerDialog: the address of someone who has the torrent, to connect to at once. GUI thread. open() it; it deletes itself.
// Submits the command; stays open with the reason if it is refused.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace trib::ui {

class NoticeBar;

class AddPeerDialog final : public QDialog {
    Q_OBJECT

public:
    AddPeerDialog(engine::TorrentEngine &engine, TorrentId id, const QString &name, QWidget *parent);

    // "address:port" as the engine wants it, from what was typed; empty if that names no peer.
    [[nodiscard]] static QString endpointOf(const QString &text);

Q_SIGNALS:
    void asked(const QString &endpoint); // the engine connects

private:
    void check(const QString &text);
    void submit();

    engine::TorrentEngine &m_engine;
    TorrentId m_id;
    QLineEdit *m_peer;
    NoticeBar *m_notice;
    QPushButton *m_add;
};

} // namespace trib::ui
