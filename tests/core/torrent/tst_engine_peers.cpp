#include "tests/core/torrent/engine_test.h"
#include "tests/support/mmdb_file.h"

#include <fstream>

using namespace trib;
using namespace trib::test;

// What the details say of the pieces and peers of a download, and that a banned peer stays away. Two engines on loopback.
class tst_engine_peers : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void showsAPeerWithItsCountryAndWhatItIsGoodFor();
    void showsNoCountryWithoutADatabase();
    void mapsThePiecesAndWhatIsAvailable();
    void hangsUpOnABannedPeerForGood();
    void refusesToBanWhatIsNoAddress();
    void letsAPeerInAgainWhenItIsTakenFromTheList();
    void movesATrackerToAnotherTier();
    void asksOneTrackerAlone();

private:
    static constexpr int kPatience = 20'000; // milliseconds

    void start(settings::TextMap settings = {})
    {
        m_content = makeContent(folder("files"), "film.mkv", {4 << 20}, TorrentFormat::V1, {}, false, 1, 128 << 10); // pieces of several blocks
        m_seeder = std::make_unique<TestEngine>(folder("seeder"));
        VERIFY_OK(m_seeder->start());
        VERIFY_OK(seeding(*m_seeder, m_content, folder("files")));
        m_leecher = std::make_unique<TestEngine>(folder("leecher"), std::move(settings));
        VERIFY_OK(m_leecher->start());
        AddRequest slowly = request(m_content, folder("target"));
        slowly.limits.download = BytesPerSecond(64 << 10); // long enough to be looked at; the session's limit is not for loopback
        const auto id = m_leecher->add(slowly);
        VERIFY_OK(id);
        m_id = *id;
        DetailParts parts;
        parts.general = parts.peers = true;
        m_leecher->engine().watch(m_id, parts);
        VERIFY_OK(m_leecher->submit(AddPeer{m_id, m_seeder->endpoint()}));
        QTRY_COMPARE_WITH_TIMEOUT(peers(), 1, kPatience);
    }
    [[nodiscard]] int peers() const { return m_leecher->detail().peers ? static_cast<int>(m_leecher->detail().peers->size()) : 0; }
    [[nodiscard]] bool isConnectedAgain()
    {
        (void)m_leecher->submit(AddPeer{m_id, m_seeder->endpoint()});
        m_leecher->forgetDetail();
        return QTest::qWaitFor([&] { return m_leecher->detail().peers.has_value(); }) && peers() > 0;
    }

    std::unique_ptr<TestEngine> m_seeder;
    std::unique_ptr<TestEngine> m_leecher;
    Content m_content;
    TorrentId m_id;
};

void tst_engine_peers::cleanup()
{
    m_leecher.reset();
    m_seeder.reset();
}

void tst_engine_peers::showsAPeerWithItsCountryAndWhatItIsGoodFor()
{
    const auto file = folder("loopback-country.mmdb");
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << mmdbOf({{"127.0.0.0", 8, "JP"}});
    start({{"network/country_database", file.string()}});
    const PeerSnapshot &peer = m_leecher->detail().peers->front();
    QCOMPARE(peer.country, std::string("JP"));
    QVERIFY(!peer.fromDht && !peer.fromTracker && !peer.fromPex && !peer.fromLsd);
    QTRY_COMPARE_WITH_TIMEOUT(peers() == 1 ? m_leecher->detail().peers->front().relevancePermille : -1, 1000, kPatience);
}

void tst_engine_peers::showsNoCountryWithoutADatabase()
{
    start({{"network/country_database", "/nowhere/at/all.mmdb"}});
    QCOMPARE(m_leecher->detail().peers->front().country, std::string());
}

void tst_engine_peers::mapsThePiecesAndWhatIsAvailable()
{
    start();
    const auto map = [&] { return m_leecher->detail().general ? m_leecher->detail().general->pieceMap : PieceMap(); };
    QTRY_VERIFY_WITH_TIMEOUT(map().verified > 0 && map().inFlight > 0, kPatience);
    QCOMPARE(map().pieces, 32);
    QCOMPARE(map().runs.size(), std::size_t{32});
    QCOMPARE(map().unavailable, std::optional(0));
    QTRY_COMPARE_WITH_TIMEOUT(map().runs.back().leastCopies, std::uint16_t{1}, kPatience);
    VERIFY_OK(m_leecher->submit(BanPeers{{"127.0.0.1"}}));
    QTRY_VERIFY_WITH_TIMEOUT(map().unavailable.value_or(0) > 0, kPatience);
}

void tst_engine_peers::hangsUpOnABannedPeerForGood()
{
    start();
    VERIFY_OK(m_leecher->submit(BanPeers{{"127.0.0.1"}}));
    QTRY_COMPARE_WITH_TIMEOUT(peers(), 0, kPatience);
    QTRY_COMPARE(m_leecher->settings().network.bannedPeers, std::string("127.0.0.1"));
    QVERIFY(!isConnectedAgain());
    m_leecher = std::make_unique<TestEngine>(folder("leecher"));
    VERIFY_OK(m_leecher->start());
    DetailParts parts;
    parts.peers = true;
    m_leecher->engine().watch(m_id, parts);
    QTRY_COMPARE_WITH_TIMEOUT(m_leecher->state(m_id), TorrentState::Downloading, kPatience);
    QVERIFY(!isConnectedAgain());
}

void tst_engine_peers::refusesToBanWhatIsNoAddress()
{
    start();
    VERIFY_FAILS(m_leecher->submit(BanPeers{{"127.0.0.1", "everyone"}}), EngineErrc::InvalidSetting);
    QCOMPARE(m_leecher->settings().network.bannedPeers, std::string());
    QVERIFY(isConnectedAgain());
}

void tst_engine_peers::letsAPeerInAgainWhenItIsTakenFromTheList()
{
    start();
    VERIFY_OK(m_leecher->submit(BanPeers{{"127.0.0.1"}}));
    QTRY_COMPARE_WITH_TIMEOUT(peers(), 0, kPatience);
    QTRY_COMPARE(m_leecher->settings().network.bannedPeers, std::string("127.0.0.1"));
    settings::EngineSettings settings = m_leecher->settings();
    settings.network.bannedPeers.clear();
    VERIFY_OK(await(m_leecher->engine().configure(settings)));
    QTRY_VERIFY_WITH_TIMEOUT(isConnectedAgain(), kPatience);
}

void tst_engine_peers::movesATrackerToAnotherTier()
{
    start();
    const std::string one = "http://127.0.0.1:1/one/announce";
    const std::string two = "http://127.0.0.1:1/two/announce";
    DetailParts parts;
    parts.trackers = true;
    VERIFY_OK(m_leecher->submit(AddTrackers{m_id, {one}}));
    VERIFY_OK(m_leecher->submit(AddTrackers{m_id, {two}}));
    VERIFY_OK(m_leecher->submit(SetTrackerTier{m_id, two, 0}));
    VERIFY_OK(m_leecher->submit(SetTrackerTier{m_id, one, 3}));
    VERIFY_FAILS(m_leecher->submit(SetTrackerTier{m_id, "http://127.0.0.1:1/other", 0}), EngineErrc::NoSuchTracker);
    m_leecher->forgetDetail();
    m_leecher->engine().watch(m_id, parts);
    QTRY_VERIFY(m_leecher->detail().trackers && m_leecher->detail().trackers->size() == 2);
    std::map<std::string, int> tiers;
    for (const TrackerSnapshot &tracker : *m_leecher->detail().trackers)
        tiers[tracker.url] = tracker.tier;
    QCOMPARE(tiers.at(one), 3);
    QCOMPARE(tiers.at(two), 0);
}

void tst_engine_peers::asksOneTrackerAlone()
{
    start();
    const std::string dead = "http://127.0.0.1:1/announce";
    const std::string other = "http://127.0.0.1:2/announce";
    VERIFY_OK(m_leecher->submit(AddTrackers{m_id, {dead, other}}));
    DetailParts parts;
    parts.trackers = true;
    m_leecher->engine().watch(m_id, parts);
    const auto failures = [&](const std::string &url) {
        if (m_leecher->detail().trackers) {
            for (const TrackerSnapshot &tracker : *m_leecher->detail().trackers) {
                if (tracker.url == url)
                    return tracker.failures;
            }
        }
        return 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(failures(dead) == 1 && failures(other) == 1, kPatience);
    VERIFY_OK(m_leecher->submit(ReannounceTorrents{{m_id}, {other}}));
    QTRY_COMPARE_WITH_TIMEOUT(failures(other), 2, kPatience);
    QCOMPARE(failures(dead), 1);
}

QTEST_GUILESS_MAIN(tst_engine_peers)
#include "tst_engine_peers.moc"
