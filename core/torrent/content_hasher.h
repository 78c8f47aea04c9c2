// ContentHasher: gives a torrent that is being made the hashes of its pieces, reading the files from first to last. Used by one thread.
#pragma once

#include "core/base/result.h"
#include "core/torrent/content_tree.h"
#include "core/torrent/piece_hash.h"
#include "core/torrent/torrent_making.h"

#include <libtorrent/create_torrent.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace trib::torrent {

class ContentHasher {
public:
    // `files`: where each file of the torrent is in `tree`, by libtorrent's index; null for pad files. All outlive the hasher.
    ContentHasher(lt::create_torrent &torrent, const ContentTree &tree, std::vector<const ContentFile *> files, const MakingProgress &progress);

    // DiskError, also for a file that has changed since it was found; Cancelled.
    [[nodiscard]] Result<> hashAll();

private:
    struct PieceHashes {
        lt::hasher sha1;
        MerkleHasher merkle;
    };

    [[nodiscard]] Result<> hashPiece(lt::piece_index_t piece);
    [[nodiscard]] Result<> hashSlice(const PieceSlice &slice, PieceHashes &hashes);
    [[nodiscard]] Result<> open(lt::file_index_t file);
    void addZeros(std::int64_t count, PieceHashes &hashes);

    lt::create_torrent &m_torrent;
    const ContentTree &m_tree;
    const std::vector<const ContentFile *> m_files;
    const MakingProgress &m_progress;
    const bool m_v1;
    const bool m_v2;
    std::vector<char> m_buffer;
    std::optional<std::pair<lt::file_index_t, FileDescriptor>> m_open;
    Bytes m_hashed;
};

} // namespace trib::torrent
