// LimitsDialog: rates, connections and share limits of one or several torrents. What differs between them says so and stays as it
// is unless it is changed. GUI thread. open() it; it deletes itself.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QDialog>

#include <vector>

namespace trib::ui {

class LimitsForm;
class NoticeBar;

struct LimitedTorrent {
    TorrentId id;
    QString name;
    TorrentLimits limits;
    ShareLimits shareLimits;
};

class LimitsDialog final : public QDialog {
    Q_OBJECT

public:
    LimitsDialog(engine::TorrentEngine &engine, std::vector<LimitedTorrent> torrents, QWidget *parent);

private:
    void submit();
    void takeAnswer(const Result<> &result);

    engine::TorrentEngine &m_engine;
    std::vector<LimitedTorrent> m_torrents;
    LimitsForm *m_form;
    NoticeBar *m_notice;
    int m_pending = 0;
    bool m_failed = false;
};

// Torrents with equal new values go in one command; those whose values stay as they are, in none.
[[nodiscard]] std::vector<Command> limitCommands(const std::vector<LimitedTorrent> &before, const std::vector<LimitedTorrent> &after);

} // namespace trib::ui
