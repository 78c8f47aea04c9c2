// Taking over: what another client knew of a torrent becomes libtorrent's parameters and our record. Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/add_request.h"
#include "core/torrent/torrent_record.h"

#include <libtorrent/add_torrent_params.hpp>

namespace trib::torrent {

// NoSuchFile or NameInvalid for a rename that cannot be: the files would not be found. Pieces of another number than the torrent's are
// passed over. Even those that are taken count only if libtorrent finds the files with their sizes.
[[nodiscard]] Result<> takeOver(const TakenOver &known, lt::add_torrent_params &params, TorrentRecord &record);

} // namespace trib::torrent
