// What the desktop's part of the window uses of the system. GUI thread.
#pragma once

#include "ui/desktop/notifications.h"
#include "ui/desktop/screen_lock_watcher.h"
#include "ui/desktop/sleep_blocker.h"

#include <functional>
#include <memory>

namespace trib::ui {

struct DesktopPorts {
    std::unique_ptr<Notifications> notifications;  // null: the tray's icon shows them
    std::unique_ptr<SleepBlocker> sleepBlocker;    // never null
    std::unique_ptr<ScreenLockWatcher> screenLock; // null where the system does not say
    std::function<bool()> isTrayThere;
};

// By D-Bus on freedesktop.org desktops, else by the system's own calls.
[[nodiscard]] DesktopPorts systemPorts();

} // namespace trib::ui
