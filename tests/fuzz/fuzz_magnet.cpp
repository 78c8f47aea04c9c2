// A magnet link that is accepted has a hash, and everything in it is bounded and of a kind that is spoken.
#include "tests/fuzz/fuzz.h"

#include "core/torrent/metainfo.h"
#include "core/torrent/metainfo_urls.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    namespace torrent = trib::torrent;
    const auto params = torrent::parseMagnet(trib::test::textOf(data, size));
    if (!params)
        return 0;
    TRIB_ASSERT(params->info_hashes.has_v1() || params->info_hashes.has_v2());
    TRIB_ASSERT(params->trackers.size() <= torrent::kMaxTrackers && params->trackers.size() == params->tracker_tiers.size());
    for (const std::string &tracker : params->trackers)
        TRIB_ASSERT(torrent::isTrackerUrl(tracker));
    TRIB_ASSERT(params->url_seeds.size() <= torrent::kMaxWebSeeds);
    for (const std::string &seed : params->url_seeds)
        TRIB_ASSERT(torrent::isWebSeedUrl(seed));
    TRIB_ASSERT(params->peers.size() <= torrent::kMaxMagnetPeers && params->dht_nodes.size() <= torrent::kMaxDhtNodes);
    TRIB_ASSERT(params->file_priorities.size() <= static_cast<std::size_t>(torrent::kMaxFiles));
    const trib::TorrentPreview preview = torrent::previewOf(*params);
    TRIB_ASSERT(!preview.hasMetadata && !preview.infoHash.isEmpty());
    return 0;
}
