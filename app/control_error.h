// What can go wrong between a client and the control socket, beside the engine's own errors. Any thread; values.
// The category's message() is the stable name that machine-readable output carries, as errorName() is for the engine's.
#pragma once

#include "core/base/result.h"

#include <string>
#include <system_error>

namespace trib::app {

enum class ControlErrc {
    NotJson = 1,        // a line that is no JSON object
    InvalidRequest,     // a parameter is missing, unknown, of the wrong type or out of range
    UnknownMethod,
    RequestTooLarge,    // a line of more than 32 MiB
    TooManyConnections,
    AmbiguousId,        // a prefix that several torrents begin with
    NotRunning,         // nothing answers on this profile
    ConnectionLost,     // the other side went away, or answered something unreadable
    WrongUsage,         // of the command line
    InvalidConfig,      // of the configuration file; the detail names the line
    ProfileUnusable,    // the profile's folder cannot be made, entered or made private
    NoDisplay,          // for the window
    FileNotWritten,     // a file that a command writes exists already or cannot be written
};

[[nodiscard]] std::error_code make_error_code(ControlErrc code);

// The stable name of any error of ours: "duplicate-torrent", "unknown-method".
[[nodiscard]] std::string codeName(const Error &error);

} // namespace trib::app

template <>
struct std::is_error_code_enum<trib::app::ControlErrc> : std::true_type {};
