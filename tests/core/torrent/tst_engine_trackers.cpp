#include "tests/core/torrent/engine_test.h"

using namespace trib;
using namespace trib::test;

// Trackers, web seeds and super seeding, by the engine's commands. What is stored is looked at in a copy of the profile, as after a kill.
class tst_engine_trackers : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addsTrackersBehindTheOthers();
    void addsTrackersToAPrivateTorrentThatIsAskedTo();
    void replacesATrackerInItsTier();
    void replacesATrackerByOneThatIsThere();
    void removesTrackers();
    void changesWebSeeds();
    void keepsAllOfItOverAKill();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void refusesAnUnknownTracker();
    void seedsAllTheSameWhenSuperSeeding();

private:
    using Urls = std::vector<std::string>;
    using Tiers = std::vector<std::pair<std::string, int>>;

    // Of a torrent as the engine shows it.
    [[nodiscard]] static Tiers trackers(TestEngine &engine, const TorrentId &id)
    {
        const TorrentDetail *detail = details(engine, id);
        Tiers tiers;
        for (const TrackerSnapshot &tracker : detail ? *detail->trackers : std::vector<TrackerSnapshot>())
            tiers.emplace_back(tracker.url, tracker.tier);
        std::ranges::sort(tiers, {}, [](const auto &tracker) { return std::pair(tracker.second, tracker.first); }); // within a tier, what fails goes last
        return tiers;
    }
    [[nodiscard]] static Urls webSeeds(TestEngine &engine, const TorrentId &id)
    {
        const TorrentDetail *detail = details(engine, id);
        Urls urls = detail ? detail->general->webSeeds : Urls();
        std::ranges::sort(urls);
        return urls;
    }
    [[nodiscard]] static const TorrentDetail *details(TestEngine &engine, const TorrentId &id)
    {
        engine.engine().watch(std::nullopt, {});
        DetailParts parts;
        parts.general = parts.trackers = true;
        engine.forgetDetail();
        engine.engine().watch(id, parts);
        const bool there = QTest::qWaitFor([&] { return engine.detail().id == id && engine.detail().trackers && engine.detail().general; });
        return there ? &engine.detail() : nullptr;
    }
    void start(const Urls &trackers, bool isPrivate = false)
    {
        m_content = makeContent(folder("files"), "film.mkv", {40'000}, TorrentFormat::V1, trackers, isPrivate);
        const auto id = seeding(*m_engine, m_content, folder("files"));
        VERIFY_OK(id);
        m_id = *id;
    }

    std::unique_ptr<TestEngine> m_engine;
    Content m_content;
    TorrentId m_id;
};

namespace {

const std::string kOne = "http://127.0.0.1:1/one/announce";
const std::string kTwo = "http://127.0.0.1:1/two/announce";
const std::string kThree = "udp://127.0.0.2:1/announce"; // libtorrent would put it before http of the same host
const std::string kSeed = "http://127.0.0.1:1/files/";

} // namespace

void tst_engine_trackers::init()
{
    m_engine = std::make_unique<TestEngine>(folder("profile"));
    VERIFY_OK(m_engine->start());
}

void tst_engine_trackers::cleanup()
{
    m_engine.reset();
}

void tst_engine_trackers::addsTrackersBehindTheOthers()
{
    start({kOne});
    VERIFY_OK(m_engine->submit(AddTrackers{m_id, {kTwo, kOne, kThree}}));
    QCOMPARE(trackers(*m_engine, m_id), (Tiers{{kOne, 0}, {kTwo, 1}, {kThree, 1}}));
}

void tst_engine_trackers::addsTrackersToAPrivateTorrentThatIsAskedTo()
{
    start({kOne}, true);
    VERIFY_FAILS(m_engine->submit(MergeTrackers{m_id, {kTwo}}), EngineErrc::PrivateMergeRefused);
    VERIFY_OK(m_engine->submit(AddTrackers{m_id, {kTwo}}));
    QCOMPARE(trackers(*m_engine, m_id), (Tiers{{kOne, 0}, {kTwo, 1}}));
}

void tst_engine_trackers::replacesATrackerInItsTier()
{
    start({kOne});
    VERIFY_OK(m_engine->submit(AddTrackers{m_id, {kTwo}}));
    VERIFY_OK(m_engine->submit(ReplaceTracker{m_id, kTwo, kThree}));
    QCOMPARE(trackers(*m_engine, m_id), (Tiers{{kOne, 0}, {kThree, 1}}));
}

void tst_engine_trackers::replacesATrackerByOneThatIsThere()
{
    start({kOne});
    VERIFY_OK(m_engine->submit(AddTrackers{m_id, {kTwo}}));
    VERIFY_OK(m_engine->submit(ReplaceTracker{m_id, kOne, kTwo}));
    QCOMPARE(trackers(*m_engine, m_id), (Tiers{{kTwo, 0}}));
}

void tst_engine_trackers::removesTrackers()
{
    start({kOne});
    VERIFY_OK(m_engine->submit(AddTrackers{m_id, {kTwo}}));
    VERIFY_OK(m_engine->submit(RemoveTrackers{m_id, {kOne, kThree}}));
    QCOMPARE(trackers(*m_engine, m_id), (Tiers{{kTwo, 1}}));
    VERIFY_OK(m_engine->submit(RemoveTrackers{m_id, {kTwo}}));
    QCOMPARE(trackers(*m_engine, m_id), Tiers{});
}

void tst_engine_trackers::changesWebSeeds()
{
    start({});
    VERIFY_OK(m_engine->submit(ChangeWebSeeds{m_id, {kSeed, "http://127.0.0.1:1/other/"}, {}}));
    QCOMPARE(webSeeds(*m_engine, m_id), (Urls{kSeed, "http://127.0.0.1:1/other/"}));
    VERIFY_OK(m_engine->submit(ChangeWebSeeds{m_id, {}, {kSeed}}));
    QCOMPARE(webSeeds(*m_engine, m_id), Urls{"http://127.0.0.1:1/other/"});
}

void tst_engine_trackers::keepsAllOfItOverAKill()
{
    start({kOne});
    VERIFY_OK(m_engine->submit(ReplaceTracker{m_id, kOne, kTwo}));
    VERIFY_OK(m_engine->submit(ChangeWebSeeds{m_id, {kSeed}, {}}));
    VERIFY_OK(m_engine->submit(SetSuperSeeding{{m_id}, true}));
    std::filesystem::copy(folder("profile"), folder("as it was"), std::filesystem::copy_options::recursive);
    TestEngine again(folder("as it was"));
    VERIFY_OK(again.start());
    QTRY_COMPARE(again.state(m_id), TorrentState::Seeding);
    QCOMPARE(trackers(again, m_id), (Tiers{{kTwo, 0}}));
    QCOMPARE(webSeeds(again, m_id), Urls{kSeed});
    QVERIFY(again.row(m_id)->superSeeding);
}

void tst_engine_trackers::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<std::string>("url");
    QTest::newRow("no scheme") << std::string("tracker.example/announce");
    QTest::newRow("another scheme") << std::string("file:///etc/passwd");
    QTest::newRow("a line break") << std::string("http://tracker.example/a\nb");
    QTest::newRow("empty") << std::string();
}

void tst_engine_trackers::refusesWhatIsNoAddress()
{
    QFETCH(std::string, url);
    start({kOne});
    VERIFY_FAILS(m_engine->submit(AddTrackers{m_id, {kTwo, url}}), EngineErrc::UrlInvalid);
    VERIFY_FAILS(m_engine->submit(MergeTrackers{m_id, {kTwo, url}}), EngineErrc::UrlInvalid);
    VERIFY_FAILS(m_engine->submit(ReplaceTracker{m_id, kOne, url}), EngineErrc::UrlInvalid);
    VERIFY_FAILS(m_engine->submit(ChangeWebSeeds{m_id, {kSeed, url}, {}}), EngineErrc::UrlInvalid);
    QCOMPARE(trackers(*m_engine, m_id), (Tiers{{kOne, 0}}));
    QCOMPARE(webSeeds(*m_engine, m_id), Urls{});
}

void tst_engine_trackers::refusesAnUnknownTracker()
{
    start({kOne});
    VERIFY_FAILS(m_engine->submit(ReplaceTracker{m_id, kTwo, kThree}), EngineErrc::NoSuchTracker);
    VERIFY_FAILS(m_engine->submit(AddTrackers{TorrentId(), {kTwo}}), EngineErrc::NoSuchTorrent);
}

void tst_engine_trackers::seedsAllTheSameWhenSuperSeeding()
{
    start({});
    VERIFY_OK(m_engine->submit(SetSuperSeeding{{m_id}, true}));
    QTRY_VERIFY(m_engine->row(m_id)->superSeeding);
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(leecher.start());
    const auto id = leecher.add(request(m_content, folder("target")));
    VERIFY_OK(id);
    VERIFY_OK(leecher.submit(AddPeer{*id, m_engine->endpoint()}));
    QTRY_COMPARE_WITH_TIMEOUT(leecher.state(*id), TorrentState::Seeding, 30'000);
    QVERIFY(m_content.isIn(folder("target")));
}

QTEST_GUILESS_MAIN(tst_engine_trackers)
#include "tst_engine_trackers.moc"
