#include "tests/core/torrent/engine_test.h"

using namespace trib;
using namespace trib::test;

// Moving storage within a volume, by the engine's commands.
class tst_engine_moves : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void movesTheFilesAndSeedsThere_data();
    void movesTheFilesAndSeedsThere();
    void showsTheOldPathUntilItHasArrived();
    void movesWhatIsNotComplete();
    void movesAMagnetWithoutMetadata();
    void movesManyAtOnce();
    void refusesASecondMoveMeanwhile();
    void refusesRenamesMeanwhile();
    void movesAFileThatWasRenamedJustBefore();
    void overwritesNothing();
    void refusesPathsThatAnotherTorrentWrites();
    void refusesAFolderThatIsNoAbsolutePath();
    void knowsNoMoveToCancel();
    void goesOnAfterARestart();
};

void tst_engine_moves::movesTheFilesAndSeedsThere_data()
{
    QTest::addColumn<TorrentFormat>("format");
    QTest::addColumn<int>("files");
    QTest::newRow("one file") << TorrentFormat::V1 << 1;
    QTest::newRow("a folder") << TorrentFormat::V1 << 3;
    QTest::newRow("hybrid") << TorrentFormat::Hybrid << 3;
}

void tst_engine_moves::movesTheFilesAndSeedsThere()
{
    QFETCH(TorrentFormat, format);
    QFETCH(int, files);
    const Content original = makeContent(folder("original"), "album", std::vector<std::int64_t>(std::size_t(files), 20'001), format);
    std::filesystem::copy(folder("original"), folder("source"), std::filesystem::copy_options::recursive);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, original, folder("source"));
    VERIFY_OK(id);
    VERIFY_OK(engine.submit(MoveStorage{{*id}, folder("a new place").string()}));
    QTRY_COMPARE(engine.state(*id), TorrentState::Seeding);
    QCOMPARE(engine.row(*id)->savePath, folder("a new place").string());
    QCOMPARE(engine.row(*id)->contentPath, (folder("a new place") / "album").string());
    QVERIFY(original.isIn(folder("a new place")));
    QVERIFY(treeOf(folder("source")).empty());
    VERIFY_OK(engine.stop());
    const auto record = storedRecord(folder("profile"), *id);
    QCOMPARE(record->savePath, folder("a new place").string());
    QVERIFY(record->movingTo.empty() && record->movedFrom.empty() && record->moveVolume.mountPoint.empty());
}

void tst_engine_moves::showsTheOldPathUntilItHasArrived()
{
    const Content content = makeContent(folder("source"), "film.mkv", {100'000});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, folder("source"));
    VERIFY_OK(id);
    int moving = 0;
    int elsewhere = 0;
    connect(&engine.engine(), &engine::TorrentEngine::changed, this, [&](const engine::DeltaPointer &delta) {
        for (const SnapshotPointer &row : delta->upserted) {
            moving += row->state == TorrentState::Moving;
            elsewhere += row->state == TorrentState::Moving && row->savePath != folder("source").string();
        }
    });
    VERIFY_OK(engine.submit(MoveStorage{{*id}, folder("target").string()}));
    QTRY_COMPARE(engine.state(*id), TorrentState::Seeding);
    QVERIFY(moving > 0);
    QCOMPARE(elsewhere, 0);
}

void tst_engine_moves::movesWhatIsNotComplete()
{
    const Content content = makeContent(folder("source"), "album", {40'000, 40'000, 40'000});
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(seeder.start());
    VERIFY_OK(leecher.start());
    VERIFY_OK(seeding(seeder, content, folder("source")));
    AddRequest add = request(content, folder("before"));
    add.priorities = {FilePriority::DoNotDownload, FilePriority::Normal, FilePriority::DoNotDownload}; // the borders lie in the part file
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_COMPARE(leecher.state(*id), TorrentState::Seeding);
    VERIFY_OK(leecher.submit(MoveStorage{{*id}, folder("after").string()}));
    QTRY_COMPARE(leecher.state(*id), TorrentState::Seeding);
    QVERIFY(treeOf(folder("before")).empty());
    VERIFY_OK(leecher.submit(SetFilePriorities{*id, {{FileIndex(0), FilePriority::Normal}, {FileIndex(2), FilePriority::Normal}}}));
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_VERIFY(content.isIn(folder("after")));
    QTRY_COMPARE(leecher.row(*id)->done.count(), 120'000);
    QVERIFY(leecher.row(*id)->downloaded.count() < 120'000 + 16'384); // nothing twice
    QVERIFY(treeOf(folder("before")).empty());
}

void tst_engine_moves::movesAMagnetWithoutMetadata()
{
    const Content content = makeContent(folder("source"), "film.mkv", {10'000});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    AddRequest add;
    add.source = MagnetLink{content.magnet};
    add.savePath = folder("before").string();
    const auto id = engine.add(add);
    VERIFY_OK(id);
    VERIFY_OK(engine.submit(MoveStorage{{*id}, folder("after").string()}));
    QTRY_COMPARE(engine.state(*id), TorrentState::FetchingMetadata);
    TestEngine seeder(folder("seeder"));
    VERIFY_OK(seeder.start());
    VERIFY_OK(seeding(seeder, content, folder("source")));
    VERIFY_OK(engine.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(*id), TorrentState::Seeding, 20'000);
    QTRY_VERIFY(content.isIn(folder("after")));
}

void tst_engine_moves::movesManyAtOnce()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    std::vector<Content> contents;
    TorrentIds ids;
    for (const unsigned seed : {1u, 2u, 3u}) {
        contents.push_back(makeContent(folder("source"), "film " + std::to_string(seed), {30'000}, TorrentFormat::V1, {}, false, seed));
        const auto id = seeding(engine, contents.back(), folder("source"));
        VERIFY_OK(id);
        ids.push_back(*id);
    }
    std::filesystem::copy(folder("source"), folder("original"));
    auto two = engine.engine().submit(MoveStorage{{ids[0], ids[1]}, folder("target").string()});
    auto third = engine.engine().submit(MoveStorage{{ids[2]}, folder("another").string()});
    VERIFY_OK(await(two));
    VERIFY_OK(await(third));
    for (const TorrentId &id : ids)
        QTRY_COMPARE(engine.state(id), TorrentState::Seeding);
    for (Content &content : contents)
        content.root = folder("original").string();
    QVERIFY(contents[0].isIn(folder("target")));
    QVERIFY(contents[1].isIn(folder("target")));
    QVERIFY(contents[2].isIn(folder("another")));
    QVERIFY(treeOf(folder("source")).empty());
}

void tst_engine_moves::refusesASecondMoveMeanwhile()
{
    const Content content = makeContent(folder("source"), "film.mkv", {100'000});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, folder("source"));
    VERIFY_OK(id);
    auto first = engine.engine().submit(MoveStorage{{*id}, folder("target").string()});
    auto second = engine.engine().submit(MoveStorage{{*id}, folder("another").string()});
    VERIFY_FAILS(await(second), EngineErrc::MoveInProgress);
    VERIFY_OK(await(first));
    QVERIFY(!std::filesystem::exists(folder("another")));
}

void tst_engine_moves::refusesRenamesMeanwhile()
{
    const Content content = makeContent(folder("original"), "album", {30'000, 30'000});
    std::filesystem::copy(folder("original"), folder("source"), std::filesystem::copy_options::recursive);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, folder("source"));
    VERIFY_OK(id);
    auto move = engine.engine().submit(MoveStorage{{*id}, folder("target").string()});
    auto file = engine.engine().submit(RenameFile{*id, FileIndex(0), "album/other name"});
    auto directory = engine.engine().submit(RenameFolder{*id, "album", "record"});
    auto name = engine.engine().submit(RenameTorrent{*id, "a name of mine"}); // of the row alone
    auto priorities = engine.engine().submit(SetFilePriorities{*id, {{FileIndex(0), FilePriority::DoNotDownload}}});
    VERIFY_FAILS(await(file), EngineErrc::MoveInProgress);
    VERIFY_FAILS(await(directory), EngineErrc::MoveInProgress);
    VERIFY_FAILS(await(priorities), EngineErrc::MoveInProgress);
    VERIFY_OK(await(name));
    VERIFY_OK(await(move));
    QTRY_COMPARE(engine.state(*id), TorrentState::Seeding);
    QVERIFY(content.isIn(folder("target")));
    QCOMPARE(engine.row(*id)->name, std::string("a name of mine"));
}

void tst_engine_moves::movesAFileThatWasRenamedJustBefore()
{
    const Content content = makeContent(folder("original"), "album", {30'000, 30'000});
    std::filesystem::copy(folder("original"), folder("source"), std::filesystem::copy_options::recursive);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, folder("source"));
    VERIFY_OK(id);
    auto rename = engine.engine().submit(RenameFolder{*id, "album", "record"});
    auto move = engine.engine().submit(MoveStorage{{*id}, folder("target").string()});
    VERIFY_OK(await(rename));
    VERIFY_OK(await(move));
    QTRY_COMPARE(engine.state(*id), TorrentState::Seeding);
    QCOMPARE(engine.row(*id)->contentPath, (folder("target") / "record").string());
    QVERIFY(treeOf(folder("source")).empty());
    VERIFY_OK(engine.stop());
    TestEngine again(folder("profile"));
    VERIFY_OK(again.start());
    QTRY_COMPARE(again.state(*id), TorrentState::Seeding);
    QCOMPARE(again.row(*id)->contentPath, (folder("target") / "record").string());
}

void tst_engine_moves::overwritesNothing()
{
    const Content content = makeContent(folder("source"), "album", {30'000, 30'000});
    writeFile(folder("target") / content.files[1], "something else");
    const FileTree before = treeOf(folder("target"));
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, folder("source"));
    VERIFY_OK(id);
    VERIFY_FAILS(engine.submit(MoveStorage{{*id}, folder("target").string()}), EngineErrc::TargetExists);
    QTRY_COMPARE(engine.state(*id), TorrentState::Seeding);
    QCOMPARE(engine.row(*id)->savePath, folder("source").string());
    QVERIFY(treeOf(folder("target")) == before);
    QVERIFY(content.isIn(folder("source")));
    VERIFY_OK(engine.stop());
    QVERIFY(storedRecord(folder("profile"), *id)->movingTo.empty());
}

// Its files need not be there yet.
void tst_engine_moves::refusesPathsThatAnotherTorrentWrites()
{
    const Content mine = makeContent(folder("source"), "album", {30'000, 30'000});
    const Content theirs = makeContent(folder("theirs"), "album", {30'000, 30'000}, TorrentFormat::V1, {}, false, 2);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, mine, folder("source"));
    VERIFY_OK(id);
    AddRequest other = request(theirs, folder("target"));
    other.stopped = true;
    VERIFY_OK(engine.add(other));
    VERIFY_FAILS(engine.submit(MoveStorage{{*id}, folder("target").string()}), EngineErrc::PathInUse);
    QTRY_COMPARE(engine.state(*id), TorrentState::Seeding);
    QVERIFY(mine.isIn(folder("source")));
}

void tst_engine_moves::refusesAFolderThatIsNoAbsolutePath()
{
    const Content content = makeContent(folder("source"), "film.mkv", {10'000});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, folder("source"));
    VERIFY_OK(id);
    VERIFY_FAILS(engine.submit(MoveStorage{{*id}, "elsewhere"}), EngineErrc::PathInvalid);
    VERIFY_FAILS(engine.submit(MoveStorage{{*id}, ""}), EngineErrc::PathInvalid);
    VERIFY_FAILS(engine.submit(MoveStorage{{TorrentId()}, folder("target").string()}), EngineErrc::NoSuchTorrent);
    VERIFY_OK(engine.submit(MoveStorage{{*id}, folder("source").string() + "/"})); // where it is
    QCOMPARE(engine.state(*id), TorrentState::Seeding);
}

void tst_engine_moves::knowsNoMoveToCancel()
{
    const Content content = makeContent(folder("source"), "film.mkv", {10'000});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, folder("source"));
    VERIFY_OK(id);
    VERIFY_FAILS(engine.submit(CancelMove{*id}), EngineErrc::NotMoving);
    VERIFY_FAILS(engine.submit(CancelMove{TorrentId()}), EngineErrc::NoSuchTorrent);
}

void tst_engine_moves::goesOnAfterARestart()
{
    const Content content = makeContent(folder("original"), "album", {30'000, 30'000});
    std::filesystem::copy(folder("original"), folder("source"), std::filesystem::copy_options::recursive);
    TorrentId id;
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        const auto added = seeding(engine, content, folder("source"));
        VERIFY_OK(added);
        id = *added;
        auto move = engine.engine().submit(MoveStorage{{id}, folder("target").string()});
        VERIFY_OK(engine.stop()); // before the first byte was copied
        VERIFY_FAILS(await(move), EngineErrc::ShuttingDown);
    }
    QCOMPARE(storedRecord(folder("profile"), id)->movingTo, folder("target").string());
    QVERIFY(content.isIn(folder("source")));
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    QTRY_COMPARE(engine.state(id), TorrentState::Seeding);
    QCOMPARE(engine.row(id)->savePath, folder("target").string());
    QVERIFY(content.isIn(folder("target")));
    QTRY_VERIFY(treeOf(folder("source")).empty());
}

QTEST_GUILESS_MAIN(tst_engine_moves)
#include "tst_engine_moves.moc"
