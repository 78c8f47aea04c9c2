// What a .resume of Transmission says of the content: which pieces it has, and when each file was last known to be right. Pure.
#pragma once

#include "core/torrent/folder.h"

#include <libtorrent/bdecode.hpp>
#include <libtorrent/bitfield.hpp>
#include <libtorrent/file_storage.hpp>

#include <vector>

namespace trib::torrent {

// A piece counts as had if all of its blocks are set. Empty where nothing is, or where the torrent's pieces are not made of whole blocks.
[[nodiscard]] lt::typed_bitfield<lt::piece_index_t> transmissionPieces(const lt::bdecode_node &progress, const lt::file_storage &files);

// By libtorrent's index: "mtimes" (4.x), or the oldest of "time-checked" (up to 3.00). `otherwise` where neither is known.
[[nodiscard]] std::vector<FileTime> transmissionTimes(const lt::bdecode_node &progress, const lt::file_storage &files, FileTime otherwise);

} // namespace trib::torrent
