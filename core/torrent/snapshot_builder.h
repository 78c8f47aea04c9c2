// Builds the row that is shown from the stored record, the problem and libtorrent's last status. Engine thread; changes only the
// Torrent that it is given.
#pragma once

#include "core/torrent/torrent_table.h"

#include <libtorrent/torrent_status.hpp>

namespace trib::torrent {

// After a change of the record, the problem, the phase or the move: the live figures stay as they were.
void refreshRow(Torrent &torrent);

// After libtorrent's status: takes it into the record (totals, times, progress) and into the row.
// True if a field of the record changed that must survive a restart soon (not the mere counters).
bool refreshRow(Torrent &torrent, const lt::torrent_status &status);

// uploaded : downloaded in thousandths; against what is there when nothing worth mentioning was downloaded; -1 without either.
[[nodiscard]] std::int64_t ratioPermille(Bytes uploaded, Bytes downloaded, Bytes done);

} // namespace trib::torrent
