// A torrent that is accepted has content, hashes for it, and paths that are safe and different.
#include "tests/fuzz/fuzz.h"

#include "core/torrent/metainfo.h"
#include "core/torrent/metainfo_urls.h"
#include "core/torrent/safe_names.h"

#include <libtorrent/torrent_info.hpp>

#include <set>

namespace {

void checkPaths(const lt::file_storage &files)
{
    std::set<std::string> paths;
    for (const lt::file_index_t file : files.file_range()) {
        const std::string path = files.file_path(file);
        TRIB_ASSERT(!path.empty() && trib::torrent::safePath(path) == path);
        TRIB_ASSERT(!(files.file_flags(file) & lt::file_storage::flag_symlink));
        TRIB_ASSERT(files.pad_file_at(file) || paths.insert(path).second);
    }
    TRIB_ASSERT(trib::torrent::safeRenames(files).empty());
}

void checkContent(const lt::torrent_info &info)
{
    TRIB_ASSERT(info.is_valid() && info.total_size() > 0 && info.num_pieces() > 0 && info.num_pieces() <= trib::torrent::kMaxPieces);
    for (const lt::piece_index_t piece : info.piece_range()) {
        TRIB_ASSERT(info.piece_size(piece) > 0);
        if (info.info_hashes().has_v1())
            static_cast<void>(info.hash_for_piece(piece)); // reads within the info dictionary, says the sanitizer
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto params = trib::torrent::parseMetainfo({data, size});
    if (!params)
        return 0;
    checkContent(*params->ti);
    checkPaths(params->ti->files());
    TRIB_ASSERT(trib::torrent::checkTorrentInfo(*params->ti));
    TRIB_ASSERT(params->trackers.size() <= trib::torrent::kMaxTrackers && params->trackers.size() == params->tracker_tiers.size());
    const trib::TorrentPreview preview = trib::torrent::previewOf(*params);
    TRIB_ASSERT(preview.hasMetadata && !preview.infoHash.isEmpty());
    return 0;
}
