// Turns a result code of SQLite into an Error. Internal to core/database.
#pragma once

#include "core/base/result.h"
#include "core/database/database_error.h"

#include <sqlcipher/sqlite3.h>

#include <string_view>

namespace trib::database {

// `connection` may be null; its message is added where there is one. `what` says what was tried.
[[nodiscard]] Failure sqliteFailure(sqlite3 *connection, int resultCode, std::string_view what);

} // namespace trib::database
