#include "core/torrent/restore_proof.h"

#include "core/torrent/content_layout.h"
#include "core/torrent/stored_params.h"
#include "core/torrent/torrent_rows.h"
#include "core/torrent/volumes.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <sys/stat.h>
#include <vector>

namespace trib::torrent {
namespace {

[[nodiscard]] bool isProven(const StoredTorrent &stored, const lt::add_torrent_params &params, WallTime made)
{
    if (!isOnline(stored.record.volume, stored.record.savePath))
        return false;
    const auto &files = params.ti->files();
    const auto paths = relativePaths(files, Renames(params.renamed_files.begin(), params.renamed_files.end()));
    return std::ranges::none_of(paths, [&](const std::string &path) {
        struct stat info{};
        if (path.empty() || ::stat((stored.record.savePath + '/' + path).c_str(), &info) != 0)
            return false; // a file that is missing is told of when the torrent is loaded
        const auto last = std::max<std::int64_t>(info.st_mtim.tv_sec, info.st_ctim.tv_sec);
        return last >= made.time_since_epoch().count();
    });
}

// The torrent as it is to be stored; nullopt: as it is.
[[nodiscard]] std::optional<TorrentUpdate> unproven(const StoredTorrent &stored, WallTime made)
{
    if (!stored.damage.empty() || stored.metainfo.empty())
        return std::nullopt;
    auto decoded = decodeStored(stored);
    if (!decoded || !decoded->params.ti || isProven(stored, decoded->params, made))
        return std::nullopt;
    lt::add_torrent_params &params = decoded->params;
    if (params.have_pieces.none_set() && params.unfinished_pieces.empty() && !(params.flags & lt::torrent_flags::seed_mode))
        return std::nullopt;
    params.have_pieces.clear();
    params.verified_pieces.clear();
    params.unfinished_pieces.clear();
    params.flags &= ~lt::torrent_flags::seed_mode;
    TorrentUpdate update{stored.record, encodeResume(std::move(params), decoded->wishes), {}};
    update.record.active = false; // all of it is looked at anyway
    return update;
}

[[nodiscard]] Result<std::vector<TorrentId>> allIds(database::Database &store)
{
    auto rows = store.prepare("SELECT id FROM torrent ORDER BY seq");
    if (!rows)
        return failure(std::move(rows.error()));
    std::vector<TorrentId> ids;
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            return ids;
        if (const auto bytes = rows->blobAt(0); bytes.size() == TorrentId::kSize)
            ids.emplace_back(std::span<const std::uint8_t, TorrentId::kSize>(bytes.data(), TorrentId::kSize));
    }
}

[[nodiscard]] Result<std::optional<TorrentUpdate>> changeOf(TorrentReader &reader, const TorrentId &id, WallTime made)
{
    reader.rows().reset();
    reader.rows().bindBlob(1, id.bytes());
    const auto row = reader.rows().step();
    if (!row)
        return failure(row.error());
    if (!*row)
        return std::optional<TorrentUpdate>();
    auto update = reader.complete(reader.current()).map([&](const StoredTorrent &stored) { return unproven(stored, made); });
    reader.rows().reset();
    return update;
}

} // namespace

Result<std::size_t> forgetUnprovenPieces(database::Database &store, WallTime made)
{
    const auto ids = allIds(store);
    auto reader = TorrentReader::prepare(store, "id=?1");
    auto writer = TorrentWriter::prepare(store);
    auto transaction = database::Transaction::begin(store);
    if (!ids || !reader || !writer || !transaction)
        return failure(!ids ? ids.error() : !reader ? reader.error() : !writer ? writer.error() : transaction.error());
    std::size_t changed = 0;
    for (const TorrentId &id : *ids) {
        const auto update = changeOf(*reader, id, made);
        if (!update)
            return failure(update.error());
        if (!*update)
            continue;
        if (auto written = writer->update(**update); !written)
            return failure(std::move(written.error()));
        ++changed;
    }
    return transaction->commit().map([&](std::monostate) { return changed; });
}

} // namespace trib::torrent
