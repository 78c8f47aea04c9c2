#include "tests/support/manual_clock.h"
#include "ui/desktop/sleep_blocker.h"
#include "ui/desktop/sleep_guard.h"

#include <QTest>

using namespace trib;
using namespace trib::ui;
using namespace std::chrono_literals;

namespace {

class RecordedBlocker final : public SleepBlocker {
public:
    void block(const QString &why) override
    {
        ++blocks;
        reason = why;
        blocking = true;
    }
    void release() override { blocking = false; }

    int blocks = 0;
    bool blocking = false;
    QString reason;
};

} // namespace

class TestSleepGuard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheSettings_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("downloading");
        QTest::addColumn<bool>("uploading");
        QTest::addColumn<bool>("blocks");
        QTest::newRow("never") << static_cast<int>(KeepAwake::Never) << true << true << false;
        QTest::newRow("downloads") << static_cast<int>(KeepAwake::Downloading) << true << false << true;
        QTest::newRow("uploads do not count") << static_cast<int>(KeepAwake::Downloading) << false << true << false;
        QTest::newRow("uploads count") << static_cast<int>(KeepAwake::Transferring) << false << true << true;
        QTest::newRow("nothing goes on") << static_cast<int>(KeepAwake::Transferring) << false << false << false;
    }
    void followsTheSettings()
    {
        QFETCH(int, mode);
        QFETCH(bool, downloading);
        QFETCH(bool, uploading);
        RecordedBlocker blocker;
        SleepGuard guard(blocker, m_clock);
        guard.setMode(static_cast<KeepAwake>(mode));
        QVERIFY(!blocker.blocking);
        guard.setActivity(downloading, uploading);
        QTEST(blocker.blocking, "blocks");
        QCOMPARE(blocker.reason.isEmpty(), !blocker.blocking);
        guard.setMode(KeepAwake::Never);
        QVERIFY(!blocker.blocking);
    }

    void staysForSomeMinutesAndThenLetsGo()
    {
        RecordedBlocker blocker;
        SleepGuard guard(blocker, m_clock);
        guard.setMode(KeepAwake::Downloading);
        guard.setActivity(true, false);
        m_clock.advance(2h);
        guard.setActivity(false, false);
        m_clock.advance(kStaysAwake - 1s);
        guard.check();
        QVERIFY(blocker.blocking);
        guard.setActivity(true, false);
        guard.setActivity(false, false);
        m_clock.advance(kStaysAwake - 1s);
        guard.check();
        QVERIFY(blocker.blocking);
        QCOMPARE(blocker.blocks, 1);
        m_clock.advance(1s);
        guard.check();
        QVERIFY(!blocker.blocking);
    }

    void letsGoWhenItEnds()
    {
        RecordedBlocker blocker;
        {
            SleepGuard guard(blocker, m_clock);
            guard.setMode(KeepAwake::Downloading);
            guard.setActivity(true, false);
            QVERIFY(blocker.blocking);
        }
        QVERIFY(!blocker.blocking);
    }

private:
    test::ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TestSleepGuard)
#include "tst_sleep_guard.moc"
