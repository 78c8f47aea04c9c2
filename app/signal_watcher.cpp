#include "app/signal_watcher.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace trib::app {
namespace {

constexpr std::array kSignals{SIGTERM, SIGINT, SIGHUP};

// The process's own: a handler has no other way to its object, and after the first call this is a read of a constant.
[[nodiscard]] const std::array<int, 2> &signalPipe()
{
    static const std::array<int, 2> ends = [] {
        std::array<int, 2> made{-1, -1};
        if (::pipe2(made.data(), O_CLOEXEC | O_NONBLOCK) != 0)
            made = {-1, -1};
        return made;
    }();
    return ends;
}

extern "C" void onSignal(int signal)
{
    const int saved = errno;
    const auto byte = static_cast<unsigned char>(signal);
    if (::write(signalPipe()[1], &byte, 1) != 1)
        ::_exit(128 + signal); // nobody would ever hear of it
    errno = saved;
}

void setAction(int signal, void (*handler)(int), int flags)
{
    struct sigaction action{};
    action.sa_handler = handler;
    action.sa_flags = flags;
    ::sigaction(signal, &action, nullptr);
}

void setActions(void (*handler)(int), int flags)
{
    for (const int signal : kSignals)
        setAction(signal, handler, flags);
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent) : QObject(parent)
{
    if (signalPipe()[0] < 0)
        return; // the defaults hold: the process still ends, and nothing durable is lost by it
    connect(&m_notifier, &QSocketNotifier::activated, this, &SignalWatcher::read);
    m_notifier.setSocket(signalPipe()[0]);
    m_notifier.setEnabled(true);
    setActions(onSignal, SA_RESTART);
}

SignalWatcher::~SignalWatcher()
{
    setActions(SIG_DFL, 0);
}

void SignalWatcher::read()
{
    unsigned char byte = 0;
    if (::read(signalPipe()[0], &byte, 1) != 1)
        return;
    const int signal = byte;
    setAction(SIGHUP, SIG_IGN, 0);
    if (signal != SIGHUP) {
        setAction(SIGTERM, SIG_DFL, 0);
        setAction(SIGINT, SIG_DFL, 0);
    }
    Q_EMIT asked(signal);
}

} // namespace trib::app
