// The session's filter of addresses: the one place that tells libtorrent whom to shut out, which are the banned, those that sent wrong data,
// and the ranges of the lists. It holds of peers and web seeds, both ways; not of trackers, which the user or the torrent has named and whose
// hosts many a list holds, nor of DHT nodes. Engine thread.
#pragma once

#include "core/torrent/engine_context.h"

#include <libtorrent/socket.hpp>

#include <vector>

namespace trib::torrent {

void applySessionFilter(EngineContext &context);

// Shuts these out for a moment as well: libtorrent forgets a peer that it is not connected to when its address is filtered out.
void forgetPeers(EngineContext &context, const std::vector<lt::address> &peers);

} // namespace trib::torrent
