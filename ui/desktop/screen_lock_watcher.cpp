#include "ui/desktop/screen_lock_watcher.h"

namespace trib::ui {
// The interface has no behaviour; this file gives its meta-object a home.
} // namespace trib::ui
