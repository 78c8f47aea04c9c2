#include "ui/desktop/dbus_interfaces.h"

namespace trib::ui {
// Signals alone; this file gives their meta-objects a home.
} // namespace trib::ui
