// TransferDelta: what changed in the list since the last acknowledged delta. Immutable once published. Its rows are shared: the
// engine, the window and whoever else keeps the list hold one copy of each between them.
#pragma once

#include "core/model/torrent_snapshot.h"

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace trib {

using DeltaSequence = Strong<std::uint64_t, struct DeltaTag>;

using SnapshotPointer = std::shared_ptr<const TorrentSnapshot>; // never null where a row is meant

[[nodiscard]] inline SnapshotPointer share(TorrentSnapshot snapshot)
{
    return std::make_shared<const TorrentSnapshot>(std::move(snapshot));
}

struct TransferDelta {
    DeltaSequence sequence;
    std::vector<SnapshotPointer> upserted; // each id at most once, and none that is in `removed`
    std::vector<TorrentId> removed;
};

} // namespace trib
