// Piece layers (BEP 52) of a .torrent: the hashes of the pieces of each v2 file, proved against the root in the info dictionary.
// Pure; any thread.
#pragma once

#include "core/base/result.h"

#include <libtorrent/bdecode.hpp>
#include <libtorrent/torrent_info.hpp>

namespace trib::torrent {

// Puts the layers of `torrent` into `info`. Without the key "piece layers" nothing happens, for peers deliver them too; where it is
// there, InvalidPieces unless each file longer than a piece has a layer of the right length whose root is the file's.
[[nodiscard]] Result<> addPieceLayers(const lt::bdecode_node &torrent, lt::torrent_info &info);

} // namespace trib::torrent
