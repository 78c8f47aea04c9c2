// UrlsDialog: addresses of trackers or web seeds: several to add, a line each, or one to change. GUI thread. open() it; it deletes itself.
// Says what is wrong while they are typed; submits the command and stays open with the reason if it is refused.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace trib::ui {

class NoticeBar;

enum class UrlKind { Tracker, WebSeed };

struct UrlTask {
    TorrentId id;
    UrlKind kind = UrlKind::Tracker;
    QString name;            // of the torrent
    QString changed;         // the address to change; empty: new ones are added
    bool isPrivate = false;
};

class UrlsDialog final : public QDialog {
    Q_OBJECT

public:
    UrlsDialog(engine::TorrentEngine &engine, UrlTask task, QWidget *parent);

    // Whether an engine would take it; the scheme and the host decide.
    [[nodiscard]] static bool isUsable(UrlKind kind, const QString &url);

private:
    [[nodiscard]] QWidget *makeEdit();
    [[nodiscard]] QStringList urls() const; // as typed, each once
    [[nodiscard]] QString firstFault() const;
    [[nodiscard]] Command command() const;
    void check();
    void submit();

    engine::TorrentEngine &m_engine;
    UrlTask m_task;
    QPlainTextEdit *m_lines = nullptr; // of new ones
    QLineEdit *m_line = nullptr;       // of the one to change
    NoticeBar *m_notice;
    QPushButton *m_accept;
};

} // namespace trib::ui
