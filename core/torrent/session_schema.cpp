#include "core/torrent/session_schema.h"

#include "core/model/engine_error.h"
#include "core/torrent/session_values.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

namespace trib::torrent {
namespace {

using database::Database;
using database::DatabaseErrc;

// The texts stand in the file as they stand here, and a file with other texts is not ours; that is how damage of the schema is
// noticed. All of them fit into the first page, and each root page is where a new file has it: recovery relies on both.
constexpr std::array kSchema{
    "CREATE TABLE torrent(seq INTEGER PRIMARY KEY,id BLOB NOT NULL,info_v1 BLOB,info_v2 BLOB,name TEXT NOT NULL,"
    "save_path TEXT NOT NULL,mount_point TEXT NOT NULL,device TEXT NOT NULL,moving_to TEXT NOT NULL,moved_from TEXT NOT NULL,"
    "move_mount_point TEXT NOT NULL,move_device TEXT NOT NULL,flags INTEGER NOT NULL,queue_position INTEGER NOT NULL,"
    "download_limit INTEGER NOT NULL,upload_limit INTEGER NOT NULL,"
    "connections INTEGER NOT NULL,upload_slots INTEGER NOT NULL,share_action INTEGER NOT NULL,share_ratio INTEGER,"
    "share_seeding_time INTEGER,share_inactive_time INTEGER,size INTEGER NOT NULL,wanted INTEGER NOT NULL,done INTEGER NOT NULL,"
    "uploaded INTEGER NOT NULL,downloaded INTEGER NOT NULL,file_count INTEGER NOT NULL,added INTEGER NOT NULL,completed INTEGER,"
    "active_time INTEGER NOT NULL,seeding_time INTEGER NOT NULL,tracker TEXT NOT NULL,content_path TEXT NOT NULL,category TEXT NOT NULL,tags TEXT NOT NULL,"
    "metainfo_check INTEGER,resume_check INTEGER,damage TEXT,row_check INTEGER NOT NULL)",
    "CREATE UNIQUE INDEX torrent_by_id ON torrent(id)",
    "CREATE TABLE metainfo(seq INTEGER PRIMARY KEY REFERENCES torrent(seq) ON DELETE CASCADE,data BLOB NOT NULL)",
    "CREATE TABLE resume(seq INTEGER PRIMARY KEY REFERENCES torrent(seq) ON DELETE CASCADE,data BLOB NOT NULL)",
    "CREATE TABLE setting(key TEXT PRIMARY KEY,value TEXT NOT NULL,row_check INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE meta(key TEXT PRIMARY KEY,value INTEGER NOT NULL,row_check INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE session_state(seq INTEGER PRIMARY KEY,data BLOB NOT NULL,row_check INTEGER NOT NULL)",
};
constexpr std::array kSmallTables{"torrent", "setting", "meta", "session_state"};

[[nodiscard]] Result<> createTables(Database &database)
{
    auto transaction = database::Transaction::begin(database);
    if (!transaction)
        return failure(transaction.error());
    for (const char *const sql : kSchema) {
        if (auto made = database.execute(sql); !made)
            return made;
    }
    const auto pragmas = "PRAGMA application_id=" + std::to_string(kApplicationId) + "; PRAGMA user_version="
        + std::to_string(kSchemaVersion);
    return database.execute(pragmas.c_str())
        .and_then([&](std::monostate) { return writeNumber(database, kSchemaNumber, kSchemaVersion); })
        .and_then([&](std::monostate) { return transaction->commit(); });
}

} // namespace

Failure storeFailure(const Error &error, std::string_view doing)
{
    if (error.code.category() != database::make_error_code(DatabaseErrc::Corrupt).category())
        return failure(error);
    return failure(database::isDamage(error.code) ? EngineErrc::StoreDamaged : EngineErrc::StoreUnavailable,
                   std::string(doing) + ": " + error.detail);
}

void askForFullCheck(const std::filesystem::path &folder)
{
    std::ofstream(StorePaths{folder}.checkMark()).flush();
}

Result<Database> createDatabase(const std::filesystem::path &path)
{
    auto database = Database::open(path, {.mode = database::OpenMode::Create});
    if (!database)
        return database;
    if (auto made = createTables(*database); !made)
        return failure(std::move(made.error()));
    return database;
}

void discardDatabase(const std::filesystem::path &path)
{
    std::error_code ignored;
    for (const char *const suffix : {"", "-journal", "-wal", "-shm"})
        std::filesystem::remove(path.string() + suffix, ignored);
}

Result<> verifyTables(Database &database, std::span<const std::string_view> more)
{
    auto statement = database.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid");
    // The statement is in order, so where SQLite has nothing better to say it is the file that is not.
    if (!statement && statement.error().code == DatabaseErrc::Failed)
        return failure(DatabaseErrc::Corrupt, statement.error().detail);
    if (!statement)
        return failure(std::move(statement.error()));
    std::size_t count = 0;
    for (;; ++count) {
        const auto row = statement->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            break;
        const std::size_t beyond = count - std::min(count, kSchema.size());
        if (beyond >= more.size() && count >= kSchema.size())
            return failure(DatabaseErrc::Corrupt, "a table too many");
        if (statement->textAt(0) != (count < kSchema.size() ? std::string_view(kSchema.at(count)) : more[beyond]))
            return failure(DatabaseErrc::Corrupt, "the schema is not that of version 1");
    }
    return count == kSchema.size() + more.size() ? success() : failure(DatabaseErrc::Corrupt, "a table is missing");
}

Result<> verifySchema(Database &database)
{
    const auto application = database.queryInt("PRAGMA application_id");
    const auto version = database.queryInt("PRAGMA user_version");
    if (!application || !version)
        return failure(application ? version.error() : application.error());
    if (*application != kApplicationId)
        return failure(DatabaseErrc::Corrupt, "the file belongs to another program");
    if (*version > kSchemaVersion && readNumber(database, kSchemaNumber) == std::optional(*version))
        return failure(EngineErrc::StoreNewer, "session.db has version " + std::to_string(*version));
    if (*version != kSchemaVersion)
        return failure(DatabaseErrc::Corrupt, "session.db claims version " + std::to_string(*version));
    return verifyTables(database);
}

Result<> verifyContent(Database &database, bool everything)
{
    std::vector<std::string_view> parts;
    if (everything)
        parts.emplace_back();
    else
        parts.assign(kSmallTables.begin(), kSmallTables.end());
    for (const auto part : parts) {
        const auto problems = database.quickCheck(part);
        if (!problems)
            return failure(problems.error());
        if (!problems->empty())
            return failure(DatabaseErrc::Corrupt, problems->front());
    }
    return verifyValues(database);
}

std::string dateText(WallTime time)
{
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(time)};
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return text.data();
}

std::string timestampText(WallTime time)
{
    auto date = dateText(time);
    std::erase(date, '-');
    const std::chrono::hh_mm_ss clock{time - std::chrono::floor<std::chrono::days>(time)};
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "-%02d%02d%02d", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return date + text.data();
}

} // namespace trib::torrent
