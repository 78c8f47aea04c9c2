#include "core/torrent/session_values.h"

#include "core/torrent/checksum.h"

namespace trib::torrent {
namespace {

using database::Database;
using database::DatabaseErrc;

std::int64_t checkOf(std::string_view key, std::string_view value)
{
    Checksum checksum;
    checksum.addText(key);
    checksum.addText(value);
    return checksum.value();
}

std::int64_t checkOf(std::string_view key, std::int64_t value)
{
    Checksum checksum;
    checksum.addText(key);
    checksum.addInt(value);
    return checksum.value();
}

std::int64_t checkOf(std::span<const std::uint8_t> state)
{
    Checksum checksum;
    checksum.addBlob(state);
    return checksum.value();
}

} // namespace

Result<> writeSetting(Database &database, std::string_view key, std::string_view value)
{
    auto statement = database.prepare("INSERT OR REPLACE INTO setting(key,value,row_check) VALUES(?,?,?)");
    if (!statement)
        return failure(std::move(statement.error()));
    statement->bindText(1, key);
    statement->bindText(2, value);
    statement->bindInt(3, checkOf(key, value));
    return statement->run();
}

Result<> eraseSetting(Database &database, std::string_view key)
{
    auto statement = database.prepare("DELETE FROM setting WHERE key=?");
    if (!statement)
        return failure(std::move(statement.error()));
    statement->bindText(1, key);
    return statement->run();
}

Result<> readSettings(Database &database, const std::function<void(std::string key, std::string value, bool intact)> &each)
{
    auto statement = database.prepare("SELECT key,value,row_check FROM setting");
    if (!statement)
        return failure(std::move(statement.error()));
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            return success();
        auto key = statement->textAt(0);
        auto value = statement->textAt(1);
        const bool intact = statement->intAt(2) == checkOf(key, value);
        each(std::move(key), std::move(value), intact);
    }
}

Result<> writeNumber(Database &database, std::string_view key, std::int64_t value)
{
    auto statement = database.prepare("INSERT OR REPLACE INTO meta(key,value,row_check) VALUES(?,?,?)");
    if (!statement)
        return failure(std::move(statement.error()));
    statement->bindText(1, key);
    statement->bindInt(2, value);
    statement->bindInt(3, checkOf(key, value));
    return statement->run();
}

std::optional<std::int64_t> readNumber(Database &database, std::string_view key)
{
    auto statement = database.prepare("SELECT value,row_check FROM meta WHERE key=?");
    if (!statement)
        return std::nullopt;
    statement->bindText(1, key);
    const auto row = statement->step();
    if (!row || !*row || statement->intAt(1) != checkOf(key, statement->intAt(0)))
        return std::nullopt;
    return statement->intAt(0);
}

Result<> writeState(Database &database, std::span<const std::uint8_t> state)
{
    auto statement = database.prepare("INSERT OR REPLACE INTO session_state(seq,data,row_check) VALUES(1,?,?)");
    if (!statement)
        return failure(std::move(statement.error()));
    statement->bindBlob(1, state);
    statement->bindInt(2, checkOf(state));
    return statement->run();
}

Result<std::vector<std::uint8_t>> readState(Database &database)
{
    auto statement = database.prepare("SELECT data,row_check FROM session_state WHERE seq=1");
    if (!statement)
        return failure(std::move(statement.error()));
    const auto row = statement->step();
    if (!row)
        return failure(row.error());
    std::vector<std::uint8_t> state;
    if (*row) {
        const auto bytes = statement->blobAt(0);
        if (checkOf(bytes) == statement->intAt(1))
            state.assign(bytes.begin(), bytes.end());
    }
    return state;
}

Result<> verifyValues(Database &database)
{
    bool intact = true;
    auto result = readSettings(database, [&](const std::string &, const std::string &, bool ok) { intact = intact && ok; });
    if (!result)
        return result;
    auto statement = database.prepare("SELECT key,value,row_check FROM meta");
    if (!statement)
        return failure(std::move(statement.error()));
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            break;
        intact = intact && statement->intAt(2) == checkOf(statement->textAt(0), statement->intAt(1));
    }
    return intact ? success() : failure(DatabaseErrc::Corrupt, "a stored setting or number is damaged");
}

} // namespace trib::torrent
