// What a program does without an event loop: `tributaryd COMMAND`, and handing its sources to the one that runs already. Blocks.
#pragma once

#include "app/command_line.h"
#include "app/paths.h"
#include "app/profile_lock.h"
#include "core/settings/field.h"

#include <optional>

namespace trib::app {

inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitWrongUsage = 2;
inline constexpr int kExitNotRunning = 3;

// Asks the running program and prints. Returns the exit status.
[[nodiscard]] int runCommand(const ProfilePaths &paths, const Invocation &invocation);

// Makes a .torrent and, if wanted, asks the running program to seed it. Prints how far it is to a terminal, and what it has made.
[[nodiscard]] int runCreate(const ProfilePaths &paths, const CreateCommand &command);

// Shows what another client's store holds, or asks the running program to take it over.
[[nodiscard]] int runImport(const ProfilePaths &paths, const ImportCommand &command);

// Puts a backup in the profile's place, or with --dry-run only checks it. No program may have the profile.
[[nodiscard]] int runRestore(const ProfilePaths &paths, const RestoreCommand &command);

// --version, --help, --print-config and COMMAND: the exit status; nullopt for Run.
[[nodiscard]] std::optional<int> answerAtOnce(const CommandLine &line, const QString &help);

// Whether a window has somewhere to go; and the words for when it has not.
[[nodiscard]] bool hasDisplay();
[[nodiscard]] Error noDisplay();

// "tributary: WHY", and the exit status.
[[nodiscard]] int failStart(const QString &program, const Error &error);

// What a program starts with: the profile, or the word of the one who has it already.
struct Start {
    ProfilePaths paths;
    settings::TextMap overrides;     // of the configuration file
    std::optional<ProfileLock> lock; // not set: the other program has taken the sources
    bool otherHasWindow = false;
};

// Reads the configuration, makes the profile's folder and claims it. Waits for a program that is starting or ending there, up to a
// minute: AlreadyRunning when that one does not answer; its own error when it refuses a source.
[[nodiscard]] Result<Start> prepareStart(const CommandLine &line);

// Says where the sources went. Returns the exit status.
[[nodiscard]] int reportHandOver(const QString &program, const Start &start);

} // namespace trib::app
