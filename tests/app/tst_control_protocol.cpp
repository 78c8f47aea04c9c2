#include "app/control_protocol.h"
#include "app/torrent_json.h"
#include "app/torrent_mirror.h"
#include "core/base/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace trib;
using namespace trib::app;

namespace {

const ResolveId kResolve = [](std::string_view text) -> Result<TorrentId> {
    if (text.size() == 40)
        return TorrentId::fromHex(text);
    return failure(EngineErrc::NoSuchTorrent, "no torrent");
};
const std::string kId = "00112233445566778899aabbccddeeff00112233";

Result<ControlCall> decode(const QByteArray &line)
{
    auto request = parseRequest(line);
    if (!request)
        return failure(request.error());
    return decodeRequest(*request, kResolve);
}

QByteArray call(const char *method, const char *params)
{
    QByteArray line = QByteArray(R"({"id":1,"method":")") + method + R"(","params":)" + params + "}";
    return line.replace("ID", QByteArray::fromStdString(kId));
}

template <class T>
const T &commandOf(const Result<ControlCall> &call)
{
    return std::get<T>(std::get<SubmitCall>(*call).commands.front());
}

TorrentSnapshot torrent(const std::string &id, const std::string &name)
{
    TorrentSnapshot snapshot;
    snapshot.id = *TorrentId::fromHex(id);
    snapshot.infoHash.v1 = *Sha1::fromHex(id);
    snapshot.name = name;
    return snapshot;
}

} // namespace

class ControlProtocolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesHostileRequests_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *title, const QByteArray &line, const char *code) { QTest::newRow(title) << line << QString::fromLatin1(code); };
        row("nothing", "", "not-json");
        row("text", "hello", "not-json");
        row("array", "[]", "not-json");
        row("number", "1", "not-json");
        row("half an object", R"({"method":"list")", "not-json");
        row("two objects", R"({"method":"list"}{"method":"list"})", "not-json");
        row("zero byte", QByteArray("{\"method\":\"li\0st\"}", 19), "not-json");
        row("invalid UTF-8", "{\"method\":\"\xff\xfe\"}", "not-json");
        row("nested 100,000 deep", R"({"method":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}", "not-json");
        row("no method", R"({"id":1})", "invalid-request");
        row("method a number", R"({"method":5})", "invalid-request");
        row("params an array", R"({"method":"list","params":[]})", "invalid-request");
        row("params null", R"({"method":"list","params":null})", "invalid-request");
        row("id an object", R"({"id":{},"method":"list"})", "invalid-request");
        row("id a fraction", R"({"id":1.5,"method":"list"})", "invalid-request");
        row("id too long", R"({"id":")" + QByteArray(101, 'x') + R"(","method":"list"})", "invalid-request");
        row("member of no meaning", R"({"method":"list","extra":1})", "invalid-request");
        row("unknown method", R"({"method":"format"})", "unknown-method");
        row("parameter of no meaning", call("list", R"({"x":1})"), "invalid-request");
        row("add without sources", call("add", "{}"), "invalid-request");
        row("add nothing", call("add", R"({"sources":[]})"), "invalid-request");
        row("sources a text", call("add", R"({"sources":"x"})"), "invalid-request");
        row("source a number", call("add", R"({"sources":[1]})"), "invalid-request");
        row("source nonsense", call("add", R"({"sources":["nonsense"]})"), "source-not-recognised");
        row("source relative", call("add", R"({"sources":["../x.torrent"]})"), "source-not-recognised");
        row("metainfo no base64", call("add", R"({"sources":[{"metainfo":"*"}]})"), "invalid-request");
        row("metainfo empty", call("add", R"({"sources":[{"metainfo":""}]})"), "invalid-request");
        row("metainfo and more", call("add", R"({"sources":[{"metainfo":"ZGU=","x":1}]})"), "invalid-request");
        row("relative save path", call("add", R"({"sources":["/a.torrent"],"savePath":"x"})"), "invalid-request");
        row("stopped a text", call("add", R"({"sources":["/a.torrent"],"stopped":"no"})"), "invalid-request");
        row("stopped null", call("add", R"({"sources":["/a.torrent"],"stopped":null})"), "invalid-request");
        row("priority 5", call("add", R"({"sources":["/a.torrent"],"filePriorities":[5]})"), "invalid-request");
        row("priority 4.5", call("add", R"({"sources":["/a.torrent"],"filePriorities":[4.5]})"), "invalid-request");
        row("priority word", call("add", R"({"sources":["/a.torrent"],"filePriorities":["urgent"]})"), "invalid-request");
        row("duplicate word", call("add", R"({"sources":["/a.torrent"],"onDuplicate":"replace"})"), "invalid-request");
        row("show without id", call("show", "{}"), "invalid-request");
        row("show unknown", call("show", R"({"id":"abcdef"})"), "no-such-torrent");
        row("id a number", call("show", R"({"id":5})"), "invalid-request");
        row("ids with a number", call("stop", R"({"ids":["ID",5]})"), "invalid-request");
        row("ids empty", call("stop", R"({"ids":[]})"), "invalid-request");
        row("files word", call("remove", R"({"ids":["ID"],"files":"burn"})"), "invalid-request");
        row("move to a relative path", call("move", R"({"ids":["ID"],"savePath":"x"})"), "invalid-request");
        row("file index negative", call("renameFile", R"({"id":"ID","index":-1,"path":"x"})"), "invalid-request");
        row("file index huge", call("renameFile", R"({"id":"ID","index":1e300,"path":"x"})"), "invalid-request");
        row("file index a fraction", call("renameFile", R"({"id":"ID","index":0.5,"path":"x"})"), "invalid-request");
        row("priorities of texts", call("priority", R"({"id":"ID","priorities":["0=high"]})"), "invalid-request");
        row("priorities without index", call("priority", R"({"id":"ID","priorities":[{"priority":"high"}]})"), "invalid-request");
        row("rate negative", call("limit", R"({"download":-1})"), "invalid-request");
        row("rate huge", call("limit", R"({"download":1e18})"), "invalid-request");
        row("limit of nothing", call("limit", R"({"ids":["ID"]})"), "invalid-request");
        row("ratio a text", call("shareLimit", R"({"ids":["ID"],"ratio":"1.5"})"), "invalid-request");
        row("queue word", call("queue", R"({"ids":["ID"],"move":"sideways"})"), "invalid-request");
        row("set a number", call("set", R"({"values":{"network/port":1}})"), "invalid-request");
        row("set nothing", call("set", R"({"values":{}})"), "invalid-request");
        row("on a number", call("alternative", R"({"on":1})"), "invalid-request");
    }
    void refusesHostileRequests()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, code);
        const auto decoded = decode(line);
        QVERIFY(!decoded);
        QCOMPARE(QString::fromStdString(codeName(decoded.error())), code);
    }

    void decodesAnAddition()
    {
        const auto decoded = decode(call("add",
            R"({"sources":["magnet:?xt=urn:btih:x","/a.torrent",{"metainfo":"ZGU="}],"savePath":"/d","name":"n","stopped":true,"seedMode":true,
                "sequential":true,"firstLastFirst":true,"topOfQueue":true,"onDuplicate":"merge","onPathConflict":"refuse",
                "filePriorities":[0,"high",4],"category":"c","tags":["t"]})"));
        QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
        const auto &add = std::get<AddCall>(*decoded);
        QCOMPARE(add.sources.size(), 3u);
        QCOMPARE(std::get<MagnetLink>(add.sources[0]).uri, std::string("magnet:?xt=urn:btih:x"));
        QCOMPARE(std::get<TorrentFilePath>(add.sources[1]).path, std::string("/a.torrent"));
        QCOMPARE(std::get<TorrentFileBytes>(add.sources[2]).bytes, (std::vector<std::uint8_t>{'d', 'e'}));
        QVERIFY(add.stopped == true && add.options.skipCheck && add.options.sequential && add.options.firstLastFirst && add.options.topOfQueue);
        QCOMPARE(add.options.savePath, std::string("/d"));
        QCOMPARE(add.options.name, std::string("n"));
        QCOMPARE(add.options.category, std::string("c"));
        QCOMPARE(add.options.tags, std::vector<std::string>{"t"});
        QVERIFY(add.options.onDuplicate == OnDuplicate::MergeTrackers && add.options.onPathConflict == OnPathConflict::Refuse);
        QCOMPARE(add.options.priorities, (std::vector{FilePriority::DoNotDownload, FilePriority::High, FilePriority::Normal}));
    }

    void leavesWhatAnAdditionDoesNotSayToTheSettings()
    {
        const auto decoded = decode(call("add", R"({"sources":["/a.torrent"]})"));
        const auto &add = std::get<AddCall>(*decoded);
        QVERIFY(!add.stopped);
        QVERIFY(add.options.onDuplicate == OnDuplicate::Refuse && add.options.onPathConflict == OnPathConflict::Suffix);
    }

    void decodesCommands()
    {
        QCOMPARE(commandOf<RemoveTorrents>(decode(call("remove", R"({"ids":["ID"]})"))).files, FileDisposal::Keep);
        QCOMPARE(commandOf<RemoveTorrents>(decode(call("remove", R"({"ids":["ID"],"files":"delete"})"))).files, FileDisposal::Delete);
        QCOMPARE(commandOf<StartTorrents>(decode(call("start", R"({"ids":["ID"],"forced":true})"))).forced, true);
        QCOMPARE(commandOf<MoveStorage>(decode(call("move", R"({"ids":["ID"],"savePath":"/x"})"))).savePath, std::string("/x"));
        QCOMPARE(commandOf<MoveInQueue>(decode(call("queue", R"({"ids":["ID"],"move":"down"})"))).move, QueueMove::Down);
        const auto file = commandOf<RenameFile>(decode(call("renameFile", R"({"id":"ID","index":7,"path":"a/b"})")));
        QCOMPARE(file.file, FileIndex(7));
        QCOMPARE(file.id.toHex(), kId);
        const auto priorities = commandOf<SetFilePriorities>(
            decode(call("priority", R"({"id":"ID","priorities":[{"index":3,"priority":"skip"},{"index":0,"priority":7}]})"))).priorities;
        QCOMPARE(priorities.size(), 2u);
        QVERIFY(priorities[0] == std::pair(FileIndex(3), FilePriority::DoNotDownload));
        QVERIFY(priorities[1] == std::pair(FileIndex(0), FilePriority::High));
        const auto share = commandOf<SetShareLimits>(decode(call("shareLimit", R"({"ids":["ID"],"ratio":1500,"action":"remove"})"))).limits.value_or(ShareLimits());
        QVERIFY(share.ratioPermille == 1500 && !share.seedingTime && share.action == ShareLimitAction::Remove);
        QCOMPARE(commandOf<AddTrackers>(decode(call("addTrackers", R"({"id":"ID","trackers":["u"]})"))).trackers, std::vector<std::string>{"u"});
        QCOMPARE(commandOf<RemoveTrackers>(decode(call("removeTrackers", R"({"id":"ID","trackers":["u"]})"))).trackers, std::vector<std::string>{"u"});
        const auto replaced = commandOf<ReplaceTracker>(decode(call("replaceTracker", R"({"id":"ID","from":"a","to":"b"})")));
        QVERIFY(replaced.from == "a" && replaced.to == "b");
        QCOMPARE(commandOf<ChangeWebSeeds>(decode(call("addWebSeeds", R"({"id":"ID","webSeeds":["u"]})"))).add, std::vector<std::string>{"u"});
        QCOMPARE(commandOf<ChangeWebSeeds>(decode(call("removeWebSeeds", R"({"id":"ID","webSeeds":["u"]})"))).remove, std::vector<std::string>{"u"});
        QVERIFY(commandOf<SetSuperSeeding>(decode(call("superSeeding", R"({"ids":["ID"],"on":true})"))).on);
        QCOMPARE(commandOf<SetCategory>(decode(call("setCategory", R"({"ids":["ID"],"category":"video"})"))).category, std::string("video"));
        QVERIFY(commandOf<SetCategory>(decode(call("setCategory", R"({"ids":["ID"]})"))).category.empty());
        const auto tags = commandOf<ChangeTags>(decode(call("changeTags", R"({"ids":["ID"],"add":["a"],"remove":["b"]})")));
        QVERIFY(tags.add == std::vector<std::string>{"a"} && tags.remove == std::vector<std::string>{"b"});
        QVERIFY((commandOf<SaveCategory>(decode(call("saveCategory", R"({"name":"v","savePath":"/v"})"))).category == Category{"v", "/v"}));
        QCOMPARE(commandOf<RemoveCategories>(decode(call("removeCategories", R"({"names":["v"]})"))).names, std::vector<std::string>{"v"});
        QCOMPARE(commandOf<CreateTags>(decode(call("createTags", R"({"tags":["a"]})"))).tags, std::vector<std::string>{"a"});
        QCOMPARE(commandOf<DeleteTags>(decode(call("deleteTags", R"({"tags":["a"]})"))).tags, std::vector<std::string>{"a"});
        QCOMPARE(std::get<SubmitCall>(*decode(call("repair", R"({"ids":["ID","ID"]})"))).commands.size(), 2u);
    }

    void writesAnswersThatReadBack()
    {
        const auto result = parseAnswer(resultLine(QJsonValue(7), R"({"ids":["x"]})"));
        QVERIFY(result && result->error.isEmpty());
        QCOMPARE(result->id.toInteger(), 7);
        QCOMPARE(result->result.value(QStringLiteral("ids")).toArray().first().toString(), QStringLiteral("x"));
        const auto error = parseAnswer(errorLine(QJsonValue(QStringLiteral("a\"b")),
            {make_error_code(EngineErrc::DuplicateTorrent), "line\n\"quoted\" \x01 \xff"}, R"(,"index":2)"));
        QVERIFY(error.has_value());
        QCOMPARE(error->id.toString(), QStringLiteral("a\"b"));
        QCOMPARE(error->error.value(QStringLiteral("code")).toString(), QStringLiteral("duplicate-torrent"));
        QCOMPARE(error->error.value(QStringLiteral("index")).toInteger(), 2);
        QCOMPARE(error->error.value(QStringLiteral("detail")).toString(), QStringLiteral("line\n\"quoted\" \x01 \ufffd"));
        QVERIFY(!parseAnswer("{}") && !parseAnswer("garbage"));
    }

    void requestsSurviveTheWire()
    {
        const ControlRequest request{5, QStringLiteral("rename"), {{QStringLiteral("id"), QStringLiteral("x")}, {QStringLiteral("name"), QStringLiteral("ä\n\"")}}};
        const QByteArray line = requestLine(request);
        QVERIFY(line.endsWith('\n') && line.count('\n') == 1);
        const auto back = parseRequest(line.trimmed());
        QVERIFY(back.has_value());
        QCOMPARE(back->params, request.params);
        QCOMPARE(back->method, request.method);
    }

    void escapesWhateverAFileNameHolds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("read");
        QTest::newRow("plain") << QByteArray("plain") << QStringLiteral("plain");
        QTest::newRow("quotes and backslashes") << QByteArray("\"\\\"") << QStringLiteral("\"\\\"");
        QTest::newRow("control characters") << QByteArray("a\0b\x1f\x7f\n\t", 7) << QString::fromLatin1("a\0b\x1f\x7f\n\t", 7);
        QTest::newRow("Japanese") << QByteArray("\xe6\x97\xa5") << QStringLiteral("\u65e5");
        QTest::newRow("not UTF-8") << QByteArray("a\xff") << QStringLiteral("a\ufffd");
        QTest::newRow("surrogate in UTF-8") << QByteArray("\xed\xa0\x80x") << QStringLiteral("\ufffd\ufffd\ufffdx");
    }
    void escapesWhateverAFileNameHolds()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, read);
        std::string out;
        JsonText json(out);
        json.beginObject().field("t", std::string_view(text.constData(), static_cast<std::size_t>(text.size()))).endObject();
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(out));
        QCOMPARE(document.object().value(QStringLiteral("t")).toString(), read);
    }

    void aRowHasTheFieldsOfTheContract()
    {
        TorrentSnapshot snapshot = torrent(kId, "name");
        snapshot.state = TorrentState::Downloading;
        snapshot.problem = {ProblemKind::NoSpace, "/data", "full", Bytes(10), Bytes(3)};
        snapshot.size = Bytes(std::int64_t{1} << 60);
        snapshot.ratioPermille = -1;
        const auto row = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(snapshot))).object();
        for (const char *key : {"id", "infoHashV1", "infoHashV2", "name", "state", "problem", "size", "wanted", "done", "progress", "downloadRate",
                 "uploadRate", "eta", "ratio", "seeds", "peers", "savePath", "contentPath", "uploaded", "downloaded", "queuePosition", "added",
                 "completed", "private", "forced"})
            QVERIFY2(row.contains(QLatin1String(key)), key);
        QCOMPARE(row.value(QStringLiteral("state")).toString(), QStringLiteral("downloading"));
        QCOMPARE(row.value(QStringLiteral("problem")).toObject().value(QStringLiteral("kind")).toString(), QStringLiteral("no-space"));
        QCOMPARE(row.value(QStringLiteral("size")).toInteger(), qint64{1} << 60);
        QVERIFY(row.value(QStringLiteral("ratio")).isNull() && row.value(QStringLiteral("infoHashV2")).isNull());
        snapshot.problem = {};
        QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(toJson(snapshot))).object().value(QStringLiteral("problem")).isNull());
    }

    void detailsJoinTheRow()
    {
        TorrentDetail detail;
        detail.general = GeneralDetail{};
        detail.general->pieces = {true, false, true};
        detail.files = std::make_shared<const std::vector<FileEntry>>(std::vector<FileEntry>{{"a/b", Bytes(5), FilePriority::High}});
        detail.fileProgress = std::make_shared<const std::vector<Bytes>>(std::vector<Bytes>{Bytes(2)});
        detail.peers = std::vector<PeerSnapshot>(1);
        detail.trackers = std::vector<TrackerSnapshot>(2);
        const auto json = withDetail(toJson(torrent(kId, "n")), detail);
        const auto row = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
        QCOMPARE(row.value(QStringLiteral("general")).toObject().value(QStringLiteral("piecesDone")).toInteger(), 2);
        const auto file = row.value(QStringLiteral("files")).toArray().first().toObject();
        QCOMPARE(file.value(QStringLiteral("priority")).toString(), QStringLiteral("high"));
        QCOMPARE(file.value(QStringLiteral("done")).toInteger(), 2);
        QCOMPARE(row.value(QStringLiteral("peers")).toArray().size(), 1);
        QCOMPARE(row.value(QStringLiteral("trackers")).toArray().size(), 2);
    }

    void resolvesPrefixes()
    {
        TorrentMirror mirror;
        mirror.apply({DeltaSequence(1), {share(torrent("abcdef0000000000000000000000000000000000", "a")), share(torrent("abcdef1000000000000000000000000000000000", "b")),
                                            share(torrent("ffffffffffffffffffffffffffffffffffffffff", "c"))}, {}});
        const auto code = [&](const char *prefix) { return mirror.resolve(prefix) ? std::string() : codeName(mirror.resolve(prefix).error()); };
        QCOMPARE(code("abcdef"), std::string("ambiguous-id"));
        QCOMPARE(code("abcdef1"), std::string());
        QCOMPARE(code("ABCDEF1"), std::string());
        QCOMPARE(mirror.resolve("ffffff")->toHex(), std::string(40, 'f'));
        QCOMPARE(code("fffff"), std::string("invalid-request"));
        QCOMPARE(code("fffffg"), std::string("invalid-request"));
        QCOMPARE(code("000000"), std::string("no-such-torrent"));
        QCOMPARE(code("../../etc/passwd"), std::string("invalid-request"));
        QCOMPARE(code("0000000000000000000000000000000000000000"), std::string()); // whole ids are the engine's to judge
        mirror.apply({DeltaSequence(2), {}, {*TorrentId::fromHex("abcdef0000000000000000000000000000000000")}});
        QCOMPARE(code("abcdef"), std::string());
    }

    void listsTenThousandRowsQuickly()
    {
        TransferDelta delta;
        for (int i = 0; i < 10'000; ++i) {
            auto snapshot = torrent(QStringLiteral("%1").arg(i, 40, 16, QLatin1Char('0')).toStdString(), "A name of ordinary length " + std::to_string(i));
            snapshot.savePath = "/data/downloads";
            snapshot.contentPath = "/data/downloads/A name of ordinary length " + std::to_string(i);
            delta.upserted.push_back(share(std::move(snapshot)));
        }
        TorrentMirror mirror;
        mirror.apply(delta);
        const std::string first = mirror.listJson();
        QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(first)).object().value(QStringLiteral("torrents")).toArray().size(), 10'000);
        delta.upserted.resize(500);
        std::string again;
        QBENCHMARK {
            mirror.apply(delta);
            again = mirror.listJson();
        }
        QCOMPARE(again, first);
    }
};

QTEST_GUILESS_MAIN(ControlProtocolTest)
#include "tst_control_protocol.moc"
