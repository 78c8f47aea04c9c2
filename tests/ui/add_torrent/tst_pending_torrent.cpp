#include "tests/support/fake_engine.h"
#include "ui/add_torrent/pending_torrent.h"
#include "ui/models/file_tree_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace trib;
using namespace trib::ui;
using Stage = PendingTorrent::Stage;

namespace {

constexpr auto kHex = "0123456789abcdef0123456789abcdef01234567";

InfoHash hash()
{
    return {Sha1::fromHex(kHex).value(), std::nullopt};
}

MagnetLink magnet()
{
    return {std::string("magnet:?xt=urn:btih:") + kHex + "&dn=A+film"};
}

TorrentPreview preview()
{
    TorrentPreview result;
    result.infoHash = hash();
    result.name = "film";
    result.hasMetadata = true;
    result.files = {{"film/a", Bytes(100), FilePriority::Normal}, {"film/b", Bytes(50), FilePriority::Normal}};
    result.trackers = {"udp://tracker.example:1/announce"};
    result.metainfo = {'d', 'e'};
    return result;
}

} // namespace

class TestPendingTorrent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsWhatWasReadWithTheChosenFiles()
    {
        test::FakeEngine engine;
        engine.previewAnswer = preview();
        PendingTorrent torrent(engine, TorrentFilePath{"/tmp/a.torrent"});
        QTRY_COMPARE(torrent.stage(), Stage::Ready);
        torrent.files().setData(torrent.files().index(0, 0, torrent.files().index(0, 0)), Qt::Unchecked, Qt::CheckStateRole);
        QCOMPARE(torrent.needed(), std::optional(Bytes(50)));
        torrent.setName(QStringLiteral("mine"));
        AddChoices choices;
        choices.savePath = QStringLiteral("/data");
        choices.start = false;
        choices.sequential = true;
        choices.layout = ContentLayout::Subfolder;
        QSignalSpy added(&torrent, &PendingTorrent::added);
        torrent.add(choices);
        QTRY_COMPARE(added.count(), 1);
        const AddRequest &request = engine.adds.at(0);
        QCOMPARE(std::get<TorrentFileBytes>(request.source).bytes, (std::vector<std::uint8_t>{'d', 'e'}));
        QCOMPARE(request.savePath, std::string("/data"));
        QCOMPARE(request.name, std::string("mine"));
        QVERIFY(request.stopped && request.sequential && !request.firstLastFirst);
        QCOMPARE(request.layout, ContentLayout::Subfolder);
        QCOMPARE(request.onPathConflict, OnPathConflict::Suffix);
        QCOMPARE(request.onDuplicate, OnDuplicate::Refuse);
        QCOMPARE(request.priorities, (std::vector{FilePriority::DoNotDownload, FilePriority::Normal}));
    }

    void aLinkWithoutANameIsCalledByItsHash()
    {
        test::FakeEngine engine;
        engine.manual = true;
        PendingTorrent torrent(engine, MagnetLink{std::string("magnet:?xt=urn:btih:") + kHex});
        TorrentPreview early;
        early.infoHash = hash();
        Q_EMIT engine.previewStarted(early);
        QCOMPARE(torrent.title(), QString::fromLatin1(kHex));
    }

    void aMagnetCanBeAddedBeforeItsMetadataIsThere()
    {
        test::FakeEngine engine;
        engine.manual = true;
        PendingTorrent torrent(engine, magnet());
        QCOMPARE(torrent.title(), QStringLiteral("A film"));
        QVERIFY(!torrent.canBeAdded());
        TorrentPreview early;
        early.infoHash = hash();
        Q_EMIT engine.previewStarted(early);
        QCOMPARE(torrent.stage(), Stage::WaitingForMetadata);
        QVERIFY(torrent.canBeAdded());
        torrent.add({});
        QCOMPARE(std::get<MagnetLink>(engine.adds.at(0).source).uri, magnet().uri);
        QVERIFY(engine.answerPreview(failure(EngineErrc::MetadataUnavailable))); // adding ends the preview: that is no refusal
        QTest::qWait(0);
        QCOMPARE(torrent.stage(), Stage::Adding);
        QVERIFY(engine.answerAdd(TorrentId()));
        QTRY_COMPARE(torrent.stage(), Stage::Added);
        QVERIFY(engine.commands.empty());
    }

    void leavingAMagnetGivesUpItsMetadata()
    {
        test::FakeEngine engine;
        engine.manual = true;
        {
            PendingTorrent torrent(engine, magnet());
            TorrentPreview early;
            early.infoHash = hash();
            Q_EMIT engine.previewStarted(early);
        }
        QVERIFY(engine.last<CancelPreview>());
        QCOMPARE(engine.last<CancelPreview>()->infoHash, hash());
    }

    void anotherMagnetsPreviewIsNotTaken()
    {
        test::FakeEngine engine;
        engine.manual = true;
        PendingTorrent torrent(engine, magnet());
        TorrentPreview other;
        other.infoHash = {Sha1::fromHex("ffffffffffffffffffffffffffffffffffffffff").value(), std::nullopt};
        Q_EMIT engine.previewStarted(other);
        QCOMPARE(torrent.stage(), Stage::Reading);
    }

    void knowsAMagnetByEitherHashInEitherAlphabet_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<bool>("same");
        QTest::newRow("hexadecimal") << QStringLiteral("magnet:?xt=urn:btih:0123456789ABCDEF0123456789abcdef01234567") << true;
        QTest::newRow("base32") << QStringLiteral("magnet:?xt=urn:btih:AERUKZ4JVPG66AJDIVTYTK6N54ASGRLH") << true;
        QTest::newRow("in a name only") << QStringLiteral("magnet:?dn=0123456789abcdef0123456789abcdef01234567") << false;
        QTest::newRow("version 2") << QStringLiteral("magnet:?xt=urn:btmh:1220") + QStringLiteral("ab").repeated(32) << true;
    }
    void knowsAMagnetByEitherHashInEitherAlphabet()
    {
        QFETCH(QString, uri);
        QFETCH(bool, same);
        InfoHash both = hash();
        both.v2 = Sha256::fromHex(std::string(QStringLiteral("ab").repeated(32).toStdString())).value();
        QCOMPARE(namesTorrent({uri.toStdString()}, both), same);
    }

    void offersTrackersOfADuplicateAndMergesThemOnly()
    {
        test::FakeEngine engine;
        TorrentPreview duplicate = preview();
        duplicate.duplicateOf = TorrentId();
        duplicate.canMergeTrackers = true;
        engine.previewAnswer = duplicate;
        PendingTorrent torrent(engine, TorrentFilePath{"/tmp/a.torrent"});
        QTRY_COMPARE(torrent.stage(), Stage::Duplicate);
        QVERIFY(!torrent.canBeAdded());
        torrent.add({});
        QVERIFY(engine.adds.empty());
        torrent.mergeTrackers();
        QCOMPARE(engine.adds.at(0).onDuplicate, OnDuplicate::MergeTrackers);
    }

    void aPrivateDuplicateIsNeverMerged()
    {
        test::FakeEngine engine;
        TorrentPreview duplicate = preview();
        duplicate.duplicateOf = TorrentId();
        duplicate.isPrivate = true;
        engine.previewAnswer = duplicate;
        PendingTorrent torrent(engine, TorrentFilePath{"/tmp/a.torrent"});
        QTRY_COMPARE(torrent.stage(), Stage::Duplicate);
        torrent.mergeTrackers();
        QVERIFY(engine.adds.empty());
    }

    void whatIsNoTorrentIsRefusedAndSaidToBeUntouched()
    {
        test::FakeEngine engine;
        engine.previewAnswer = failure(EngineErrc::NotBencoded);
        PendingTorrent torrent(engine, TorrentFilePath{"/tmp/photo.jpg"});
        QTRY_COMPARE(torrent.stage(), Stage::Refused);
        QCOMPARE(torrent.title(), QStringLiteral("photo.jpg"));
        QVERIFY(torrent.problem().contains(QStringLiteral("left as it is")) || torrent.problem().contains(QStringLiteral("left as it was")));
        QVERIFY(!torrent.canRetry());
        QVERIFY(!torrent.canBeAdded());
    }

    void aServerThatDidNotAnswerCanBeAskedAgain()
    {
        test::FakeEngine engine;
        engine.previewAnswer = failure(EngineErrc::TimedOut);
        PendingTorrent torrent(engine, TorrentUrl{"https://example.org/a.torrent"});
        QTRY_VERIFY(torrent.canRetry());
        engine.previewAnswer = preview();
        torrent.retry();
        QTRY_COMPARE(torrent.stage(), Stage::Ready);
        QCOMPARE(engine.previews.size(), std::size_t(2));
    }

    void aRefusedAddingCanBeTriedWithAnotherFolder()
    {
        test::FakeEngine engine;
        engine.previewAnswer = preview();
        engine.addAnswer = failure(EngineErrc::NotEnoughSpace);
        PendingTorrent torrent(engine, TorrentFilePath{"/tmp/a.torrent"});
        QTRY_COMPARE(torrent.stage(), Stage::Ready);
        torrent.add({});
        QTRY_COMPARE(torrent.stage(), Stage::Refused);
        QVERIFY(torrent.canBeAdded());
        engine.addAnswer = TorrentId();
        torrent.add({});
        QTRY_COMPARE(torrent.stage(), Stage::Added);
    }

    void choicesSurviveStorageAndDamage()
    {
        AddChoices choices;
        choices.savePath = QStringLiteral("/data");
        choices.start = false;
        choices.layout = ContentLayout::NoSubfolder;
        choices.category = QStringLiteral("Video/Films");
        choices.tags = QStringList{QStringLiteral("a"), QStringLiteral("b")};
        choices.folderOfCategory = false;
        for (int i = 0; i < 20; ++i)
            choices.remember(QStringLiteral("/d%1").arg(i));
        choices.remember(QStringLiteral("/d19"));
        QCOMPARE(choices.history.size(), 12);
        QCOMPARE(choices.history.first(), QStringLiteral("/d19"));
        QCOMPARE(addChoicesFrom(toJson(choices)), choices);
        QCOMPARE(addChoicesFrom("not json"), AddChoices());
        QCOMPARE(addChoicesFrom(R"({"savePath": "relative", "layout": 77, "start": "yes", "category": "a/", "tags": ["a,b", 7]})"), AddChoices());
    }
};

QTEST_GUILESS_MAIN(TestPendingTorrent)
#include "tst_pending_torrent.moc"
