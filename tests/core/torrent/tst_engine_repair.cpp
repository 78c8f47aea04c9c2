#include "core/database/database.h"
#include "core/torrent/session_store.h"
#include "tests/core/torrent/engine_test.h"
#include "tests/support/manual_clock.h"

using namespace trib;
using namespace trib::test;

// What is wrong with files and records, and what puts it right.
class tst_engine_repair : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void findsDamageAndFetchesItAgain();
    void findsWhatSomebodyElseHasPutThere();
    void noticesFilesThatHaveGone();
    void bringsAnUnreadableRecordBackFromASnapshot();
    void keepsAnUnreadableRecordThatNoSnapshotHas();
    void removesAnUnreadableRecord();

private:
    // One that ran, with a torrent whose record is then damaged, and another's that is not.
    void makeDamagedProfile(bool withSnapshot);

    TorrentId m_damaged;
    TorrentId m_other;
};

void tst_engine_repair::findsDamageAndFetchesItAgain()
{
    const Content content = makeContent(folder("source"), "album", {100'000, 200'000});
    std::filesystem::copy(folder("source"), folder("target"), std::filesystem::copy_options::recursive);
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(seeder.start());
    VERIFY_OK(leecher.start());
    VERIFY_OK(seeding(seeder, content, folder("source")));
    const auto id = seeding(leecher, content, folder("target"));
    VERIFY_OK(id);
    std::string bytes = readFile(folder("target") / content.files[1]);
    bytes[70'000] = static_cast<char>(bytes[70'000] ^ 1);
    writeFile(folder("target") / content.files[1], bytes);
    VERIFY_OK(leecher.submit(RecheckTorrents{{*id}}));
    QTRY_COMPARE(leecher.state(*id), TorrentState::Downloading);
    QCOMPARE(leecher.row(*id)->done.count(), 300'000 - 16'384);
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_COMPARE(leecher.state(*id), TorrentState::Seeding);
    QTRY_VERIFY(content.isIn(folder("target")));
    QVERIFY(leecher.row(*id)->downloaded.count() <= 2 * 16'384);
}

void tst_engine_repair::findsWhatSomebodyElseHasPutThere()
{
    const Content content = makeContent(folder("source"), "album", {100'000, 200'000});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    AddRequest add = request(content, folder("target"));
    add.stopped = true;
    const auto id = engine.add(add);
    VERIFY_OK(id);
    QTRY_COMPARE(engine.state(*id), TorrentState::Stopped);
    std::filesystem::copy(folder("source"), folder("target"), std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
    VERIFY_OK(engine.submit(RecheckTorrents{{*id}}));
    QTRY_COMPARE(engine.state(*id), TorrentState::Finished); // checked although it is stopped, and stopped still
    QCOMPARE(engine.row(*id)->done.count(), 300'000);
    settings::EngineSettings settings = engine.settings();
    settings.transfer.activeSeeds = 7;
    VERIFY_OK(await(engine.engine().configure(settings))); // brings libtorrent's flags in step
    VERIFY_OK(engine.submit(RecheckTorrents{{*id}}));
    VERIFY_OK(engine.submit(StartTorrents{{*id}})); // may be in the middle of it
    QTRY_COMPARE(engine.state(*id), TorrentState::Seeding);
}

void tst_engine_repair::noticesFilesThatHaveGone()
{
    const Content content = makeContent(folder("source"), "album", {100'000, 200'000});
    std::filesystem::copy(folder("source"), folder("target"), std::filesystem::copy_options::recursive);
    TorrentId id;
    {
        TestEngine engine(folder("leecher"));
        VERIFY_OK(engine.start());
        const auto added = seeding(engine, content, folder("target"));
        VERIFY_OK(added);
        id = *added;
        VERIFY_OK(engine.stop());
    }
    std::filesystem::remove(folder("target") / content.files[1]);
    TestEngine seeder(folder("seeder"));
    VERIFY_OK(seeder.start());
    VERIFY_OK(seeding(seeder, content, folder("source")));
    TestEngine engine(folder("leecher"));
    VERIFY_OK(engine.start());
    QTRY_COMPARE(engine.state(id), TorrentState::Failed);
    QCOMPARE(engine.row(id)->problem.kind, ProblemKind::MissingFiles);
    QCOMPARE(engine.row(id)->problem.path, (folder("target") / content.files[1]).string());
    QVERIFY(!std::filesystem::exists(folder("target") / content.files[1])); // nothing is downloaded before somebody says so
    VERIFY_OK(engine.submit(RepairTorrent{id}));
    QTRY_COMPARE(engine.state(id), TorrentState::Downloading);
    VERIFY_OK(engine.submit(AddPeer{id, seeder.endpoint()}));
    QTRY_COMPARE(engine.state(id), TorrentState::Seeding);
    QTRY_VERIFY(content.isIn(folder("target")));
    QVERIFY(engine.row(id)->downloaded.count() <= 200'000 + 16'384);
}

void tst_engine_repair::makeDamagedProfile(bool withSnapshot)
{
    const Content content = makeContent(folder("files"), "album", {20'000, 30'000});
    const Content other = makeContent(folder("files"), "film.mkv", {20'000}, TorrentFormat::V1, {}, false, 2);
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        m_damaged = *seeding(engine, content, folder("files"));
        m_other = *seeding(engine, other, folder("files"));
        VERIFY_OK(engine.submit(RenameFolder{m_damaged, "album", "record"}));
        VERIFY_OK(engine.submit(RenameTorrent{m_damaged, "My record"}));
        VERIFY_OK(engine.stop());
    }
    ManualClock tomorrow(SystemClock().wallNow() + std::chrono::hours(24));
    if (withSnapshot)
        VERIFY_OK(torrent::SessionStore::writeSnapshot(folder("profile"), tomorrow));
    auto database = database::Database::open(folder("profile") / "session.db");
    QVERIFY(database);
    const std::string damage = "UPDATE torrent SET download_limit=download_limit+1 WHERE id=x'" + m_damaged.toHex() + "'";
    VERIFY_OK(database->execute(damage.c_str()));
    QCOMPARE(database->changes(), std::int64_t{1});
}

void tst_engine_repair::bringsAnUnreadableRecordBackFromASnapshot()
{
    makeDamagedProfile(true);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    QTRY_COMPARE(engine.state(m_other), TorrentState::Seeding); // harmed by nothing
    QCOMPARE(engine.state(m_damaged), TorrentState::Failed);
    QCOMPARE(engine.row(m_damaged)->problem.kind, ProblemKind::UnreadableRecord);
    QCOMPARE(engine.row(m_damaged)->name, std::string("My record"));
    VERIFY_OK(engine.submit(RepairTorrent{m_damaged}));
    QTRY_COMPARE(engine.state(m_damaged), TorrentState::Seeding);
    QCOMPARE(engine.row(m_damaged)->contentPath, (folder("files") / "record").string());
    VERIFY_OK(engine.stop());
    TestEngine again(folder("profile"));
    VERIFY_OK(again.start());
    QTRY_COMPARE(again.state(m_damaged), TorrentState::Seeding);
}

void tst_engine_repair::keepsAnUnreadableRecordThatNoSnapshotHas()
{
    makeDamagedProfile(false);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    QTRY_COMPARE(engine.state(m_other), TorrentState::Seeding);
    VERIFY_OK(engine.submit(RepairTorrent{m_damaged}));
    VERIFY_FAILS(engine.submit(RecheckTorrents{{m_damaged}}), EngineErrc::StoreDamaged);
    VERIFY_FAILS(engine.submit(StartTorrents{{m_damaged}}), EngineErrc::StoreDamaged);
    VERIFY_OK(engine.submit(StopTorrents{{m_other, m_damaged}})); // passed over
    VERIFY_FAILS(engine.submit(MoveStorage{{m_damaged}, folder("target").string()}), EngineErrc::StoreDamaged);
    QCOMPARE(engine.state(m_damaged), TorrentState::Failed);
    QCOMPARE(engine.row(m_damaged)->problem.kind, ProblemKind::UnreadableRecord);
    VERIFY_OK(engine.stop());
    TestEngine again(folder("profile"));
    VERIFY_OK(again.start());
    QCOMPARE(again.row(m_damaged)->problem.kind, ProblemKind::UnreadableRecord);
    QCOMPARE(again.row(m_damaged)->name, std::string("My record"));
}

void tst_engine_repair::removesAnUnreadableRecord()
{
    makeDamagedProfile(false);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    VERIFY_OK(engine.submit(RemoveTorrents{{m_damaged}, FileDisposal::Delete}));
    QTRY_COMPARE(engine.size(), std::size_t{1});
    QVERIFY(std::filesystem::exists(folder("files") / "record")); // of files nothing is known
    VERIFY_OK(engine.stop());
    QVERIFY(!storedRecord(folder("profile"), m_damaged));
}

QTEST_GUILESS_MAIN(tst_engine_repair)
#include "tst_engine_repair.moc"
