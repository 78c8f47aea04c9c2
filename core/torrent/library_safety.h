// What the libtorrent at hand cannot do safely. After a piece of a torrent that has v2 hashes failed, it asks a peer for the hashes of the
// piece's blocks, and when that peer declines, it writes beyond the end of a vector: any stranger can damage its memory. It asks so for
// torrents of version 2 only, from 2.0.13 on for hybrids too. Mended in 2.0.14 and after 2.1.0. Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/torrent_state.h"

#include <libtorrent/info_hash.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace trib::torrent {

// `version` as lt::version() has it: "2.0.8.0". One that cannot be read counts as new.
[[nodiscard]] bool isSafe(std::string_view version, bool hasV1, bool hasV2);

// The same for the libtorrent that this process runs with. V2OnlyUnsafe.
[[nodiscard]] Result<> checkLibrary(const lt::info_hash_t &hashes);

// For a torrent that is in the list already, whose metadata is known; nullopt: nothing is wrong.
[[nodiscard]] std::optional<Problem> libraryProblem(const lt::info_hash_t &hashes);

} // namespace trib::torrent
