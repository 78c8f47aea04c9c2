// Reading what Transmission (2.4 to 4.x) keeps: torrents/*.torrent and *.magnet, resume/*.resume. Changes nothing there. Hostile input;
// blocks; any thread.
#pragma once

#include "core/base/result.h"
#include "core/torrent/import_qbittorrent.h"

#include <string>

namespace trib::torrent {

// `folder`: Transmission's configuration folder. PathInvalid if it has no torrents; a torrent that cannot be read is named in the plan,
// and the others are.
[[nodiscard]] Result<ImportPlan> readTransmission(const std::string &folder, const ImportProgress &progress);

struct TransmissionItem {
    std::string name;
    std::vector<std::uint8_t> resume;   // empty: the client has lost it
    std::vector<std::uint8_t> metainfo; // of the .torrent, or the text of a magnet link
    bool isMagnet = false;
    FileTime remembered;                // when `resume` was written
};
[[nodiscard]] Result<ImportedTorrent> readTransmissionItem(const TransmissionItem &item);

} // namespace trib::torrent
