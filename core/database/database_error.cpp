#include "core/database/database_error.h"

#include <string>

namespace trib::database {
namespace {

class DatabaseCategory final : public std::error_category {
public:
    const char *name() const noexcept override { return "trib.database"; }

    std::string message(int value) const override
    {
        switch (static_cast<DatabaseErrc>(value)) {
        case DatabaseErrc::CannotOpen: return "cannot open";
        case DatabaseErrc::NotADatabase: return "not a database";
        case DatabaseErrc::Corrupt: return "corrupt";
        case DatabaseErrc::ReadFailed: return "read failed";
        case DatabaseErrc::WriteFailed: return "write failed";
        case DatabaseErrc::Full: return "full";
        case DatabaseErrc::Busy: return "busy";
        case DatabaseErrc::ReadOnly: return "read-only";
        case DatabaseErrc::Constraint: return "constraint";
        case DatabaseErrc::TooLarge: return "too large";
        case DatabaseErrc::OutOfMemory: return "out of memory";
        case DatabaseErrc::Failed: return "failed";
        }
        return "unknown";
    }
};

} // namespace

std::error_code make_error_code(DatabaseErrc code)
{
    static const DatabaseCategory category;
    return {static_cast<int>(code), category};
}

bool isDamage(const std::error_code &code)
{
    return code == DatabaseErrc::NotADatabase || code == DatabaseErrc::Corrupt || code == DatabaseErrc::ReadFailed;
}

} // namespace trib::database
