// TorrentSources: turns what a user gave (a path, bytes, a link, a URL) into parsed parameters. Reading and parsing happen on the pool,
// fetching on the fetcher's thread; answers come on the engine thread.
#pragma once

#include "core/model/add_request.h"
#include "core/torrent/engine_context.h"
#include "core/torrent/torrent_fetcher.h"

#include <libtorrent/add_torrent_params.hpp>

#include <functional>

namespace trib::torrent {

struct ParsedSource {
    lt::add_torrent_params params;
    Blob metainfo; // the .torrent as it came; empty for a magnet link
};

// Who chose a source. What a Stranger chose (an item of a feed from a public address) is not fetched from a private address.
enum class NamedBy { User, Stranger };

class TorrentSources {
public:
    using Then = std::function<void(Result<ParsedSource>)>;

    explicit TorrentSources(EngineContext &context) : m_context(context) {}

    void resolve(const TorrentSource &source, NamedBy by, Then then);

private:
    void resolvePath(const TorrentFilePath &file, Then then);
    void resolveBytes(const TorrentFileBytes &bytes, Then then);
    void resolveUrl(const TorrentUrl &url, NamedBy by, Then then);
    void resolveMagnet(const MagnetLink &link, const Then &then);

    EngineContext &m_context;
    TorrentFetcher m_fetcher;
};

} // namespace trib::torrent
