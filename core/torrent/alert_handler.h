// AlertHandler: takes libtorrent's alerts apart and tells the parts of the engine. Engine thread; alerts are read here and nowhere else, and
// nothing of them is kept: they live until the next are taken.
#pragma once

#include "core/model/session_status.h"
#include "core/torrent/engine_parts.h"

#include <libtorrent/fwd.hpp>

#include <functional>

namespace trib::torrent {

class AlertHandler {
public:
    AlertHandler(EngineContext &context, EngineParts &parts, std::function<void(const TorrentSnapshot &)> finished);

    void handle(const lt::alert &alert);

    // What the session's counters and sockets say, kept up to date from alerts.
    [[nodiscard]] const SessionStatus &status() const { return m_status; }

private:
    void onTorrentAlert(const lt::alert &alert);
    void onFileAlert(const lt::alert &alert);
    void onSessionAlert(const lt::alert &alert);
    void onStates(const lt::state_update_alert &alert);
    void onState(const lt::torrent_status &status);
    void onFinished(const lt::torrent_finished_alert &alert);
    void onFileError(const lt::file_error_alert &alert);
    void onTorrentError(const lt::torrent_error_alert &alert);
    void onConflict(const lt::torrent_conflict_alert &alert);
    void onTracker(const lt::tracker_alert &alert, const std::string &message);
    void onStats(const lt::session_stats_alert &alert);
    void diskFailed(const TorrentRecord &record, Problem problem);
    void setProblem(Torrent &torrent, Problem problem);

    EngineContext &m_context;
    EngineParts &m_parts;
    std::function<void(const TorrentSnapshot &)> m_finished;
    SessionStatus m_status;
    bool m_newlyActive = false; // a torrent of the status at hand has begun to download
    int m_dhtNodes = -1; // index of the counter
    int m_incoming = -1;
    int m_received = -1;
    int m_sent = -1;
    int m_wasted = -1;
    int m_failed = -1;
    int m_connections = -1;
    int m_diskJobs = -1;
};

} // namespace trib::torrent
