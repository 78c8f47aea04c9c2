#include "core/database/sqlite_error.h"

#include <string>

namespace trib::database {
namespace {

DatabaseErrc ioErrorOf(int extendedCode)
{
    switch (extendedCode) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
        return DatabaseErrc::ReadFailed;
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
        return DatabaseErrc::Corrupt;
    case SQLITE_IOERR_NOMEM:
        return DatabaseErrc::OutOfMemory;
    default:
        return DatabaseErrc::WriteFailed;
    }
}

DatabaseErrc errorOf(int extendedCode)
{
    switch (extendedCode & 0xff) {
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return DatabaseErrc::CannotOpen;
    case SQLITE_NOTADB:
        return DatabaseErrc::NotADatabase;
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
        return DatabaseErrc::Corrupt;
    case SQLITE_IOERR:
        return ioErrorOf(extendedCode);
    case SQLITE_FULL:
        return DatabaseErrc::Full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return DatabaseErrc::Busy;
    case SQLITE_READONLY:
        return DatabaseErrc::ReadOnly;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        return DatabaseErrc::Constraint;
    case SQLITE_TOOBIG:
        return DatabaseErrc::TooLarge;
    case SQLITE_NOMEM:
        return DatabaseErrc::OutOfMemory;
    default:
        return DatabaseErrc::Failed;
    }
}

} // namespace

Failure sqliteFailure(sqlite3 *connection, int resultCode, std::string_view what)
{
    const int extended = connection && (sqlite3_extended_errcode(connection) & 0xff) == (resultCode & 0xff)
        ? sqlite3_extended_errcode(connection) : resultCode;
    std::string detail(what);
    detail += ": ";
    detail += connection ? sqlite3_errmsg(connection) : sqlite3_errstr(resultCode);
    detail += " (SQLite " + std::to_string(extended) + ')';
    return failure(errorOf(extended), std::move(detail));
}

} // namespace trib::database
