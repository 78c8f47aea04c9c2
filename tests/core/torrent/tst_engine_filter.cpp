#include "tests/core/torrent/engine_test.h"
#include "tests/core/torrent/loopback_server.h"
#include "tests/support/manual_clock.h"

#include <fstream>

using namespace trib;
using namespace trib::test;

// Lists of addresses through the engine: two engines on loopback, one of which shuts the other out.
class tst_engine_filter : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void shutsOutAPeerThatIsListedFromTheBeginning();
    void hangsUpOnAPeerThatIsListedLater();
    void letsAPeerInThatIsListedNoMore();
    void countsTheRangesOfAllLists();
    void keepsWhatAListHeldWhenItGivesNothing_data();
    void keepsWhatAListHeldWhenItGivesNothing();
    void fetchesAListAndKeepsItOverARestart();
    void fetchesAnewWhenItIsTime();
    void triesAgainLaterWhatCouldNotBeFetched();
    void saysWhichListCannotBeUsed();
    void startsThoughNoListCanBeRead();
    void shutsOutBannedPeersAsWell();

private:
    static constexpr int kPatience = 20'000; // milliseconds

    void write(const std::string &name, const std::string &text)
    {
        std::filesystem::create_directories(folder("lists"));
        std::ofstream(folder("lists") / name, std::ios::binary) << text;
    }
    [[nodiscard]] std::string path(const std::string &name) const { return (folder("lists") / name).string(); }

    void start(settings::TextMap settings)
    {
        m_engine.reset();
        m_engine = std::make_unique<TestEngine>(folder("leecher"), std::move(settings), &m_clock);
        VERIFY_OK(m_engine->start());
    }
    [[nodiscard]] static settings::TextMap with(const std::string &lists) { return {{"filter/enabled", "true"}, {"filter/lists", lists}}; }
    void configure(bool enabled, const std::string &lists)
    {
        settings::EngineSettings settings = m_engine->settings();
        settings.filter.enabled = enabled;
        settings.filter.lists = lists;
        VERIFY_OK(await(m_engine->engine().configure(settings)));
    }
    void addDownload()
    {
        m_content = makeContent(folder("files"), "film.mkv", {4 << 20}, TorrentFormat::V1, {}, false, 1, 128 << 10);
        m_seeder = std::make_unique<TestEngine>(folder("seeder"));
        VERIFY_OK(m_seeder->start());
        VERIFY_OK(seeding(*m_seeder, m_content, folder("files")));
        AddRequest slowly = request(m_content, folder("target"));
        slowly.limits.download = BytesPerSecond(64 << 10); // long enough to be looked at
        const auto id = m_engine->add(slowly);
        VERIFY_OK(id);
        m_id = *id;
        QTRY_COMPARE_WITH_TIMEOUT(m_engine->state(m_id), TorrentState::Downloading, kPatience); // before that it connects to nobody
        DetailParts parts;
        parts.general = parts.peers = true;
        m_engine->engine().watch(m_id, parts);
    }
    [[nodiscard]] int peers() const { return m_engine->detail().peers ? static_cast<int>(m_engine->detail().peers->size()) : 0; }
    // Within a few looks, half a second each.
    [[nodiscard]] bool isConnected()
    {
        for (int i = 0; i < 10; ++i) {
            (void)m_engine->submit(AddPeer{m_id, m_seeder->endpoint()});
            m_engine->forgetDetail();
            if (QTest::qWaitFor([&] { return m_engine->detail().peers.has_value(); }) && peers() > 0)
                return true;
        }
        return false;
    }
    [[nodiscard]] int ranges() const { return m_engine->status().filterRanges; }

    ManualClock m_clock;
    std::unique_ptr<TestEngine> m_seeder;
    std::unique_ptr<TestEngine> m_engine;
    Content m_content;
    TorrentId m_id;
};

void tst_engine_filter::cleanup()
{
    m_engine.reset();
    m_seeder.reset();
}

void tst_engine_filter::shutsOutAPeerThatIsListedFromTheBeginning()
{
    write("a.p2p", "Loopback:127.0.0.0-127.255.255.255\n");
    start(with(path("a.p2p")));
    addDownload();
    QVERIFY(!isConnected());
    QTRY_COMPARE(ranges(), 1);
    // nor the other way: the seeder calls
    (void)m_seeder->submit(AddPeer{m_id, m_engine->endpoint()});
    m_engine->forgetDetail();
    QTRY_VERIFY(m_engine->detail().peers.has_value());
    QCOMPARE(peers(), 0);
}

void tst_engine_filter::hangsUpOnAPeerThatIsListedLater()
{
    write("a.dat", "127.000.000.001 - 127.000.000.001 , 000 , me\n");
    start({});
    addDownload();
    QVERIFY(isConnected());
    configure(true, path("a.dat"));
    QTRY_COMPARE(ranges(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(peers(), 0, kPatience);
    QVERIFY(!isConnected());
}

void tst_engine_filter::letsAPeerInThatIsListedNoMore()
{
    write("a.txt", "127.0.0.0/8\n");
    start(with(path("a.txt")));
    addDownload();
    QVERIFY(!isConnected());
    configure(false, path("a.txt"));
    QTRY_COMPARE(ranges(), 0);
    QVERIFY(isConnected());
}

void tst_engine_filter::countsTheRangesOfAllLists()
{
    write("a, b.txt", "198.51.100.0/24\n203.0.113.0/24\nnonsense\n");
    write("c.txt", "203.0.113.77\n2001:db8::/32\n");
    start(with(folder("lists").string() + "/a%2C b.txt, " + path("c.txt")));
    QTRY_COMPARE(ranges(), 3);
    QVERIFY(!m_engine->status().filterError);
}

void tst_engine_filter::keepsWhatAListHeldWhenItGivesNothing_data()
{
    QTest::addColumn<QByteArray>("then");
    QTest::addColumn<bool>("restart");
    QTest::newRow("empty") << QByteArray("") << false;
    QTest::newRow("empty at the next start") << QByteArray("") << true;
    QTest::newRow("a page at the next start") << QByteArray("<html>sorry</html>") << true;
    QTest::newRow("damaged gzip") << QByteArray("\x1F\x8B\x08nonsense") << false;
}

void tst_engine_filter::keepsWhatAListHeldWhenItGivesNothing()
{
    QFETCH(QByteArray, then);
    QFETCH(bool, restart);
    write("a.txt", "127.0.0.0/8\n");
    start(with(path("a.txt")));
    QTRY_COMPARE(ranges(), 1);
    write("a.txt", then.toStdString());
    if (restart)
        start(with(path("a.txt")));
    else
        VERIFY_FAILS(m_engine->submit(UpdateFilterLists{}), EngineErrc::AddressListUnusable);
    QTRY_VERIFY(m_engine->status().filterError == make_error_code(EngineErrc::AddressListUnusable));
    QCOMPARE(m_engine->status().filterList, path("a.txt"));
    QTRY_COMPARE(ranges(), 1);
    addDownload();
    QVERIFY(!isConnected());
}

void tst_engine_filter::fetchesAListAndKeepsItOverARestart()
{
    auto server = std::make_unique<LoopbackServer>([](Peer &peer) {
        (void)peer.readHead();
        peer.write(okAnswer("198.51.100.0/24\n203.0.113.0/24\n"));
    });
    const std::string list = server->url("/list.p2p");
    start(with(list));
    QTRY_COMPARE_WITH_TIMEOUT(ranges(), 2, kPatience);
    server.reset();
    start(with(list));
    QTRY_COMPARE_WITH_TIMEOUT(ranges(), 2, kPatience);
    QVERIFY(!m_engine->status().filterError);
    VERIFY_FAILS(m_engine->submit(UpdateFilterLists{}), EngineErrc::ConnectFailed);
    QTRY_VERIFY(m_engine->status().filterError == make_error_code(EngineErrc::ConnectFailed));
    QCOMPARE(ranges(), 2);
}

void tst_engine_filter::fetchesAnewWhenItIsTime()
{
    std::atomic<int> asked = 0;
    LoopbackServer server([&](Peer &peer) {
        (void)peer.readHead();
        peer.write(okAnswer(++asked == 1 ? "198.51.100.0/24\n" : "198.51.100.0/24\n203.0.113.0/24\n"));
    });
    start(with(server.url("/list")));
    QTRY_COMPARE_WITH_TIMEOUT(ranges(), 1, kPatience);
    m_clock.advance(std::chrono::hours(6 * 24));
    QTest::qWait(2500); // housekeeping has looked
    QCOMPARE(asked.load(), 1);
    m_clock.advance(std::chrono::hours(25));
    QTRY_COMPARE_WITH_TIMEOUT(ranges(), 2, kPatience);
    VERIFY_OK(m_engine->submit(UpdateFilterLists{}));
    QCOMPARE(asked.load(), 3);
}

void tst_engine_filter::triesAgainLaterWhatCouldNotBeFetched()
{
    std::atomic<int> asked = 0;
    LoopbackServer server([&](Peer &peer) {
        (void)peer.readHead();
        peer.write(okAnswer(++asked == 1 ? "<html>busy</html>" : "198.51.100.0/24\n"));
    });
    start(with(server.url("/list")));
    QTRY_VERIFY_WITH_TIMEOUT(m_engine->status().filterError == make_error_code(EngineErrc::AddressListUnusable), kPatience);
    QCOMPARE(m_engine->status().filterList, server.url("/list"));
    QTest::qWait(2500);
    QCOMPARE(asked.load(), 1);
    m_clock.advance(std::chrono::minutes(11));
    QTRY_COMPARE_WITH_TIMEOUT(ranges(), 1, kPatience);
    QTRY_VERIFY(!m_engine->status().filterError);
}

void tst_engine_filter::saysWhichListCannotBeUsed()
{
    write("good.txt", "198.51.100.0/24\n");
    start(with(path("good.txt") + ',' + path("missing.txt")));
    QTRY_VERIFY(m_engine->status().filterError == make_error_code(EngineErrc::AddressListUnusable));
    QCOMPARE(m_engine->status().filterList, path("missing.txt"));
    QCOMPARE(ranges(), 1); // the others hold
    configure(true, "relative.txt");
    QTRY_VERIFY(m_engine->status().filterError == make_error_code(EngineErrc::PathInvalid));
}

void tst_engine_filter::startsThoughNoListCanBeRead()
{
    start(with(path("missing.txt")));
    addDownload();
    QVERIFY(isConnected());
}

void tst_engine_filter::shutsOutBannedPeersAsWell()
{
    write("a.txt", "198.51.100.0/24\n");
    start(with(path("a.txt")));
    QTRY_COMPARE(ranges(), 1);
    addDownload();
    QVERIFY(isConnected());
    VERIFY_OK(m_engine->submit(BanPeers{{"127.0.0.1"}}));
    QTRY_COMPARE_WITH_TIMEOUT(peers(), 0, kPatience);
    VERIFY_OK(m_engine->submit(UpdateFilterLists{})); // takes nothing away from that
    QVERIFY(!isConnected());
}

QTEST_GUILESS_MAIN(tst_engine_filter)
#include "tst_engine_filter.moc"
