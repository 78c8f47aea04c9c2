#include "tests/support/fake_engine.h"
#include "tests/support/manual_clock.h"
#include "ui/desktop/torrent_watch.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace trib;
using namespace trib::ui;
using namespace std::chrono_literals;

namespace {

TorrentId idOf(int number)
{
    std::array<std::uint8_t, 20> bytes{};
    bytes.fill(static_cast<std::uint8_t>(number));
    return TorrentId(bytes);
}

TorrentSnapshot torrent(int number, TorrentState state, std::int64_t down = 0, std::int64_t up = 0)
{
    TorrentSnapshot t;
    t.id = idOf(number);
    t.state = state;
    t.downloadRate = BytesPerSecond(down);
    t.uploadRate = BytesPerSecond(up);
    if (state == TorrentState::Failed)
        t.problem.kind = ProblemKind::NoSpace;
    return t;
}

} // namespace

class TestTorrentWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhetherDataComesOrGoes_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("down");
        QTest::addColumn<int>("up");
        QTest::addColumn<bool>("downloading");
        QTest::addColumn<bool>("uploading");
        const auto row = [](const char *name, TorrentState state, int down, int up, bool downloading, bool uploading) {
            QTest::newRow(name) << static_cast<int>(state) << down << up << downloading << uploading;
        };
        row("downloading", TorrentState::Downloading, 1, 0, true, false);
        row("waiting for peers", TorrentState::Downloading, 0, 0, false, false);
        row("both ways", TorrentState::Downloading, 1, 1, true, true);
        row("seeding", TorrentState::Seeding, 0, 1, false, true);
        row("seeding to nobody", TorrentState::Seeding, 0, 0, false, false);
        row("checking", TorrentState::Checking, 0, 0, true, false);
        row("moving", TorrentState::Moving, 0, 0, true, false);
        row("stopped", TorrentState::Stopped, 0, 0, false, false);
        row("queued", TorrentState::QueuedForDownload, 0, 0, false, false);
    }
    void knowsWhetherDataComesOrGoes()
    {
        QFETCH(int, state);
        QFETCH(int, down);
        QFETCH(int, up);
        test::FakeEngine engine;
        TorrentWatch watch(engine, m_clock);
        engine.publish({torrent(1, TorrentState::Stopped), torrent(2, static_cast<TorrentState>(state), down, up)});
        QTEST(watch.isDownloading(), "downloading");
        QTEST(watch.isUploading(), "uploading");
        engine.publish({}, {idOf(2)});
        QVERIFY(!watch.isDownloading() && !watch.isUploading());
        QCOMPARE(watch.ids(), TorrentIds{idOf(1)});
    }

    void tellsOfChangesOfActivityOnly()
    {
        test::FakeEngine engine;
        TorrentWatch watch(engine, m_clock);
        QSignalSpy changed(&watch, &TorrentWatch::activityChanged);
        engine.publish({torrent(1, TorrentState::Downloading, 5), torrent(2, TorrentState::Downloading, 5)});
        QCOMPARE(changed.count(), 1);
        engine.publish({torrent(1, TorrentState::Downloading, 7)});
        engine.publish({torrent(1, TorrentState::Stopped)});
        QCOMPARE(changed.count(), 1);
        engine.publish({torrent(2, TorrentState::Stopped)});
        QCOMPARE(changed.count(), 2);
        QVERIFY(!watch.isDownloading());
    }

    void tellsOfTroubleOnceAndNotOfWhatWasFoundWhileLoading()
    {
        test::FakeEngine engine;
        TorrentWatch watch(engine, m_clock);
        QSignalSpy trouble(&watch, &TorrentWatch::gotIntoTrouble);
        engine.publish({torrent(1, TorrentState::Failed), torrent(2, TorrentState::Loading), torrent(3, TorrentState::Downloading), torrent(4, TorrentState::Downloading)});
        SessionStatus status;
        status.loading = 3;
        m_clock.advance(1h);
        engine.publishStatus(status);
        engine.publish({torrent(2, TorrentState::Failed), torrent(3, TorrentState::Failed)});
        status.loading = 0;
        engine.publishStatus(status);
        m_clock.advance(kSettlesAfterLoading - 1s);
        engine.publish({torrent(4, TorrentState::Failed)});
        QCOMPARE(trouble.count(), 0);
        m_clock.advance(1s);
        engine.publish({torrent(3, TorrentState::Downloading)});
        engine.publish({torrent(3, TorrentState::Failed)});
        QCOMPARE(trouble.count(), 1);
        engine.publish({torrent(3, TorrentState::Failed)});
        engine.publish({torrent(9, TorrentState::Failed)}); // added with its trouble: whoever adds it sees it
        QCOMPARE(trouble.count(), 1);
    }

private:
    test::ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TestTorrentWatch)
#include "tst_torrent_watch.moc"
