#include "app/signal_watcher.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using trib::app::SignalWatcher;

namespace {

bool isDefault(int signal)
{
    struct sigaction action{};
    ::sigaction(signal, nullptr, &action);
    return action.sa_handler == SIG_DFL;
}

} // namespace

class SignalWatcherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsASignalAndLeavesTheNextToTheSystem_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void tellsASignalAndLeavesTheNextToTheSystem()
    {
        QFETCH(int, signal);
        SignalWatcher watcher;
        QSignalSpy spy(&watcher, &SignalWatcher::asked);
        QVERIFY(!isDefault(SIGTERM) && !isDefault(SIGINT) && !isDefault(SIGHUP));
        ::raise(signal);
        QVERIFY(spy.wait(5000));
        QCOMPARE(spy.first().first().toInt(), signal);
        QVERIFY(isDefault(SIGTERM) && isDefault(SIGINT));
        ::raise(SIGHUP); // comes together with SIGTERM when a session ends
    }

    void aTerminalThatClosesMayBeFollowedByTheSessionsEnd()
    {
        SignalWatcher watcher;
        QSignalSpy spy(&watcher, &SignalWatcher::asked);
        ::raise(SIGHUP);
        QTRY_COMPARE(spy.count(), 1);
        ::raise(SIGHUP);
        ::raise(SIGTERM);
        QTRY_COMPARE(spy.count(), 2);
        QCOMPARE(spy.last().first().toInt(), SIGTERM);
    }

    void leavesThingsAsTheyWere()
    {
        {
            const SignalWatcher watcher;
            QVERIFY(!isDefault(SIGTERM));
        }
        QVERIFY(isDefault(SIGTERM));
    }
};

QTEST_GUILESS_MAIN(SignalWatcherTest)
#include "tst_signal_watcher.moc"
