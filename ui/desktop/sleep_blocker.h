// SleepBlocker: asks the system not to go to sleep by itself. What the user asks for (a closed lid, "suspend") is never in its way.
// GUI thread; nothing waits. What is blocked is released at the latest when the blocker or the program ends.
#pragma once

#include <QString>

namespace trib::ui {

class SleepBlocker {
public:
    virtual ~SleepBlocker() = default;

    virtual void block(const QString &why) = 0; // shown by desktops; once, until release()
    virtual void release() = 0;
};

} // namespace trib::ui
