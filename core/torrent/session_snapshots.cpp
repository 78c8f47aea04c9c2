#include "core/torrent/session_snapshots.h"

#include "core/model/engine_error.h"
#include "core/torrent/durable_file.h"
#include "core/torrent/session_schema.h"
#include "core/torrent/session_store.h"
#include "core/torrent/torrent_rows.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

namespace trib::torrent {
namespace {

using database::Database;

bool isSnapshotName(std::string_view name)
{
    constexpr std::string_view kPattern = "session-dddd-dd-dd.db";
    return name.size() == kPattern.size() && std::equal(name.begin(), name.end(), kPattern.begin(), [](char is, char wanted) {
        return is == wanted || (wanted == 'd' && std::isdigit(static_cast<unsigned char>(is)) != 0);
    });
}

// Copies and checks: what the disk or the memory spoilt must not push a good snapshot out.
[[nodiscard]] Result<> copyChecked(const std::filesystem::path &from, const std::filesystem::path &to)
{
    auto source = Database::open(from, {.mode = database::OpenMode::ReadOnly});
    if (!source)
        return failure(std::move(source.error()));
    auto target = Database::open(to, {.mode = database::OpenMode::Create});
    if (!target)
        return failure(std::move(target.error()));
    return source->copyTo(*target)
        .and_then([&](std::monostate) { return target->leaveWal(); })
        .and_then([&](std::monostate) { return verifySchema(*target); })
        .and_then([&](std::monostate) { return verifyContent(*target, true); });
}

void removeOldSnapshots(const std::filesystem::path &folder, const std::filesystem::path &written)
{
    auto files = snapshotFiles(folder);
    std::erase(files, written);
    std::error_code ignored;
    for (std::size_t i = kSnapshotsKept - 1; i < files.size(); ++i)
        std::filesystem::remove(files[i], ignored);
}

// nullopt: the snapshot does not have it.
[[nodiscard]] Result<std::optional<StoredTorrent>> findInSnapshot(const std::filesystem::path &file, const TorrentId &id)
{
    auto database = openSnapshot(file);
    if (!database)
        return failure(std::move(database.error()));
    auto reader = TorrentReader::prepare(*database, "id=?1");
    if (!reader)
        return failure(std::move(reader.error()));
    reader->rows().bindBlob(1, id.bytes());
    const auto row = reader->rows().step();
    if (!row)
        return failure(row.error());
    if (!*row)
        return std::optional<StoredTorrent>();
    return reader->complete(reader->current()).map([](StoredTorrent torrent) { return std::optional(std::move(torrent)); });
}

} // namespace

std::vector<std::filesystem::path> snapshotFiles(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    std::filesystem::directory_iterator entry(StorePaths{folder}.snapshots(), error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (isSnapshotName(entry->path().filename().string()))
            files.push_back(entry->path());
    }
    std::sort(files.rbegin(), files.rend());
    return files;
}

Result<Database> openSnapshot(const std::filesystem::path &file)
{
    auto database = Database::open(file, {.mode = database::OpenMode::ReadOnly});
    if (!database)
        return database;
    if (auto verified = verifySchema(*database); !verified)
        return failure(std::move(verified.error()));
    return database;
}

Result<> SessionStore::writeSnapshot(const std::filesystem::path &folder, const Clock &clock)
{
    const StorePaths paths{folder};
    const auto file = paths.snapshots() / ("session-" + dateText(clock.wallNow()) + ".db");
    std::error_code error;
    if (std::filesystem::exists(file, error))
        return success();
    std::filesystem::create_directories(paths.snapshots(), error);
    const auto unfinished = paths.snapshots() / "session.new";
    discardDatabase(unfinished);
    if (const auto copied = copyChecked(paths.database(), unfinished); !copied) {
        discardDatabase(unfinished);
        if (database::isDamage(copied.error().code))
            askForFullCheck(folder);
        return storeFailure(copied.error(), "write a snapshot");
    }
    if (auto renamed = renameDurably(unfinished, file); !renamed)
        return renamed;
    removeOldSnapshots(folder, file);
    return success();
}

Result<StoredTorrent> SessionStore::readFromSnapshot(const std::filesystem::path &folder, const TorrentId &id)
{
    std::string damage;
    for (const auto &file : snapshotFiles(folder)) {
        auto found = findInSnapshot(file, id);
        if (found && *found && (*found)->damage.empty())
            return std::move(**found);
        if (!found)
            damage = found.error().detail;
        else if (*found)
            damage = (*found)->damage;
    }
    if (!damage.empty())
        return failure(EngineErrc::StoreDamaged, "no snapshot has " + id.toHex() + " readable: " + damage);
    return failure(EngineErrc::NoSuchTorrent, "no snapshot has " + id.toHex());
}

} // namespace trib::torrent
