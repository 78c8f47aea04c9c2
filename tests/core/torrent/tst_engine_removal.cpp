#include "tests/core/torrent/engine_test.h"
#include "tests/support/manual_clock.h"
#include "tests/support/mount_namespace.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

using namespace trib;
using namespace trib::test;

// Torrents leave the list, with or without their files. In a mount namespace: the trash is one of its own.
class tst_engine_removal : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void removes_data();
    void removes();
    void removesNothingWhereThereIsNoTrash();
    void onlyStopsAtAShareLimitWhereThereIsNoTrash();
    void tellsExactlyWhatWouldGo();
    void sparesWhatAnotherTorrentUses();
    void sparesWhatIsNotItsOwn();
    void removesWhatIsBeingDownloaded();
    void removesAMagnetAtOnce();
    void removesManyAtOnce();
    void staysAwayAfterAKill();
    void removesOnceWhenAskedTwice();
    void leavesNothingForTheEndToWaitFor();

private:
    [[nodiscard]] std::filesystem::path home() const { return folder("home"); }
    void forbidTrash() const { writeFile(home() / "data", "a file where the trash would have to be"); }
    // Files below a folder, by their last names.
    [[nodiscard]] static std::vector<std::string> files(const std::filesystem::path &folder)
    {
        std::vector<std::string> names;
        for (const auto &[path, entry] : treeOf(folder)) {
            if (entry.type == 'f')
                names.push_back(std::filesystem::path(path).filename().string());
        }
        std::ranges::sort(names);
        return names;
    }
    using Names = std::vector<std::string>;
};

void tst_engine_removal::init()
{
    std::filesystem::create_directories(home());
    QVERIFY(mountTmpfs(home().string(), "size=32m,mode=755", "home"));
    qputenv("HOME", QByteArray::fromStdString(home().string()));
    qputenv("XDG_DATA_HOME", QByteArray::fromStdString((home() / "data").string()));
}

void tst_engine_removal::cleanup()
{
    while (unmountLazily(home().string())) {}
}

void tst_engine_removal::removes_data()
{
    QTest::addColumn<FileDisposal>("disposal");
    QTest::addColumn<bool>("stopped");
    for (const bool stopped : {false, true}) {
        const char *const how = stopped ? ", stopped" : ", seeding";
        QTest::addRow("keep%s", how) << FileDisposal::Keep << stopped;
        QTest::addRow("trash%s", how) << FileDisposal::Trash << stopped;
        QTest::addRow("delete%s", how) << FileDisposal::Delete << stopped;
    }
}

void tst_engine_removal::removes()
{
    QFETCH(FileDisposal, disposal);
    QFETCH(bool, stopped);
    const Content content = makeContent(home() / "files", "album", {20'000, 30'000}, TorrentFormat::Hybrid);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, content.root);
    VERIFY_OK(id);
    if (stopped) {
        VERIFY_OK(engine.submit(StopTorrents{{*id}}));
        QTRY_COMPARE(engine.state(*id), TorrentState::Finished);
    }
    VERIFY_OK(engine.submit(RemoveTorrents{{*id}, disposal}));
    // all of it is true when the answer comes
    QCOMPARE(treeOf(home() / "files").empty(), disposal != FileDisposal::Keep);
    const Names inTrash = files(home() / "data" / "Trash" / "files");
    QCOMPARE(inTrash, disposal == FileDisposal::Trash ? (Names{"file 0.bin", "file 1.bin"}) : Names());
    QVERIFY(!storedRecord(folder("profile"), *id));
    QTRY_COMPARE(engine.size(), std::size_t{0});
    VERIFY_FAILS(engine.submit(RemoveTorrents{{*id}}), EngineErrc::NoSuchTorrent);
}

void tst_engine_removal::removesNothingWhereThereIsNoTrash()
{
    forbidTrash();
    const Content content = makeContent(home() / "files", "film.mkv", {20'000});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, content.root);
    VERIFY_OK(id);
    VERIFY_FAILS(engine.submit(RemoveTorrents{{*id}, FileDisposal::Trash}), EngineErrc::NoTrash);
    QCOMPARE(engine.state(*id), TorrentState::Seeding);
    QVERIFY(content.isIn(content.root));
    VERIFY_OK(engine.submit(RemoveTorrents{{*id}, FileDisposal::Delete}));
    QTRY_COMPARE(engine.size(), std::size_t{0});
    QVERIFY(treeOf(home() / "files").empty());
}

void tst_engine_removal::onlyStopsAtAShareLimitWhereThereIsNoTrash()
{
    forbidTrash();
    const Content content = makeContent(home() / "files", "film.mkv", {20'000});
    ManualClock clock;
    TestEngine engine(folder("profile"), {}, &clock);
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, content.root);
    VERIFY_OK(id);
    ShareLimits limits;
    limits.seedingTime = std::chrono::minutes(90);
    limits.action = ShareLimitAction::RemoveWithFiles;
    VERIFY_OK(engine.submit(SetShareLimits{{*id}, limits}));
    clock.advance(std::chrono::minutes(91));
    QTRY_COMPARE(engine.state(*id), TorrentState::Finished);
    QVERIFY(content.isIn(content.root));
}

void tst_engine_removal::tellsExactlyWhatWouldGo()
{
    const Content content = makeContent(home() / "files", "album", {20'000, 30'000, 5}, TorrentFormat::Hybrid);
    std::filesystem::remove(home() / "files" / content.files[2]);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = engine.add(request(content, content.root));
    VERIFY_OK(id);
    QTRY_COMPARE(engine.state(*id), TorrentState::Downloading);
    const auto plan = engine.planRemoval({*id});
    VERIFY_OK(plan);
    QCOMPARE(plan->files, (Names{(home() / "files" / content.files[0]).string(), (home() / "files" / content.files[1]).string()}));
    QCOMPARE(plan->size.count(), 50'000);
    QVERIFY(plan->shared.empty());
    QVERIFY(plan->trashAvailable);
}

void tst_engine_removal::sparesWhatAnotherTorrentUses()
{
    const Content one = makeContent(home() / "files", "film.mkv", {50'000});
    const Content two = makeContent(home() / "other", "film.mkv", {50'000}, TorrentFormat::V1, {}, false, 1, 32 << 10); // the same file
    TorrentId first;
    TorrentId second;
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        first = *seeding(engine, one, one.root);
        second = *seeding(engine, two, two.root);
        VERIFY_OK(engine.stop());
    }
    // as an older version could leave it; ours lets no two torrents write one file
    QVERIFY(changeStored(folder("profile"), second, [&](torrent::TorrentRecord &record) { record.savePath = one.root; }));
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    QTRY_COMPARE(engine.state(first), TorrentState::Seeding);
    QTRY_COMPARE(engine.state(second), TorrentState::Seeding);
    const auto plan = engine.planRemoval({first});
    VERIFY_OK(plan);
    QVERIFY(plan->files.empty());
    QCOMPARE(plan->shared, Names{(home() / "files" / "film.mkv").string()});
    const auto both = engine.planRemoval({first, second});
    VERIFY_OK(both);
    QCOMPARE(both->files.size(), std::size_t{1});
    VERIFY_OK(engine.submit(RemoveTorrents{{first}, FileDisposal::Delete}));
    QVERIFY(one.isIn(home() / "files"));
    QCOMPARE(engine.state(second), TorrentState::Seeding);
    VERIFY_OK(engine.submit(RemoveTorrents{{second}, FileDisposal::Delete}));
    QVERIFY(treeOf(home() / "files").empty());
}

void tst_engine_removal::sparesWhatIsNotItsOwn()
{
    const Content content = makeContent(home() / "files", "album", {20'000, 30'000});
    writeFile(home() / "files" / "album" / "notes.txt", "mine");
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, content.root);
    VERIFY_OK(id);
    VERIFY_OK(engine.submit(RemoveTorrents{{*id}, FileDisposal::Trash}));
    QCOMPARE(files(home() / "files"), Names{"notes.txt"});
    QCOMPARE(files(home() / "data" / "Trash" / "files"), (Names{"file 0.bin", "file 1.bin"}));
}

void tst_engine_removal::removesWhatIsBeingDownloaded()
{
    const Content content = makeContent(folder("source"), "album", {1 << 20, 1 << 20});
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(seeder.start());
    VERIFY_OK(leecher.start());
    VERIFY_OK(seeding(seeder, content, content.root));
    AddRequest add = request(content, home() / "target");
    add.limits.download = BytesPerSecond(200'000);
    add.priorities = {FilePriority::DoNotDownload, FilePriority::Normal}; // so that there is a part file
    const auto id = leecher.add(add);
    VERIFY_OK(id);
    VERIFY_OK(leecher.submit(AddPeer{*id, seeder.endpoint()}));
    QTRY_VERIFY(leecher.row(*id)->done.count() > 0);
    VERIFY_OK(leecher.submit(RemoveTorrents{{*id}, FileDisposal::Delete}));
    QVERIFY(treeOf(home() / "target").empty());
    QTRY_COMPARE(leecher.size(), std::size_t{0});
}

void tst_engine_removal::removesAMagnetAtOnce()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    AddRequest add;
    add.source = MagnetLink{"magnet:?xt=urn:btih:0123456789012345678901234567890123456789"};
    const auto id = engine.add(add);
    VERIFY_OK(id);
    QTRY_COMPARE(engine.state(*id), TorrentState::FetchingMetadata);
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(engine.submit(RemoveTorrents{{*id}, FileDisposal::Delete}));
    QVERIFY(timer.elapsed() < 3000);
    QTRY_COMPARE(engine.size(), std::size_t{0});
}

void tst_engine_removal::removesManyAtOnce()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    TorrentIds ids;
    for (const unsigned seed : {1u, 2u, 3u}) {
        const Content content = makeContent(home() / "files", "film " + std::to_string(seed), {20'000}, TorrentFormat::V1, {}, false, seed);
        const auto id = seeding(engine, content, content.root);
        VERIFY_OK(id);
        ids.push_back(*id);
    }
    VERIFY_OK(engine.submit(RemoveTorrents{{ids[0], ids[2]}, FileDisposal::Delete}));
    QCOMPARE(files(home() / "files"), Names{"film 2"});
    QTRY_COMPARE(engine.size(), std::size_t{1});
}

void tst_engine_removal::staysAwayAfterAKill()
{
    const Content content = makeContent(home() / "files", "film.mkv", {20'000});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, content.root);
    VERIFY_OK(id);
    VERIFY_OK(engine.submit(RemoveTorrents{{*id}}));
    std::filesystem::copy(folder("profile"), folder("as it was"), std::filesystem::copy_options::recursive);
    TestEngine again(folder("as it was"));
    VERIFY_OK(again.start());
    QCOMPARE(again.size(), std::size_t{0});
}

void tst_engine_removal::removesOnceWhenAskedTwice()
{
    const Content content = makeContent(home() / "files", "film.mkv", {20'000});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, content.root);
    VERIFY_OK(id);
    auto first = engine.engine().submit(RemoveTorrents{{*id}, FileDisposal::Delete});
    auto second = engine.engine().submit(RemoveTorrents{{*id}, FileDisposal::Delete});
    auto move = engine.engine().submit(MoveStorage{{*id}, (home() / "target").string()});
    VERIFY_OK(await(first));
    QVERIFY(treeOf(home() / "files").empty());
    QVERIFY(!failedWith(await(second), EngineErrc::TimedOut)); // whatever it is, it is answered
    VERIFY_FAILS(await(move), EngineErrc::NoSuchTorrent);
    QVERIFY(!std::filesystem::exists(home() / "target"));
    QTRY_COMPARE(engine.size(), std::size_t{0});
}

// Resume data that was asked for just before comes when the torrent is gone.
void tst_engine_removal::leavesNothingForTheEndToWaitFor()
{
    const Content content = makeContent(home() / "files", "film.mkv", {20'000});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, content.root);
    VERIFY_OK(id);
    auto stop = engine.engine().submit(StopTorrents{{*id}});
    auto remove = engine.engine().submit(RemoveTorrents{{*id}});
    VERIFY_OK(await(stop));
    VERIFY_OK(await(remove));
    QElapsedTimer timer;
    timer.start();
    VERIFY_OK(engine.stop());
    QVERIFY(timer.elapsed() < 5000);
}

int main(int argc, char *argv[])
{
    enterMountNamespace();
    const QCoreApplication application(argc, argv);
    tst_engine_removal tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_engine_removal.moc"
