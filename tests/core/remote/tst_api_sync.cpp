#include "core/remote/api_state.h"
#include "tests/core/remote/api_place.h"

using namespace trib;
using namespace trib::test;
using remote::ApiState;
using remote::EngineNews;
using remote::Revision;

namespace {

constexpr Revision kStart = 1000;

QJsonObject mainData(ApiState &state, Revision since)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(state.mainData(since))).object();
}

Revision ridOf(const QJsonObject &data) { return static_cast<Revision>(data.value(QStringLiteral("rid")).toInteger()); }
QJsonObject torrents(const QJsonObject &data) { return data.value(QStringLiteral("torrents")).toObject(); }
QJsonObject member(const QJsonObject &data, const char *name) { return data.value(QLatin1String(name)).toObject(); }
QStringList names(const QJsonObject &data, const char *name)
{
    QStringList list;
    for (const auto &value : data.value(QLatin1String(name)).toArray())
        list += value.toString();
    return list;
}

void tell(ApiState &state, std::vector<TorrentSnapshot> rows, std::vector<TorrentId> removed = {})
{
    EngineNews news;
    for (TorrentSnapshot &row : rows)
        news.upserted.push_back(share(std::move(row)));
    news.removed = std::move(removed);
    state.take(news);
}

void tell(ApiState &state, const Labels &labels)
{
    EngineNews news;
    news.labels = std::make_shared<const Labels>(labels);
    state.take(news);
}

} // namespace

class ApiSyncTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstAnswerIsFull()
    {
        ApiState state(kStart);
        TorrentSnapshot row = torrentOf(kFirst);
        row.trackerUrl = "http://t.example/a";
        tell(state, {row});
        tell(state, Labels{{{"tv", "/tv"}}, {"x"}});
        const QJsonObject data = mainData(state, 0);
        QVERIFY(data.value(QStringLiteral("full_update")).toBool());
        QCOMPARE(torrents(data).keys(), QStringList{QString::fromStdString(kFirst)});
        const QJsonObject first = torrents(data).value(QString::fromStdString(kFirst)).toObject();
        QCOMPARE(first.value(QStringLiteral("name")).toString(), QStringLiteral("name"));
        QVERIFY(!first.contains(QStringLiteral("hash"))); // it is the key
        QCOMPARE(member(member(data, "categories"), "tv").value(QStringLiteral("savePath")).toString(), QStringLiteral("/tv"));
        QCOMPARE(names(data, "tags"), QStringList{QStringLiteral("x")});
        QCOMPARE(member(data, "trackers").value(QStringLiteral("http://t.example/a")).toArray().at(0).toString().toStdString(), kFirst);
        QVERIFY(member(data, "server_state").contains(QStringLiteral("free_space_on_disk")));
    }

    void laterAnswersHaveTheChangedFieldsAlone()
    {
        ApiState state(kStart);
        TorrentSnapshot row = torrentOf(kFirst);
        tell(state, {row, torrentOf(kSecond)});
        const Revision rid = ridOf(mainData(state, 0));
        row.uploaded = Bytes(5);
        tell(state, {row, torrentOf(kSecond)}); // the second is told of again, and is the same
        const QJsonObject data = mainData(state, rid);
        QVERIFY(!data.contains(QStringLiteral("full_update")));
        QCOMPARE(torrents(data).keys(), QStringList{QString::fromStdString(kFirst)});
        QCOMPARE(torrents(data).value(QString::fromStdString(kFirst)).toObject().keys(), QStringList{QStringLiteral("uploaded")});
        QVERIFY(!data.contains(QStringLiteral("categories")));
        QVERIFY(!data.contains(QStringLiteral("trackers")));
        const QJsonObject nothing = mainData(state, ridOf(data));
        QCOMPARE(nothing.keys(), QStringList{QStringLiteral("rid")});
        QVERIFY(ridOf(nothing) > ridOf(data));
    }

    void twoClientsAreToldApart()
    {
        ApiState state(kStart);
        TorrentSnapshot row = torrentOf(kFirst);
        tell(state, {row});
        const Revision slow = ridOf(mainData(state, 0));
        row.uploaded = Bytes(5);
        tell(state, {row});
        const Revision quick = ridOf(mainData(state, slow));
        row.downloaded = Bytes(6);
        tell(state, {row});
        const auto fields = [&](Revision rid) { return torrents(mainData(state, rid)).value(QString::fromStdString(kFirst)).toObject().keys(); };
        QCOMPARE(fields(quick), QStringList{QStringLiteral("downloaded")});
        QCOMPARE(fields(slow), (QStringList{QStringLiteral("downloaded"), QStringLiteral("uploaded")}));
    }

    void whatHasGoneIsNamedOnce()
    {
        ApiState state(kStart);
        TorrentSnapshot row = torrentOf(kFirst);
        row.trackerUrl = "http://t.example/a";
        tell(state, {row, torrentOf(kSecond)});
        tell(state, Labels{{{"tv", ""}}, {"x", "y"}});
        const Revision rid = ridOf(mainData(state, 0));
        tell(state, {}, {idOf(kFirst)});
        tell(state, Labels{{}, {"y"}});
        const QJsonObject data = mainData(state, rid);
        QCOMPARE(names(data, "torrents_removed"), QStringList{QString::fromStdString(kFirst)});
        QCOMPARE(names(data, "categories_removed"), QStringList{QStringLiteral("tv")});
        QCOMPARE(names(data, "tags_removed"), QStringList{QStringLiteral("x")});
        QCOMPARE(names(data, "trackers_removed"), QStringList{QStringLiteral("http://t.example/a")});
        QVERIFY(!mainData(state, ridOf(data)).contains(QStringLiteral("torrents_removed")));
    }

    void whatHasComeAgainIsNotRemoved()
    {
        ApiState state(kStart);
        tell(state, {torrentOf(kFirst)});
        const Revision rid = ridOf(mainData(state, 0));
        tell(state, {}, {idOf(kFirst)});
        tell(state, {torrentOf(kFirst, "again")});
        const QJsonObject data = mainData(state, rid);
        QVERIFY(!data.contains(QStringLiteral("torrents_removed")));
        QVERIFY(torrents(data).value(QString::fromStdString(kFirst)).toObject().size() > 40); // all of it
    }

    void aClientOfAnotherRunIsToldEverything_data()
    {
        QTest::addColumn<unsigned>("rid");
        QTest::newRow("earlier") << 7u;
        QTest::newRow("later") << 999'999u;
    }
    void aClientOfAnotherRunIsToldEverything()
    {
        QFETCH(unsigned, rid);
        ApiState state(kStart);
        tell(state, {torrentOf(kFirst)});
        QVERIFY(mainData(state, rid).value(QStringLiteral("full_update")).toBool());
    }

    void whoeverWasAwayForTooLongIsToldEverything()
    {
        ApiState state(kStart);
        tell(state, {torrentOf(kFirst)});
        const Revision rid = ridOf(mainData(state, 0));
        std::vector<TorrentSnapshot> many;
        std::vector<TorrentId> ids;
        for (std::size_t i = 0; i <= remote::RemovalLog<TorrentId>::kMost; ++i) {
            many.push_back(torrentOf(QStringLiteral("%1").arg(i + 1, 40, 16, QLatin1Char('0')).toStdString()));
            ids.push_back(many.back().id);
        }
        tell(state, std::move(many));
        QVERIFY(!mainData(state, rid).contains(QStringLiteral("full_update"))); // added is not forgotten
        tell(state, {}, std::move(ids));
        QVERIFY(mainData(state, rid).value(QStringLiteral("full_update")).toBool());
    }

    void aChangedShareLimitOfTheSessionChangesTheRowsThatHaveNone()
    {
        ApiState state(kStart);
        TorrentSnapshot own = torrentOf(kSecond);
        own.ownShareLimits = true;
        tell(state, {torrentOf(kFirst), own});
        const Revision rid = ridOf(mainData(state, 0));
        settings::EngineSettings settings;
        settings.transfer.ratioPermille = 3000;
        EngineNews news;
        news.settings = std::make_shared<const settings::EngineSettings>(settings);
        state.take(news);
        const QJsonObject changed = torrents(mainData(state, rid));
        QCOMPARE(changed.keys(), QStringList{QString::fromStdString(kFirst)});
        QCOMPARE(changed.value(QString::fromStdString(kFirst)).toObject().value(QStringLiteral("max_ratio")).toInt(), 3);
    }

    void tellsTheStateOfTheServer()
    {
        ApiState state(kStart);
        SessionStatus status;
        status.listening = true;
        status.downloadRate = BytesPerSecond(77);
        status.uploadedEver = Bytes(150);
        status.downloadedEver = Bytes(100);
        status.wasted = Bytes(33);
        status.diskJobs = 4;
        EngineNews news;
        news.status = status;
        state.take(news);
        QJsonObject server = member(mainData(state, 0), "server_state");
        QCOMPARE(server.value(QStringLiteral("connection_status")).toString(), QStringLiteral("firewalled"));
        QCOMPARE(server.value(QStringLiteral("dl_info_speed")).toInt(), 77);
        QCOMPARE(server.value(QStringLiteral("global_ratio")).toString(), QStringLiteral("1.5"));
        QVERIFY(server.value(QStringLiteral("queueing")).toBool());
        QCOMPARE(server.value(QStringLiteral("total_wasted_session")).toInt(), 33);
        QCOMPARE(server.value(QStringLiteral("queued_io_jobs")).toInt(), 4);
        status.hasIncoming = true;
        news.status = status;
        const Revision rid = state.revision();
        state.take(news);
        server = member(mainData(state, rid), "server_state");
        QCOMPARE(server.keys(), QStringList{QStringLiteral("connection_status")});
    }

    void aDeltaOfAHundredAmongTenThousandWritesAHundred()
    {
        ApiState state(kStart);
        std::vector<TorrentSnapshot> rows;
        for (int i = 0; i < 10'000; ++i)
            rows.push_back(torrentOf(QStringLiteral("%1").arg(i, 40, 16, QLatin1Char('0')).toStdString()));
        tell(state, rows);
        const QJsonObject full = mainData(state, 0);
        QCOMPARE(torrents(full).size(), 10'000);
        const auto written = state.table().rowsWritten();
        std::vector<TorrentSnapshot> some(rows.begin(), rows.begin() + 100);
        for (TorrentSnapshot &row : some)
            row.uploadRate = BytesPerSecond(9);
        tell(state, some);
        const std::string delta = state.mainData(ridOf(full));
        QVERIFY2(delta.size() < 12'000, std::to_string(delta.size()).c_str());
        QCOMPARE(state.table().rowsWritten(), written);
        (void)state.mainData(0);
        QCOMPARE(state.table().rowsWritten(), written + 100); // the others are kept as they were written
    }

    void answersOverTheApi()
    {
        ApiPlace place;
        place.publish({torrentOf(kFirst)});
        const QJsonObject data = place.get("sync/maindata").object();
        QVERIFY(data.value(QStringLiteral("full_update")).toBool());
        const std::string rid = std::to_string(data.value(QStringLiteral("rid")).toInteger());
        QVERIFY(!place.get("sync/maindata", {{"rid", rid}}).object().contains(QStringLiteral("torrents")));
        QVERIFY(place.get("sync/maindata", {{"rid", "rubbish"}}).object().value(QStringLiteral("full_update")).toBool());
    }

    void tellsPeers()
    {
        ApiPlace place;
        place.publish({torrentOf(kFirst)});
        TorrentDetail detail;
        detail.id = idOf(kFirst);
        PeerSnapshot peer;
        peer.endpoint = "[2001:db8::1]:6881";
        peer.client = "Client";
        peer.interesting = true;
        peer.itChokesUs = false;
        peer.encrypted = true;
        peer.progressPermille = 500;
        detail.peers = {peer};
        place.engine.detailAnswers[idOf(kFirst)] = detail;
        const QJsonObject data = place.get("sync/torrentPeers", {{"hash", kFirst}, {"rid", "4"}}).object();
        QCOMPARE(data.value(QStringLiteral("rid")).toInt(), 5);
        QVERIFY(data.value(QStringLiteral("full_update")).toBool());
        const QJsonObject told = member(member(data, "peers"), "[2001:db8::1]:6881");
        QCOMPARE(told.value(QStringLiteral("ip")).toString(), QStringLiteral("2001:db8::1"));
        QCOMPARE(told.value(QStringLiteral("port")).toInt(), 6881);
        QCOMPARE(told.value(QStringLiteral("flags")).toString(), QStringLiteral("D E"));
        QCOMPARE(told.value(QStringLiteral("progress")).toDouble(), 0.5);
        QCOMPARE(place.ask("GET", "sync/torrentPeers", {{"hash", kSecond}}).status, 404);
    }
};

QTEST_GUILESS_MAIN(ApiSyncTest)
#include "tst_api_sync.moc"
