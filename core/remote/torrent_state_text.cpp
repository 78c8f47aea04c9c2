#include "core/remote/torrent_state_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace trib::remote {
namespace {

[[nodiscard]] bool isComplete(const TorrentSnapshot &row)
{
    return row.hasMetadata && row.done >= row.wanted;
}

[[nodiscard]] std::string_view problemText(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::VolumeOffline:
    case ProblemKind::MissingFiles: return "missingFiles";
    case ProblemKind::None:
    case ProblemKind::NoSpace:
    case ProblemKind::PermissionDenied:
    case ProblemKind::DiskError:
    case ProblemKind::UnreadableRecord:
    case ProblemKind::PathInUse:
    case ProblemKind::InvalidMetadata:
    case ProblemKind::V2OnlyUnsafe:
    case ProblemKind::Internal: break;
    }
    return "error";
}

[[nodiscard]] bool isStopped(const TorrentSnapshot &row)
{
    return row.state == TorrentState::Stopped || row.state == TorrentState::Finished;
}

[[nodiscard]] bool isChecking(const TorrentSnapshot &row)
{
    return row.state == TorrentState::Checking || row.state == TorrentState::QueuedForCheck;
}

[[nodiscard]] bool isActive(const TorrentSnapshot &row)
{
    switch (row.state) {
    case TorrentState::FetchingMetadata:
    case TorrentState::Moving: return true;
    case TorrentState::Downloading:
    case TorrentState::Seeding: return row.forced || row.downloadRate.count() > 0 || row.uploadRate.count() > 0;
    default: return false;
    }
}

} // namespace

std::string_view stateText(const TorrentSnapshot &row)
{
    switch (row.state) {
    case TorrentState::Loading: return "checkingResumeData";
    case TorrentState::FetchingMetadata: return row.forced ? "forcedMetaDL" : "metaDL";
    case TorrentState::QueuedForCheck:
    case TorrentState::Checking: return isComplete(row) ? "checkingUP" : "checkingDL";
    case TorrentState::QueuedForDownload: return "queuedDL";
    case TorrentState::Downloading: return row.forced ? "forcedDL" : row.downloadRate.count() > 0 ? "downloading" : "stalledDL";
    case TorrentState::Stopped: return "stoppedDL";
    case TorrentState::Moving: return "moving";
    case TorrentState::QueuedForSeeding: return "queuedUP";
    case TorrentState::Seeding: return row.forced ? "forcedUP" : row.uploadRate.count() > 0 ? "uploading" : "stalledUP";
    case TorrentState::Finished: return "stoppedUP";
    case TorrentState::Failed: return problemText(row.problem.kind);
    }
    return "unknown";
}

std::optional<StateFilter> stateFilter(std::string_view name)
{
    using enum StateFilter;
    using Named = std::pair<std::string_view, StateFilter>;
    static constexpr Named kNames[] = {
        {"all", All}, {"downloading", Downloading}, {"seeding", Seeding},
        {"completed", Completed}, {"stopped", Stopped}, {"paused", Stopped}, {"running", Running}, {"resumed", Running},
        {"active", Active}, {"inactive", Inactive}, {"stalled", Stalled}, {"stalled_uploading", StalledUploading},
        {"stalled_downloading", StalledDownloading}, {"checking", Checking}, {"moving", Moving}, {"errored", Errored}};
    const auto found = std::ranges::find(kNames, name, &Named::first);
    return found == std::end(kNames) ? std::nullopt : std::optional(found->second);
}

bool passes(StateFilter filter, const TorrentSnapshot &row)
{
    const std::string_view state = stateText(row);
    const bool isFailed = row.state == TorrentState::Failed;
    const bool stalledUp = state == "stalledUP";
    const bool stalledDown = state == "stalledDL";
    const bool known = !isFailed && row.state != TorrentState::Loading && row.state != TorrentState::Moving;
    switch (filter) {
    case StateFilter::All: return true;
    case StateFilter::Downloading: return known && !isComplete(row);
    case StateFilter::Seeding: return known && isComplete(row) && row.state != TorrentState::Finished;
    case StateFilter::Completed: return known && isComplete(row);
    case StateFilter::Stopped: return isStopped(row);
    case StateFilter::Running: return !isStopped(row);
    case StateFilter::Active: return isActive(row);
    case StateFilter::Inactive: return !isActive(row);
    case StateFilter::Stalled: return stalledUp || stalledDown;
    case StateFilter::StalledUploading: return stalledUp;
    case StateFilter::StalledDownloading: return stalledDown;
    case StateFilter::Checking: return isChecking(row) || row.state == TorrentState::Loading;
    case StateFilter::Moving: return row.state == TorrentState::Moving;
    case StateFilter::Errored: return isFailed;
    }
    return false;
}

} // namespace trib::remote
