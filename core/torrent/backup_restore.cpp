#include "core/torrent/backup_restore.h"

#include "core/model/engine_error.h"
#include "core/torrent/durable_file.h"
#include "core/torrent/folder.h"
#include "core/torrent/restore_proof.h"
#include "core/torrent/session_schema.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <unistd.h>

namespace trib::torrent {
namespace {

using database::Database;
using database::DatabaseErrc;
using Path = std::filesystem::path;

[[nodiscard]] Path staged(const Path &profile) { return profile / "restore-new"; }
[[nodiscard]] Path committed(const Path &profile) { return profile / "restore-ready"; }
[[nodiscard]] Path storeIn(const Path &folder) { return folder / "session.db"; }
[[nodiscard]] Path filesIn(const Path &folder) { return folder / "files"; }
[[nodiscard]] Path oldIn(const Path &folder) { return folder / "old"; }

[[nodiscard]] bool isThere(const Path &path)
{
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

[[nodiscard]] Failure storeError(const Path &path, const std::error_code &error)
{
    const bool full = error == std::errc::no_space_on_device;
    return failure(full ? EngineErrc::NotEnoughSpace : EngineErrc::StoreUnavailable, path.string() + ": " + error.message());
}

// Of the copy that is made.
[[nodiscard]] Failure copyFailure(const Error &error)
{
    if (error.code == make_error_code(DatabaseErrc::Full))
        return failure(EngineErrc::NotEnoughSpace, error.detail);
    return storeFailure(error, "restore");
}

[[nodiscard]] Result<> makeFolder(const Path &path)
{
    std::error_code error;
    std::filesystem::create_directory(path, error);
    return error ? Result<>(storeError(path, error)) : success();
}

[[nodiscard]] Result<> syncFolder(const Path &path)
{
    const Folder folder = Folder::open(path.string());
    if (!folder.isOpen() || !folder.sync())
        return storeError(path, {errno, std::generic_category()});
    return success();
}

[[nodiscard]] Result<> extractFiles(Database &copy, const Path &to)
{
    auto rows = copy.prepare("SELECT name,data FROM backup_file");
    if (!rows)
        return copyFailure(rows.error());
    for (;;) {
        const auto row = rows->step();
        if (!row)
            return copyFailure(row.error());
        if (!*row)
            return syncFolder(to);
        const std::string name = rows->textAt(0);
        if (!isBackupFileName(name)) // verified, but what makes a path is looked at where it is made
            return failure(EngineErrc::StoreDamaged, name);
        if (auto written = writeDurably(to / name, rows->blobAt(1), Existing::Keep); !written)
            return written;
    }
}

// What makes it a backup is taken off again.
[[nodiscard]] Result<> becomeStore(Database &copy)
{
    const std::string sql = "BEGIN IMMEDIATE;DROP TABLE backup_file;DROP TABLE backup_manifest;PRAGMA application_id=" + std::to_string(kApplicationId) + ";COMMIT";
    return copy.execute(sql.c_str()).and_then([&](std::monostate) { return verifySchema(copy); }).and_then([&](std::monostate) {
        return verifyContent(copy, true);
    });
}

[[nodiscard]] Result<StagedRestore> build(const Path &file, const Path &folder)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return failure(EngineErrc::FileUnreadable, error ? error.message() : "not a regular file");
    auto backup = Database::open(file, {.mode = database::OpenMode::ReadOnly, .checkpointOnClose = false});
    if (!backup)
        return failure(EngineErrc::FileUnreadable, backup.error().detail);
    if (auto manifest = readManifest(*backup); !manifest) // before anything of its size is copied
        return failure(std::move(manifest.error()));
    auto copy = Database::open(storeIn(folder), {.mode = database::OpenMode::Create});
    if (!copy)
        return copyFailure(copy.error());
    if (auto copied = backup->copyTo(*copy); !copied)
        return copyFailure(copied.error());
    StagedRestore result;
    auto manifest = verifyBackup(*copy); // what was copied, so that what is used is what was looked at
    if (!manifest)
        return failure(std::move(manifest.error()));
    result.manifest = std::move(*manifest);
    if (auto extracted = extractFiles(*copy, filesIn(folder)); !extracted)
        return failure(std::move(extracted.error()));
    if (auto become = becomeStore(*copy); !become)
        return copyFailure(become.error());
    const auto toCheck = forgetUnprovenPieces(*copy, result.manifest.made);
    if (!toCheck)
        return copyFailure(toCheck.error());
    result.toCheck = *toCheck;
    return result;
}

// Under another name where that one is taken: nothing is ever replaced.
[[nodiscard]] Result<> setAside(const Path &path, const Path &old)
{
    if (!isThere(path))
        return success();
    Path target = old / path.filename();
    for (int number = 2; isThere(target); ++number)
        target = old / (path.filename().string() + '.' + std::to_string(number));
    std::error_code error;
    std::filesystem::rename(path, target, error);
    return error ? Result<>(storeError(path, error)) : success();
}

[[nodiscard]] std::vector<Path> entriesOf(const Path &folder, std::string_view prefix = {})
{
    std::vector<Path> found;
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (entry->path().filename().string().starts_with(prefix))
            found.push_back(entry->path());
    }
    return found;
}

[[nodiscard]] Result<> placeFiles(const Path &profile, const Path &ready)
{
    for (const Path &file : entriesOf(filesIn(ready))) {
        const Path target = profile / file.filename();
        if (auto aside = setAside(target, oldIn(ready)); !aside)
            return aside;
        std::error_code error;
        std::filesystem::rename(file, target, error);
        if (error)
            return storeError(target, error);
    }
    return success();
}

// The log before the file it belongs to: beside the new one it would be replayed into it.
[[nodiscard]] Result<> placeStore(const Path &profile, const Path &ready)
{
    if (!isThere(storeIn(ready)))
        return success(); // it is in its place
    const StorePaths paths{profile};
    std::vector<Path> old{paths.snapshots(), paths.walOf(paths.database()), paths.database()};
    for (const Path &recovered : entriesOf(profile, "session-recovered-")) // would go before it at the start
        old.push_back(recovered);
    for (const Path &path : old) {
        if (auto aside = setAside(path, oldIn(ready)); !aside)
            return aside;
    }
    std::error_code ignored;
    std::filesystem::remove(paths.shmOf(paths.database()), ignored);
    std::filesystem::remove(paths.database().string() + "-journal", ignored);
    askForFullCheck(profile);
    return renameDurably(storeIn(ready), paths.database());
}

[[nodiscard]] Path asideFolder(const Path &profile, const Clock &clock)
{
    const std::string stamp = "replaced-" + timestampText(clock.wallNow());
    Path path = profile / stamp;
    for (int number = 2; isThere(path); ++number)
        path = profile / (stamp + '-' + std::to_string(number));
    return path;
}

} // namespace

Result<StagedRestore> stageRestore(const std::filesystem::path &profile, const std::filesystem::path &file)
{
    discardStaged(profile);
    const Path folder = staged(profile);
    auto made = makeFolder(folder).and_then([&](std::monostate) { return makeFolder(filesIn(folder)); });
    auto built = made ? build(file, folder) : Result<StagedRestore>(failure(std::move(made.error())));
    if (!built)
        discardStaged(profile);
    return built;
}

void discardStaged(const std::filesystem::path &profile)
{
    std::error_code ignored;
    std::filesystem::remove_all(staged(profile), ignored);
}

Result<> commitRestore(const std::filesystem::path &profile)
{
    const Path folder = staged(profile);
    if (!isThere(storeIn(folder)))
        return failure(EngineErrc::StoreUnavailable, "nothing is staged");
    if (isThere(committed(profile))) { // chosen and not carried out yet: the newer choice holds
        std::error_code error;
        std::filesystem::rename(committed(profile), staged(profile).string() + "-before", error);
        std::filesystem::remove_all(staged(profile).string() + "-before", error);
    }
    return syncFolder(folder).and_then([&](std::monostate) { return renameDurably(folder, committed(profile)); });
}

Result<bool> finishRestore(const std::filesystem::path &profile, const Clock &clock)
{
    const Path ready = committed(profile);
    if (!isThere(ready))
        return false;
    const Path old = oldIn(ready);
    std::error_code error;
    std::filesystem::create_directory(old, error);
    auto placed = placeFiles(profile, ready).and_then([&](std::monostate) { return placeStore(profile, ready); }).and_then([&](std::monostate) {
        return syncFolder(profile);
    });
    if (!placed)
        return failure(std::move(placed.error()));
    if (!std::filesystem::is_empty(old, error))
        std::filesystem::rename(old, asideFolder(profile, clock), error);
    if (error)
        return storeError(old, error);
    std::filesystem::remove_all(ready, error);
    return syncFolder(profile).map([](std::monostate) { return true; });
}

} // namespace trib::torrent
