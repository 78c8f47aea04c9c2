#include "app/control_connection.h"
#include "app/control_server.h"
#include "tests/support/fake_engine.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace trib;
using namespace trib::app;
using trib::test::FakeEngine;

namespace {

const std::string kFirst(40, 'a');
const std::string kSecond(40, 'b');

TorrentId id(const std::string &hex) { return *TorrentId::fromHex(hex); }

TorrentSnapshot torrent(const std::string &hex)
{
    TorrentSnapshot snapshot;
    snapshot.id = id(hex);
    snapshot.name = "name of " + hex.substr(0, 3);
    snapshot.hasMetadata = true;
    snapshot.limits.download = BytesPerSecond(111);
    return snapshot;
}

// A client as any program may be one: bytes out, lines in.
class Client {
public:
    explicit Client(const QString &path)
    {
        m_socket.connectToServer(path);
        (void)m_socket.waitForConnected(5000);
    }

    QLocalSocket &socket() { return m_socket; }
    bool isConnected() const { return m_socket.state() == QLocalSocket::ConnectedState; }

    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    void call(int number, const char *method, const QByteArray &params = "{}")
    {
        send("{\"id\":" + QByteArray::number(number) + ",\"method\":\"" + method + "\",\"params\":" + params + "}\n");
    }

    QJsonObject next()
    {
        if (!QTest::qWaitFor([this] { return m_socket.canReadLine(); }, 5000))
            return {};
        return QJsonDocument::fromJson(m_socket.readLine()).object();
    }
    QString nextError() { return next().value(QStringLiteral("error")).toObject().value(QStringLiteral("code")).toString(); }
    QJsonObject nextResult() { return next().value(QStringLiteral("result")).toObject(); }
    bool isSilent() { return !QTest::qWaitFor([this] { return m_socket.canReadLine(); }, 50); }

private:
    QLocalSocket m_socket;
};

struct Place {
    QTemporaryDir folder;
    QString socket = folder.filePath(QStringLiteral("control.sock"));
    FakeEngine engine;
    ControlDispatcher dispatcher{engine};
    ControlServer server{dispatcher};

    explicit Place(bool begun = true)
    {
        if (server.listen(socket) && begun)
            server.begin();
        Q_EMIT engine.settingsChanged(settings::EngineSettings());
    }
};

QByteArray ids(const std::string &hex) { return "{\"ids\":[\"" + QByteArray::fromStdString(hex) + "\"]}"; }

} // namespace

class ControlServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyItsUserMayOpenTheSocket()
    {
        const Place place;
        const auto permissions = QFileInfo(place.socket).permissions();
        QVERIFY(!(permissions & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther)));
        QVERIFY(permissions & QFile::WriteOwner);
    }

    void replacesASocketThatWasLeftBehind()
    {
        Place place;
        place.server.close();
        QFile left(place.socket);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        QVERIFY(place.server.listen(place.socket).has_value());
        Client client(place.socket);
        client.call(1, "list");
        QVERIFY(client.next().contains(QStringLiteral("result")));
    }

    void answersTwoClientsApart()
    {
        Place place;
        place.engine.publish({torrent(kFirst), torrent(kSecond)});
        Client one(place.socket);
        Client two(place.socket);
        one.call(1, "list");
        two.call(2, "show", R"({"id":"bbbbbb"})");
        const QJsonObject list = one.next();
        QCOMPARE(list.value(QStringLiteral("id")).toInteger(), 1);
        QCOMPARE(list.value(QStringLiteral("result")).toObject().value(QStringLiteral("torrents")).toArray().size(), 2);
        const QJsonObject shown = two.next();
        QCOMPARE(shown.value(QStringLiteral("id")).toInteger(), 2);
        QCOMPARE(shown.value(QStringLiteral("result")).toObject().value(QStringLiteral("id")).toString().toStdString(), kSecond);
    }

    void theListFollowsTheDeltas()
    {
        Place place;
        place.engine.publish({torrent(kFirst), torrent(kSecond)});
        auto changed = torrent(kFirst);
        changed.name = "renamed";
        place.engine.publish({changed}, {id(kSecond)});
        Client client(place.socket);
        client.call(1, "list");
        const auto torrents = client.nextResult().value(QStringLiteral("torrents")).toArray();
        QCOMPARE(torrents.size(), 1);
        QCOMPARE(torrents.first().toObject().value(QStringLiteral("name")).toString(), QStringLiteral("renamed"));
    }

    void takesSeveralRequestsInOneWriteAndOneRequestInSeveral()
    {
        Place place;
        Client client(place.socket);
        client.send("{\"id\":1,\"method\":\"list\"}\n\n  \n{\"id\":2,\"method\":\"status\"}\n{\"id\":3,\"meth");
        QCOMPARE(client.next().value(QStringLiteral("id")).toInteger(), 1);
        QCOMPARE(client.next().value(QStringLiteral("id")).toInteger(), 2);
        QVERIFY(client.isSilent());
        client.send("od\":\"settings\"}");
        QVERIFY(client.isSilent());
        client.send("\r\n");
        QCOMPARE(client.next().value(QStringLiteral("id")).toInteger(), 3);
    }

    void garbageEndsItsConnectionAndNoOther()
    {
        Place place;
        Client good(place.socket);
        Client bad(place.socket);
        bad.send("GET / HTTP/1.1\r\n");
        QCOMPARE(bad.nextError(), QStringLiteral("not-json"));
        QTRY_VERIFY(!bad.isConnected());
        good.call(1, "list");
        QVERIFY(good.next().contains(QStringLiteral("result")));
    }

    void aRequestThatIsWrongLeavesTheConnectionOpen()
    {
        Place place;
        Client client(place.socket);
        client.call(1, "format");
        QCOMPARE(client.nextError(), QStringLiteral("unknown-method"));
        client.call(2, "stop", R"({"ids":5})");
        QCOMPARE(client.nextError(), QStringLiteral("invalid-request"));
        client.call(3, "list");
        QVERIFY(client.next().contains(QStringLiteral("result")));
        QVERIFY(place.engine.commands.empty());
    }

    void aLineOfMoreThanTheLimitEndsTheConnection()
    {
        Place place;
        Client client(place.socket);
        const QByteArray block(1 << 20, 'x');
        for (int i = 0; i < 34 && client.isConnected(); ++i) {
            client.send(block);
            (void)QTest::qWaitFor([&] { return client.socket().bytesToWrite() == 0 || client.socket().canReadLine(); }, 5000);
        }
        QCOMPARE(client.nextError(), QStringLiteral("request-too-large"));
        QTRY_VERIFY(!client.isConnected());
    }

    void survivesClientsThatLeaveInTheMiddle()
    {
        Place place;
        place.engine.manual = true;
        {
            Client client(place.socket);
            client.send("{\"id\":1,\"method\":\"sto");
            client.socket().flush();
        }
        {
            Client client(place.socket);
            client.call(1, "stop", ids(kFirst));
            QTRY_COMPARE(place.engine.commands.size(), 1u);
            client.socket().abort();
        }
        Client last(place.socket);
        last.call(1, "list");
        QVERIFY(last.next().contains(QStringLiteral("result")));
        QVERIFY(place.engine.answerSubmit(success())); // nobody is left to hear it
        last.call(2, "list");
        QVERIFY(last.next().contains(QStringLiteral("result")));
    }

    void refusesMoreThan64ClientsAndTakesOneAgainWhenOneHasGone()
    {
        Place place;
        std::vector<std::unique_ptr<Client>> clients;
        for (std::size_t i = 0; i < kMaxControlConnections; ++i) {
            clients.push_back(std::make_unique<Client>(place.socket));
            clients.back()->call(1, "list");
            QVERIFY(clients.back()->next().contains(QStringLiteral("result")));
        }
        Client late(place.socket);
        QCOMPARE(late.nextError(), QStringLiteral("too-many-connections"));
        QTRY_VERIFY(!late.isConnected());
        clients.pop_back();
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
            Client again(place.socket);
            again.call(1, "list");
            return again.next().contains(QStringLiteral("result"));
        }()), 5000);
    }

    void keepsRequestsUntilTheListIsLoaded()
    {
        Place place(false);
        Client client(place.socket);
        client.call(1, "list");
        QVERIFY(client.isSilent());
        place.engine.publish({torrent(kFirst)});
        place.server.begin();
        QCOMPARE(client.nextResult().value(QStringLiteral("torrents")).toArray().size(), 1);
    }

    void anAdditionIsAnsweredWhenTheListShowsIt()
    {
        Place place;
        place.engine.addAnswer = id(kFirst);
        Client client(place.socket);
        client.call(1, "add", R"({"sources":["/x.torrent"],"savePath":"/d"})");
        QTRY_COMPARE(place.engine.adds.size(), 1u);
        QCOMPARE(place.engine.adds[0].savePath, std::string("/d"));
        QVERIFY(client.isSilent());
        place.engine.publish({torrent(kFirst)});
        QCOMPARE(client.nextResult().value(QStringLiteral("ids")).toArray().first().toString().toStdString(), kFirst);
    }

    void anAdditionStartsAsTheSettingsSay()
    {
        Place place;
        Client client(place.socket);
        client.call(1, "add", R"({"sources":["/x.torrent"]})");
        QTRY_COMPARE(place.engine.adds.size(), 1u);
        settings::EngineSettings settings;
        settings.storage.startWhenAdded = false;
        Q_EMIT place.engine.settingsChanged(settings);
        client.call(2, "add", R"({"sources":["/x.torrent"]})");
        client.call(3, "add", R"({"sources":["/x.torrent"],"stopped":false})");
        QTRY_COMPARE(place.engine.adds.size(), 3u);
        QVERIFY(!place.engine.adds[0].stopped && place.engine.adds[1].stopped && !place.engine.adds[2].stopped);
    }

    void anAdditionThatFailsInPartNamesBoth()
    {
        Place place;
        place.engine.manual = true;
        place.engine.publish({torrent(kFirst)});
        Client client(place.socket);
        client.call(1, "add", R"({"sources":["/x.torrent","/y.torrent"]})");
        QTRY_COMPARE(place.engine.adds.size(), 2u);
        (void)place.engine.answerAdd(failure(EngineErrc::NotATorrent, "no info"));
        (void)place.engine.answerAdd(id(kFirst));
        const auto error = client.next().value(QStringLiteral("error")).toObject();
        QCOMPARE(error.value(QStringLiteral("code")).toString(), QStringLiteral("not-a-torrent"));
        const auto added = error.value(QStringLiteral("ids")).toArray();
        QVERIFY(added.at(0).isNull());
        QCOMPARE(added.at(1).toString().toStdString(), kFirst);
        QCOMPARE(error.value(QStringLiteral("failed")).toArray().first().toObject().value(QStringLiteral("index")).toInteger(), 0);
    }

    void aRemovalIsAnsweredWhenTheListShowsIt()
    {
        Place place;
        place.engine.publish({torrent(kFirst)});
        Client client(place.socket);
        client.call(1, "remove", ids(kFirst));
        QTRY_VERIFY(place.engine.last<RemoveTorrents>());
        QVERIFY(client.isSilent());
        place.engine.publish({}, {id(kFirst)});
        QVERIFY(client.next().contains(QStringLiteral("result")));
    }

    void aRefusalReachesTheClientByItsName()
    {
        Place place;
        place.engine.answer = failure(EngineErrc::NoSuchTorrent, "gone");
        Client client(place.socket);
        client.call(1, "stop", ids(kFirst));
        QCOMPARE(client.nextError(), QStringLiteral("no-such-torrent"));
    }

    void aLimitKeepsTheOtherLimits()
    {
        Place place;
        place.engine.publish({torrent(kFirst)});
        Client client(place.socket);
        client.call(1, "limit", QByteArray(R"({"ids":["aaaaaa"],"upload":7})"));
        QVERIFY(client.next().contains(QStringLiteral("result")));
        const auto *command = place.engine.last<SetTorrentLimits>();
        QVERIFY(command);
        QCOMPARE(command->limits.upload, BytesPerSecond(7));
        QCOMPARE(command->limits.download, BytesPerSecond(111));
        client.call(2, "limit", R"({"download":9})");
        QVERIFY(client.next().contains(QStringLiteral("result")));
        QCOMPARE(place.engine.configurations.back().transfer.downloadLimit, BytesPerSecond(9));
        client.call(3, "limit", R"({"slots":9})");
        QCOMPARE(client.nextError(), QStringLiteral("invalid-request"));
    }

    void setsAllValuesOrNone()
    {
        Place place;
        Client client(place.socket);
        client.call(1, "set", R"({"values":{"network/dht":"false","network/port":"99999"}})");
        QCOMPARE(client.nextError(), QStringLiteral("invalid-setting"));
        QVERIFY(place.engine.configurations.empty());
        client.call(2, "set", R"({"values":{"network/dht":"false","network/port":"9999"}})");
        QVERIFY(client.next().contains(QStringLiteral("result")));
        client.call(3, "settings");
        const auto settings = client.nextResult().value(QStringLiteral("settings")).toObject();
        QCOMPARE(settings.value(QStringLiteral("network/dht")).toString(), QStringLiteral("false"));
        QCOMPARE(settings.value(QStringLiteral("network/port")).toString(), QStringLiteral("9999"));
    }

    void showAsksForTheDetailsAndLeavesTheWatchAlone()
    {
        Place place;
        place.engine.publish({torrent(kFirst), torrent(kSecond)});
        place.engine.watch(id(kSecond), {.peers = true});
        TorrentDetail detail;
        detail.id = id(kFirst);
        detail.files = std::make_shared<const std::vector<FileEntry>>(std::vector<FileEntry>{{"f", Bytes(1), FilePriority::Normal}});
        place.engine.detailAnswers[id(kFirst)] = detail;
        Client client(place.socket);
        client.call(1, "show", R"({"id":"aaaaaa","files":true})");
        QCOMPARE(client.nextResult().value(QStringLiteral("files")).toArray().size(), 1);
        QVERIFY(place.engine.details == (std::vector{std::pair(id(kFirst), DetailParts{.files = true})}));
        QVERIFY(place.engine.watched == id(kSecond));
        QVERIFY(place.engine.watchedParts == DetailParts{.peers = true});
        client.call(2, "show", R"({"id":"bbbbbb","peers":true})");
        QCOMPARE(client.nextError(), QStringLiteral("no-such-torrent"));
    }

    void aTorrentThatGoesWhileItsDetailsAreReadIsNotShown()
    {
        Place place;
        place.engine.manual = true;
        place.engine.publish({torrent(kFirst)});
        Client client(place.socket);
        client.call(1, "show", R"({"id":"aaaaaa","peers":true})");
        QTRY_COMPARE(place.engine.details.size(), 1u);
        place.engine.publish({}, {id(kFirst)});
        QVERIFY(place.engine.answerDetail(std::make_shared<const TorrentDetail>()));
        QCOMPARE(client.nextError(), QStringLiteral("no-such-torrent"));
    }

    void aPreviewIsCancelledWhenItsClientLeaves()
    {
        Place place;
        place.engine.manual = true;
        {
            Client client(place.socket);
            client.call(1, "preview", "{\"source\":\"magnet:?xt=urn:btih:" + QByteArray(40, 'a') + "\"}");
            QTRY_COMPARE(place.engine.previews.size(), 1u);
        }
        QTRY_VERIFY(place.engine.last<CancelPreview>());
        QCOMPARE(place.engine.last<CancelPreview>()->infoHash.toId(), id(kFirst));
        QVERIFY(place.engine.answerPreview(failure(EngineErrc::Cancelled)));
        QCoreApplication::processEvents();
    }

    void exportGivesTheBytesAndWritesNothing()
    {
        Place place;
        place.engine.exportAnswer = std::vector<std::uint8_t>{'d', 'e'};
        Client client(place.socket);
        client.call(1, "export", "{\"id\":\"" + QByteArray::fromStdString(kFirst) + "\"}");
        QCOMPARE(client.nextResult().value(QStringLiteral("metainfo")).toString(), QStringLiteral("ZGU="));
        client.call(2, "export", "{\"id\":\"" + QByteArray::fromStdString(kFirst) + "\",\"file\":\"/etc/x\"}");
        QCOMPARE(client.nextError(), QStringLiteral("invalid-request"));
    }

    void aSecondStartIsToldWhetherThereIsAWindow()
    {
        Place place;
        std::vector<TorrentSource> offered;
        connect(&place.dispatcher, &ControlDispatcher::activated, this, [&](const auto &sources) { offered = sources; });
        Client client(place.socket);
        client.call(1, "activate");
        QCOMPARE(client.nextResult().value(QStringLiteral("window")).toBool(true), false);
        place.dispatcher.setHasWindow(true);
        client.call(2, "activate", R"({"sources":["/x.torrent"]})");
        QCOMPARE(client.nextResult().value(QStringLiteral("window")).toBool(), true);
        QTRY_COMPARE(offered.size(), 1u);
        QVERIFY(place.engine.adds.empty());
    }

    void aClientThatDoesNotReadIsNotServedWithoutEnd()
    {
        Place place;
        std::vector<TorrentSnapshot> many;
        for (int i = 0; i < 1000; ++i)
            many.push_back(torrent(QStringLiteral("%1").arg(i, 40, 16, QLatin1Char('0')).toStdString()));
        place.engine.publish(many);
        Client client(place.socket);
        client.socket().setReadBufferSize(1); // reads nothing from the socket
        for (int i = 0; i < 100; ++i)
            client.call(i, "list");
        int requests = 0;
        connect(&place.server, &ControlServer::requested, this, [&] { ++requests; });
        QVERIFY(QTest::qWaitFor([&] { return requests > 0; }, 5000));
        QVERIFY(!QTest::qWaitFor([&] { return requests == 100; }, 300)); // about 0.9 MB an answer, 16 MiB at most unread
        QVERIFY2(requests < 60, QByteArray::number(requests).constData());
        client.socket().setReadBufferSize(0);
        QVERIFY(QTest::qWaitFor([&] { client.socket().readAll(); return requests == 100; }, 30'000));
    }

    void shutdownIsAnsweredFirst()
    {
        Place place;
        bool asked = false;
        connect(&place.dispatcher, &ControlDispatcher::shutdownRequested, this, [&] { asked = true; });
        Client client(place.socket);
        client.call(1, "shutdown");
        QVERIFY(client.next().contains(QStringLiteral("result")));
        QVERIFY(asked);
    }
};

QTEST_GUILESS_MAIN(ControlServerTest)
#include "tst_control_server.moc"
