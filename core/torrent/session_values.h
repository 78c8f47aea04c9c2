// The small tables of session.db: settings, numbers, the session's state. Each row carries a checksum. Functions return errors of the
// database; transactions are the caller's. Internal to the session store.
#pragma once

#include "core/base/result.h"
#include "core/database/database.h"
#include "core/settings/field.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace trib::torrent {

inline constexpr std::string_view kSchemaNumber = "schema";
inline constexpr std::string_view kDownloadedNumber = "downloaded";
inline constexpr std::string_view kUploadedNumber = "uploaded";

[[nodiscard]] Result<> writeSetting(database::Database &database, std::string_view key, std::string_view value);
[[nodiscard]] Result<> eraseSetting(database::Database &database, std::string_view key);
// Hands over each row and whether its checksum fits. Stops with the error where reading fails.
[[nodiscard]] Result<> readSettings(database::Database &database,
                                    const std::function<void(std::string key, std::string value, bool intact)> &each);

[[nodiscard]] Result<> writeNumber(database::Database &database, std::string_view key, std::int64_t value);
// nullopt if it is not there, damaged or unreadable.
[[nodiscard]] std::optional<std::int64_t> readNumber(database::Database &database, std::string_view key);

[[nodiscard]] Result<> writeState(database::Database &database, std::span<const std::uint8_t> state);
// Empty if there is none or it is damaged: it is a cache of addresses, which the network gives again.
[[nodiscard]] Result<std::vector<std::uint8_t>> readState(database::Database &database);

// Corrupt if a setting or number is damaged.
[[nodiscard]] Result<> verifyValues(database::Database &database);

} // namespace trib::torrent
