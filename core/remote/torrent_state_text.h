// What qBittorrent calls the states of a torrent, and its filters by them. Our own problems have no names there: what no client knows it
// takes for a download, so they are given the nearest names that stand for trouble. Pure; any thread.
#pragma once

#include "core/model/torrent_snapshot.h"

#include <optional>
#include <string_view>

namespace trib::remote {

[[nodiscard]] std::string_view stateText(const TorrentSnapshot &row);

enum class StateFilter {
    All, Downloading, Seeding, Completed, Stopped, Running, Active, Inactive, Stalled, StalledUploading, StalledDownloading, Checking, Moving,
    Errored,
};

// By its old or new name; nullopt for what is none.
[[nodiscard]] std::optional<StateFilter> stateFilter(std::string_view name);
[[nodiscard]] bool passes(StateFilter filter, const TorrentSnapshot &row);

} // namespace trib::remote
