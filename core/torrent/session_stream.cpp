#include "core/torrent/session_store.h"

#include "core/torrent/session_schema.h"
#include "core/torrent/torrent_rows.h"

#include <algorithm>

namespace trib::torrent {
namespace {

using Sink = std::function<bool(std::vector<StoredTorrent>)>;

[[nodiscard]] Result<bool> nextBatch(TorrentReader &reader, std::size_t size, bool withBlobs, std::vector<StoredTorrent> &batch)
{
    while (batch.size() < size) {
        const auto row = reader.rows().step();
        if (!row)
            return failure(row.error());
        if (!*row)
            return false;
        auto hot = reader.current();
        if (!withBlobs) {
            batch.push_back(TorrentReader::withoutBlobs(std::move(hot)));
            continue;
        }
        auto torrent = reader.complete(std::move(hot));
        if (!torrent)
            return failure(std::move(torrent.error()));
        batch.push_back(std::move(*torrent));
    }
    return true;
}

[[nodiscard]] Result<> streamFrom(TorrentReader &reader, std::size_t size, bool withBlobs, const Sink &sink)
{
    for (bool more = true; more;) {
        std::vector<StoredTorrent> batch;
        batch.reserve(size);
        const auto result = nextBatch(reader, size, withBlobs, batch);
        // What was read before an error is worth showing.
        if (!batch.empty() && !sink(std::move(batch)))
            return success();
        if (!result)
            return failure(result.error());
        more = *result;
    }
    return success();
}

[[nodiscard]] Result<> stream(const std::filesystem::path &folder, std::size_t size, bool withBlobs, const Sink &sink)
{
    constexpr std::string_view kDoing = "load the torrents";
    auto database = database::Database::open(StorePaths{folder}.database(), {.mode = database::OpenMode::ReadOnly});
    if (!database)
        return storeFailure(database.error(), kDoing);
    auto reader = TorrentReader::prepare(*database, {});
    if (!reader)
        return storeFailure(reader.error(), kDoing);
    // One transaction: the blobs belong to the rows, whatever is written meanwhile.
    const auto transaction = database::Transaction::begin(*database, database::Transaction::Kind::Read);
    if (!transaction)
        return storeFailure(transaction.error(), kDoing);
    const auto result = streamFrom(*reader, std::max<std::size_t>(size, 1), withBlobs, sink);
    reader->rows().reset();
    if (reader->metDamagedPage() || (!result && database::isDamage(result.error().code)))
        askForFullCheck(folder);
    return result ? success() : storeFailure(result.error(), kDoing);
}

} // namespace

Result<> SessionStore::streamTorrents(const std::filesystem::path &folder, std::size_t batch, const Sink &sink)
{
    return stream(folder, batch, true, sink);
}

Result<> SessionStore::streamRecords(const std::filesystem::path &folder, std::size_t batch, const Sink &sink)
{
    return stream(folder, batch, false, sink);
}

Result<StoredTorrent> SessionStore::readTorrent(const std::filesystem::path &folder, const TorrentId &id)
{
    constexpr std::string_view kDoing = "read a torrent";
    auto database = database::Database::open(StorePaths{folder}.database(), {.mode = database::OpenMode::ReadOnly});
    if (!database)
        return storeFailure(database.error(), kDoing);
    auto reader = TorrentReader::prepare(*database, "id=?1");
    if (!reader)
        return storeFailure(reader.error(), kDoing);
    reader->rows().bindBlob(1, id.bytes());
    const auto row = reader->rows().step();
    if (!row)
        return storeFailure(row.error(), kDoing);
    if (!*row)
        return failure(EngineErrc::NoSuchTorrent, id.toHex());
    return reader->complete(reader->current());
}

} // namespace trib::torrent
