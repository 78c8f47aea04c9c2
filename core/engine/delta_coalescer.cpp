#include "core/engine/delta_coalescer.h"

namespace trib::engine {

void DeltaCoalescer::upsert(SnapshotPointer snapshot)
{
    const TorrentId id = snapshot->id;
    m_removed.erase(id);
    m_upserted.insert_or_assign(id, std::move(snapshot));
}

void DeltaCoalescer::remove(const TorrentId &id)
{
    m_upserted.erase(id);
    if (m_known.contains(id))
        m_removed.insert(id);
}

std::shared_ptr<const TransferDelta> DeltaCoalescer::take()
{
    if (m_waiting || pending() == 0)
        return nullptr;
    auto delta = std::make_shared<TransferDelta>();
    ++m_last;
    delta->sequence = m_last;
    delta->upserted.reserve(m_upserted.size());
    for (auto &[id, snapshot] : m_upserted) {
        m_known.insert(id);
        delta->upserted.push_back(std::move(snapshot));
    }
    for (const TorrentId &id : m_removed)
        m_known.erase(id);
    delta->removed.assign(m_removed.begin(), m_removed.end());
    m_upserted.clear();
    m_removed.clear();
    m_waiting = true;
    return delta;
}

void DeltaCoalescer::acknowledge(DeltaSequence sequence)
{
    if (sequence == m_last)
        m_waiting = false;
}

} // namespace trib::engine
