#include "core/torrent/loaded_torrent.h"

#include "core/base/utf8_path.h"
#include "core/torrent/attachment.h"
#include "core/torrent/content_layout.h"
#include "core/torrent/engine_context.h"
#include "core/torrent/piece_recovery.h"
#include "core/torrent/snapshot_builder.h"
#include "core/torrent/stored_params.h"
#include "core/torrent/volumes.h"

#include <libtorrent/torrent_info.hpp>

#include <filesystem>

namespace trib::torrent {
namespace {

// The end of the last byte of `file` that a piece in have_pieces claims; 0: none.
[[nodiscard]] std::int64_t claimedEnd(const lt::add_torrent_params &params, lt::file_index_t file)
{
    const lt::file_storage &files = params.ti->files();
    const std::int64_t size = files.file_size(file);
    if (size == 0)
        return 0;
    const std::int64_t offset = files.file_offset(file);
    const std::int64_t pieceLength = params.ti->piece_length();
    const auto first = static_cast<int>(offset / pieceLength);
    for (auto piece = static_cast<int>((offset + size - 1) / pieceLength); piece >= first; --piece) {
        if (piece < params.have_pieces.size() && params.have_pieces.get_bit(lt::piece_index_t(piece)))
            return std::min((std::int64_t{piece} + 1) * pieceLength - offset, size);
    }
    return 0;
}

[[nodiscard]] bool isWanted(const lt::add_torrent_params &params, std::size_t file)
{
    return file >= params.file_priorities.size() || params.file_priorities[file] != lt::dont_download;
}

} // namespace

std::string firstMissingFile(const lt::add_torrent_params &params)
{
    if (!params.ti)
        return {};
    const lt::file_storage &files = params.ti->files();
    const auto relative = relativePaths(files, Renames(params.renamed_files.begin(), params.renamed_files.end()));
    for (const lt::file_index_t file : files.file_range()) {
        const auto index = static_cast<std::size_t>(static_cast<int>(file));
        const std::int64_t claimed = claimedEnd(params, file);
        // a file that is not wanted may have its share of border pieces in libtorrent's part file
        if (relative[index].empty() || claimed == 0 || !isWanted(params, index))
            continue;
        const auto path = fromUtf8(params.save_path) / fromUtf8(relative[index]);
        std::error_code error;
        const auto size = std::filesystem::file_size(path, error);
        if (error || static_cast<std::int64_t>(size) < claimed)
            return toUtf8(path);
    }
    return {};
}

LoadedTorrent prepareLoaded(const StoredTorrent &stored, bool recheck, const std::atomic<bool> &stopping)
{
    const TorrentRecord &record = stored.record;
    LoadedTorrent loaded;
    loaded.id = record.id;
    if (!stored.damage.empty()) {
        loaded.problem = {ProblemKind::UnreadableRecord, {}, stored.damage, {}, {}};
        return loaded;
    }
    auto decoded = decodeStored(stored);
    if (!decoded) {
        loaded.problem = {ProblemKind::UnreadableRecord, {}, decoded.error().detail, {}, {}};
        return loaded;
    }
    loaded.params = std::move(decoded->params);
    loaded.wishes = std::move(decoded->wishes);
    loaded.params.save_path = record.savePath;
    if (!isOnline(record.volume, record.savePath)) {
        loaded.problem = {ProblemKind::VolumeOffline, record.savePath, {}, {}, {}};
        return loaded;
    }
    if (recheck || !loaded.params.ti)
        return loaded;
    if (const std::string missing = firstMissingFile(loaded.params); !missing.empty()) {
        loaded.problem = {ProblemKind::MissingFiles, missing, {}, {}, {}};
        return loaded;
    }
    if (record.active) { // it was being written when the program ended without a word
        if (auto found = recoverPieces(loaded.params, stopping))
            loaded.recovered = *found;
    }
    return loaded;
}

LoadedTorrent loadOne(const std::filesystem::path &folder, const TorrentRecord &record, bool recheck, const std::atomic<bool> &stopping)
{
    StoredTorrent stored;
    auto read = SessionStore::readTorrent(folder, record.id);
    if (read)
        stored = std::move(*read);
    else
        stored.damage = read.error().detail;
    stored.record = record; // what the engine knows is newer than what is stored
    return prepareLoaded(stored, recheck, stopping);
}

void takeLoaded(EngineContext &context, Attachment &attachment, Torrent &torrent, LoadedTorrent loaded, LoadUrgency urgency)
{
    torrent.wishes = std::move(loaded.wishes);
    takeMetadata(context, torrent, loaded.params);
    if (loaded.recovered > 0)
        context.log.info("found " + std::to_string(loaded.recovered) + " pieces of " + torrent.record.id.toHex() + " on disk that were not recorded");
    if (loaded.problem) {
        torrent.phase = Phase::Detached;
        torrent.problem = std::move(loaded.problem);
        refreshRow(torrent);
        context.publish(torrent);
        return;
    }
    torrent.durable = loaded.params.have_pieces;
    if (urgency == LoadUrgency::Later && loaded.recovered == 0)
        torrent.lastSave = context.clock.steadyNow(); // it is as it is stored, whatever libtorrent counts as new
    if (urgency == LoadUrgency::Now)
        attachment.attachNow(torrent, std::move(loaded.params));
    else
        attachment.attachLater(torrent, std::move(loaded.params));
}

} // namespace trib::torrent
