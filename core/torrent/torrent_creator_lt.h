// The engine's TorrentCreator: makeTorrent() on a thread of its own. Lives on the thread of whoever created it.
#pragma once

#include "core/engine/torrent_creator.h"

namespace trib::torrent {

[[nodiscard]] std::unique_ptr<engine::TorrentCreator> createTorrentCreator();

} // namespace trib::torrent
