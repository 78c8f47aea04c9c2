// DeltaCoalescer: merges changes per torrent until the last published delta is acknowledged, so that a slow reader costs latency and
// never memory: at most one pending change a torrent that is there or that the reader knows. Used on the engine thread alone; a value, without a thread of its own.
#pragma once

#include "core/model/delta.h"

#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace trib::engine {

class DeltaCoalescer {
public:
    void upsert(SnapshotPointer snapshot);
    // A torrent that the reader has not been told of goes without a word.
    void remove(const TorrentId &id);

    // The pending changes as one delta, or null while the last one is not acknowledged or nothing is pending.
    [[nodiscard]] std::shared_ptr<const TransferDelta> take();

    // Only the last published sequence counts; older or unknown ones change nothing.
    void acknowledge(DeltaSequence sequence);

    [[nodiscard]] std::size_t pending() const { return m_upserted.size() + m_removed.size(); }

private:
    std::unordered_map<TorrentId, SnapshotPointer> m_upserted;
    std::unordered_set<TorrentId> m_removed;
    std::unordered_set<TorrentId> m_known; // what the reader has after the last published delta
    DeltaSequence m_last{0};
    bool m_waiting = false;
};

} // namespace trib::engine
