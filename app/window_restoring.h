// Restoring for the window: what it asks for is done on a thread of its own, beside the running program.
#pragma once

#include "ui/automation/restoring.h"

#include <filesystem>

namespace trib::app {

[[nodiscard]] ui::Restoring restoringOf(const std::filesystem::path &profile);

} // namespace trib::app
