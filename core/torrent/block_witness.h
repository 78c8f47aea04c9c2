// BlockWitness: a plugin of libtorrent that remembers who sent which block of a piece that then failed its hash, for PeerJudge. It
// watches a torrent from its first failed piece until enough pieces in a row were sound; before, a block costs one look at a flag.
// Its hooks run on libtorrent's network thread; what it finds leaves as values, by the two functions it is given.
#pragma once

#include <libtorrent/address.hpp>
#include <libtorrent/extensions.hpp>
#include <libtorrent/sha1_hash.hpp>
#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/units.hpp>

#include <functional>
#include <vector>

namespace trib::torrent {

inline constexpr int kBlockSize = 16 << 10; // as libtorrent asks for them

struct Testimony {
    lt::address peer;
    int block = 0;         // in the piece
    lt::sha1_hash digest;  // of what it sent
};

// Called on libtorrent's network thread.
struct WitnessReports {
    // The piece failed its hash; what is known of its blocks, which is not all while the watch has just begun.
    std::function<void(const lt::torrent_handle &, lt::piece_index_t, std::vector<Testimony>)> failed;
    // A piece that had failed before is sound now.
    std::function<void(const lt::torrent_handle &, lt::piece_index_t)> passed;
};

[[nodiscard]] lt::sha1_hash blockDigest(lt::span<const char> block);

// For lt::session::add_extension: one witness a torrent.
[[nodiscard]] std::function<std::shared_ptr<lt::torrent_plugin>(const lt::torrent_handle &, lt::client_data_t)> blockWitnesses(WitnessReports reports);

} // namespace trib::torrent
