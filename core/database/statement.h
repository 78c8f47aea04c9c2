// Statement: a prepared statement. Used on its connection's thread, and gone before the connection is.
// Parameters count from 1, columns from 0, as in SQLite. A binding that fails is reported by the next step().
#pragma once

#include "core/base/result.h"
#include "core/database/database_error.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace trib::database {

class Database;

class Statement {
public:
    // Texts and blobs are copied; they may contain any bytes.
    void bindNull(int parameter);
    void bindInt(int parameter, std::int64_t value);
    void bindText(int parameter, std::string_view text);
    void bindBlob(int parameter, std::span<const std::uint8_t> bytes);

    // True: there is a row. False: done. After a failure or "done" the statement is reset; bindings stay.
    [[nodiscard]] Result<bool> step();
    // Steps to the end, whatever rows come.
    [[nodiscard]] Result<> run();
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t intAt(int column) const;
    [[nodiscard]] std::string textAt(int column) const;
    // Valid until the next step() or reset().
    [[nodiscard]] std::span<const std::uint8_t> blobAt(int column) const;

private:
    friend class Database;

    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };

    explicit Statement(sqlite3_stmt *statement);
    void noteBinding(int resultCode);

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_bindError = 0;
};

} // namespace trib::database
