#include "core/torrent/alert_handler.h"

#include "core/base/remote_text.h"
#include "core/torrent/lt_convert.h"
#include "core/torrent/snapshot_builder.h"
#include "core/torrent/volumes.h"

#include <libtorrent/alert_types.hpp>
#include <libtorrent/session_stats.hpp>

#include <algorithm>
#include <utility>

namespace trib::torrent {

AlertHandler::AlertHandler(EngineContext &context, EngineParts &parts, std::function<void(const TorrentSnapshot &)> finished)
    : m_context(context), m_parts(parts), m_finished(std::move(finished)), m_dhtNodes(lt::find_metric_idx("dht.dht_nodes")),
      m_incoming(lt::find_metric_idx("net.has_incoming_connections")), m_received(lt::find_metric_idx("net.recv_payload_bytes")),
      m_sent(lt::find_metric_idx("net.sent_payload_bytes")), m_wasted(lt::find_metric_idx("net.recv_redundant_bytes")),
      m_failed(lt::find_metric_idx("net.recv_failed_bytes")), m_connections(lt::find_metric_idx("peer.num_peers_connected")),
      m_diskJobs(lt::find_metric_idx("disk.queued_disk_jobs"))
{
}

void AlertHandler::handle(const lt::alert &alert)
{
    switch (alert.type()) {
    case lt::state_update_alert::alert_type:
        onStates(static_cast<const lt::state_update_alert &>(alert));
        break;
    case lt::add_torrent_alert::alert_type: {
        const auto &added = static_cast<const lt::add_torrent_alert &>(alert);
        if (!m_parts.previews.owns(added.handle))
            m_parts.attachment.added(added.params, added.handle, added.error);
        break;
    }
    case lt::save_resume_data_alert::alert_type: {
        const auto &saved = static_cast<const lt::save_resume_data_alert &>(alert);
        m_parts.saver.arrived(saved.handle, saved.params);
        break;
    }
    case lt::save_resume_data_failed_alert::alert_type:
        m_parts.saver.failed(static_cast<const lt::save_resume_data_failed_alert &>(alert).handle);
        break;
    default:
        onTorrentAlert(alert);
        onFileAlert(alert);
        onSessionAlert(alert);
    }
}

void AlertHandler::onTorrentAlert(const lt::alert &alert)
{
    switch (alert.type()) {
    case lt::metadata_received_alert::alert_type: {
        const lt::torrent_handle &handle = static_cast<const lt::metadata_received_alert &>(alert).handle;
        if (m_parts.previews.owns(handle))
            m_parts.previews.metadataReceived(handle);
        else if (Torrent *torrent = m_context.table.find(handle))
            m_parts.adding.metadataReceived(*torrent);
        break;
    }
    case lt::state_changed_alert::alert_type: {
        // unlike a status now and then, this misses no state, however short
        const auto &changed = static_cast<const lt::state_changed_alert &>(alert);
        if (Torrent *torrent = m_context.table.find(changed.handle); torrent && changed.state == lt::torrent_status::downloading)
            torrent->isDownloading = true;
        m_context.stateChanged = true;
        break;
    }
    case lt::torrent_paused_alert::alert_type:
    case lt::torrent_resumed_alert::alert_type:
        m_context.stateChanged = true;
        break;
    case lt::torrent_checked_alert::alert_type:
        m_parts.attachment.isChecked(static_cast<const lt::torrent_checked_alert &>(alert).handle);
        break;
    case lt::torrent_finished_alert::alert_type:
        m_context.stateChanged = true;
        onFinished(static_cast<const lt::torrent_finished_alert &>(alert));
        break;
    case lt::torrent_error_alert::alert_type:
        onTorrentError(static_cast<const lt::torrent_error_alert &>(alert));
        break;
    case lt::torrent_conflict_alert::alert_type:
        onConflict(static_cast<const lt::torrent_conflict_alert &>(alert));
        break;
    case lt::tracker_error_alert::alert_type: {
        const auto &failed = static_cast<const lt::tracker_error_alert &>(alert);
        // failure_reason: the tracker spoke; without, the network did, and that is not the torrent's trouble
        onTracker(failed, remoteText(failed.failure_reason(), 200));
        break;
    }
    case lt::tracker_reply_alert::alert_type:
        onTracker(static_cast<const lt::tracker_reply_alert &>(alert), {});
        break;
    default:
        break;
    }
}

void AlertHandler::onFileAlert(const lt::alert &alert)
{
    switch (alert.type()) {
    case lt::file_error_alert::alert_type:
        onFileError(static_cast<const lt::file_error_alert &>(alert));
        break;
    case lt::file_renamed_alert::alert_type: {
        const auto &renamed = static_cast<const lt::file_renamed_alert &>(alert);
        m_parts.files.renamed(renamed.handle, renamed.index);
        if (const Torrent *torrent = m_context.table.find(renamed.handle))
            m_parts.details.filesChanged(torrent->record.id);
        break;
    }
    case lt::file_rename_failed_alert::alert_type: {
        const auto &failed = static_cast<const lt::file_rename_failed_alert &>(alert);
        m_parts.files.renameFailed(failed.handle, failed.index, failed.error);
        break;
    }
    case lt::file_prio_alert::alert_type: {
        const lt::torrent_handle &handle = static_cast<const lt::file_prio_alert &>(alert).handle;
        m_parts.files.prioritiesSet(handle);
        if (const Torrent *torrent = m_context.table.find(handle))
            m_parts.details.filesChanged(torrent->record.id);
        break;
    }
    case lt::cache_flushed_alert::alert_type:
        m_parts.quiescence.cacheFlushed(static_cast<const lt::cache_flushed_alert &>(alert).handle);
        break;
    default:
        break;
    }
}

void AlertHandler::onSessionAlert(const lt::alert &alert)
{
    switch (alert.type()) {
    case lt::session_stats_alert::alert_type:
        onStats(static_cast<const lt::session_stats_alert &>(alert));
        break;
    case lt::listen_succeeded_alert::alert_type:
        m_status.listening = true;
        m_status.listenPort = static_cast<std::uint16_t>(static_cast<const lt::listen_succeeded_alert &>(alert).port);
        m_status.listenError.clear();
        break;
    case lt::listen_failed_alert::alert_type: {
        const auto &failed = static_cast<const lt::listen_failed_alert &>(alert);
        m_context.log.warning("cannot listen: " + failed.message());
        if (!m_status.listening)
            m_status.listenError = remoteText(failed.error.message(), 200);
        break;
    }
    case lt::peer_ban_alert::alert_type:
        m_parts.judge.banned(static_cast<const lt::peer_ban_alert &>(alert));
        break;
    case lt::read_piece_alert::alert_type:
        m_parts.judge.pieceRead(static_cast<const lt::read_piece_alert &>(alert));
        break;
    case lt::alerts_dropped_alert::alert_type:
        m_context.log.error("libtorrent dropped alerts: the engine thread was too slow");
        break;
    default:
        break;
    }
}

void AlertHandler::onStates(const lt::state_update_alert &alert)
{
    for (const lt::torrent_status &status : alert.status)
        onState(status);
    if (std::exchange(m_newlyActive, false))
        m_parts.saver.storeRecords(); // from now on a kill leaves pieces that are looked for
    m_context.statusPosts.answered();
}

void AlertHandler::onState(const lt::torrent_status &status)
{
    Torrent *torrent = m_context.table.find(status.handle);
    if (!torrent)
        return;
    const TorrentState before = torrent->shown->state;
    m_parts.shares.take(*torrent, status);
    if (refreshRow(*torrent, status))
        torrent->recordDirty = true;
    if (torrent->shown->state == TorrentState::Downloading && !torrent->record.active) {
        torrent->record.active = true;
        m_newlyActive = true;
        torrent->recordDirty = true;
    }
    if (before != TorrentState::Stopped && torrent->shown->state == TorrentState::Stopped)
        m_parts.saver.request(*torrent);
    m_context.publish(*torrent);
}

void AlertHandler::onFinished(const lt::torrent_finished_alert &alert)
{
    Torrent *torrent = m_context.table.find(alert.handle);
    if (!torrent || !torrent->record.hasMetadata || torrent->awaitingPriorities)
        return;
    // what was found on disk was not downloaded
    const bool downloadedNow = torrent->isDownloading && !torrent->record.completed;
    torrent->isDownloading = false;
    if (!downloadedNow && !torrent->record.active)
        return; // each torrent that is loaded complete says so at every start
    torrent->recordDirty = true;
    if (downloadedNow) {
        torrent->record.completed = m_context.clock.wallNow();
        torrent->record.done = torrent->record.wanted;
        refreshRow(*torrent);
        m_context.publish(*torrent);
        m_finished(*torrent->shown);
    }
    // Only when its last pieces are in stored resume data is there nothing to look for after a kill.
    m_parts.saver.request(*torrent, [this, id = torrent->record.id](bool stored) {
        Torrent *found = stored ? m_context.table.find(id) : nullptr;
        if (!found || found->isDownloading)
            return;
        found->record.active = false;
        found->recordDirty = true;
    });
}

void AlertHandler::setProblem(Torrent &torrent, Problem problem)
{
    m_context.log.warning(torrent.record.id.toHex() + ": " + std::string(problemName(problem.kind)) + " at " + problem.path + " " + problem.text);
    torrent.problem = std::move(problem);
    refreshRow(torrent);
    m_context.publish(torrent);
}

void AlertHandler::onFileError(const lt::file_error_alert &alert)
{
    Torrent *torrent = m_context.table.find(alert.handle);
    if (!torrent)
        return;
    diskFailed(torrent->record, diskProblem(alert.error, alert.filename()));
    m_parts.space.check(); // the cause may be a volume that has gone
}

void AlertHandler::onTorrentError(const lt::torrent_error_alert &alert)
{
    Torrent *torrent = m_context.table.find(alert.handle);
    if (torrent && !torrent->problem) // else a disk error has been told already, with its file
        diskFailed(torrent->record, diskProblem(alert.error, alert.filename()));
}

// The room is looked for on the pool: a drive that fails may not answer for long.
void AlertHandler::diskFailed(const TorrentRecord &record, Problem problem)
{
    auto look = [path = record.savePath] { return freeSpace(path); };
    m_context.onPool(std::move(look), [this, id = record.id, problem = std::move(problem)](const Result<Bytes> &looked) mutable {
        // A mapped file on a full disk fails with whatever the system call at hand makes of it ("Bad address"), not only with ENOSPC.
        constexpr Bytes kFull{1 << 20};
        Torrent *torrent = m_context.table.find(id);
        if (!torrent || torrent->phase != Phase::Attached || torrent->problem)
            return;
        const Bytes free = looked ? *looked : Bytes(0);
        if (problem.kind == ProblemKind::NoSpace || (problem.kind == ProblemKind::DiskError && looked && free < kFull))
            m_parts.space.outOfSpace(*torrent, free);
        else
            setProblem(*torrent, std::move(problem));
    });
}

void AlertHandler::onConflict(const lt::torrent_conflict_alert &alert)
{
    Torrent *torrent = m_context.table.find(alert.handle);
    const Torrent *other = m_context.table.find(alert.conflicting_torrent);
    if (!torrent)
        return;
    // a magnet link by one hash of a hybrid that is in the list by its other hash: the one without metadata gives way
    m_parts.attachment.detach(*torrent, {ProblemKind::PathInUse, {}, other ? other->shown->name : std::string(), {}, {}});
}

void AlertHandler::onTracker(const lt::tracker_alert &alert, const std::string &message)
{
    Torrent *torrent = m_context.table.find(alert.handle);
    if (!torrent || torrent->shown->trackerMessage == message)
        return;
    torrent->shown.edit().trackerMessage = message;
    m_context.publish(*torrent);
}

void AlertHandler::onStats(const lt::session_stats_alert &alert)
{
    const auto counters = alert.counters();
    if (m_dhtNodes >= 0)
        m_status.dhtNodes = static_cast<std::int32_t>(counters[m_dhtNodes]);
    if (m_incoming >= 0)
        m_status.hasIncoming = counters[m_incoming] != 0;
    if (m_received >= 0)
        m_context.sessionDownloaded = Bytes(counters[m_received]);
    if (m_sent >= 0)
        m_context.sessionUploaded = Bytes(counters[m_sent]);
    m_status.sessionDownloaded = m_context.sessionDownloaded;
    m_status.sessionUploaded = m_context.sessionUploaded;
    const auto counter = [&](int index) { return index >= 0 ? counters[index] : 0; };
    m_status.wasted = Bytes(counter(m_wasted));
    m_status.failedHash = Bytes(counter(m_failed));
    m_status.connections = static_cast<std::int32_t>(counter(m_connections));
    m_status.diskJobs = static_cast<std::int32_t>(counter(m_diskJobs));
}

} // namespace trib::torrent
