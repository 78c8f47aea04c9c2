#include "core/torrent/session_recovery.h"

#include "core/model/engine_error.h"
#include "core/torrent/durable_file.h"
#include "core/torrent/session_salvage.h"
#include "core/torrent/session_schema.h"
#include "core/torrent/session_snapshots.h"

#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace trib::torrent {
namespace {

using database::Database;

constexpr std::string_view kRecoveredPrefix = "session-recovered-";
constexpr std::size_t kPageSize = 4096;

bool isThere(const std::filesystem::path &path)
{
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

std::filesystem::path damagedPath(const StorePaths &paths, const std::string &stamp)
{
    return paths.folder / ("session-damaged-" + stamp + ".db");
}

std::string unusedStamp(const StorePaths &paths, WallTime now)
{
    const auto first = timestampText(now);
    auto stamp = first;
    for (int i = 2; isThere(damagedPath(paths, stamp)); ++i)
        stamp = first + '-' + std::to_string(i);
    return stamp;
}

std::filesystem::path salvagePath(const StorePaths &paths)
{
    return paths.folder / "session-salvage.db";
}

[[nodiscard]] Result<Database> openReadable(const std::filesystem::path &path)
{
    auto database = Database::open(path, {.mode = database::OpenMode::ReadOnly, .checkpointOnClose = false});
    if (!database)
        return database;
    if (auto verified = verifySchema(*database); !verified)
        return failure(std::move(verified.error()));
    return database;
}

// The first page of a new database: the header and the tables, with their root pages where every file of this version has them.
std::vector<char> freshFirstPage(const StorePaths &paths)
{
    discardDatabase(salvagePath(paths));
    if (const auto fresh = createDatabase(salvagePath(paths)); !fresh)
        return {};
    std::vector<char> page(kPageSize);
    std::ifstream(salvagePath(paths), std::ios::binary).read(page.data(), kPageSize);
    discardDatabase(salvagePath(paths));
    // "Version valid for" differs from the change counter: the page count is then taken from the size of the file.
    constexpr std::size_t kVersionValidFor = 92;
    page.at(kVersionValidFor) = static_cast<char>(~page.at(kVersionValidFor));
    return page;
}

[[nodiscard]] Result<bool> copyIfThere(const std::filesystem::path &from, const std::filesystem::path &to)
{
    std::error_code error;
    const bool copied = isThere(from) && std::filesystem::copy_file(from, to, error);
    if (error == std::errc::no_space_on_device)
        return failure(EngineErrc::StoreUnavailable, "copy " + from.string() + ": " + error.message());
    return copied;
}

// A copy of the damaged file with a new first page: what a damaged header or table of tables hides is there again. nullopt: not
// even so.
[[nodiscard]] Result<std::optional<Database>> openWithNewFirstPage(const StorePaths &paths)
{
    const auto page = freshFirstPage(paths);
    const auto copy = salvagePath(paths);
    const auto copied = copyIfThere(paths.database(), copy);
    const auto log = copied ? copyIfThere(paths.walOf(paths.database()), paths.walOf(copy)) : copied;
    if (!log)
        return failure(log.error());
    if (page.empty() || (!*copied && !*log))
        return std::optional<Database>();
    std::fstream file(copy, *copied ? std::ios::binary | std::ios::in | std::ios::out : std::ios::binary | std::ios::out);
    file.write(page.data(), static_cast<std::streamsize>(page.size()));
    file.close();
    auto database = openReadable(copy);
    if (!database)
        return std::optional<Database>();
    return std::optional(std::move(*database));
}

// False where the header claims more or fewer pages than there are: those beyond would be out of reach.
bool countsItsPages(Database &database, const std::filesystem::path &path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    const auto pages = database.queryInt("PRAGMA page_count");
    return pages && !error && static_cast<std::uintmax_t>(*pages) * kPageSize == size;
}

[[nodiscard]] Result<std::optional<Database>> openDamaged(const StorePaths &paths)
{
    auto database = openReadable(paths.database());
    if (database && countsItsPages(*database, paths.database()))
        return std::optional(std::move(*database));
    return openWithNewFirstPage(paths);
}

[[nodiscard]] Result<> fill(Salvage &salvage, const StorePaths &paths, Log &log)
{
    auto damaged = openDamaged(paths);
    if (!damaged)
        return failure(std::move(damaged.error()));
    if (!*damaged)
        log.error("nothing of session.db can be read");
    else if (auto taken = salvage.takeFrom(**damaged); !taken)
        return taken;
    for (const auto &file : snapshotFiles(paths.folder)) {
        auto snapshot = openSnapshot(file);
        if (!snapshot) {
            log.warning(file.filename().string() + " cannot be used: " + snapshot.error().detail);
            continue;
        }
        if (auto completed = salvage.completeFrom(*snapshot); !completed)
            return completed;
    }
    return salvage.finish();
}

[[nodiscard]] Result<> buildNew(const StorePaths &paths, Log &log)
{
    discardDatabase(paths.unfinished());
    auto database = createDatabase(paths.unfinished());
    if (!database)
        return failure(std::move(database.error()));
    auto transaction = database::Transaction::begin(*database);
    if (!transaction)
        return failure(std::move(transaction.error()));
    auto salvage = Salvage::prepare(*database);
    if (!salvage)
        return failure(std::move(salvage.error()));
    if (auto filled = fill(*salvage, paths, log); !filled)
        return filled;
    log.warning("recovered " + std::to_string(salvage->torrents()) + " torrents, " + std::to_string(salvage->stillDamaged())
                + " of them with damage");
    return transaction->commit();
}

[[nodiscard]] Result<> moveIfThere(const std::filesystem::path &from, const std::filesystem::path &to)
{
    if (!isThere(from))
        return success();
    std::error_code error;
    std::filesystem::rename(from, to, error);
    if (error)
        return failure(EngineErrc::StoreUnavailable, "rename " + from.string() + ": " + error.message());
    return success();
}

// The log goes first: beside the new file it would be replayed into it.
[[nodiscard]] Result<> swapIn(const StorePaths &paths, const std::filesystem::path &recovered)
{
    const auto name = recovered.stem().string();
    const auto damaged = damagedPath(paths, name.substr(kRecoveredPrefix.size()));
    const auto database = paths.database();
    std::error_code ignored;
    std::filesystem::remove(paths.shmOf(database), ignored);
    return moveIfThere(paths.walOf(database), paths.walOf(damaged))
        .and_then([&](std::monostate) { return moveIfThere(database, damaged); })
        .and_then([&](std::monostate) { return renameDurably(recovered, database); });
}

} // namespace

Result<> recoverStore(const std::filesystem::path &folder, const Clock &clock, Log &log)
{
    const StorePaths paths{folder};
    auto built = buildNew(paths, log);
    discardDatabase(salvagePath(paths));
    if (!built) {
        discardDatabase(paths.unfinished());
        return storeFailure(built.error(), "recover session.db");
    }
    const auto recovered = folder / (std::string(kRecoveredPrefix) + unusedStamp(paths, clock.wallNow()) + ".db");
    if (auto renamed = renameDurably(paths.unfinished(), recovered); !renamed)
        return renamed;
    return swapIn(paths, recovered);
}

Result<bool> finishRecovery(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> found;
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        const auto name = entry->path().filename().string();
        if (name.starts_with(kRecoveredPrefix) && name.ends_with(".db"))
            found.push_back(entry->path());
    }
    for (const auto &recovered : found) {
        if (auto swapped = swapIn({folder}, recovered); !swapped)
            return failure(std::move(swapped.error()));
    }
    return !found.empty();
}

} // namespace trib::torrent
