// The TorrentImporter: reads stores on a thread of its own and adds through the engine. Lives on the thread of whoever created it.
#pragma once

#include "core/engine/torrent_engine.h"
#include "core/engine/torrent_importer.h"

namespace trib::torrent {

// `engine` outlives the importer, and every answer that it is owed.
[[nodiscard]] std::unique_ptr<engine::TorrentImporter> createTorrentImporter(engine::TorrentEngine &engine);

// The reading alone. Blocks; any thread.
[[nodiscard]] Result<ImportPlan> readOtherClient(OtherClient client, const std::string &folder, const std::function<bool(std::size_t, std::size_t)> &progress);

} // namespace trib::torrent
