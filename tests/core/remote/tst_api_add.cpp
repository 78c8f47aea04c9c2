#include "tests/core/remote/api_place.h"

using namespace trib;
using namespace trib::test;

namespace {

const std::string kMagnet = "magnet:?xt=urn:btih:" + kFirst;

} // namespace

class ApiAddTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesEveryOption()
    {
        ApiPlace place;
        place.publish({torrentOf(kFirst)});
        place.engine.addAnswer = idOf(kFirst);
        const auto answer = place.post("torrents/add", {{"urls", kMagnet}, {"savepath", "/d"}, {"category", "tv"}, {"tags", "a,b"}, {"stopped", "true"},
            {"skip_checking", "true"}, {"contentLayout", "NoSubfolder"}, {"autoTMM", "false"}, {"ratioLimit", "1.5"}, {"seedingTimeLimit", "60"},
            {"inactiveSeedingTimeLimit", "-1"}, {"sequentialDownload", "true"}, {"firstLastPiecePrio", "true"}, {"upLimit", "7"}, {"dlLimit", "9"},
            {"rename", "n"}, {"addToTopOfQueue", "true"}, {"filePriorities", "0,1,7"}, {"shareLimitAction", "Remove"}});
        QCOMPARE(answer.body, std::string("Ok."));
        const AddRequest &request = place.engine.adds.at(0);
        QCOMPARE(std::get<MagnetLink>(request.source).uri, kMagnet);
        QCOMPARE(request.savePath, std::string("/d"));
        QCOMPARE(request.category, std::string("tv"));
        QCOMPARE(request.tags, (std::vector<std::string>{"a", "b"}));
        QVERIFY(request.stopped && request.skipCheck && request.sequential && request.firstLastFirst && request.topOfQueue);
        QCOMPARE(request.layout, ContentLayout::NoSubfolder);
        QVERIFY(request.shareLimits && request.shareLimits->ratioPermille == 1500 && request.shareLimits->seedingTime == std::chrono::minutes(60));
        QVERIFY(!request.shareLimits->inactiveTime && request.shareLimits->action == ShareLimitAction::Remove);
        QCOMPARE(request.limits.upload, BytesPerSecond(7));
        QCOMPARE(request.limits.download, BytesPerSecond(9));
        QCOMPARE(request.name, std::string("n"));
        QVERIFY((request.priorities == std::vector{FilePriority::DoNotDownload, FilePriority::Normal, FilePriority::High}));
    }

    void takesBothSpellings_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("stopped");
        QTest::addColumn<bool>("skipCheck");
        QTest::newRow("stopped") << QStringLiteral("stopped") << QStringLiteral("true") << true << false;
        QTest::newRow("paused") << QStringLiteral("paused") << QStringLiteral("true") << true << false;
        QTest::newRow("in capitals") << QStringLiteral("paused") << QStringLiteral("True") << true << false;
        QTest::newRow("not paused") << QStringLiteral("paused") << QStringLiteral("false") << false << false;
        QTest::newRow("skip_checking") << QStringLiteral("skip_checking") << QStringLiteral("true") << false << true;
        QTest::newRow("seedMode") << QStringLiteral("seedMode") << QStringLiteral("true") << false << true;
    }
    void takesBothSpellings()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(bool, stopped);
        QFETCH(bool, skipCheck);
        ApiPlace place;
        place.publish({torrentOf(kFirst)});
        place.engine.addAnswer = idOf(kFirst);
        QCOMPARE(place.post("torrents/add", {{"urls", kMagnet}, {field.toStdString(), value.toStdString()}}).status, 200);
        QCOMPARE(place.engine.adds.at(0).stopped, stopped);
        QCOMPARE(place.engine.adds.at(0).skipCheck, skipCheck);
    }

    void refusesWhatItCannotDoOrRead_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *field, const char *value) {
            QTest::newRow(qPrintable(QLatin1String(field) + QLatin1Char(' ') + QLatin1String(value))) << QString::fromLatin1(field) << QString::fromLatin1(value);
        };
        row("cookie", "a=b");
        row("stopCondition", "MetadataReceived");
        row("stopped", "perhaps");
        row("upLimit", "fast");
        row("ratioLimit", "1.5x");
        row("ratioLimit", "-3");
        row("contentLayout", "Sideways");
        row("filePriorities", "9");
        row("category", "/a//b");
    }
    void refusesWhatItCannotDoOrRead()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        ApiPlace place;
        QCOMPARE(place.post("torrents/add", {{"urls", kMagnet}, {field.toStdString(), value.toStdString()}}).status, 400);
        QVERIFY(place.engine.adds.empty());
    }

    void answersWhenTheListShowsIt()
    {
        ApiPlace place;
        place.engine.addAnswer = idOf(kFirst);
        const auto answer = place.begin("POST", "torrents/add", {{"urls", kMagnet}});
        QTRY_COMPARE(place.engine.adds.size(), 1u);
        QVERIFY(!QTest::qWaitFor([&] { return answer->has_value(); }, 50));
        place.engine.publish({torrentOf(kFirst)});
        QVERIFY(QTest::qWaitFor([&] { return answer->has_value(); }, 1000));
        QCOMPARE((*answer)->body, std::string("Ok."));
        QCOMPARE(place.list({{"hashes", kFirst}}).size(), 1);
    }

    void aFileIsTakenAsItIs()
    {
        ApiPlace place;
        place.publish({torrentOf(kFirst)});
        place.engine.addAnswer = idOf(kFirst);
        QCOMPARE(place.ask("POST", "torrents/add", {}, {{"x.torrent", "d4:infoe"}}).body, std::string("Ok."));
        const auto &bytes = std::get<TorrentFileBytes>(place.engine.adds.at(0).source).bytes;
        QCOMPARE(std::string(bytes.begin(), bytes.end()), std::string("d4:infoe"));
    }

    void refusalsAreToldAsClientsKnowThem_data()
    {
        QTest::addColumn<int>("error");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("body");
        QTest::newRow("a duplicate") << static_cast<int>(EngineErrc::DuplicateTorrent) << 200 << QStringLiteral("Fails.");
        QTest::newRow("no bencoding") << static_cast<int>(EngineErrc::NotBencoded) << 415 << QStringLiteral("Error: not a valid torrent file.");
        QTest::newRow("no torrent") << static_cast<int>(EngineErrc::NotATorrent) << 415 << QStringLiteral("Error: not a valid torrent file.");
        QTest::newRow("a relative path") << static_cast<int>(EngineErrc::PathInvalid) << 200 << QStringLiteral("Fails.");
    }
    void refusalsAreToldAsClientsKnowThem()
    {
        QFETCH(int, error);
        QFETCH(int, status);
        QFETCH(QString, body);
        ApiPlace place;
        place.engine.addAnswer = failure(static_cast<EngineErrc>(error));
        const auto answer = place.ask("POST", "torrents/add", {}, {{"x.torrent", "rubbish"}});
        QCOMPARE(answer.status, status);
        QCOMPARE(QString::fromStdString(answer.body), body);
    }

    void readsNoFileOfThisMachine_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"/etc/passwd", "file:///etc/passwd", "x.torrent", "ftp://h/x.torrent", "\\\\h\\x.torrent"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void readsNoFileOfThisMachine()
    {
        QFETCH(QString, url);
        ApiPlace place;
        QCOMPARE(place.post("torrents/add", {{"urls", url.toStdString()}}).body, std::string("Fails."));
        QVERIFY(place.engine.adds.empty());
    }

    void anAddressIsFetchedAfterTheAnswer()
    {
        ApiPlace place;
        place.engine.manual = true;
        QCOMPARE(place.post("torrents/add", {{"urls", "https://h.example/x.torrent"}}).body, std::string("Ok."));
        QTRY_COMPARE(place.engine.adds.size(), 1u);
        QVERIFY(place.engine.answerAdd(failure(EngineErrc::HttpStatus)));
        QCoreApplication::processEvents();
    }

    void severalAreAddedAndOneIsEnough()
    {
        ApiPlace place;
        place.engine.manual = true;
        place.publish({torrentOf(kFirst)});
        const auto answer = place.begin("POST", "torrents/add", {{"urls", kMagnet + "\n" + kSecond + "\n\n"}});
        QTRY_COMPARE(place.engine.adds.size(), 2u);
        QVERIFY(place.engine.answerAdd(failure(EngineErrc::DuplicateTorrent)));
        QVERIFY(place.engine.answerAdd(idOf(kFirst)));
        QTRY_VERIFY(answer->has_value());
        QCOMPARE((*answer)->body, std::string("Ok."));
    }

    void aForcedOneIsForcedOnceItIsThere()
    {
        ApiPlace place;
        place.publish({torrentOf(kFirst)});
        place.engine.addAnswer = idOf(kFirst);
        QCOMPARE(place.post("torrents/add", {{"urls", kMagnet}, {"forced", "true"}}).body, std::string("Ok."));
        QVERIFY(place.engine.last<StartTorrents>() && place.engine.last<StartTorrents>()->forced);
    }

    void startsAsTheSettingsSay()
    {
        ApiPlace place;
        settings::EngineSettings settings;
        settings.storage.startWhenAdded = false;
        Q_EMIT place.engine.settingsChanged(settings);
        place.publish({torrentOf(kFirst)});
        place.engine.addAnswer = idOf(kFirst);
        QCOMPARE(place.post("torrents/add", {{"urls", kMagnet}, {"autoTMM", "true"}, {"savepath", "/d"}}).status, 200);
        QVERIFY(place.engine.adds.at(0).stopped);
        QCOMPARE(place.engine.adds.at(0).savePath, std::string()); // the category's
        QVERIFY(!place.engine.adds.at(0).shareLimits);
    }

    void nothingIsMissing() { QCOMPARE(ApiPlace().post("torrents/add", {{"category", "tv"}}).status, 400); }
};

QTEST_GUILESS_MAIN(ApiAddTest)
#include "tst_api_add.moc"
