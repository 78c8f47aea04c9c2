#include "tests/core/torrent/engine_test.h"

#include <libtorrent/load_torrent.hpp>
#include <libtorrent/magnet_uri.hpp>

#include <algorithm>

using namespace trib;
using namespace trib::test;

// What is there already: a torrent with one of the hashes, or one that writes the same files.
class tst_engine_duplicates : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void refusesADuplicate_data() { addLinks(); }
    void refusesADuplicate();
    void mergesTheTrackersOfADuplicate_data() { addLinks(); }
    void mergesTheTrackersOfADuplicate();
    void offersToMergeInThePreview();
    void mergesNothingIntoAPrivateTorrent();
    void mergesNothingFromAPrivateTorrent();
    void keepsMergedTrackersOverAKill();
    void refusesASecondTorrentOfTheSameFiles();
    void refusesAFileWhereAnotherTorrentHasAFolder();
    void givesASecondTorrentOfTheSameFilesNamesOfItsOwn();
    void givesAMagnetOfTheSameFilesNamesOfItsOwn();
    void givesFreedNamesAgain();

private:
    static constexpr const char *kOld = "http://tracker.example/announce";
    static constexpr const char *kNew = "udp://another.example:6969";

    // How the second one is named: by which of its hashes.
    static void addLinks()
    {
        QTest::addColumn<TorrentFormat>("format");
        QTest::addColumn<QString>("by");
        QTest::newRow("v1, the same file") << TorrentFormat::V1 << "file";
        QTest::newRow("v1, a link") << TorrentFormat::V1 << "v1";
        QTest::newRow("hybrid, the same file") << TorrentFormat::Hybrid << "file";
        QTest::newRow("hybrid, a link by its v1 hash") << TorrentFormat::Hybrid << "v1";
        QTest::newRow("hybrid, a link by its v2 hash") << TorrentFormat::Hybrid << "v2";
        if (takesVersion2Only())
            QTest::newRow("v2, a link") << TorrentFormat::V2 << "v2";
    }
    [[nodiscard]] static TorrentSource second(const Content &content, const QString &by)
    {
        if (by == QStringLiteral("file"))
            return TorrentFileBytes{content.metainfo};
        lt::add_torrent_params params = lt::parse_magnet_uri(content.magnet);
        if (by == QStringLiteral("v1"))
            params.info_hashes.v2.clear();
        else
            params.info_hashes.v1.clear();
        params.trackers = {kOld, kNew};
        return MagnetLink{lt::make_magnet_uri(params)};
    }
    static std::vector<std::string> trackers(TestEngine &engine, const TorrentId &id)
    {
        engine.engine().watch(id, {.trackers = true});
        std::vector<std::string> urls;
        if (!QTest::qWaitFor([&] { return engine.detail().trackers.has_value(); }))
            return urls;
        for (const TrackerSnapshot &tracker : *engine.detail().trackers)
            urls.push_back(tracker.url);
        return urls;
    }
    [[nodiscard]] Content make(const char *where, TorrentFormat format = TorrentFormat::V1, std::vector<std::string> urls = {kOld}, bool isPrivate = false) const
    {
        return makeContent(folder(where), "album", {20'000, 30'000}, format, urls, isPrivate);
    }
    // Stopped, so that nobody looks for these trackers.
    [[nodiscard]] AddRequest quiet(const Content &content, const std::filesystem::path &at) const
    {
        AddRequest add = request(content, at);
        add.stopped = true;
        return add;
    }
};

void tst_engine_duplicates::refusesADuplicate()
{
    QFETCH(TorrentFormat, format);
    QFETCH(QString, by);
    const Content content = make("source", format);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    VERIFY_OK(engine.add(quiet(content, folder("target"))));
    AddRequest again = quiet(content, folder("elsewhere"));
    again.source = second(content, by);
    VERIFY_FAILS(engine.add(again), EngineErrc::DuplicateTorrent);
    QCOMPARE(engine.size(), std::size_t{1});
    QVERIFY(!std::filesystem::exists(folder("elsewhere")));
}

void tst_engine_duplicates::mergesTheTrackersOfADuplicate()
{
    QFETCH(TorrentFormat, format);
    QFETCH(QString, by);
    const Content content = make("source", format);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = engine.add(quiet(content, folder("target")));
    VERIFY_OK(id);
    QTRY_COMPARE(engine.state(*id), TorrentState::Stopped);
    AddRequest again = quiet(content, folder("target"));
    again.source = by == QStringLiteral("file") ? TorrentSource(TorrentFileBytes{make("again", format, {kOld, kNew}).metainfo}) : second(content, by);
    again.onDuplicate = OnDuplicate::MergeTrackers;
    const auto merged = engine.add(again);
    VERIFY_OK(merged);
    QCOMPARE(*merged, *id);
    QTRY_COMPARE(trackers(engine, *id), (std::vector<std::string>{kOld, kNew}));
    QCOMPARE(engine.size(), std::size_t{1});
}

void tst_engine_duplicates::offersToMergeInThePreview()
{
    const Content content = make("source");
    const Content more = make("again", TorrentFormat::V1, {kOld, kNew});
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = engine.add(quiet(content, folder("target")));
    VERIFY_OK(id);
    const auto same = engine.preview(TorrentFileBytes{content.metainfo});
    VERIFY_OK(same);
    QVERIFY(same->duplicateOf == *id && !same->canMergeTrackers);
    const auto other = engine.preview(TorrentFileBytes{more.metainfo});
    VERIFY_OK(other);
    QVERIFY(other->duplicateOf == *id && other->canMergeTrackers);
}

void tst_engine_duplicates::mergesNothingIntoAPrivateTorrent()
{
    const Content content = make("source", TorrentFormat::V1, {kOld}, true);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = engine.add(quiet(content, folder("target")));
    VERIFY_OK(id);
    AddRequest again = quiet(content, folder("target"));
    again.source = second(content, QStringLiteral("v1"));
    again.onDuplicate = OnDuplicate::MergeTrackers;
    VERIFY_FAILS(engine.add(again), EngineErrc::PrivateMergeRefused);
    VERIFY_FAILS(engine.submit(MergeTrackers{*id, {kNew}}), EngineErrc::PrivateMergeRefused);
    const auto preview = engine.preview(again.source);
    VERIFY_OK(preview);
    QVERIFY(preview->duplicateOf && !preview->canMergeTrackers);
    QCOMPARE(trackers(engine, *id), std::vector<std::string>{kOld});
}

// "private" is within the info dictionary, so only a link can be a public torrent of the same hash: the metadata has not come yet.
void tst_engine_duplicates::mergesNothingFromAPrivateTorrent()
{
    const Content content = make("source", TorrentFormat::V1, {kNew}, true);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    AddRequest link;
    link.source = MagnetLink{"magnet:?xt=urn:btih:" + content.magnet.substr(std::string("magnet:?xt=urn:btih:").size(), 40)};
    link.stopped = true;
    link.savePath = folder("target").string();
    const auto id = engine.add(link);
    VERIFY_OK(id);
    AddRequest again = quiet(content, folder("target"));
    again.onDuplicate = OnDuplicate::MergeTrackers;
    VERIFY_FAILS(engine.add(again), EngineErrc::PrivateMergeRefused);
    QVERIFY(trackers(engine, *id).empty());
}

void tst_engine_duplicates::keepsMergedTrackersOverAKill()
{
    const Content content = make("source");
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = engine.add(quiet(content, folder("target")));
    VERIFY_OK(id);
    QTRY_COMPARE(engine.state(*id), TorrentState::Stopped);
    VERIFY_OK(engine.submit(MergeTrackers{*id, {kNew, kOld}}));
    std::filesystem::copy(folder("profile"), folder("as it was"), std::filesystem::copy_options::recursive);
    TestEngine again(folder("as it was"));
    VERIFY_OK(again.start());
    QTRY_COMPARE(again.state(*id), TorrentState::Stopped);
    QCOMPARE(trackers(again, *id), (std::vector<std::string>{kOld, kNew}));
}

void tst_engine_duplicates::refusesASecondTorrentOfTheSameFiles()
{
    const Content one = make("one");
    const Content file = makeContent(folder("three"), "another", {20'000}, TorrentFormat::V1, {}, false, 3);
    const Content other = makeContent(folder("four"), "another", {20'000}, TorrentFormat::Hybrid, {}, false, 4);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    VERIFY_OK(engine.add(quiet(one, folder("target"))));
    VERIFY_OK(engine.add(quiet(file, folder("target"))));
    AddRequest refused = quiet(other, folder("target"));
    refused.onPathConflict = OnPathConflict::Refuse;
    VERIFY_FAILS(engine.add(refused), EngineErrc::PathInUse);
    refused.savePath = folder("elsewhere").string();
    VERIFY_OK(engine.add(refused));
}

void tst_engine_duplicates::refusesAFileWhereAnotherTorrentHasAFolder()
{
    const Content file = makeContent(folder("one"), "album", {20'000});
    const Content album = makeContent(folder("two"), "album", {20'000, 30'000}, TorrentFormat::Hybrid, {}, false, 2);
    const Content disc = makeContent(folder("three"), "album", {20'000, 30'000, 40'000}, TorrentFormat::V1, {}, false, 3);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    VERIFY_OK(engine.add(quiet(file, folder("file first"))));
    VERIFY_OK(engine.add(quiet(album, folder("folder first"))));
    AddRequest refused = quiet(disc, folder("file first"));
    refused.onPathConflict = OnPathConflict::Refuse;
    VERIFY_FAILS(engine.add(refused), EngineErrc::PathInUse);
    const auto id = engine.add(quiet(disc, folder("file first")));
    VERIFY_OK(id);
    QTRY_VERIFY(engine.row(*id));
    QCOMPARE(engine.row(*id)->contentPath, (folder("file first") / "album (2)").string());
    const Content other = makeContent(folder("four"), "album", {50'000}, TorrentFormat::V1, {}, false, 4);
    AddRequest second = quiet(other, folder("folder first"));
    second.onPathConflict = OnPathConflict::Refuse;
    VERIFY_FAILS(engine.add(second), EngineErrc::PathInUse);
}

void tst_engine_duplicates::givesASecondTorrentOfTheSameFilesNamesOfItsOwn()
{
    const Content one = makeContent(folder("one"), "film.mkv", {20'000});
    const Content two = makeContent(folder("two"), "film.mkv", {20'000}, TorrentFormat::V1, {}, false, 2);
    const Content three = make("three");
    const Content four = makeContent(folder("four"), "album", {20'000, 30'000}, TorrentFormat::Hybrid, {}, false, 4);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    std::vector<std::string> paths;
    for (const Content *content : {&one, &two, &three, &four}) {
        const auto id = engine.add(quiet(*content, folder("target")));
        VERIFY_OK(id);
        QTRY_VERIFY(engine.row(*id));
        paths.push_back(engine.row(*id)->contentPath.substr(folder("target").string().size()));
    }
    QCOMPARE(paths, (std::vector<std::string>{"/film.mkv", "/film (2).mkv", "/album", "/album (2)"}));
}

void tst_engine_duplicates::givesAMagnetOfTheSameFilesNamesOfItsOwn()
{
    const Content one = makeContent(folder("one"), "film.mkv", {20'000});
    const Content two = makeContent(folder("two"), "film.mkv", {20'000}, TorrentFormat::V1, {}, false, 2);
    TestEngine seeder(folder("seeder"));
    TestEngine leecher(folder("leecher"));
    VERIFY_OK(seeder.start());
    VERIFY_OK(leecher.start());
    VERIFY_OK(seeder.add(request(two, folder("two"))));
    VERIFY_OK(leecher.add(quiet(one, folder("target"))));
    AddRequest link;
    link.source = MagnetLink{two.magnet + "&x.pe=" + seeder.endpoint()};
    link.savePath = folder("target").string();
    const auto id = leecher.add(link);
    VERIFY_OK(id);
    QTRY_COMPARE_WITH_TIMEOUT(leecher.state(*id), TorrentState::Seeding, 20'000);
    QVERIFY(readFile(folder("target") / "film (2).mkv") == readFile(folder("two") / "film.mkv"));
    QVERIFY(!std::filesystem::exists(folder("target") / "film.mkv"));
}

void tst_engine_duplicates::givesFreedNamesAgain()
{
    const Content one = makeContent(folder("one"), "film.mkv", {20'000});
    const Content two = makeContent(folder("two"), "film.mkv", {20'000}, TorrentFormat::V1, {}, false, 2);
    TestEngine engine(folder("profile"));
    VERIFY_OK(engine.start());
    const auto id = engine.add(quiet(one, folder("target")));
    VERIFY_OK(id);
    VERIFY_OK(engine.submit(RemoveTorrents{{*id}}));
    AddRequest add = quiet(two, folder("target"));
    add.onPathConflict = OnPathConflict::Refuse;
    VERIFY_OK(engine.add(add));
}

QTEST_GUILESS_MAIN(tst_engine_duplicates)
#include "tst_engine_duplicates.moc"
