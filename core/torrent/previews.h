// Previews: what a source holds, before anything of it is downloaded or added. For a magnet link libtorrent asks the swarm for the info
// dictionary and for nothing else; such a torrent is in no list and writes no file. Engine thread.
#pragma once

#include "core/model/add_request.h"
#include "core/torrent/answer.h"
#include "core/torrent/engine_context.h"
#include "core/torrent/torrent_sources.h"

#include <deque>
#include <functional>
#include <map>

namespace trib::torrent {

class Previews {
public:
    Previews(EngineContext &context, std::function<void(const TorrentPreview &)> started) : m_context(context), m_started(std::move(started)) {}

    void show(ParsedSource source, const Answer<TorrentPreview> &answer);

    // The handle is one of a preview.
    [[nodiscard]] bool owns(const lt::torrent_handle &handle) const { return m_pending.contains(handle.id()); }
    void metadataReceived(const lt::torrent_handle &handle);

    // Fills in the metadata that a preview of the same magnet link has brought, so that adding it need not ask the swarm again.
    void recall(ParsedSource &source) const;

    // Gives up, or makes way for the torrent being added. MetadataUnavailable is the answer.
    void cancel(const InfoHash &hash);

private:
    struct Pending {
        lt::torrent_handle handle;
        InfoHash hash;
        std::vector<std::pair<ParsedSource, Answer<TorrentPreview>>> asked;
    };

    void complete(TorrentPreview &preview, const std::vector<std::string> &trackers);
    void remember(const ParsedSource &source);
    void askSwarm(ParsedSource source, const Answer<TorrentPreview> &answer);

    EngineContext &m_context;
    std::function<void(const TorrentPreview &)> m_started;
    std::deque<ParsedSource> m_recent; // answered, newest last, a few
    std::map<std::uint32_t, Pending> m_pending; // by lt::torrent_handle::id()
};

} // namespace trib::torrent
