#include "ui/desktop/notifications.h"

namespace trib::ui {
// The interface has no behaviour; this file gives its meta-object a home.
} // namespace trib::ui
