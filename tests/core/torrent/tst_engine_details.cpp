#include "tests/core/torrent/engine_test.h"

using namespace trib;
using namespace trib::test;

// What is asked of one torrent at once, and what its row tells other programs.
class tst_engine_details : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void givesThePartsThatAreAskedFor();
    void leavesTheWatchAlone();
    void refusesATorrentThatIsNotThere();
    void namesThePiecesOfEachFile();
    void aRowNamesItsTrackerBeforeAnyAnnounce();
    void aRowTellsWhetherItsShareLimitsAreItsOwn();
    void aRowTellsOfItsTraffic();

private:
    [[nodiscard]] static Result<engine::DetailPointer> detail(TestEngine &engine, const TorrentId &id, DetailParts parts)
    {
        return await(engine.engine().detail(id, parts));
    }
};

void tst_engine_details::givesThePartsThatAreAskedFor()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const Content content = makeContent(folder("files"), "album", {40'000, 20'000}, TorrentFormat::V1, {"http://127.0.0.1:1/announce"});
    const auto id = seeding(engine, content, folder("files"));
    VERIFY_OK(id);
    const auto all = detail(engine, *id, {.general = true, .files = true, .peers = true, .trackers = true, .pieceHashes = true});
    VERIFY_OK(all);
    const TorrentDetail &whole = **all;
    QVERIFY(whole.id == *id);
    QVERIFY(whole.general && whole.general->pieceCount == 4 && whole.general->pieces == std::vector<bool>(4, true));
    QVERIFY(whole.files && whole.files->size() == 2u && whole.fileProgress->at(1) == Bytes(20'000));
    QVERIFY(whole.peers && whole.peers->empty());
    QVERIFY(whole.trackers && whole.trackers->at(0).url == "http://127.0.0.1:1/announce");
    QVERIFY(whole.pieceHashes && whole.pieceHashes->size() == 4u);
    const auto some = detail(engine, *id, {.trackers = true});
    VERIFY_OK(some);
    QVERIFY((*some)->trackers && !(*some)->general && !(*some)->files && !(*some)->peers && !(*some)->pieceHashes);
}

void tst_engine_details::leavesTheWatchAlone()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto watched = seeding(engine, makeContent(folder("files"), "one", {40'000}), folder("files"));
    VERIFY_OK(watched);
    const auto other = seeding(engine, makeContent(folder("files"), "two", {20'000}, TorrentFormat::V1, {}, false, 2), folder("files"));
    VERIFY_OK(other);
    engine.engine().watch(*watched, {.files = true});
    QTRY_VERIFY(engine.detail().id == *watched);
    const auto asked = detail(engine, *other, {.files = true});
    VERIFY_OK(asked);
    QCOMPARE((*asked)->files->at(0).path, std::string("two"));
    engine.forgetDetail();
    QTRY_VERIFY(engine.detail().files && engine.detail().files->at(0).path == "one");
}

void tst_engine_details::refusesATorrentThatIsNotThere()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    VERIFY_FAILS(detail(engine, TorrentId(), {.general = true}), EngineErrc::NoSuchTorrent);
}

void tst_engine_details::namesThePiecesOfEachFile()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, makeContent(folder("files"), "album", {16'384, 0, 20'000}), folder("files"));
    VERIFY_OK(id);
    const auto asked = detail(engine, *id, {.files = true});
    VERIFY_OK(asked);
    const auto &pieces = *(*asked)->filePieces;
    QVERIFY((pieces.at(0) == PieceRange{PieceIndex(0), PieceIndex(0)}));
    QVERIFY((pieces.at(1) == PieceRange{PieceIndex(1), PieceIndex(0)})); // it is empty
    QVERIFY((pieces.at(2) == PieceRange{PieceIndex(1), PieceIndex(2)}));
}

void tst_engine_details::aRowNamesItsTrackerBeforeAnyAnnounce()
{
    const std::string url = "http://127.0.0.1:1/announce?key=1";
    const Content content = makeContent(folder("files"), "film", {40'000}, TorrentFormat::V1, {url});
    TorrentId id;
    {
        TestEngine engine(folder("profile"));
        VERIFY_OK(engine.start());
        const auto added = seeding(engine, content, folder("files"));
        VERIFY_OK(added);
        id = *added;
        QCOMPARE(engine.row(id)->trackerUrl, url);
        VERIFY_OK(engine.stop());
    }
    TestEngine again(folder("profile"));
    VERIFY_OK(again.start());
    QTRY_COMPARE(again.state(id), TorrentState::Seeding);
    QCOMPARE(again.row(id)->trackerUrl, url);
}

void tst_engine_details::aRowTellsWhetherItsShareLimitsAreItsOwn()
{
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = seeding(engine, makeContent(folder("files"), "film", {40'000}), folder("files"));
    VERIFY_OK(id);
    QVERIFY(!engine.row(*id)->ownShareLimits);
    ShareLimits limits;
    limits.ratioPermille = 5000;
    VERIFY_OK(engine.submit(SetShareLimits{{*id}, limits}));
    QTRY_VERIFY(engine.row(*id)->ownShareLimits && engine.row(*id)->shareLimits.ratioPermille == 5000);
    VERIFY_OK(engine.submit(SetShareLimits{{*id}, std::nullopt}));
    QTRY_VERIFY(!engine.row(*id)->ownShareLimits && !engine.row(*id)->shareLimits.ratioPermille);
}

void tst_engine_details::aRowTellsOfItsTraffic()
{
    TestEngine seed(folder("seed"));
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(seed.start());
    VERIFY_OK(leecher.start());
    const Content content = makeContent(folder("files"), "film", {200'000});
    const auto there = seeding(seed, content, folder("files"));
    VERIFY_OK(there);
    QVERIFY(!seed.row(*there)->lastActivity);
    const auto id = leecher.add(request(content, folder("target")));
    VERIFY_OK(id);
    VERIFY_OK(leecher.submit(AddPeer{*id, seed.endpoint()}));
    QTRY_COMPARE(leecher.state(*id), TorrentState::Seeding);
    QTRY_COMPARE(leecher.row(*id)->sessionDownloaded, Bytes(200'000));
    QTRY_COMPARE(seed.row(*there)->sessionUploaded, Bytes(200'000));
    QTRY_VERIFY(leecher.row(*id)->lastActivity.has_value() && seed.row(*there)->lastActivity.has_value());
    const auto age = SystemClock().wallNow() - *leecher.row(*id)->lastActivity;
    QVERIFY(age >= std::chrono::seconds(-1) && age < std::chrono::seconds(60));
}

QTEST_GUILESS_MAIN(tst_engine_details)
#include "tst_engine_details.moc"
