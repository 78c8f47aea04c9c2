// The configuration file: "key = value" lines with the keys of core/settings, and lines that begin with # as comments. Its values win
// over the stored settings and are not stored. Pure but for readConfigFile().
#pragma once

#include "core/settings/field.h"

#include <filesystem>
#include <string_view>

namespace trib::app {

// InvalidConfig naming the first line that is no comment, no "key = value", has an unknown key, a key twice, or a value that the
// setting does not take.
[[nodiscard]] Result<settings::TextMap> parseConfig(std::string_view text);

// InvalidConfig also for a file that cannot be read or is larger than 1 MiB.
[[nodiscard]] Result<settings::TextMap> readConfigFile(const std::filesystem::path &path);

// What --print-config prints: every key with its explanation and default.
[[nodiscard]] std::string documentedConfig();

} // namespace trib::app
