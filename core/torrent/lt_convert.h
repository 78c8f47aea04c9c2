// Values of ours to and from libtorrent's: the only place where the two meet. Pure; any thread.
#pragma once

#include "core/base/clock.h"
#include "core/model/engine_error.h"
#include "core/model/indexes.h"
#include "core/model/info_hash.h"
#include "core/model/torrent_detail.h"
#include "core/model/torrent_state.h"

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/download_priority.hpp>
#include <libtorrent/error_code.hpp>
#include <libtorrent/info_hash.hpp>

#include <ctime>
#include <string>

namespace trib::torrent {

[[nodiscard]] InfoHash fromLt(const lt::info_hash_t &hash);
[[nodiscard]] lt::info_hash_t toLt(const InfoHash &hash);

[[nodiscard]] FilePriority fromLt(lt::download_priority_t priority);
[[nodiscard]] lt::download_priority_t toLt(FilePriority priority);

[[nodiscard]] inline WallTime fromTimeT(std::time_t time) { return WallTime(std::chrono::seconds(time)); }
[[nodiscard]] inline std::time_t toTimeT(WallTime time) { return time.time_since_epoch().count(); }

// What kind of problem an error of the disk is; `path` is the file it happened at.
[[nodiscard]] Problem diskProblem(const lt::error_code &error, const std::string &path);

// The host of a tracker's or web seed's URL, made safe to show; empty if there is none.
[[nodiscard]] std::string hostOf(const std::string &url);

} // namespace trib::torrent
