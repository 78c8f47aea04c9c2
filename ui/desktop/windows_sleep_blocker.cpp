#include "ui/desktop/windows_sleep_blocker.h"

#include <windows.h>

namespace trib::ui {

WindowsSleepBlocker::~WindowsSleepBlocker()
{
    release();
}

// Windows shows no reason with this call. The display may go dark.
void WindowsSleepBlocker::block(const QString &)
{
    SetThreadExecutionState(ES_CONTINUOUS | ES_SYSTEM_REQUIRED);
}

void WindowsSleepBlocker::release()
{
    SetThreadExecutionState(ES_CONTINUOUS);
}

} // namespace trib::ui
