// `tributaryd --set-api-password` and `--new-api-key`: what guards the API is made, and its hash stored, by the program that runs on the profile
// or, where none does, in the profile itself. Blocks; before there is an event loop.
#pragma once

#include "app/paths.h"

namespace trib::app {

// Asks for the password twice on a terminal, without showing it; otherwise reads one line. Return the exit status.
[[nodiscard]] int setApiPassword(const ProfilePaths &paths);

// Prints the key: it is stored as a hash, and seen this once.
[[nodiscard]] int newApiKey(const ProfilePaths &paths);

} // namespace trib::app
