// WindowsSleepBlocker: by SetThreadExecutionState, which holds for the thread that calls it: the GUI thread's, for as long as it lives.
#pragma once

#include "ui/desktop/sleep_blocker.h"

namespace trib::ui {

class WindowsSleepBlocker final : public SleepBlocker {
public:
    ~WindowsSleepBlocker() override;

    void block(const QString &why) override;
    void release() override;
};

} // namespace trib::ui
