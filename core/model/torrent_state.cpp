#include "core/model/torrent_state.h"

namespace trib {

std::string_view stateName(TorrentState state)
{
    switch (state) {
    case TorrentState::Loading: return "loading";
    case TorrentState::FetchingMetadata: return "fetching-metadata";
    case TorrentState::QueuedForCheck: return "queued-for-check";
    case TorrentState::Checking: return "checking";
    case TorrentState::QueuedForDownload: return "queued-for-download";
    case TorrentState::Downloading: return "downloading";
    case TorrentState::Stopped: return "stopped";
    case TorrentState::Moving: return "moving";
    case TorrentState::QueuedForSeeding: return "queued-for-seeding";
    case TorrentState::Seeding: return "seeding";
    case TorrentState::Finished: return "finished";
    case TorrentState::Failed: return "failed";
    }
    return "unknown";
}

std::string_view problemName(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::None: return "none";
    case ProblemKind::NoSpace: return "no-space";
    case ProblemKind::VolumeOffline: return "volume-offline";
    case ProblemKind::MissingFiles: return "missing-files";
    case ProblemKind::PermissionDenied: return "permission-denied";
    case ProblemKind::DiskError: return "disk-error";
    case ProblemKind::UnreadableRecord: return "unreadable-record";
    case ProblemKind::PathInUse: return "path-in-use";
    case ProblemKind::InvalidMetadata: return "invalid-metadata";
    case ProblemKind::V2OnlyUnsafe: return "v2-only-unsafe";
    case ProblemKind::Internal: return "internal";
    }
    return "unknown";
}

} // namespace trib
