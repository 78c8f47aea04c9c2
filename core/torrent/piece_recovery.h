// Piece recovery: after a kill or a power cut, pieces may be on disk that the resume data does not know of. Hashes just the pieces that
// the resume data lacks and whose bytes are allocated, so that nothing verified is downloaded twice. Not on the engine thread.
// Not while the volume is offline: what is not there counts as lost.
#pragma once

#include "core/base/result.h"

#include <libtorrent/add_torrent_params.hpp>

#include <atomic>

namespace trib::torrent {

// Sets the bits of params.have_pieces for pieces that are found on disk with the right hash (v1 SHA-1, v2 merkle root; hybrid: v1),
// and drops their unfinished_pieces. Needs params.ti and params.save_path. Honours params.renamed_files. Reads holes of sparse files
// as absent, and what libtorrent keeps in a .parts file too. Returns how many pieces were found; Cancelled when `cancelled` becomes
// true, and then `params` is as it was. Never writes. A v2 torrent whose piece layers are not known yet: only files within one piece.
[[nodiscard]] Result<int> recoverPieces(lt::add_torrent_params &params, const std::atomic<bool> &cancelled);

// The opposite: clears the bits of have_pieces whose bytes are certainly not on disk (a file that is missing, too short or a hole),
// so that a power cut between resume data and file data cannot make us claim what we do not have. A hole that stands for the zeros
// that belong there is kept, and so is what may be in the .parts file. Returns how many were cleared.
[[nodiscard]] Result<int> dropLostPieces(lt::add_torrent_params &params);

// Makes the files of a torrent durable (fdatasync of each file written since), before resume data that claims them is stored; their
// names too. `files` with the names as renamed. A file that is not there is passed over.
[[nodiscard]] Result<> syncFiles(const std::string &savePath, const lt::file_storage &files, const std::vector<lt::file_index_t> &which);

} // namespace trib::torrent
