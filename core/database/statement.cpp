#include "core/database/statement.h"

#include "core/database/sqlite_error.h"

namespace trib::database {

void Statement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3_stmt *statement) : m_statement(statement)
{
}

void Statement::noteBinding(int resultCode)
{
    if (m_bindError == SQLITE_OK)
        m_bindError = resultCode;
}

void Statement::bindNull(int parameter)
{
    noteBinding(sqlite3_bind_null(m_statement.get(), parameter));
}

void Statement::bindInt(int parameter, std::int64_t value)
{
    noteBinding(sqlite3_bind_int64(m_statement.get(), parameter, value));
}

void Statement::bindText(int parameter, std::string_view text)
{
    // A null pointer would bind NULL.
    const char *data = text.data() ? text.data() : "";
    noteBinding(sqlite3_bind_text64(m_statement.get(), parameter, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bindBlob(int parameter, std::span<const std::uint8_t> bytes)
{
    noteBinding(bytes.empty() ? sqlite3_bind_zeroblob(m_statement.get(), parameter, 0)
                              : sqlite3_bind_blob64(m_statement.get(), parameter, bytes.data(), bytes.size(), SQLITE_TRANSIENT));
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK)
        return sqliteFailure(nullptr, std::exchange(m_bindError, SQLITE_OK), "bind");
    const int result = sqlite3_step(m_statement.get());
    if (result == SQLITE_ROW)
        return true;
    if (result == SQLITE_DONE) {
        sqlite3_reset(m_statement.get());
        return false;
    }
    auto error = sqliteFailure(sqlite3_db_handle(m_statement.get()), result, "step");
    sqlite3_reset(m_statement.get());
    return error;
}

Result<> Statement::run()
{
    for (;;) {
        const auto row = step();
        if (!row)
            return failure(row.error());
        if (!*row)
            return success();
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::intAt(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string Statement::textAt(int column) const
{
    const void *text = sqlite3_column_text(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return text && size > 0 ? std::string(static_cast<const char *>(text), static_cast<std::size_t>(size)) : std::string();
}

std::span<const std::uint8_t> Statement::blobAt(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    if (!data || size <= 0)
        return {};
    return {static_cast<const std::uint8_t *>(data), static_cast<std::size_t>(size)};
}

} // namespace trib::database
