// StorageMover: moves the files of a torrent to another folder, by itself and not by libtorrent: with a check of the free space, progress
// in bytes, cancellation, and never over something that exists. Works on Qt's pool; one job at a time per pair of volumes.
// Order: copy to the target (or rename, on one volume) -> flush -> verify sizes -> the caller switches the path durably -> finish()
// removes the source. A job that was interrupted anywhere before the switch is undone or begun again from what has been copied; one
// interrupted after it is finished by removing the source. The source is complete until the switch.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <QFuture>

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace trib::torrent {

struct MoveFile {
    std::string path;  // relative, '/' between components; files that do not exist are passed over
    Bytes size;        // as the torrent says
};

struct MovePlan {
    std::string from;
    std::string to;
    std::vector<MoveFile> files;
    Bytes reserve;     // kept free on the target's volume
};

// Shared between the job and whoever shows it; all members may be read at any time.
struct MoveProgress {
    std::atomic<std::int64_t> done{0};
    std::atomic<std::int64_t> total{0};
    std::atomic<bool> cancelled{false};
};

class StorageMover {
public:
    StorageMover();
    ~StorageMover(); // cancels and waits for the jobs under way

    // TargetExists, NotEnoughSpace, VolumeOffline, DiskError, Cancelled: the source is untouched then, and nothing of ours is left at
    // the target. `resuming`: files at the target of which a partial copy is ours (see partialName) are gone on with.
    // Success: every file is at the target and flushed; where it was renamed, gone from the source.
    [[nodiscard]] QFuture<Result<>> start(MovePlan plan, std::shared_ptr<MoveProgress> progress, bool resuming);

    // After the path has been switched durably: removes the source's files and the folders that this leaves empty.
    [[nodiscard]] QFuture<Result<>> finish(MovePlan plan);

    // After a failure of whatever followed success of start(): takes the target's files back to the source.
    [[nodiscard]] QFuture<Result<>> undo(MovePlan plan);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trib::torrent
