// The tables of session.db and the files around it. Internal to the session store.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/database/database.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trib::torrent {

// Every version writes its number to user_version and to the row "schema" of `meta`: only when both agree is a file "newer"; one
// that is alone in saying so is a flipped bit.
inline constexpr std::int64_t kSchemaVersion = 1;
inline constexpr std::int64_t kApplicationId = 0x54524942; // "TRIB"

struct StorePaths {
    std::filesystem::path folder;

    [[nodiscard]] std::filesystem::path database() const { return folder / "session.db"; }
    [[nodiscard]] std::filesystem::path walOf(const std::filesystem::path &database) const { return database.string() + "-wal"; }
    [[nodiscard]] std::filesystem::path shmOf(const std::filesystem::path &database) const { return database.string() + "-shm"; }
    // Under construction: not yet of any meaning, removed at the next start.
    [[nodiscard]] std::filesystem::path unfinished() const { return folder / "session.db.new"; }
    // Its presence asks for a full check at the next start.
    [[nodiscard]] std::filesystem::path checkMark() const { return folder / "session-check"; }
    [[nodiscard]] std::filesystem::path snapshots() const { return folder / "snapshots"; }
};

// An error of the database as one of the engine: StoreDamaged for damage, else StoreUnavailable. Others pass as they are.
[[nodiscard]] Failure storeFailure(const Error &error, std::string_view doing);

// After damage that was met in use. Best effort: what is damaged will be met again.
void askForFullCheck(const std::filesystem::path &folder);

// A complete, empty, synchronised-by-commit database in a file that must not exist, with a rollback journal.
[[nodiscard]] Result<database::Database> createDatabase(const std::filesystem::path &path);
// Removes a database that is under construction, with its side files.
void discardDatabase(const std::filesystem::path &path);

// Corrupt when the tables are not those of kSchemaVersion with `more`, by the texts that made them, behind.
[[nodiscard]] Result<> verifyTables(database::Database &database, std::span<const std::string_view> more = {});
// StoreNewer, or an error of the database: Corrupt when the tables are not those of kSchemaVersion.
[[nodiscard]] Result<> verifySchema(database::Database &database);
// `everything`: every page of the file; else the small tables alone.
[[nodiscard]] Result<> verifyContent(database::Database &database, bool everything);

[[nodiscard]] std::string dateText(WallTime time);      // 2026-11-23, UTC
[[nodiscard]] std::string timestampText(WallTime time); // 20261123-154233, UTC

} // namespace trib::torrent
