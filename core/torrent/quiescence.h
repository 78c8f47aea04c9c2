// Quiescence: brings libtorrent to rest on one torrent: paused, all its disk jobs done and confirmed, its files closed. For whoever then
// touches the files.
// Engine thread.
#pragma once

#include "core/torrent/engine_context.h"

#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace trib::torrent {

class Quiescence {
public:
    explicit Quiescence(EngineContext &context) : m_context(context) {}

    // `then` runs when the files are closed, at once for a torrent without files or that is not with libtorrent, and after ten seconds in any case.
    void quiet(Torrent &torrent, std::function<void()> then);

    // libtorrent confirms these in no particular order: a rename may be told of after the flush that waited for it.
    void cacheFlushed(const lt::torrent_handle &handle);
    void fileJobsDone(const Torrent &torrent);

private:
    void release(std::uint32_t handle);

    EngineContext &m_context;
    std::unordered_map<std::uint32_t, std::vector<std::function<void()>>> m_waiting; // by lt::torrent_handle::id()
    std::unordered_set<std::uint32_t> m_flushed;                                     // but for file jobs under way
};

} // namespace trib::torrent
