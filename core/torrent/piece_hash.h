// Piece hash: what a piece ought to hash to, by its torrent, and what bytes hash to: SHA-1 (BEP 3) for v1 and hybrid torrents, else
// the merkle root over 16 KiB leaves (BEP 52). Pure; any thread.
#pragma once

#include <libtorrent/hasher.hpp>
#include <libtorrent/torrent_info.hpp>

#include <optional>
#include <span>
#include <vector>

namespace trib::torrent {

// A stretch of a piece in a file; pad files are left out.
struct PieceSlice {
    lt::file_index_t file;
    std::int64_t fileOffset;
    std::int64_t pieceOffset;
    std::int64_t length;
};

// In the order of their bytes. For v2 these are the bytes of the one file that the piece belongs to.
[[nodiscard]] std::vector<PieceSlice> slicesOf(const lt::file_storage &files, lt::piece_index_t piece);

// The merkle root over 16 KiB leaves, fed with the bytes in order.
class MerkleHasher {
public:
    void update(std::span<const char> bytes);
    // Over `width` leaves, a power of two; 0: as many as there are, rounded up to one. Those that are missing are zero. To be asked once.
    [[nodiscard]] lt::sha256_hash root(std::size_t width);

private:
    void finishLeaf();

    lt::hasher256 m_leaf;
    std::int64_t m_leafSize = 0;
    std::vector<lt::sha256_hash> m_leaves;
};

inline constexpr std::int64_t kLeafSize = 16 << 10;

// Fed with the bytes of one piece in order, pad files included as zeros for v1.
class PieceHasher {
public:
    PieceHasher(const lt::torrent_info &info, lt::piece_index_t piece);

    void update(std::span<const char> bytes);
    // True if the torrent tells a hash for this piece, and it is that of the bytes. To be asked once.
    [[nodiscard]] bool matches();

private:
    const lt::torrent_info &m_info;
    const lt::piece_index_t m_piece;
    const bool m_v1;
    lt::hasher m_sha1;
    MerkleHasher m_merkle;
};

} // namespace trib::torrent
