#include "tests/core/torrent/engine_test.h"

using namespace trib;
using namespace trib::test;

// What the session's counters say, and how often it is said.
class tst_engine_statistics : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatWasTransferredAndWhoIsConnected()
    {
        const Content content = makeContent(folder("source"), "album", {400'000, 100'000});
        TestEngine seeder(folder("seeder"));
        TestEngine leecher(folder("leecher"));
        const WallTime before = SystemClock().wallNow();
        VERIFY_OK(seeder.start());
        VERIFY_OK(leecher.start());
        VERIFY_OK(seeding(seeder, content, folder("source")));
        AddRequest wish = request(content, folder("target"));
        const auto id = leecher.add(wish);
        VERIFY_OK(id);
        VERIFY_OK(leecher.submit(SetTorrentLimits{{*id}, {BytesPerSecond(100'000), {}, 0, 0}})); // long enough to be seen
        VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
        QTRY_VERIFY_WITH_TIMEOUT(leecher.status().connections > 0 && seeder.status().connections > 0, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(leecher.state(*id), TorrentState::Seeding, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(leecher.status().sessionDownloaded, Bytes(500'000), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(seeder.status().sessionUploaded, Bytes(500'000), 10'000);
        QCOMPARE(seeder.status().sessionDownloaded, Bytes(0));
        QCOMPARE(leecher.status().failedHash, Bytes(0));
        QVERIFY(leecher.status().started >= before && leecher.status().started <= SystemClock().wallNow());
        VERIFY_OK(seeder.stop());
        QTRY_COMPARE_WITH_TIMEOUT(leecher.status().connections, 0, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(leecher.status().diskJobs, 0, 20'000);
    }

    // What only statistics show makes no news more often than every other second.
    void anIdleEngineIsSilent()
    {
        TestEngine idle(folder("engine"));
        int news = 0;
        QObject::connect(&idle.engine(), &trib::engine::TorrentEngine::statusChanged, this, [&news] { ++news; });
        VERIFY_OK(idle.start());
        QTRY_VERIFY(idle.status().listening);
        QTest::qWait(3000); // until the free space and the first counters are known
        news = 0;
        QTest::qWait(5000);
        QVERIFY2(news <= 3, qPrintable(QString::number(news))); // free space on a busy machine
    }
};

QTEST_GUILESS_MAIN(tst_engine_statistics)
#include "tst_engine_statistics.moc"
