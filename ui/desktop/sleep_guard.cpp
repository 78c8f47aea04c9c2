#include "ui/desktop/sleep_guard.h"

#include "ui/desktop/sleep_blocker.h"
#include "ui/text/tr.h"

namespace trib::ui {

constexpr std::chrono::seconds kLooksAgain{15};

SleepGuard::SleepGuard(SleepBlocker &blocker, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_blocker(blocker)
    , m_clock(clock)
{
    m_timer.setInterval(kLooksAgain);
    connect(&m_timer, &QTimer::timeout, this, &SleepGuard::check);
}

SleepGuard::~SleepGuard()
{
    setBlocking(false);
}

void SleepGuard::setMode(KeepAwake mode)
{
    m_mode = mode;
    if (!isWanted())
        setBlocking(false); // a choice is not waited for
    check();
}

void SleepGuard::setActivity(bool downloading, bool uploading)
{
    check(); // until now it was as it was
    m_downloading = downloading;
    m_uploading = uploading;
    check();
}

bool SleepGuard::isWanted() const
{
    switch (m_mode) {
    case KeepAwake::Never: return false;
    case KeepAwake::Downloading: return m_downloading;
    case KeepAwake::Transferring: return m_downloading || m_uploading;
    }
    return false;
}

void SleepGuard::check()
{
    const SteadyTime now = m_clock.steadyNow();
    if (isWanted()) {
        m_lastWanted = now;
        setBlocking(true);
    } else if (m_blocking && now - m_lastWanted >= kStaysAwake) {
        setBlocking(false);
    }
}

void SleepGuard::setBlocking(bool blocking)
{
    if (blocking == m_blocking)
        return;
    m_blocking = blocking;
    if (!blocking) {
        m_timer.stop();
        m_blocker.release();
        return;
    }
    m_timer.start();
    m_blocker.block(TrDesktop::tr("Torrents are being transferred"));
}

} // namespace trib::ui
