// The JSON of a torrent's trackers, files, peers and properties, in qBittorrent's names, and the asking for many of them. API's thread.
#pragma once

#include "core/remote/routes.h"

#include <functional>
#include <map>
#include <string>

namespace trib::remote {

[[nodiscard]] std::string trackersJson(const TorrentSnapshot &row, const TorrentDetail &detail);
// `wanted`: positions in the list of files; empty for all.
[[nodiscard]] std::string filesJson(const TorrentSnapshot &row, const TorrentDetail &detail, const std::vector<std::int64_t> &wanted = {});
[[nodiscard]] std::string propertiesJson(const TorrentSnapshot &row, const TorrentDetail &detail);
[[nodiscard]] std::string peersJson(const TorrentDetail &detail, std::int64_t rid);

using Details = std::map<TorrentId, std::shared_ptr<const TorrentDetail>>;

// Asks for them a few at a time, so that the engine has time for others in between; those that are gone are left out.
void gatherDetails(ApiContext &context, TorrentIds ids, DetailParts parts, std::function<void(const Details &)> done);

} // namespace trib::remote
