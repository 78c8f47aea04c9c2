#include "tests/core/torrent/engine_test.h"

#include <algorithm>
#include <numeric>

using namespace trib;
using namespace trib::test;

// Starting, stopping, and who may go first.
class tst_engine_queue : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void downloadsAsManyAtOnceAsTheSettingsSay();
    void swapsWhenTheSecondMovesUp();
    void movesSeveralAndKeepsTheirOrder_data();
    void movesSeveralAndKeepsTheirOrder();
    void keepsTheOrderOverARestart();
    void ignoresTheQueueWhenForced();
    void stopsAndStarts();
    void staysStoppedOverARestart();
    void lowersTheLimitsOfARunningSession();
    void answersForWhatIsNotThere();

private:
    // Torrents that download and have nobody to download from.
    [[nodiscard]] TorrentIds add(TestEngine &engine, int count, bool stopped = false)
    {
        TorrentIds ids;
        for (int i = 0; i < count; ++i) {
            const Content content = makeContent(folder("source"), "film " + std::to_string(i), {20'000}, TorrentFormat::V1, {}, false, unsigned(i) + 1);
            AddRequest request = test::request(content, folder("target"));
            request.stopped = stopped;
            if (const auto id = engine.add(request))
                ids.push_back(*id);
        }
        return ids;
    }
    // The torrents in the order of the queue.
    [[nodiscard]] static std::vector<std::size_t> order(const TestEngine &engine, const TorrentIds &ids)
    {
        std::vector<std::size_t> numbers(ids.size());
        std::iota(numbers.begin(), numbers.end(), std::size_t{0});
        std::ranges::sort(numbers, {}, [&](std::size_t i) { return engine.row(ids[i])->queuePosition; });
        return numbers;
    }
    using Order = std::vector<std::size_t>;
};

void tst_engine_queue::downloadsAsManyAtOnceAsTheSettingsSay()
{
    TestEngine engine(folder("profile"), {{"transfer/active_downloads", "2"}});
    VERIFY_OK(engine.start());
    const TorrentIds ids = add(engine, 3);
    QTRY_COMPARE(engine.state(ids[0]), TorrentState::Downloading);
    QTRY_COMPARE(engine.state(ids[1]), TorrentState::Downloading);
    QTRY_COMPARE(engine.state(ids[2]), TorrentState::QueuedForDownload);
    VERIFY_OK(engine.submit(StopTorrents{{ids[0]}}));
    QTRY_COMPARE(engine.state(ids[2]), TorrentState::Downloading);
}

void tst_engine_queue::swapsWhenTheSecondMovesUp()
{
    TestEngine engine(folder("profile"), {{"transfer/active_downloads", "1"}});
    VERIFY_OK(engine.start());
    const TorrentIds ids = add(engine, 2);
    QTRY_COMPARE(engine.state(ids[0]), TorrentState::Downloading);
    QTRY_COMPARE(engine.state(ids[1]), TorrentState::QueuedForDownload);
    VERIFY_OK(engine.submit(MoveInQueue{{ids[1]}, QueueMove::Up}));
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(ids[1]), TorrentState::Downloading, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(ids[0]), TorrentState::QueuedForDownload, 10'000);
    QCOMPARE(order(engine, ids), (Order{1, 0}));
}

void tst_engine_queue::movesSeveralAndKeepsTheirOrder_data()
{
    QTest::addColumn<QueueMove>("move");
    QTest::addColumn<Order>("after");
    QTest::newRow("top") << QueueMove::Top << Order{1, 3, 0, 2};
    QTest::newRow("up") << QueueMove::Up << Order{1, 0, 3, 2};
    QTest::newRow("down") << QueueMove::Down << Order{0, 2, 1, 3};
    QTest::newRow("bottom") << QueueMove::Bottom << Order{0, 2, 1, 3};
}

void tst_engine_queue::movesSeveralAndKeepsTheirOrder()
{
    QFETCH(QueueMove, move);
    QFETCH(Order, after);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const TorrentIds ids = add(engine, 4, true);
    QTRY_COMPARE(order(engine, ids), (Order{0, 1, 2, 3}));
    VERIFY_OK(engine.submit(MoveInQueue{{ids[1], ids[3]}, move}));
    Order stored(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        stored.at(static_cast<std::size_t>(storedRecord(folder("profile"), ids[i])->queuePosition.value())) = i;
    QCOMPARE(stored, after); // all is stored when the answer comes
    QTRY_COMPARE(order(engine, ids), after);
}

void tst_engine_queue::keepsTheOrderOverARestart()
{
    TorrentIds ids;
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        ids = add(engine, 4, true);
        VERIFY_OK(engine.submit(MoveInQueue{{ids[3]}, QueueMove::Top}));
        QTRY_COMPARE(order(engine, ids), (Order{3, 0, 1, 2}));
        VERIFY_OK(engine.stop());
    }
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    for (const TorrentId &id : ids)
        QTRY_COMPARE(engine.state(id), TorrentState::Stopped);
    QCOMPARE(order(engine, ids), (Order{3, 0, 1, 2}));
}

void tst_engine_queue::ignoresTheQueueWhenForced()
{
    TestEngine engine(folder("profile"), {{"transfer/active_downloads", "1"}});
    VERIFY_OK(engine.start());
    const TorrentIds ids = add(engine, 2);
    QTRY_COMPARE(engine.state(ids[1]), TorrentState::QueuedForDownload);
    VERIFY_OK(engine.submit(StartTorrents{{ids[1]}, true}));
    QTRY_COMPARE(engine.state(ids[1]), TorrentState::Downloading);
    QCOMPARE(engine.state(ids[0]), TorrentState::Downloading);
    QVERIFY(engine.row(ids[1])->forced);
    VERIFY_OK(engine.submit(StartTorrents{{ids[1]}, false})); // back into the queue
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(ids[1]), TorrentState::QueuedForDownload, 10'000);
    QVERIFY(!engine.row(ids[1])->forced);
}

void tst_engine_queue::stopsAndStarts()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const TorrentIds ids = add(engine, 1);
    QTRY_COMPARE(engine.state(ids[0]), TorrentState::Downloading);
    VERIFY_OK(engine.submit(StopTorrents{ids}));
    QTRY_COMPARE(engine.state(ids[0]), TorrentState::Stopped);
    VERIFY_OK(engine.submit(StartTorrents{ids}));
    QTRY_COMPARE(engine.state(ids[0]), TorrentState::Downloading);
    VERIFY_OK(engine.submit(StartTorrents{ids, true}));
    VERIFY_OK(engine.submit(StopTorrents{ids}));
    QTRY_COMPARE(engine.state(ids[0]), TorrentState::Stopped);
    QVERIFY(!engine.row(ids[0])->forced);
}

void tst_engine_queue::staysStoppedOverARestart()
{
    TorrentIds ids;
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        ids = add(engine, 2);
        VERIFY_OK(engine.submit(StopTorrents{{ids[0]}}));
        VERIFY_OK(engine.stop());
    }
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    QTRY_COMPARE(engine.state(ids[0]), TorrentState::Stopped);
    QTRY_COMPARE(engine.state(ids[1]), TorrentState::Downloading);
}

void tst_engine_queue::lowersTheLimitsOfARunningSession()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const TorrentIds ids = add(engine, 3);
    for (const TorrentId &id : ids)
        QTRY_COMPARE(engine.state(id), TorrentState::Downloading);
    settings::EngineSettings settings = engine.settings();
    settings.transfer.activeDownloads = 1;
    VERIFY_OK(await(engine.engine().configure(settings)));
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(ids[2]), TorrentState::QueuedForDownload, 10'000);
    QTRY_COMPARE(engine.state(ids[1]), TorrentState::QueuedForDownload);
    QCOMPARE(engine.state(ids[0]), TorrentState::Downloading);
    settings.transfer.activeDownloads = 0;
    VERIFY_FAILS(await(engine.engine().configure(settings)), EngineErrc::InvalidSetting);
    QCOMPARE(engine.settings().transfer.activeDownloads, 1);
}

void tst_engine_queue::answersForWhatIsNotThere()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const TorrentIds ids = add(engine, 1);
    const TorrentIds nobody{TorrentId()};
    for (const Command &command : std::vector<Command>{StartTorrents{nobody}, StopTorrents{nobody}, RecheckTorrents{nobody}, ReannounceTorrents{nobody},
             MoveInQueue{nobody}, SetSequential{nobody}, SetFirstLastFirst{nobody}, SetTorrentLimits{nobody, {}}, SetShareLimits{nobody, {}},
             RemoveTorrents{nobody}, RepairTorrent{}, MergeTrackers{}, AddPeer{{}, "127.0.0.1:1"}})
        VERIFY_FAILS(engine.submit(command), EngineErrc::NoSuchTorrent);
    VERIFY_OK(engine.submit(StopTorrents{{TorrentId(), ids[0]}})); // who is gone is passed over
    QTRY_COMPARE(engine.state(ids[0]), TorrentState::Stopped);
    for (const char *endpoint : {"", "127.0.0.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536", "example.org:80", "127.0.0.1:80 "})
        VERIFY_FAILS(engine.submit(AddPeer{ids[0], endpoint}), EngineErrc::UrlInvalid);
}

QTEST_GUILESS_MAIN(tst_engine_queue)
#include "tst_engine_queue.moc"
