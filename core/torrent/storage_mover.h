// StorageMover: moves the files of a torrent to another folder, by itself and not by libtorrent: with a check of the free space, progress
// in bytes, cancellation, and never over something that exists. Works on threads of its own; one copy at a time per pair of volumes.
// Order: copy to the target (or rename, on one volume) -> flush -> verify sizes -> the caller switches the path durably -> finish()
// removes the source. A job that was interrupted anywhere before the switch is undone or begun again from what has been copied; one
// interrupted after it is finished by removing the source. The source is complete until the switch.
// What is under way is noted in a file at the target (move_journal.h); copies bear the suffix kPartSuffix until they are whole.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/torrent/torrent_record.h"

#include <QFuture>

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace trib::torrent {

struct MoveFile {
    std::string path;  // relative, '/' between components; files that do not exist are passed over, absolute paths too
    Bytes size;        // as the torrent says; tells the jobs of two torrents apart, no more
};

struct MovePlan {
    std::string from;
    std::string to;
    std::vector<MoveFile> files;
    Bytes reserve;     // kept free on the target's volume
    // The volumes that the two folders were on when the move was begun; empty: not known. Where another one, or none, is mounted now,
    // every function fails with VolumeOffline and touches nothing. After a restart `toVolume` is what keeps a move from being begun
    // anew into the folder that an unplugged drive has left.
    VolumeIdentity fromVolume{};
    VolumeIdentity toVolume{};
};

// Shared between the job and whoever shows it; all members may be read at any time.
struct MoveProgress {
    std::atomic<std::int64_t> done{0};
    std::atomic<std::int64_t> total{0};
    std::atomic<bool> cancelled{false}; // by the user: the target is cleaned up; the answer is Cancelled
    std::atomic<bool> suspended{false}; // the program ends: all stays as it is and can be resumed; the answer is ShuttingDown
};

inline constexpr std::string_view kPartSuffix = ".tributary-part";

class StorageMover {
public:
    StorageMover();
    ~StorageMover(); // suspends the jobs under way and waits for them

    // PathInvalid, TargetExists, NotEnoughSpace, VolumeOffline, DiskError, Cancelled: the source is untouched then, and nothing of ours
    // is left at the target. A symbolic link in the place of a file or folder of the torrent is refused (DiskError at the source,
    // TargetExists at the target). `resuming`: an earlier job for the same plan is gone on with; otherwise it is undone first.
    // Success: every file is at the target and flushed; where it was renamed, gone from the source.
    [[nodiscard]] QFuture<Result<>> start(MovePlan plan, std::shared_ptr<MoveProgress> progress, bool resuming);

    // After the path has been switched durably: removes the source's files and the folders that this leaves empty. A file that
    // is not at the target, or has changed at the source since it was copied, stays. Nothing is removed if start() had no success.
    [[nodiscard]] QFuture<Result<>> finish(MovePlan plan);

    // After a failure of whatever followed success of start(): takes the target's files back to the source.
    [[nodiscard]] QFuture<Result<>> undo(MovePlan plan);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trib::torrent
