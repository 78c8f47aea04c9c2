// Hands a command to the engine and says in the window's status line why, if it is refused. GUI thread.
#pragma once

#include "core/model/commands.h"

namespace trib::ui {

class Shell;

void submit(Shell &shell, Command command);

} // namespace trib::ui
