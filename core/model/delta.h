// TransferDelta: what changed in the list since the last acknowledged delta. Immutable once published.
#pragma once

#include "core/model/torrent_snapshot.h"

#include <cstdint>
#include <vector>

namespace trib {

using DeltaSequence = Strong<std::uint64_t, struct DeltaTag>;

struct TransferDelta {
    DeltaSequence sequence;
    std::vector<TorrentSnapshot> upserted; // each id at most once, and none that is in `removed`
    std::vector<TorrentId> removed;
};

} // namespace trib
