#include "tests/core/torrent/engine_test.h"

using namespace trib;
using namespace trib::test;

// Two real engines on loopback, one seeding to the other.
class tst_engine_transfer : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void downloadsByteForByte_data();
    void downloadsByteForByte();
    void showsWhatAMagnetHoldsBeforeAnythingIsDownloaded();
    void downloadsAMagnet_data();
    void downloadsAMagnet();
    void downloadsOnlyTheFilesThatAMagnetAsksFor();
    void goesOnWhereItWasAfterARestart();
    void doesNotDownloadAgainWhatIsOnDisk();
};

namespace {

void addFormats()
{
    QTest::addColumn<TorrentFormat>("format");
    QTest::newRow("v1") << TorrentFormat::V1;
    QTest::newRow("hybrid") << TorrentFormat::Hybrid;
    if (takesVersion2Only())
        QTest::newRow("v2") << TorrentFormat::V2;
}

} // namespace

void tst_engine_transfer::downloadsByteForByte_data()
{
    addFormats();
}

void tst_engine_transfer::downloadsByteForByte()
{
    QFETCH(TorrentFormat, format);
    const Content content = makeContent(folder("source"), "album", {100'000, 0, 1, 300'001}, format);
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(seeder.start());
    VERIFY_OK(leecher.start());
    VERIFY_OK(seeding(seeder, content, folder("source")));
    const auto id = leecher.add(request(content, folder("target")));
    VERIFY_OK(id);
    QVERIFY(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_COMPARE_WITH_TIMEOUT(leecher.state(*id), TorrentState::Seeding, 20'000);
    QTRY_COMPARE(leecher.finishedSignals(), 1);
    QCOMPARE(leecher.row(*id)->progressPermille, 1000);
    QVERIFY(leecher.row(*id)->completed.has_value());
    VERIFY_OK(leecher.stop());
    QVERIFY(content.isIn(folder("target")));
}

void tst_engine_transfer::showsWhatAMagnetHoldsBeforeAnythingIsDownloaded()
{
    const Content content = makeContent(folder("source"), "album", {100'000, 5'000});
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(seeder.start());
    VERIFY_OK(leecher.start());
    VERIFY_OK(seeding(seeder, content, folder("source")));

    const auto preview = leecher.preview(MagnetLink{content.magnet + "&x.pe=" + seeder.endpoint()});
    QVERIFY2(preview, preview ? "" : preview.error().detail.c_str());
    QVERIFY(preview->hasMetadata);
    QCOMPARE(preview->files.size(), std::size_t{2});
    QCOMPARE(preview->size, Bytes(105'000));
    QVERIFY(!preview->duplicateOf);
    QCOMPARE(leecher.size(), std::size_t{0});
    QVERIFY(!std::filesystem::exists(folder("leecher") / "metadata"));

    AddRequest add;
    add.source = MagnetLink{content.magnet + "&x.pe=" + seeder.endpoint()};
    add.savePath = folder("target").string();
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    QTRY_COMPARE_WITH_TIMEOUT(leecher.state(*id), TorrentState::Seeding, 20'000);
    VERIFY_OK(leecher.stop());
    QVERIFY(content.isIn(folder("target")));
}

void tst_engine_transfer::downloadsAMagnet_data()
{
    addFormats();
}

void tst_engine_transfer::downloadsAMagnet()
{
    QFETCH(TorrentFormat, format);
    const Content content = makeContent(folder("source"), "album", {100'000, 70'000}, format);
    TestEngine seeder(folder("seeder"));
    VERIFY_OK(seeder.start());
    VERIFY_OK(seeding(seeder, content, folder("source")));
    AddRequest add;
    add.source = MagnetLink{content.magnet + "&x.pe=" + seeder.endpoint()};
    add.savePath = folder("target").string();
    TorrentId id;
    {
        TestEngine leecher(folder("leecher"));
        VERIFY_OK(leecher.start());
        const auto added = leecher.add(add);
        QVERIFY(added);
        id = *added;
        QTRY_COMPARE_WITH_TIMEOUT(leecher.state(id), TorrentState::Seeding, 20'000);
        QCOMPARE(leecher.row(id)->fileCount, 2);
        VERIFY_OK(leecher.stop());
    }
    QVERIFY(content.isIn(folder("target")));
    TestEngine again(folder("leecher"));
    VERIFY_OK(again.start());
    QTRY_COMPARE(again.state(id), TorrentState::Seeding);
    VERIFY_OK(again.stop());
}

void tst_engine_transfer::downloadsOnlyTheFilesThatAMagnetAsksFor()
{
    const Content content = makeContent(folder("source"), "album", {32'768, 32'768, 32'768});
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(seeder.start());
    VERIFY_OK(leecher.start());
    VERIFY_OK(seeding(seeder, content, folder("source")));
    AddRequest add;
    add.source = MagnetLink{content.magnet + "&so=1&x.pe=" + seeder.endpoint()};
    add.savePath = folder("target").string();
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    QTRY_COMPARE_WITH_TIMEOUT(leecher.state(*id), TorrentState::Seeding, 20'000);
    QCOMPARE(leecher.row(*id)->wanted.count(), 32'768);
    VERIFY_OK(leecher.stop());
    QVERIFY(std::filesystem::exists(folder("target") / content.files[1]));
    QVERIFY(!std::filesystem::exists(folder("target") / content.files[0]));
    QVERIFY(!std::filesystem::exists(folder("target") / content.files[2]));
}

void tst_engine_transfer::goesOnWhereItWasAfterARestart()
{
    const Content content = makeContent(folder("source"), "film.mkv", {8 << 20});
    TestEngine seeder(folder("seeder"));
    VERIFY_OK(seeder.start());
    AddRequest slow = request(content, folder("source"));
    slow.limits.upload = BytesPerSecond(1'500'000); // of the torrent: libtorrent exempts loopback from the session's
    const auto seeded = seeder.add(slow);
    QVERIFY(seeded);
    QTRY_COMPARE(seeder.state(*seeded), TorrentState::Seeding);
    TorrentId id;
    Bytes before;
    {
        TestEngine leecher(folder("leecher"));
        VERIFY_OK(leecher.start());
        const auto added = leecher.add(request(content, folder("target")));
        QVERIFY(added);
        id = *added;
        QVERIFY(leecher.submit(AddPeer{id, seeder.endpoint()}));
        QTRY_VERIFY_WITH_TIMEOUT(leecher.row(id)->done.count() > (1 << 20), 20'000);
        VERIFY_OK(leecher.stop());
        before = leecher.row(id)->done;
    }
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(leecher.start());
    QTRY_COMPARE(leecher.state(id), TorrentState::Downloading);
    QVERIFY(leecher.row(id)->done >= before);
    QVERIFY(leecher.submit(AddPeer{id, seeder.endpoint()}));
    QTRY_COMPARE_WITH_TIMEOUT(leecher.state(id), TorrentState::Seeding, 30'000);
    // libtorrent counts what it received: little more than the content, over both runs
    QVERIFY(leecher.row(id)->downloaded.count() < (8 << 20) + (1 << 20));
    VERIFY_OK(leecher.stop());
    QVERIFY(content.isIn(folder("target")));
}

void tst_engine_transfer::doesNotDownloadAgainWhatIsOnDisk()
{
    const Content content = makeContent(folder("source"), "film.mkv", {1 << 20});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, folder("source"));
    VERIFY_OK(id);
    QCOMPARE(engine.row(*id)->downloaded, Bytes(0));
    QCOMPARE(engine.finishedSignals(), 0);
    VERIFY_OK(engine.stop());
}

QTEST_GUILESS_MAIN(tst_engine_transfer)
#include "tst_engine_transfer.moc"
