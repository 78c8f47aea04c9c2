#include "ui/desktop/macos_sleep_blocker.h"

#include <IOKit/pwr_mgt/IOPMLib.h>

namespace trib::ui {

MacosSleepBlocker::~MacosSleepBlocker()
{
    release();
}

void MacosSleepBlocker::block(const QString &why)
{
    if (m_assertion)
        return;
    const CFStringRef reason = why.toCFString();
    IOPMAssertionID assertion = kIOPMNullAssertionID;
    if (IOPMAssertionCreateWithName(kIOPMAssertionTypePreventUserIdleSystemSleep, kIOPMAssertionLevelOn, reason, &assertion) == kIOReturnSuccess)
        m_assertion = assertion;
    CFRelease(reason);
}

void MacosSleepBlocker::release()
{
    if (m_assertion)
        IOPMAssertionRelease(*m_assertion);
    m_assertion.reset();
}

} // namespace trib::ui
