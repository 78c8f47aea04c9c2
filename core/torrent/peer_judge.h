// PeerJudge: finds out which peer sent wrong data, and shuts out that one alone. libtorrent bans everybody who took part in pieces that
// failed, honest peers too, until nobody is left to download from. So blocks of failed pieces are remembered with their senders
// (BlockWitness) and compared with the piece when it has come out sound: whose block differs is shut out of the session for good; all
// others that libtorrent had banned are let in again (Suspects). Engine thread.
#pragma once

#include "core/torrent/block_witness.h"
#include "core/torrent/engine_context.h"
#include "core/torrent/suspects.h"

#include <libtorrent/fwd.hpp>

#include <map>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace trib::torrent {

// Whose blocks are not those of the sound `piece`.
[[nodiscard]] std::set<lt::address> liars(const std::vector<Testimony> &testimonies, lt::span<const char> piece);

class PeerJudge {
public:
    // Gives the session its witnesses; before any torrent is added.
    explicit PeerJudge(EngineContext &context);

    void banned(const lt::peer_ban_alert &alert);
    void pieceRead(const lt::read_piece_alert &alert);

private:
    struct Case {
        std::map<lt::piece_index_t, std::vector<Testimony>> failed; // still to come out sound
        Suspects suspects;
    };

    void pieceFailed(const lt::torrent_handle &handle, lt::piece_index_t piece, std::vector<Testimony> testimonies);
    void piecePassed(const lt::torrent_handle &handle, lt::piece_index_t piece);
    void convict(const Torrent &torrent, const std::set<lt::address> &culprits);
    void lookSoon();
    void look();
    void letIn(const std::vector<std::pair<lt::torrent_handle, lt::tcp::endpoint>> &peers);

    EngineContext &m_context;
    std::unordered_map<TorrentId, Case> m_cases;
    bool m_lookPlanned = false;
};

} // namespace trib::torrent
