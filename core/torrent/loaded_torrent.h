// A stored torrent made ready for libtorrent: blobs decoded, its volume and files looked at, pieces found again after a kill.
// loadOne() and prepareLoaded() look at the disk: pool threads. takeLoaded(): engine thread.
#pragma once

#include "core/torrent/session_store.h"
#include "core/torrent/torrent_table.h"

#include <libtorrent/add_torrent_params.hpp>

#include <atomic>
#include <filesystem>
#include <optional>

namespace trib::torrent {

class Attachment;
struct EngineContext;

struct LoadedTorrent {
    TorrentId id;
    lt::add_torrent_params params;
    std::optional<MetadataWishes> wishes;
    Problem problem;     // set: it is not to be handed to libtorrent
    int recovered = 0;   // pieces found on disk that the resume data did not know of
};

[[nodiscard]] LoadedTorrent prepareLoaded(const StoredTorrent &stored, bool recheck, const std::atomic<bool> &stopping);
[[nodiscard]] LoadedTorrent loadOne(const std::filesystem::path &folder, const TorrentRecord &record, bool recheck,
                                    const std::atomic<bool> &stopping);

// The first file that resume data claims but that is gone or too short; empty: none. Does not look at holes: zeros may be stored so.
[[nodiscard]] std::string firstMissingFile(const lt::add_torrent_params &params);

enum class LoadUrgency { Now, Later };
void takeLoaded(EngineContext &context, Attachment &attachment, Torrent &torrent, LoadedTorrent loaded, LoadUrgency urgency);

} // namespace trib::torrent
