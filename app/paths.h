// Where the program keeps things: the profile's folder, private to its user, and the control socket. Any thread; values.
#pragma once

#include "core/base/result.h"

#include <QString>

#include <filesystem>

namespace trib::app {

struct ProfilePaths {
    std::filesystem::path folder; // absolute

    [[nodiscard]] std::filesystem::path lock() const { return folder / "profile.lock"; }
    [[nodiscard]] std::filesystem::path log() const { return folder / "tributary.log"; }
    // Holds the socket's path where that is not inside the profile.
    [[nodiscard]] std::filesystem::path socketPointer() const { return folder / "control.path"; }
};

// The folder that is asked for, or Tributary in the user's data folder ($XDG_DATA_HOME) when nothing is.
[[nodiscard]] ProfilePaths profilePaths(const std::filesystem::path &asked);

// Makes the folder where it is missing and keeps it to its user (0700). ProfileUnusable with the reason.
[[nodiscard]] Result<> prepareProfile(const ProfilePaths &paths);

// For the one who listens: <profile>/control.sock, or, when that is longer than the system takes, a name in the user's runtime folder
// made from the profile's path, which is then written to socketPointer().
[[nodiscard]] Result<QString> socketToListenOn(const ProfilePaths &paths);

// For clients: as the one who listens left it.
[[nodiscard]] QString socketToConnectTo(const ProfilePaths &paths);

// The user's folder for downloads.
[[nodiscard]] std::string downloadsFolder();

} // namespace trib::app
