#include "core/torrent/snapshot_builder.h"

#include "core/base/remote_text.h"
#include "core/torrent/lt_convert.h"

#include <algorithm>

namespace trib::torrent {
namespace {

using Status = lt::torrent_status;

[[nodiscard]] TorrentState idleState(const TorrentRecord &record, bool finished)
{
    if (finished)
        return record.stopped ? TorrentState::Finished : TorrentState::QueuedForSeeding;
    return record.stopped ? TorrentState::Stopped : TorrentState::QueuedForDownload;
}

[[nodiscard]] TorrentState stateOf(const Torrent &torrent)
{
    if (torrent.move)
        return TorrentState::Moving;
    if (torrent.problem)
        return TorrentState::Failed;
    const LtView &view = torrent.lt;
    if (torrent.phase != Phase::Attached || !view.known)
        return TorrentState::Loading;
    switch (view.state) {
    case Status::checking_files:
        if (view.paused && torrent.record.stopped && !torrent.checkOnly)
            return TorrentState::Stopped;
        return view.paused ? TorrentState::QueuedForCheck : TorrentState::Checking;
    case Status::checking_resume_data:
        return TorrentState::Loading;
    case Status::downloading_metadata:
        return view.paused ? idleState(torrent.record, false) : TorrentState::FetchingMetadata;
    case Status::downloading:
    case Status::finished:
    case Status::seeding:
        break;
    default:
        return TorrentState::Loading;
    }
    if (!torrent.record.hasMetadata)
        return view.paused ? idleState(torrent.record, false) : TorrentState::FetchingMetadata;
    if (view.paused)
        return idleState(torrent.record, view.finished);
    return view.finished ? TorrentState::Seeding : TorrentState::Downloading;
}

[[nodiscard]] std::int32_t permille(std::int64_t part, std::int64_t whole)
{
    if (whole <= 0)
        return 0;
    const std::int64_t scaled = part > whole / 1000 * 900 || part < (std::int64_t{1} << 50) ? part * 1000 / whole : part / (whole / 1000);
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(scaled, 0, 1000));
}

[[nodiscard]] std::optional<std::chrono::seconds> etaOf(const Torrent &torrent, const TorrentSnapshot &row)
{
    const std::int64_t left = row.wanted.count() - row.done.count();
    if (row.state != TorrentState::Downloading || left <= 0 || torrent.smoothedRate.count() < 16)
        return std::nullopt;
    return std::chrono::seconds(left / torrent.smoothedRate.count() + 1);
}

// An exponential mean over about ten ticks: quick enough to be true, slow enough to be read.
[[nodiscard]] BytesPerSecond smoothed(BytesPerSecond before, BytesPerSecond now)
{
    if (before.count() == 0)
        return now;
    return BytesPerSecond((before.count() * 9 + now.count()) / 10);
}

template <class T>
[[nodiscard]] bool changed(T &field, const T &value)
{
    if (field == value)
        return false;
    field = value;
    return true;
}

// True if something changed.
[[nodiscard]] bool takeFixed(TorrentSnapshot &row, const TorrentRecord &record)
{
    bool any = changed(row.id, record.id);
    any |= changed(row.infoHash, record.infoHash);
    any |= changed(row.name, remoteText(record.name));
    any |= changed(row.savePath, record.savePath);
    any |= changed(row.contentPath, record.contentPath);
    any |= changed(row.tracker, row.tracker.empty() ? record.tracker : row.tracker);
    any |= changed(row.category, record.category);
    any |= changed(row.tags, record.tags);
    any |= changed(row.isPrivate, record.isPrivate);
    any |= changed(row.hasMetadata, record.hasMetadata);
    any |= changed(row.size, record.size);
    any |= changed(row.wanted, record.wanted);
    any |= changed(row.fileCount, record.fileCount);
    any |= changed(row.added, record.added);
    any |= changed(row.completed, record.completed);
    any |= changed(row.limits, record.limits);
    return any;
}

void takeRecord(TorrentSnapshot &row, const TorrentRecord &record)
{
    if (takeFixed(row, record))
        ++row.fixedRevision;
    row.forced = record.forced;
    row.sequential = record.sequential;
    row.firstLastFirst = record.firstLastFirst;
    row.superSeeding = record.superSeeding;
    row.done = record.done;
    row.uploaded = record.uploaded;
    row.downloaded = record.downloaded;
    row.activeTime = record.activeTime;
    row.seedingTime = record.seedingTime;
    row.shareLimits = record.shareLimits.value_or(ShareLimits{});
    row.ownShareLimits = record.shareLimits.has_value();
    row.queuePosition = record.queuePosition;
    row.ratioPermille = ratioPermille(record.uploaded, record.downloaded, record.done);
}

void clearLiveFigures(TorrentSnapshot &row)
{
    row.downloadRate = {};
    row.uploadRate = {};
    row.seeds = 0;
    row.peers = 0;
    row.availabilityPermille = -1;
}

// True if something changed that must be stored soon.
bool takeStatus(TorrentRecord &record, const Status &status)
{
    const QueuePosition position(static_cast<std::int32_t>(static_cast<int>(status.queue_position)));
    bool worthStoring = record.queuePosition != position;
    record.queuePosition = position;
    record.uploaded = Bytes(status.all_time_upload);
    record.downloaded = Bytes(status.all_time_download);
    record.activeTime = status.active_duration;
    record.seedingTime = status.finished_duration;
    if (!status.has_metadata)
        return worthStoring;
    record.done = Bytes(status.total_wanted_done);
    worthStoring = worthStoring || record.wanted != Bytes(status.total_wanted);
    record.wanted = Bytes(status.total_wanted);
    return worthStoring;
}

void takeProgress(Torrent &torrent, const Status &status)
{
    TorrentSnapshot &row = torrent.shown.edit();
    const bool checking = row.state == TorrentState::Checking || row.state == TorrentState::QueuedForCheck;
    if (checking || row.state == TorrentState::FetchingMetadata)
        row.progressPermille = std::clamp(status.progress_ppm / 1000, 0, 1000);
}

} // namespace

std::int64_t ratioPermille(Bytes uploaded, Bytes downloaded, Bytes done)
{
    // what was checked in rather than downloaded counts as downloaded, or the ratio of a torrent made here would be without bounds
    const std::int64_t base = std::max(downloaded.count() * 100 >= done.count() ? downloaded.count() : done.count(), std::int64_t{0});
    if (base == 0)
        return -1;
    return uploaded.count() > (std::int64_t{1} << 53) ? uploaded.count() / std::max<std::int64_t>(base / 1000, 1)
                                                      : uploaded.count() * 1000 / base;
}

void refreshRow(Torrent &torrent)
{
    TorrentSnapshot &row = torrent.shown.edit();
    takeRecord(row, torrent.record);
    row.problem = torrent.problem;
    row.state = stateOf(torrent);
    if (torrent.phase != Phase::Attached)
        clearLiveFigures(row);
    if (torrent.move)
        row.progressPermille = permille(torrent.move->done, torrent.move->total);
    else if (row.state != TorrentState::Checking && row.state != TorrentState::FetchingMetadata)
        row.progressPermille = permille(row.done.count(), row.wanted.count());
    row.eta = etaOf(torrent, row);
}

bool refreshRow(Torrent &torrent, const Status &status)
{
    torrent.lt = {status.state, bool(status.flags & lt::torrent_flags::paused), status.is_finished && !torrent.awaitingPriorities, true};
    torrent.needsResume = status.need_save_resume;
    const Bytes wanted = torrent.record.wanted;
    const bool worthStoring = takeStatus(torrent.record, status);
    if (torrent.awaitingPriorities)
        torrent.record.wanted = wanted;

    TorrentSnapshot &row = torrent.shown.edit();
    row.downloadRate = BytesPerSecond(status.download_payload_rate);
    row.uploadRate = BytesPerSecond(status.upload_payload_rate);
    torrent.smoothedRate = smoothed(torrent.smoothedRate, row.downloadRate);
    row.seeds = status.num_seeds;
    row.peers = std::max(0, status.num_peers - status.num_seeds);
    row.sessionDownloaded = Bytes(status.total_payload_download);
    row.sessionUploaded = Bytes(status.total_payload_upload);
    row.swarmSeeds = status.num_complete;
    row.swarmPeers = status.num_incomplete;
    row.availabilityPermille = status.distributed_full_copies < 0
        ? -1 : status.distributed_full_copies * 1000 + status.distributed_fraction;
    if (!status.current_tracker.empty()) {
        if (changed(row.tracker, hostOf(status.current_tracker)))
            ++row.fixedRevision;
        row.trackerUrl = remoteText(status.current_tracker);
        torrent.record.tracker = row.tracker;
    }
    refreshRow(torrent);
    takeProgress(torrent, status);
    return worthStoring;
}

} // namespace trib::torrent
