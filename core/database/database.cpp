#include "core/database/database.h"

#include "core/database/sqlite_error.h"

#include <utility>

namespace trib::database {
namespace {

int flagsOf(OpenMode mode)
{
    constexpr int kCommon = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case OpenMode::ReadOnly: return kCommon | SQLITE_OPEN_READONLY;
    case OpenMode::ReadWrite: return kCommon | SQLITE_OPEN_READWRITE;
    case OpenMode::Create: return kCommon | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return kCommon | SQLITE_OPEN_READONLY;
}

} // namespace

void Database::Close::operator()(sqlite3 *connection) const
{
    sqlite3_close_v2(connection);
}

Database::Database(sqlite3 *connection) : m_connection(connection)
{
}

Result<Database> Database::open(const std::filesystem::path &path, const OpenOptions &options)
{
    sqlite3 *connection = nullptr;
    const int result = sqlite3_open_v2(path.c_str(), &connection, flagsOf(options.mode), nullptr);
    Database database(connection);
    if (result != SQLITE_OK)
        return sqliteFailure(connection, result, "open " + path.string());
    return database.configure(options).map([&](std::monostate) { return std::move(database); });
}

Result<> Database::configure(const OpenOptions &options)
{
    sqlite3_busy_timeout(m_connection.get(), static_cast<int>(options.busyTimeout.count()));
    sqlite3_db_config(m_connection.get(), SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_db_config(m_connection.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(m_connection.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    setCheckpointOnClose(options.checkpointOnClose);
    return execute("PRAGMA cell_size_check=ON");
}

void Database::setCheckpointOnClose(bool on)
{
    sqlite3_db_config(m_connection.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr);
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    const int result = sqlite3_prepare_v3(m_connection.get(), sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr);
    if (result != SQLITE_OK)
        return sqliteFailure(m_connection.get(), result, "prepare " + std::string(sql.substr(0, 60)));
    return Statement(statement);
}

Result<> Database::execute(const char *sql)
{
    const int result = sqlite3_exec(m_connection.get(), sql, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK)
        return sqliteFailure(m_connection.get(), result, std::string_view(sql).substr(0, 60));
    return success();
}

Result<std::int64_t> Database::queryInt(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return failure(std::move(statement.error()));
    const auto row = statement->step();
    if (!row)
        return failure(row.error());
    if (!*row)
        return failure(DatabaseErrc::Corrupt, "no row for " + std::string(sql));
    return statement->intAt(0);
}

Result<> Database::useDurableWal()
{
    return execute("PRAGMA journal_mode=WAL").and_then([&](std::monostate) {
        return execute("PRAGMA synchronous=FULL; PRAGMA journal_size_limit=16777216");
    });
}

Result<> Database::leaveWal()
{
    return execute("PRAGMA journal_mode=DELETE");
}

Result<std::vector<std::string>> Database::quickCheck(std::string_view table)
{
    return check(table.empty() ? std::string("PRAGMA quick_check(20)") : "PRAGMA quick_check('" + std::string(table) + "')");
}

Result<std::vector<std::string>> Database::integrityCheck()
{
    return check("PRAGMA integrity_check(20)");
}

Result<std::vector<std::string>> Database::check(const std::string &pragma)
{
    auto statement = prepare(pragma);
    if (!statement)
        return failure(std::move(statement.error()));
    std::vector<std::string> problems;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            break;
        problems.push_back(statement->textAt(0));
    }
    if (problems.size() == 1 && problems.front() == "ok")
        problems.clear();
    return problems;
}

Result<> Database::copyTo(Database &target)
{
    sqlite3_backup *backup = sqlite3_backup_init(target.m_connection.get(), "main", m_connection.get(), "main");
    if (!backup)
        return sqliteFailure(target.m_connection.get(), sqlite3_errcode(target.m_connection.get()), "begin copy");
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped == SQLITE_DONE && finished == SQLITE_OK)
        return success();
    return sqliteFailure(finished != SQLITE_OK ? target.m_connection.get() : nullptr,
                         finished != SQLITE_OK ? finished : stepped, "copy");
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_connection.get());
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_connection.get()) == 0;
}

Transaction::Transaction(Database &database) : m_database(&database)
{
}

Result<Transaction> Transaction::begin(Database &database, Kind kind)
{
    return database.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN").map([&](std::monostate) {
        return Transaction(database);
    });
}

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    rollback();
}

Result<> Transaction::commit()
{
    auto result = m_database->execute("COMMIT");
    if (!result)
        rollback();
    m_database = nullptr;
    return result;
}

void Transaction::rollback()
{
    // A full disk or an input/output error may have rolled it back already.
    if (!m_database || !m_database->inTransaction())
        return;
    [[maybe_unused]] const auto ignored = m_database->execute("ROLLBACK");
}

} // namespace trib::database
