#include "tests/core/torrent/engine_test.h"

#include <algorithm>

using namespace trib;
using namespace trib::test;

// The files of a torrent: what is shown of them, and their priorities.
class tst_engine_files : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void showsAndCountsNoPadding_data() { addPaddedFormats(); }
    void showsAndCountsNoPadding();
    void countsFilesWithoutPaddingInPriorities_data() { addPaddedFormats(); }
    void countsFilesWithoutPaddingInPriorities();
    void countsFilesWithoutPaddingInRenames_data() { addPaddedFormats(); }
    void countsFilesWithoutPaddingInRenames();
    void takesPrioritiesWhileItIsStopped();
    void takesPrioritiesWhileItDownloads();
    void takesPrioritiesWhenItIsDone();
    void takesPrioritiesBeforeItsMetadata();
    void keepsPrioritiesOverARestart_data();
    void keepsPrioritiesOverARestart();
    void refusesPrioritiesOfFilesThatItHasNot();
    void downloadsTheFirstAndLastPiecesFirst();
    void downloadsInOrderWhenAsked();

private:
    static void addPaddedFormats()
    {
        QTest::addColumn<TorrentFormat>("format");
        QTest::newRow("hybrid") << TorrentFormat::Hybrid;
        QTest::newRow("v1 with pad files") << TorrentFormat::V1Padded;
        if (takesVersion2Only())
            QTest::newRow("v2") << TorrentFormat::V2;
    }
    static void start(TestEngine &seeder, const Content &content, TestEngine &leecher)
    {
        VERIFY_OK(seeder.start());
        VERIFY_OK(leecher.start());
        const auto id = seeder.add(request(content, content.root));
        VERIFY_OK(id);
        QTRY_COMPARE(seeder.state(*id), TorrentState::Seeding);
    }
    // The files of the content that are whole below `folder`.
    static std::vector<int> whole(const Content &content, const std::filesystem::path &folder)
    {
        std::vector<int> indexes;
        for (std::size_t i = 0; i < content.files.size(); ++i) {
            const std::string there = readFile(folder / content.files[i]);
            if (!there.empty() && there == readFile(std::filesystem::path(content.root) / content.files[i]))
                indexes.push_back(static_cast<int>(i));
        }
        return indexes;
    }
};

void tst_engine_files::showsAndCountsNoPadding()
{
    QFETCH(TorrentFormat, format);
    const Content content = makeContent(folder("source"), "album", {20'001, 3, 40'000}, format);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto preview = engine.preview(TorrentFileBytes{content.metainfo});
    VERIFY_OK(preview);
    QCOMPARE(preview->size.count(), 60'004);
    QCOMPARE(preview->files.size(), std::size_t{3});
    const auto id = seeding(engine, content, folder("source"));
    VERIFY_OK(id);
    const TorrentSnapshot &row = *engine.row(*id);
    QCOMPARE(row.size.count(), 60'004);
    QCOMPARE(row.wanted.count(), 60'004);
    QCOMPARE(row.done.count(), 60'004);
    QCOMPARE(row.fileCount, 3);
    QCOMPARE(row.progressPermille, 1000);
    engine.engine().watch(*id, {.files = true});
    QTRY_VERIFY(engine.detail().files && engine.detail().fileProgress);
    QCOMPARE(engine.detail().files->size(), std::size_t{3});
    QCOMPARE(engine.detail().fileProgress->size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(preview->files[i].path, content.files[i]);
        QCOMPARE((*engine.detail().files)[i].path, content.files[i]);
        QCOMPARE((*engine.detail().files)[i].size, preview->files[i].size);
        QTRY_COMPARE((*engine.detail().fileProgress)[i], preview->files[i].size);
    }
}

void tst_engine_files::countsFilesWithoutPaddingInPriorities()
{
    QFETCH(TorrentFormat, format);
    const Content content = makeContent(folder("source"), "album", {20'001, 30'003, 40'000, 7}, format);
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    start(seeder, content, leecher);
    using enum FilePriority;
    AddRequest add = request(content, folder("target"));
    add.priorities = {DoNotDownload, Normal, DoNotDownload, DoNotDownload};
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_COMPARE(leecher.state(*id), TorrentState::Seeding);
    QCOMPARE(leecher.row(*id)->wanted.count(), 30'003);
    QTRY_COMPARE(whole(content, folder("target")), std::vector<int>{1});
    VERIFY_OK(leecher.submit(SetFilePriorities{*id, {{FileIndex(3), High}}}));
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_COMPARE(whole(content, folder("target")), (std::vector<int>{1, 3}));
    leecher.engine().watch(*id, {.files = true});
    QTRY_VERIFY(leecher.detail().files);
    QTRY_COMPARE(leecher.detail().files->at(3).priority, High);
    QCOMPARE(leecher.detail().files->at(2).priority, DoNotDownload);
    VERIFY_FAILS(leecher.submit(SetFilePriorities{*id, {{FileIndex(4), Normal}}}), EngineErrc::NoSuchFile);
}

void tst_engine_files::countsFilesWithoutPaddingInRenames()
{
    QFETCH(TorrentFormat, format);
    const Content content = makeContent(folder("source"), "album", {20'001, 30'003, 40'000}, format);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, folder("source"));
    VERIFY_OK(id);
    const std::string third = readFile(folder("source") / content.files[2]);
    VERIFY_OK(engine.submit(RenameFile{*id, FileIndex(2), "album/the third"}));
    QVERIFY(readFile(folder("source") / "album" / "the third") == third);
    QVERIFY(!std::filesystem::exists(folder("source") / content.files[2]));
    VERIFY_FAILS(engine.submit(RenameFile{*id, FileIndex(3), "album/the fourth"}), EngineErrc::NoSuchFile);
}

void tst_engine_files::takesPrioritiesWhileItIsStopped()
{
    const Content content = makeContent(folder("source"), "album", {32'768, 32'768, 32'768});
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    start(seeder, content, leecher);
    AddRequest add = request(content, folder("target"));
    add.stopped = true;
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    QTRY_COMPARE(leecher.state(*id), TorrentState::Stopped);
    VERIFY_OK(leecher.submit(SetFilePriorities{*id, {{FileIndex(0), FilePriority::DoNotDownload}, {FileIndex(2), FilePriority::DoNotDownload}}}));
    VERIFY_OK(leecher.submit(StartTorrents{{*id}}));
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_COMPARE(leecher.state(*id), TorrentState::Seeding);
    QTRY_COMPARE(whole(content, folder("target")), std::vector<int>{1});
}

void tst_engine_files::takesPrioritiesWhileItDownloads()
{
    const Content content = makeContent(folder("source"), "album", {1 << 20, 1 << 20});
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    start(seeder, content, leecher);
    AddRequest add = request(content, folder("target"));
    add.limits.download = BytesPerSecond(100'000);
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_COMPARE(leecher.state(*id), TorrentState::Downloading);
    VERIFY_OK(leecher.submit(SetFilePriorities{*id, {{FileIndex(0), FilePriority::DoNotDownload}}}));
    QTRY_COMPARE(leecher.row(*id)->wanted.count(), 1 << 20);
    VERIFY_OK(leecher.submit(SetTorrentLimits{{*id}, {}}));
    QTRY_COMPARE_WITH_TIMEOUT(leecher.state(*id), TorrentState::Seeding, 20'000);
    QTRY_COMPARE(whole(content, folder("target")), std::vector<int>{1});
}

void tst_engine_files::takesPrioritiesWhenItIsDone()
{
    const Content content = makeContent(folder("source"), "album", {32'768, 32'768});
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    start(seeder, content, leecher);
    AddRequest add = request(content, folder("target"));
    add.priorities = {FilePriority::Normal, FilePriority::DoNotDownload};
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_COMPARE(leecher.state(*id), TorrentState::Seeding);
    VERIFY_OK(leecher.submit(SetFilePriorities{*id, {{FileIndex(1), FilePriority::Low}}}));
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_COMPARE(leecher.row(*id)->done.count(), 65'536);
    QTRY_COMPARE(leecher.state(*id), TorrentState::Seeding);
    QTRY_COMPARE(whole(content, folder("target")), (std::vector<int>{0, 1}));
}

void tst_engine_files::takesPrioritiesBeforeItsMetadata()
{
    const Content content = makeContent(folder("source"), "album", {32'768, 32'768, 32'768});
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    start(seeder, content, leecher);
    AddRequest add;
    add.source = MagnetLink{content.magnet};
    add.savePath = folder("target").string();
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    VERIFY_OK(leecher.submit(SetFilePriorities{*id, {{FileIndex(0), FilePriority::DoNotDownload}, {FileIndex(2), FilePriority::DoNotDownload}}}));
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_COMPARE_WITH_TIMEOUT(leecher.state(*id), TorrentState::Seeding, 20'000);
    QCOMPARE(leecher.row(*id)->wanted.count(), 32'768);
    QTRY_COMPARE(whole(content, folder("target")), std::vector<int>{1});
}

void tst_engine_files::keepsPrioritiesOverARestart_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("ended in order") << false;
    QTest::newRow("killed after the answer") << true;
}

void tst_engine_files::keepsPrioritiesOverARestart()
{
    QFETCH(bool, killed);
    const Content content = makeContent(folder("source"), "album", {32'768, 32'768});
    TorrentId id;
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        AddRequest add = request(content, folder("target"));
        add.stopped = true;
        const auto added = engine.add(add);
        VERIFY_OK(added);
        id = *added;
        QTRY_COMPARE(engine.state(id), TorrentState::Stopped);
        VERIFY_OK(engine.submit(SetFilePriorities{id, {{FileIndex(0), FilePriority::DoNotDownload}}}));
        if (killed)
            std::filesystem::copy(folder("profile"), folder("as it was"), std::filesystem::copy_options::recursive);
        VERIFY_OK(engine.stop());
    }
    TestEngine engine(folder(killed ? "as it was" : "profile"));
    VERIFY_OK(engine.start());
    engine.engine().watch(id, {.files = true});
    QTRY_VERIFY(engine.detail().files);
    QCOMPARE(engine.detail().files->at(0).priority, FilePriority::DoNotDownload);
    QCOMPARE(engine.detail().files->at(1).priority, FilePriority::Normal);
    QTRY_COMPARE(engine.row(id)->wanted.count(), 32'768);
}

void tst_engine_files::refusesPrioritiesOfFilesThatItHasNot()
{
    const Content content = makeContent(folder("source"), "album", {32'768, 32'768});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, folder("source"));
    VERIFY_OK(id);
    for (const int index : {-1, 2, 1'000'000})
        VERIFY_FAILS(engine.submit(SetFilePriorities{*id, {{FileIndex(index), FilePriority::Low}}}), EngineErrc::NoSuchFile);
    VERIFY_FAILS(engine.submit(SetFilePriorities{TorrentId(), {}}), EngineErrc::NoSuchTorrent);
}

void tst_engine_files::downloadsTheFirstAndLastPiecesFirst()
{
    const Content content = makeContent(folder("source"), "film.mkv", {64 * 16'384});
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    start(seeder, content, leecher);
    AddRequest add = request(content, folder("target"));
    add.firstLastFirst = true;
    add.limits.download = BytesPerSecond(60'000);
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    QVERIFY(leecher.row(*id)->firstLastFirst);
    leecher.engine().watch(*id, {.general = true});
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    const auto have = [&] {
        std::vector<std::size_t> pieces;
        for (std::size_t i = 0; leecher.detail().general && i < leecher.detail().general->pieces.size(); ++i) {
            if (leecher.detail().general->pieces[i])
                pieces.push_back(i);
        }
        return pieces;
    };
    // a seeder reads from its disk by several threads and may answer the first few requests in another order
    QTRY_VERIFY_WITH_TIMEOUT(have().size() >= 2 && have().front() == 0 && have().back() == 63, 10'000);
    QVERIFY(have().size() < 10);
}

void tst_engine_files::downloadsInOrderWhenAsked()
{
    const Content content = makeContent(folder("source"), "film.mkv", {64 * 16'384});
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    start(seeder, content, leecher);
    AddRequest add = request(content, folder("target"));
    add.limits.download = BytesPerSecond(80'000);
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    VERIFY_OK(leecher.submit(SetSequential{{*id}, true}));
    QTRY_VERIFY(leecher.row(*id)->sequential);
    leecher.engine().watch(*id, {.general = true});
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    const auto count = [&] {
        const auto &general = leecher.detail().general;
        return general ? std::count(general->pieces.begin(), general->pieces.end(), true) : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(count() >= 8, 15'000);
    const auto &pieces = leecher.detail().general->pieces;
    QVERIFY(count() < 48);
    // some requests are under way at once, so the front is a little ragged
    const auto last = std::find(pieces.rbegin(), pieces.rend(), true).base() - pieces.begin();
    QVERIFY(last <= count() + 8);
}

QTEST_GUILESS_MAIN(tst_engine_files)
#include "tst_engine_files.moc"
