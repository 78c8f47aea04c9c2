#include "core/torrent/content_layout.h"
#include "core/torrent/storage_mover.h"
#include "core/torrent/volumes.h"
#include "tests/core/torrent/engine_test.h"
#include "tests/support/mount_namespace.h"

#include <libtorrent/load_torrent.hpp>

#include <QCoreApplication>

using namespace trib;
using namespace trib::test;

// Moving storage from one volume to another, by the engine's commands; in a mount namespace.
class tst_engine_moves_volumes : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void movesToAnotherVolume();
    void cancelsInTheMiddle();
    void removesInTheMiddle_data();
    void removesInTheMiddle();
    void goesOnInTheMiddleAfterARestart();
    void goesOnWhenTheDriveOfItsSourceIsBack();
    void isCancelledWhileItWaitsForItsSource();
    void staysWhereItIsWhenThereIsNoRoom();
    void beginsNothingInTheFolderThatAnUnpluggedDriveHasLeft();
    void emptiesTheSourceWhenItsDriveIsBack();

private:
    static constexpr std::int64_t kLarge = 96 << 20;

    [[nodiscard]] std::filesystem::path disk() const { return folder("disk"); }
    [[nodiscard]] std::filesystem::path drive() const { return folder("drive"); }
    // Unchecked: it takes long with files of this size.
    [[nodiscard]] static Result<TorrentId> seeding(TestEngine &engine, const Content &content, const std::filesystem::path &at);
    [[nodiscard]] TorrentId moveAndUnplug(const Content &content, const std::filesystem::path &elsewhere);
    [[nodiscard]] bool isCopying(const TestEngine &engine, const TorrentId &id, const std::filesystem::path &target) const;
};

void tst_engine_moves_volumes::init()
{
    std::filesystem::create_directories(disk());
    std::filesystem::create_directories(drive());
    QVERIFY(mountTmpfs(drive().string(), "size=256m", "the drive"));
}

void tst_engine_moves_volumes::cleanup()
{
    while (unmountLazily(drive().string())) {}
}

Result<TorrentId> tst_engine_moves_volumes::seeding(TestEngine &engine, const Content &content, const std::filesystem::path &at)
{
    AddRequest unchecked = request(content, at);
    unchecked.skipCheck = true;
    return EngineTest::seeding(engine, unchecked);
}

bool tst_engine_moves_volumes::isCopying(const TestEngine &engine, const TorrentId &id, const std::filesystem::path &target) const
{
    const auto part = target / ("film.mkv" + std::string(torrent::kPartSuffix));
    return QTest::qWaitFor([&] { return std::filesystem::exists(part); }) && engine.row(id)->savePath != target.string();
}

void tst_engine_moves_volumes::movesToAnotherVolume()
{
    const Content content = makeContent(disk() / "original", "album", {30'000, 0, 50'001});
    std::filesystem::copy(disk() / "original", disk() / "source", std::filesystem::copy_options::recursive);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, disk() / "source");
    VERIFY_OK(id);
    VERIFY_OK(engine.submit(MoveStorage{{*id}, (drive() / "target").string()}));
    QTRY_COMPARE(engine.state(*id), TorrentState::Seeding);
    QVERIFY(content.isIn(drive() / "target"));
    QVERIFY(treeOf(disk() / "source").empty());
    VERIFY_OK(engine.stop());
    QCOMPARE(storedRecord(folder("profile"), *id)->volume.mountPoint, drive().string());
}

void tst_engine_moves_volumes::cancelsInTheMiddle()
{
    const Content content = makeContent(drive() / "source", "film.mkv", {kLarge}, TorrentFormat::V1, {}, false, 1, 4 << 20);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, drive() / "source");
    VERIFY_OK(id);
    auto move = engine.engine().submit(MoveStorage{{*id}, (disk() / "target").string()});
    QVERIFY(isCopying(engine, *id, disk() / "target"));
    VERIFY_OK(engine.submit(CancelMove{*id}));
    QVERIFY(treeOf(disk()).empty()); // when the answer is there, not some time later
    VERIFY_FAILS(await(move), EngineErrc::Cancelled);
    QTRY_COMPARE(engine.state(*id), TorrentState::Seeding);
    QCOMPARE(engine.row(*id)->savePath, (drive() / "source").string());
    QCOMPARE(std::filesystem::file_size(drive() / "source" / "film.mkv"), std::uintmax_t{kLarge});
}

void tst_engine_moves_volumes::removesInTheMiddle_data()
{
    QTest::addColumn<bool>("copying");
    QTest::addColumn<bool>("withFiles");
    QTest::newRow("before the first byte") << false << true;
    QTest::newRow("before the first byte, keeping files") << false << false;
    QTest::newRow("while it is copied") << true << true;
    QTest::newRow("while it is copied, keeping files") << true << false;
}

void tst_engine_moves_volumes::removesInTheMiddle()
{
    QFETCH(bool, copying);
    QFETCH(bool, withFiles);
    const Content content = makeContent(drive() / "source", "film.mkv", {copying ? kLarge : 100'000}, TorrentFormat::V1, {}, false, 1, 4 << 20);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, drive() / "source");
    VERIFY_OK(id);
    auto move = engine.engine().submit(MoveStorage{{*id}, (disk() / "target").string()});
    if (copying)
        QVERIFY(isCopying(engine, *id, disk() / "target"));
    VERIFY_OK(engine.submit(RemoveTorrents{{*id}, withFiles ? FileDisposal::Delete : FileDisposal::Keep}));
    QVERIFY(treeOf(disk()).empty());
    QCOMPARE(std::filesystem::exists(drive() / "source" / "film.mkv"), !withFiles);
    QTRY_COMPARE(engine.size(), std::size_t{0});
    VERIFY_FAILS(await(move), EngineErrc::Cancelled);
}

void tst_engine_moves_volumes::goesOnInTheMiddleAfterARestart()
{
    const Content content = makeContent(drive() / "source", "film.mkv", {kLarge}, TorrentFormat::V1, {}, false, 1, 4 << 20);
    const std::string original = readFile(drive() / "source" / "film.mkv");
    TorrentId id;
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        const auto added = seeding(engine, content, drive() / "source");
        VERIFY_OK(added);
        id = *added;
        auto move = engine.engine().submit(MoveStorage{{id}, (disk() / "target").string()});
        QVERIFY(isCopying(engine, id, disk() / "target"));
        VERIFY_OK(engine.stop());
        VERIFY_FAILS(await(move), EngineErrc::ShuttingDown);
    }
    QVERIFY(!std::filesystem::exists(disk() / "target" / "film.mkv"));
    QCOMPARE(storedRecord(folder("profile"), id)->savePath, (drive() / "source").string());
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(id), TorrentState::Seeding, 20'000);
    QCOMPARE(engine.row(id)->savePath, (disk() / "target").string());
    QTRY_VERIFY(treeOf(drive() / "source").empty());
    QVERIFY(readFile(disk() / "target" / "film.mkv") == original);
}

// Ends the program in mid-move, and takes the drive away that holds the source. Its content is kept at `elsewhere`.
TorrentId tst_engine_moves_volumes::moveAndUnplug(const Content &content, const std::filesystem::path &elsewhere)
{
    std::filesystem::create_directories(elsewhere);
    if (::mount(drive().c_str(), elsewhere.c_str(), nullptr, MS_BIND, nullptr) != 0)
        return {};
    TestEngine engine(folder("profile"));
    if (!engine.start())
        return {};
    const auto id = seeding(engine, content, drive() / "source");
    if (!id)
        return {};
    const auto move = engine.engine().submit(MoveStorage{{*id}, (disk() / "target").string()});
    const bool ended = isCopying(engine, *id, disk() / "target") && engine.stop() && unmountLazily(drive().string());
    return ended ? *id : TorrentId();
}

void tst_engine_moves_volumes::goesOnWhenTheDriveOfItsSourceIsBack()
{
    const Content content = makeContent(drive() / "source", "film.mkv", {kLarge}, TorrentFormat::V1, {}, false, 1, 4 << 20);
    const std::string original = readFile(drive() / "source" / "film.mkv");
    const TorrentId id = moveAndUnplug(content, folder("elsewhere"));
    QVERIFY(id != TorrentId());
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    QTRY_COMPARE(engine.row(id)->problem.kind, ProblemKind::VolumeOffline);
    QCOMPARE(engine.row(id)->problem.path, (drive() / "source").string());
    QCOMPARE(engine.state(id), TorrentState::Moving);
    QVERIFY(treeOf(drive()).empty());
    QCOMPARE(::mount(folder("elsewhere").c_str(), drive().c_str(), nullptr, MS_BIND, nullptr), 0);
    QTRY_COMPARE_WITH_TIMEOUT(engine.state(id), TorrentState::Seeding, 20'000);
    QVERIFY(!engine.row(id)->problem);
    QCOMPARE(engine.row(id)->savePath, (disk() / "target").string());
    QTRY_VERIFY(treeOf(drive() / "source").empty());
    QVERIFY(readFile(disk() / "target" / "film.mkv") == original);
    QVERIFY(unmountLazily(folder("elsewhere").string()));
}

void tst_engine_moves_volumes::isCancelledWhileItWaitsForItsSource()
{
    const Content content = makeContent(drive() / "source", "film.mkv", {kLarge}, TorrentFormat::V1, {}, false, 1, 4 << 20);
    const TorrentId id = moveAndUnplug(content, folder("elsewhere"));
    QVERIFY(id != TorrentId());
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    QTRY_COMPARE(engine.row(id)->problem.kind, ProblemKind::VolumeOffline);
    VERIFY_OK(engine.submit(CancelMove{id}));
    QTRY_COMPARE(engine.state(id), TorrentState::Failed);
    QCOMPARE(::mount(folder("elsewhere").c_str(), drive().c_str(), nullptr, MS_BIND, nullptr), 0);
    QTRY_COMPARE(engine.state(id), TorrentState::Seeding);
    QCOMPARE(engine.row(id)->savePath, (drive() / "source").string());
    QVERIFY(unmountLazily(folder("elsewhere").string()));
}

void tst_engine_moves_volumes::staysWhereItIsWhenThereIsNoRoom()
{
    const Content content = makeContent(disk() / "source", "film.mkv", {4 << 20});
    const auto small = folder("small");
    std::filesystem::create_directories(small);
    QVERIFY(mountTmpfs(small.string(), "size=1m", "a small drive"));
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, content, disk() / "source");
    VERIFY_OK(id);
    VERIFY_FAILS(engine.submit(MoveStorage{{*id}, small.string()}), EngineErrc::NotEnoughSpace);
    QTRY_COMPARE(engine.state(*id), TorrentState::Seeding);
    QCOMPARE(engine.row(*id)->savePath, (disk() / "source").string());
    QVERIFY(treeOf(small).empty());
    QVERIFY(unmountLazily(small.string()));
}

// The program ended when the move had just been noted, and the drive is not there at the next start.
void tst_engine_moves_volumes::beginsNothingInTheFolderThatAnUnpluggedDriveHasLeft()
{
    const Content content = makeContent(disk() / "source", "film.mkv", {100'000});
    TorrentId id;
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        const auto added = seeding(engine, content, disk() / "source");
        VERIFY_OK(added);
        id = *added;
        auto move = engine.engine().submit(MoveStorage{{id}, (drive() / "target").string()});
        VERIFY_OK(engine.stop());
    }
    QCOMPARE(storedRecord(folder("profile"), id)->moveVolume.mountPoint, drive().string());
    QVERIFY(unmountLazily(drive().string()));
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    QTRY_COMPARE(engine.state(id), TorrentState::Seeding);
    QCOMPARE(engine.row(id)->savePath, (disk() / "source").string());
    QVERIFY(treeOf(drive()).empty());
    QVERIFY(std::filesystem::exists(disk() / "source" / "film.mkv"));
}

// The program ended between the switch of the path and the end of the move, and the source's drive is not there at the next start.
void tst_engine_moves_volumes::emptiesTheSourceWhenItsDriveIsBack()
{
    const auto elsewhere = folder("elsewhere"); // keeps the volume while the drive is unplugged
    std::filesystem::create_directories(elsewhere);
    QCOMPARE(::mount(drive().c_str(), elsewhere.c_str(), nullptr, MS_BIND, nullptr), 0);
    const Content content = makeContent(drive() / "source", "film.mkv", {100'000});
    TorrentId id;
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        const auto added = seeding(engine, content, drive() / "source");
        VERIFY_OK(added);
        id = *added;
        VERIFY_OK(engine.stop());
    }
    const lt::info_hash_t hash = lt::load_torrent_buffer(
        {reinterpret_cast<const char *>(content.metainfo.data()), static_cast<std::ptrdiff_t>(content.metainfo.size())}).info_hashes;
    const torrent::MovePlan plan{(drive() / "source").string(), (disk() / "target").string(),
                                 {{"film.mkv", Bytes(100'000)}, {torrent::partFileName(hash), Bytes(0)}}, Bytes(0)};
    torrent::StorageMover mover;
    VERIFY_OK(mover.start(plan, std::make_shared<torrent::MoveProgress>(), false).result());
    QVERIFY(changeStored(folder("profile"), id, [&](torrent::TorrentRecord &record) {
        record.movedFrom = record.savePath;
        record.moveVolume = record.volume;
        record.savePath = plan.to;
        record.volume = torrent::volumeOf(plan.to);
    }));
    QVERIFY(unmountLazily(drive().string()));
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        QTRY_COMPARE(engine.state(id), TorrentState::Seeding);
        VERIFY_OK(engine.stop());
    }
    QCOMPARE(storedRecord(folder("profile"), id)->movedFrom, plan.from);
    QCOMPARE(::mount(elsewhere.c_str(), drive().c_str(), nullptr, MS_BIND, nullptr), 0);
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        QTRY_VERIFY(treeOf(drive() / "source").empty());
        QTRY_COMPARE(engine.state(id), TorrentState::Seeding);
        VERIFY_OK(engine.stop());
    }
    QVERIFY(storedRecord(folder("profile"), id)->movedFrom.empty());
    QVERIFY(unmountLazily(elsewhere.string()));
}

int main(int argc, char *argv[])
{
    enterMountNamespace();
    const QCoreApplication application(argc, argv);
    tst_engine_moves_volumes tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_engine_moves_volumes.moc"
