// WatchedFolder as a setting of session.db: the path in the key, the rest as JSON. Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/watched_folder.h"
#include "core/settings/field.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace trib::torrent {

// Whether a setting of session.db is a watched folder.
[[nodiscard]] bool isWatchedKey(std::string_view key);
[[nodiscard]] std::string watchedKey(std::string_view path);

[[nodiscard]] std::string encodeWatched(const WatchedFolder &folder);
// What it does not know it passes over. nullopt for text that is none of ours.
[[nodiscard]] std::optional<WatchedFolder> decodeWatched(std::string_view key, std::string_view text);

// With its paths in their shortest form. PathInvalid, NameInvalid.
[[nodiscard]] Result<WatchedFolder> checkWatched(WatchedFolder folder);

} // namespace trib::torrent
