#include "core/torrent/quiescence.h"

#include <libtorrent/torrent_flags.hpp>

#include <QTimer>

namespace trib::torrent {

void Quiescence::quiet(Torrent &torrent, std::function<void()> then)
{
    if (torrent.phase != Phase::Attached) {
        then();
        return;
    }
    torrent.handle.set_flags(lt::torrent_flags::paused, lt::torrent_flags::paused | lt::torrent_flags::auto_managed);
    if (!torrent.record.hasMetadata) {
        then(); // no files, and no word about them from libtorrent
        return;
    }
    const std::uint32_t handle = torrent.handle.id();
    m_waiting[handle].push_back(std::move(then));
    torrent.handle.flush_cache();
    QTimer::singleShot(std::chrono::seconds(10), &m_context.owner, m_context.guarded([this, handle] { release(handle); }));
}

void Quiescence::cacheFlushed(const lt::torrent_handle &handle)
{
    const Torrent *torrent = m_context.table.find(handle);
    if (torrent && torrent->fileJobs > 0)
        m_flushed.insert(handle.id());
    else
        release(handle.id());
}

void Quiescence::fileJobsDone(const Torrent &torrent)
{
    if (torrent.fileJobs == 0 && m_flushed.contains(torrent.handle.id()))
        release(torrent.handle.id());
}

void Quiescence::release(std::uint32_t handle)
{
    m_flushed.erase(handle);
    auto waiting = m_waiting.extract(handle);
    if (!waiting)
        return;
    for (const auto &then : waiting.mapped())
        then();
}

} // namespace trib::torrent
