#include "tests/core/torrent/engine_test.h"
#include "tests/support/manual_clock.h"

#include <algorithm>

using namespace trib;
using namespace trib::test;
using namespace std::chrono_literals;

// Share limits: each condition, each action.
class tst_engine_shares : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void endsAfterTheTimeOfSeeding_data();
    void endsAfterTheTimeOfSeeding();
    void endsWhenNobodyHasTakenAnything();
    void endsAtTheRatio();
    void takesTheSettingsWhereTheTorrentHasNoLimitsOfItsOwn();
    void goesOnWhenForced();
    void keepsItsLimitsOverARestart();
    void tellsTheTimeOfWhatMovesNoData();

private:
    [[nodiscard]] bool isThere() const { return m_content.isIn(folder("files")); }

    ManualClock m_clock;
    std::unique_ptr<TestEngine> m_engine;
    Content m_content;
    TorrentId m_id;
};

void tst_engine_shares::init()
{
    m_engine = std::make_unique<TestEngine>(folder("profile"), settings::TextMap{{"storage/use_trash", "false"}}, &m_clock);
    VERIFY_OK(m_engine->start());
    m_content = makeContent(folder("original"), "film.mkv", {40'000});
    std::filesystem::copy(folder("original"), folder("files"));
    const auto id = m_engine->add(request(m_content, folder("files")));
    VERIFY_OK(id);
    m_id = *id;
    QTRY_COMPARE(m_engine->state(m_id), TorrentState::Seeding);
}

void tst_engine_shares::cleanup()
{
    m_engine.reset();
}

void tst_engine_shares::endsAfterTheTimeOfSeeding_data()
{
    QTest::addColumn<ShareLimitAction>("action");
    QTest::newRow("stop") << ShareLimitAction::Stop;
    QTest::newRow("remove") << ShareLimitAction::Remove;
    QTest::newRow("remove with files") << ShareLimitAction::RemoveWithFiles;
}

void tst_engine_shares::endsAfterTheTimeOfSeeding()
{
    QFETCH(ShareLimitAction, action);
    ShareLimits limits;
    limits.seedingTime = 90min;
    limits.action = action;
    VERIFY_OK(m_engine->submit(SetShareLimits{{m_id}, limits}));
    m_clock.advance(91min);
    if (action == ShareLimitAction::Stop)
        QTRY_COMPARE(m_engine->state(m_id), TorrentState::Finished);
    else
        QTRY_COMPARE(m_engine->size(), std::size_t{0});
    QTRY_COMPARE(isThere(), action != ShareLimitAction::RemoveWithFiles);
}

void tst_engine_shares::endsWhenNobodyHasTakenAnything()
{
    ShareLimits limits;
    limits.inactiveTime = 30min;
    VERIFY_OK(m_engine->submit(SetShareLimits{{m_id}, limits}));
    m_clock.advance(30min);
    QTRY_COMPARE(m_engine->state(m_id), TorrentState::Finished);
    QVERIFY(isThere());
}

void tst_engine_shares::endsAtTheRatio()
{
    ShareLimits limits;
    limits.ratioPermille = 1000;
    VERIFY_OK(m_engine->submit(SetShareLimits{{m_id}, limits}));
    m_clock.advance(24h); // time alone does not count
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(leecher.start());
    const auto id = leecher.add(request(m_content, folder("target")));
    VERIFY_OK(id);
    QCOMPARE(m_engine->state(m_id), TorrentState::Seeding);
    VERIFY_OK(leecher.submit(AddPeer{*id, m_engine->endpoint()}));
    QTRY_COMPARE(leecher.state(*id), TorrentState::Seeding);
    QTRY_COMPARE(m_engine->state(m_id), TorrentState::Finished);
    QVERIFY(m_engine->row(m_id)->ratioPermille >= 1000);
}

void tst_engine_shares::takesTheSettingsWhereTheTorrentHasNoLimitsOfItsOwn()
{
    const Content other = makeContent(folder("files"), "their film.mkv", {40'000}, TorrentFormat::V1, {}, false, 2);
    const auto id = m_engine->add(request(other, folder("files")));
    VERIFY_OK(id);
    QTRY_COMPARE(m_engine->state(*id), TorrentState::Seeding);
    VERIFY_OK(m_engine->submit(SetShareLimits{{*id}, ShareLimits{}})); // none, whatever the settings say
    settings::EngineSettings settings = m_engine->settings();
    settings.transfer.seedingTime = 60min;
    settings.transfer.shareAction = ShareLimitAction::Remove;
    VERIFY_OK(await(m_engine->engine().configure(settings)));
    m_clock.advance(61min);
    QTRY_COMPARE(m_engine->size(), std::size_t{1});
    QCOMPARE(m_engine->state(*id), TorrentState::Seeding);
    QVERIFY(isThere());
}

void tst_engine_shares::goesOnWhenForced()
{
    const Content other = makeContent(folder("files"), "their film.mkv", {40'000}, TorrentFormat::V1, {}, false, 2);
    const auto id = m_engine->add(request(other, folder("files")));
    VERIFY_OK(id);
    QTRY_COMPARE(m_engine->state(*id), TorrentState::Seeding);
    ShareLimits limits;
    limits.seedingTime = 10min;
    VERIFY_OK(m_engine->submit(SetShareLimits{{m_id, *id}, limits}));
    VERIFY_OK(m_engine->submit(StartTorrents{{m_id}, true}));
    m_clock.advance(11min);
    QTRY_COMPARE(m_engine->state(*id), TorrentState::Finished);
    QCOMPARE(m_engine->state(m_id), TorrentState::Seeding);
}

void tst_engine_shares::keepsItsLimitsOverARestart()
{
    ShareLimits limits;
    limits.ratioPermille = 2500;
    limits.seedingTime = 90min;
    limits.action = ShareLimitAction::Remove;
    VERIFY_OK(m_engine->submit(SetShareLimits{{m_id}, limits}));
    VERIFY_OK(m_engine->stop());
    m_engine = std::make_unique<TestEngine>(folder("profile"), settings::TextMap{}, &m_clock);
    VERIFY_OK(m_engine->start());
    QTRY_COMPARE(m_engine->state(m_id), TorrentState::Seeding);
    QVERIFY(m_engine->row(m_id)->shareLimits == limits);
    m_clock.advance(90min);
    QTRY_COMPARE(m_engine->size(), std::size_t{0});
    QVERIFY(isThere());
}

void tst_engine_shares::tellsTheTimeOfWhatMovesNoData()
{
    // libtorrent goes by a clock of its own, and may put the row right again
    std::chrono::seconds most{};
    connect(&m_engine->engine(), &engine::TorrentEngine::changed, this, [&](const engine::DeltaPointer &delta) {
        for (const SnapshotPointer &row : delta->upserted)
            most = std::max(most, std::min(row->seedingTime, row->activeTime));
    });
    m_clock.advance(61min);
    QTRY_VERIFY(most >= 61min);
    QVERIFY(most < 63min);
}

QTEST_GUILESS_MAIN(tst_engine_shares)
#include "tst_engine_shares.moc"
