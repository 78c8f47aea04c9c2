#include "ui/desktop/notification_queue.h"
#include "ui/desktop/unlock_delay.h"

#include <QTest>

using namespace trib;
using namespace trib::ui;
using namespace std::chrono_literals;

namespace {

const SteadyTime kStart{std::chrono::hours(5)};

Happening named(int number)
{
    return {QStringLiteral("torrent %1").arg(number), {}, {}};
}

} // namespace

class TestNotificationQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenAtOnceBecomeOne()
    {
        NotificationQueue queue;
        for (int i = 0; i < 10; ++i)
            queue.add(named(i), kStart + i * 100ms);
        QVERIFY(!queue.take(kStart + kGather - 1ms));
        const auto batch = queue.take(kStart + kGather);
        QVERIFY(batch);
        QCOMPARE(batch->count, std::size_t(10));
        QCOMPARE(batch->named.size(), kMostNamed);
        QCOMPARE(batch->named.front().name, QStringLiteral("torrent 0"));
        QVERIFY(!queue.due());
        QVERIFY(!queue.take(kStart + 1h));
    }

    void oneComesSoonAndTheNextOneWaits()
    {
        NotificationQueue queue;
        queue.add(named(1), kStart);
        QCOMPARE(*queue.due(), kStart + kGather);
        QCOMPARE(queue.take(kStart + 2s)->count, std::size_t(1));
        queue.add(named(2), kStart + 3s);
        QCOMPARE(*queue.due(), kStart + 2s + kBetweenNotifications);
        QVERIFY(!queue.take(kStart + 11s));
        QCOMPARE(queue.take(kStart + 12s)->named.front().name, QStringLiteral("torrent 2"));
        queue.add(named(3), kStart + 60s);
        QCOMPARE(*queue.due(), kStart + 60s + kGather);
    }

    void wrongPasswordsMakeTheWaitGrow()
    {
        UnlockDelay delay;
        SteadyTime now = kStart;
        QCOMPARE(delay.left(now), 0s);
        QList<int> waits;
        for (int i = 0; i < 10; ++i) {
            delay.failed(now);
            waits += static_cast<int>(delay.left(now).count());
            now += delay.left(now);
        }
        QCOMPARE(waits, (QList<int>{0, 0, 2, 4, 8, 16, 32, 60, 60, 60}));
        delay.failed(now);
        QCOMPARE(delay.left(now + 59s + 1ms), 1s);
        QCOMPARE(delay.left(now + 60s), 0s);
        delay.succeeded();
        delay.failed(now);
        QCOMPARE(delay.left(now), 0s);
    }

    void aThousandWrongOnesDoNotOverflow()
    {
        UnlockDelay delay;
        for (int i = 0; i < 1000; ++i)
            delay.failed(kStart);
        QCOMPARE(delay.left(kStart), UnlockDelay::kLongest);
    }
};

QTEST_GUILESS_MAIN(TestNotificationQueue)
#include "tst_notification_queue.moc"
