// FeedDialog: the address of a new feed, or another name for one that is there. GUI thread. open() it; it deletes itself. Stays open with
// the reason if it is refused.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace trib::ui {

class NoticeBar;

class FeedDialog final : public QDialog {
    Q_OBJECT

public:
    // `address` may be empty. `known`: the addresses that are there.
    FeedDialog(engine::TorrentEngine &engine, const QString &address, QStringList known, QWidget *parent);
    // Another name.
    FeedDialog(engine::TorrentEngine &engine, const Feed &feed, QWidget *parent);

private:
    FeedDialog(engine::TorrentEngine &engine, const QString &title, const QString &verb, QWidget *parent);
    void build(QWidget *address, const QString &explanation);
    void check();
    void submit();
    [[nodiscard]] QString address() const;

    engine::TorrentEngine &m_engine;
    QString m_renamed; // its address; empty: a new one
    QStringList m_known;
    QLineEdit *m_address = nullptr; // of a new one
    QLineEdit *m_name;
    NoticeBar *m_notice;
    QPushButton *m_accept;
};

} // namespace trib::ui
