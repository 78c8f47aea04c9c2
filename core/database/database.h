// Database: one connection to a SQLite file (through SQLCipher's library, which without a key is plain SQLite). One connection is one
// thread's; several may have the same file open.
// Foreign keys are enforced, pages and cells are checked as they are read, and the schema is not trusted to call functions.
#pragma once

#include "core/base/result.h"
#include "core/database/database_error.h"
#include "core/database/statement.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace trib::database {

enum class OpenMode {
    ReadOnly,
    ReadWrite, // CannotOpen if the file does not exist
    Create,    // made if it does not exist
};

struct OpenOptions {
    OpenMode mode = OpenMode::ReadWrite;
    std::chrono::milliseconds busyTimeout{5000};
    bool checkpointOnClose = true; // false: closing leaves the file and its write-ahead log as they are
};

class Database {
public:
    // Opening does not read the file yet: a file that is no database is noticed by the first statement.
    [[nodiscard]] static Result<Database> open(const std::filesystem::path &path, const OpenOptions &options = {});

    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    // One or more statements, without parameters and without an interest in rows.
    [[nodiscard]] Result<> execute(const char *sql);
    // The first column of the first row as a number: for pragmas and counts. Corrupt if there is no row.
    [[nodiscard]] Result<std::int64_t> queryInt(std::string_view sql);

    // Write-ahead log, and every commit synchronised to the disk before it returns.
    [[nodiscard]] Result<> useDurableWal();
    // Moves the write-ahead log into the file and goes back to a rollback journal: the file then stands for itself.
    [[nodiscard]] Result<> leaveWal();
    void setCheckpointOnClose(bool on);

    // What is wrong with the file, line by line; empty if nothing is. quickCheck leaves out the comparison of indexes with tables.
    // `table` empty: the whole file, which is read from end to end.
    [[nodiscard]] Result<std::vector<std::string>> quickCheck(std::string_view table = {});
    [[nodiscard]] Result<std::vector<std::string>> integrityCheck();

    // Copies the whole content, as of now, over `target`. Others may write meanwhile (in WAL mode).
    [[nodiscard]] Result<> copyTo(Database &target);

    // Rows changed by the last statement.
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] bool inTransaction() const;

private:
    struct Close {
        void operator()(sqlite3 *connection) const;
    };

    explicit Database(sqlite3 *connection);
    [[nodiscard]] Result<> configure(const OpenOptions &options);
    [[nodiscard]] Result<std::vector<std::string>> check(const std::string &pragma);

    std::unique_ptr<sqlite3, Close> m_connection;
};

// Transaction: rolled back unless committed. A commit that fails rolls back, and the connection stays usable.
class Transaction {
public:
    enum class Kind { Read, Write };

    [[nodiscard]] static Result<Transaction> begin(Database &database, Kind kind = Kind::Write);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Database &database);
    void rollback();

    Database *m_database;
};

} // namespace trib::database
