// What the database can fail with. Told apart as far as the caller acts differently: damage, no space, somebody else, a bad request.
#pragma once

#include <system_error>

namespace trib::database {

enum class DatabaseErrc {
    CannotOpen = 1, // no such file or folder, or no permission
    NotADatabase,   // the file does not begin as a database does
    Corrupt,        // a page, a row or the schema makes no sense
    ReadFailed,     // the operating system could not read a part of the file
    WriteFailed,    // the operating system could not write, synchronise, lock or map it
    Full,           // no space left, or the largest page count reached
    Busy,           // another connection held a lock for longer than the busy timeout
    ReadOnly,       // the file or the connection is read-only
    Constraint,     // a row that the schema does not allow
    TooLarge,       // a text or blob above the limit of the library
    OutOfMemory,
    Failed,         // anything else: an error in the statement
};

[[nodiscard]] std::error_code make_error_code(DatabaseErrc code);

// True for damage of the file itself: what reading it again, more space or patience does not cure.
[[nodiscard]] bool isDamage(const std::error_code &code);

} // namespace trib::database

template <>
struct std::is_error_code_enum<trib::database::DatabaseErrc> : std::true_type {};
