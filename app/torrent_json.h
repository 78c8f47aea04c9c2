// The engine's values as JSON text, with the field names of the control socket's contract (app/README.md). Pure; any thread.
// Times are seconds since 1970, durations seconds, rates bytes per second, progress and ratio thousandths; null: unknown or none.
#pragma once

#include "core/model/add_request.h"
#include "core/model/commands.h"
#include "core/model/session_status.h"
#include "core/model/torrent_detail.h"
#include "core/model/torrent_snapshot.h"
#include "core/model/watched_folder.h"
#include "core/settings/engine_settings.h"

#include <string>

namespace trib::app {

[[nodiscard]] std::string toJson(const TorrentSnapshot &torrent);
[[nodiscard]] std::string toJson(const TorrentPreview &preview);
[[nodiscard]] std::string toJson(const SessionStatus &status);
[[nodiscard]] std::string toJson(const RemovalPlan &plan);
[[nodiscard]] std::string toJson(const Labels &labels);
[[nodiscard]] std::string toJson(const WatchedFolders &folders);
[[nodiscard]] std::string toJson(const settings::EngineSettings &settings);

// A row with the parts of `detail` that are set, as members "general", "files", "peers" and "trackers". `row` is toJson() of it.
[[nodiscard]] std::string withDetail(const std::string &row, const TorrentDetail &detail);

[[nodiscard]] std::string idsJson(const std::vector<TorrentId> &ids);

} // namespace trib::app
