#include "app/argument_parser.h"
#include "app/command_line.h"

#include <QJsonDocument>
#include <QTest>

using namespace trib;
using namespace trib::app;

namespace {

const QString kFolder = QStringLiteral("/somewhere");
const QString kHash = QStringLiteral("0123456789abcdef0123456789abcdef01234567");

QString word(const QString &line) { return line.trimmed().section(u' ', 0, 0); }
QString errorOf(const Result<CommandLine> &line) { return QString::fromStdString(line.error().detail); }

} // namespace

class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesARequestOfEveryCommand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QByteArray>("params");
        const auto row = [](const char *title, const char *words, const char *method, const char *params) {
            QTest::newRow(title) << QString::fromLatin1(words).split(u' ') << QString::fromLatin1(method) << QByteArray(params);
        };
        row("list", "list", "list", "{}");
        row("status", "status", "status", "{}");
        row("settings", "settings", "settings", "{}");
        row("shutdown", "shutdown", "shutdown", "{}");
        row("show", "show abcdef --files --peers --trackers --general", "show",
            R"({"id":"abcdef","files":true,"peers":true,"trackers":true,"general":true})");
        row("add with everything",
            "add --save-path down --stopped --seed-mode --sequential --first-last --top --name N --on-duplicate merge --on-conflict refuse "
            "--file-priorities 0,4,high a.torrent /b.torrent",
            "add",
            R"({"savePath":"/somewhere/down","stopped":true,"seedMode":true,"sequential":true,"firstLastFirst":true,"topOfQueue":true,
                "name":"N","onDuplicate":"merge","onPathConflict":"refuse","filePriorities":[0,4,"high"],
                "sources":["/somewhere/a.torrent","/b.torrent"]})");
        row("add a magnet link", "add magnet:?xt=urn:btih:aa", "add", R"({"sources":["magnet:?xt=urn:btih:aa"]})");
        row("add a file URL", "add file:///b%20c.torrent", "add", R"({"sources":["/b c.torrent"]})");
        row("options behind the sources", "add a.torrent --stopped", "add", R"({"sources":["/somewhere/a.torrent"],"stopped":true})");
        row("option with an equals sign", "add --name=x a.torrent", "add", R"({"sources":["/somewhere/a.torrent"],"name":"x"})");
        row("preview", "preview x.torrent", "preview", R"({"source":"/somewhere/x.torrent"})");
        row("start", "start --force abcdef 123456", "start", R"({"ids":["abcdef","123456"],"forced":true})");
        row("stop", "stop abcdef", "stop", R"({"ids":["abcdef"]})");
        row("recheck", "recheck abcdef", "recheck", R"({"ids":["abcdef"]})");
        row("reannounce", "reannounce abcdef", "reannounce", R"({"ids":["abcdef"]})");
        row("repair", "repair abcdef", "repair", R"({"ids":["abcdef"]})");
        row("remove", "remove --files trash abcdef", "remove", R"({"ids":["abcdef"],"files":"trash"})");
        row("plan-removal", "plan-removal abcdef", "planRemoval", R"({"ids":["abcdef"]})");
        row("move", "move abcdef ../x", "move", R"({"ids":["abcdef"],"savePath":"/x"})");
        row("cancel-move", "cancel-move abcdef", "cancelMove", R"({"id":"abcdef"})");
        row("rename", "rename abcdef new", "rename", R"({"id":"abcdef","name":"new"})");
        row("rename-file", "rename-file abcdef 3 a/b", "renameFile", R"({"id":"abcdef","index":3,"path":"a/b"})");
        row("rename-folder", "rename-folder abcdef a b", "renameFolder", R"({"id":"abcdef","from":"a","to":"b"})");
        row("priority", "priority abcdef 0=skip 2=high", "priority",
            R"({"id":"abcdef","priorities":[{"index":0,"priority":"skip"},{"index":2,"priority":"high"}]})");
        row("sequential", "sequential on abcdef", "sequential", R"({"ids":["abcdef"],"on":true})");
        row("first-last", "first-last off abcdef", "firstLast", R"({"ids":["abcdef"],"on":false})");
        row("queue", "queue bottom abcdef", "queue", R"({"ids":["abcdef"],"move":"bottom"})");
        row("limit the session", "limit --download 500K --upload 0", "limit", R"({"download":512000,"upload":0})");
        row("limit torrents", "limit --connections 10 --slots 4 abcdef", "limit", R"({"ids":["abcdef"],"connections":10,"slots":4})");
        row("alternative", "alternative on", "alternative", R"({"on":true})");
        row("share-limit", "share-limit --ratio 1.5 --seeding-time 60 --inactive-time none --action remove abcdef", "shareLimit",
            R"({"ids":["abcdef"],"ratio":1500,"seedingTime":60,"action":"remove"})");
        row("merge-trackers", "merge-trackers abcdef http://t.example/a udp://u.example:1", "mergeTrackers",
            "{\"id\":\"abcdef\",\"trackers\":[\"http://t.example/a\",\"udp://u.example:1\"]}");
        row("add-peer", "add-peer abcdef 198.51.100.1:6881", "addPeer", R"({"id":"abcdef","endpoint":"198.51.100.1:6881"})");
        row("add with labels", "add --category video/films --tags good,seen a.torrent", "add",
            R"({"sources":["/somewhere/a.torrent"],"category":"video/films","tags":["good","seen"]})");
        row("add-trackers", "add-trackers abcdef http://t.example/a udp://u.example:1", "addTrackers",
            "{\"id\":\"abcdef\",\"trackers\":[\"http://t.example/a\",\"udp://u.example:1\"]}");
        row("replace-tracker", "replace-tracker abcdef http://t.example/a http://u.example/a", "replaceTracker",
            "{\"id\":\"abcdef\",\"from\":\"http://t.example/a\",\"to\":\"http://u.example/a\"}");
        row("remove-trackers", "remove-trackers abcdef http://t.example/a", "removeTrackers", "{\"id\":\"abcdef\",\"trackers\":[\"http://t.example/a\"]}");
        row("add-web-seeds", "add-web-seeds abcdef http://w.example/", "addWebSeeds", "{\"id\":\"abcdef\",\"webSeeds\":[\"http://w.example/\"]}");
        row("remove-web-seeds", "remove-web-seeds abcdef http://w.example/", "removeWebSeeds", "{\"id\":\"abcdef\",\"webSeeds\":[\"http://w.example/\"]}");
        row("super-seeding", "super-seeding on abcdef", "superSeeding", R"({"ids":["abcdef"],"on":true})");
        row("labels", "labels", "labels", "{}");
        row("category", "category video abcdef", "setCategory", R"({"ids":["abcdef"],"category":"video"})");
        row("tag", "tag --add good,seen --remove old abcdef", "changeTags", R"({"ids":["abcdef"],"add":["good","seen"],"remove":["old"]})");
        row("save-category", "save-category video --save-path v", "saveCategory", R"({"name":"video","savePath":"/somewhere/v"})");
        row("remove-category", "remove-category video music", "removeCategories", R"({"names":["video","music"]})");
        row("create-tag", "create-tag good", "createTags", R"({"tags":["good"]})");
        row("delete-tag", "delete-tag good seen", "deleteTags", R"({"tags":["good","seen"]})");
        row("set", "set network/dht=false transfer/share_ratio=1500", "set",
            R"({"values":{"network/dht":"false","transfer/share_ratio":"1500"}})");
        row("export", "export abcdef x.torrent", "export", R"({"id":"abcdef"})");
    }
    void makesARequestOfEveryCommand()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, method);
        QFETCH(QByteArray, params);
        const auto line = parseDaemonArguments(arguments, kFolder);
        QVERIFY2(line.has_value(), line ? "" : line.error().detail.c_str());
        QCOMPARE(line->action, CommandLine::Action::Command);
        QCOMPARE(line->invocation.request.method, method);
        QCOMPARE(QJsonDocument(line->invocation.request.params), QJsonDocument::fromJson(params));
    }

    void refusesWrongUsageWithASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *words, const char *names) {
            QTest::newRow(words) << QString::fromLatin1(words).split(u' ') << QString::fromLatin1(names);
        };
        row("frobnicate", "frobnicate is neither a command");
        row("--frob list", "unknown option --frob");
        row("list --frob", "unknown option --frob");
        row("-x", "unknown option -x");
        row("list extra", "extra is not expected");
        row("show", "the id of a torrent is missing");
        row("stop", "the id of a torrent is missing");
        row("add", "a torrent file, a magnet link");
        row("add --name", "--name needs a value");
        row("add --name a --name b x.torrent", "--name is given twice");
        row("add --stopped=yes x.torrent", "--stopped takes no value");
        row("move abcdef", "the new folder is missing");
        row("rename abcdef a b", "b is not expected");
        row("rename-file abcdef x y", "index");
        row("rename-file abcdef -- -1 y", "index");
        row("priority abcdef high", "INDEX=");
        row("priority abcdef x=high", "INDEX=");
        row("priority abcdef 1=", "empty");
        row("sequential maybe abcdef", "maybe is neither on nor off");
        row("alternative", "on or off is missing");
        row("alternative on more", "more is not expected");
        row("limit", "is missing");
        row("limit abcdef", "is missing");
        row("limit --download fast", "--download: \"fast\" is no rate");
        row("limit --download -5", "is no rate");
        row("limit --download 9999999999G", "is no rate");
        row("limit --slots many abcdef", "--slots");
        row("share-limit --ratio 1.5", "the id of a torrent is missing");
        row("share-limit --ratio 1.2345 abcdef", "is no ratio");
        row("share-limit --ratio 1. abcdef", "is no ratio");
        row("tag abcdef", "--add or --remove is missing");
        row("category video", "the id of a torrent is missing");
        row("set network/dht", "KEY=VALUE");
        row("export abcdef", "file to write is missing");
        row("export abcdef a b", "is not expected");
        row("--config x list", "--config is for the start");
        row("--json", "--json needs a command");
        row("--profile", "--profile needs a value");
        row("--profile= list", "--profile needs a folder");
    }
    void refusesWrongUsageWithASentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, names);
        const auto line = parseDaemonArguments(arguments, kFolder);
        QVERIFY(!line);
        QVERIFY2(line.error().code == ControlErrc::WrongUsage, line.error().code.message().c_str());
        QVERIFY2(errorOf(line).contains(names), qPrintable(errorOf(line)));
    }

    void refusesAnUnknownSourceByItsOwnCode()
    {
        const auto line = parseDaemonArguments({QStringLiteral("add"), QStringLiteral("nonsense")}, kFolder);
        QVERIFY(!line);
        QVERIFY(line.error().code == EngineErrc::SourceNotRecognised);
    }

    void takesOptionsBeforeTheCommandAndJsonOnEitherSide()
    {
        const auto before = parseDaemonArguments(
            {QStringLiteral("--profile"), QStringLiteral("p"), QStringLiteral("--json"), QStringLiteral("list")}, kFolder);
        QVERIFY(before && before->invocation.json);
        QCOMPARE(before->profile, std::filesystem::path("/somewhere/p"));
        const auto after = parseDaemonArguments({QStringLiteral("list"), QStringLiteral("--json")}, kFolder);
        QVERIFY(after && after->invocation.json);
        const auto neither = parseDaemonArguments({QStringLiteral("list")}, kFolder);
        QVERIFY(neither && !neither->invocation.json);
    }

    void runsWithSourcesAndAConfiguration()
    {
        const auto line = parseDaemonArguments({QStringLiteral("--config=c.conf"), kHash, QStringLiteral("x.torrent")}, kFolder);
        QVERIFY(line.has_value());
        QCOMPARE(line->action, CommandLine::Action::Run);
        QCOMPARE(line->config, std::filesystem::path("/somewhere/c.conf"));
        QCOMPARE(line->sources, QStringList({kHash, QStringLiteral("/somewhere/x.torrent")}));
    }

    void knowsWhatNeedsNoEngine_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<CommandLine::Action>("action");
        QTest::newRow("version") << QStringLiteral("--version") << CommandLine::Action::Version;
        QTest::newRow("help") << QStringLiteral("--help") << CommandLine::Action::Help;
        QTest::newRow("print-config") << QStringLiteral("--print-config") << CommandLine::Action::PrintConfig;
        QTest::newRow("set-api-password") << QStringLiteral("--set-api-password") << CommandLine::Action::SetApiPassword;
        QTest::newRow("new-api-key") << QStringLiteral("--new-api-key") << CommandLine::Action::NewApiKey;
    }
    void knowsWhatNeedsNoEngine()
    {
        QFETCH(QString, argument);
        QFETCH(CommandLine::Action, action);
        const auto line = parseDaemonArguments({argument}, kFolder);
        QVERIFY(line.has_value());
        QCOMPARE(line->action, action);
        const auto desktop = parseDesktopArguments({argument}, kFolder);
        QCOMPARE(desktop.has_value(), action == CommandLine::Action::Version || action == CommandLine::Action::Help);
    }

    void aCommandIsExplainedToo()
    {
        for (const QStringList &words : {QStringList{QStringLiteral("help")}, {QStringLiteral("list"), QStringLiteral("--help")},
                 {QStringLiteral("limit"), QStringLiteral("--download"), QStringLiteral("--help")}}) {
            const auto line = parseDaemonArguments(words, kFolder);
            QVERIFY(line.has_value());
            QCOMPARE(line->action, CommandLine::Action::Help);
        }
        const auto name = parseDaemonArguments({QStringLiteral("rename"), kHash, QStringLiteral("--"), QStringLiteral("--help")}, kFolder);
        QVERIFY(name.has_value());
        QCOMPARE(name->action, CommandLine::Action::Command);
    }

    void theDesktopMakesItsSourcesAbsolute()
    {
        const auto line = parseDesktopArguments({QStringLiteral("file:///a%20b.torrent"), QStringLiteral("sub/c.torrent"),
                                                    QStringLiteral("https://t.example/d.torrent")}, kFolder);
        QVERIFY(line.has_value());
        QCOMPARE(line->sources, QStringList({QStringLiteral("/a b.torrent"), QStringLiteral("/somewhere/sub/c.torrent"),
                                    QStringLiteral("https://t.example/d.torrent")}));
        QVERIFY(!parseDesktopArguments({QStringLiteral("list")}, kFolder));
        QVERIFY(!parseDesktopArguments({QStringLiteral("file://host/x.torrent")}, kFolder)
            || !parseDesktopArguments({QStringLiteral("file://host/x.torrent")}, kFolder)->sources.first().startsWith(QStringLiteral("/x")));
    }

    void readsWhatATorrentIsToBeMadeOf()
    {
        const auto line = parseDaemonArguments({QStringLiteral("--profile"), QStringLiteral("p"), QStringLiteral("create"), QStringLiteral("--format=v1"),
                                                   QStringLiteral("--piece-size"), QStringLiteral("1M"), QStringLiteral("--tracker"), QStringLiteral("http://a/1 udp://b:2"),
                                                   QStringLiteral("--tracker"), QStringLiteral("http://c/"), QStringLiteral("--web-seed"), QStringLiteral("http://d/"),
                                                   QStringLiteral("--private"), QStringLiteral("--comment"), QStringLiteral("c"), QStringLiteral("--source"), QStringLiteral("s"),
                                                   QStringLiteral("--dot-files"), QStringLiteral("--no-date"), QStringLiteral("--replace"), QStringLiteral("--seed"),
                                                   QStringLiteral("--json"), QStringLiteral("sub/../films"), QStringLiteral("/out/f.torrent")}, kFolder);
        QVERIFY2(line, line ? "" : line.error().detail.c_str());
        QCOMPARE(line->action, CommandLine::Action::Create);
        QVERIFY(line->create.seed && line->create.json);
        CreateRequest expected;
        expected.content = "/somewhere/films";
        expected.output = "/out/f.torrent";
        expected.replace = expected.isPrivate = true;
        expected.withDate = expected.skipDotFiles = false;
        expected.format = TorrentFormat::V1;
        expected.pieceSize = Bytes(1 << 20);
        expected.trackers = {{"http://a/1", "udp://b:2"}, {"http://c/"}};
        expected.webSeeds = {"http://d/"};
        expected.comment = "c";
        expected.source = "s";
        QVERIFY(line->create.request == expected);
    }

    void aTorrentIsMadeBesideWhereOneIsByDefault()
    {
        const auto line = parseDaemonArguments({QStringLiteral("create"), QStringLiteral("/data/films/")}, kFolder);
        QVERIFY(line);
        CreateRequest expected;
        expected.content = "/data/films";
        expected.output = "/somewhere/films.torrent";
        QVERIFY(line->create.request == expected);
        QVERIFY(!line->create.seed && !line->create.json);
    }

    void refusesWhatMakesNoTorrent_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("too much") << QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        QTest::newRow("format") << QStringList{QStringLiteral("--format"), QStringLiteral("v3"), QStringLiteral("a")};
        QTest::newRow("piece size") << QStringList{QStringLiteral("--piece-size"), QStringLiteral("large"), QStringLiteral("a")};
        QTest::newRow("comment twice") << QStringList{QStringLiteral("--comment=a"), QStringLiteral("--comment=b"), QStringLiteral("a")};
        QTest::newRow("unknown") << QStringList{QStringLiteral("--colour"), QStringLiteral("a")};
    }
    void refusesWhatMakesNoTorrent()
    {
        QFETCH(QStringList, arguments);
        const auto line = parseDaemonArguments(QStringList{QStringLiteral("create")} + arguments, kFolder);
        QVERIFY(!line);
        QCOMPARE(line.error().code, make_error_code(ControlErrc::WrongUsage));
    }

    void readsRestore()
    {
        auto line = parseDaemonArguments({QStringLiteral("restore"), QStringLiteral("--dry-run"), QStringLiteral("a b.backup")}, kFolder);
        QVERIFY(line && line->action == CommandLine::Action::Restore && line->restore.dryRun && !line->restore.json);
        QCOMPARE(line->restore.file, QStringLiteral("/somewhere/a b.backup"));
        line = parseDesktopArguments({QStringLiteral("--restore"), QStringLiteral("/b/../c")}, kFolder);
        QVERIFY(line && line->action == CommandLine::Action::Restore && !line->restore.dryRun);
        QCOMPARE(line->restore.file, QStringLiteral("/c"));
        QVERIFY(!parseDaemonArguments({QStringLiteral("restore")}, kFolder));
        QVERIFY(!parseDaemonArguments({QStringLiteral("restore"), QStringLiteral("a"), QStringLiteral("b")}, kFolder));
        QVERIFY(!parseDesktopArguments({QStringLiteral("--restore"), QStringLiteral("a"), QStringLiteral("magnet:?xt=x")}, kFolder));
    }

    void readsWatchedFoldersAndBackups()
    {
        auto line = parseDaemonArguments({QStringLiteral("watch"), QStringLiteral("add"), QStringLiteral("in"), QStringLiteral("--subfolders"),
            QStringLiteral("--after"), QStringLiteral("delete"), QStringLiteral("--tags"), QStringLiteral("a,b")}, kFolder);
        QVERIFY(line && line->action == CommandLine::Action::Command);
        QCOMPARE(line->invocation.request.method, QStringLiteral("watch"));
        QCOMPARE(QJsonDocument(line->invocation.request.params).toJson(QJsonDocument::Compact),
            QByteArray(R"({"after":"delete","path":"/somewhere/in","subfolders":true,"tags":["a","b"]})"));
        line = parseDaemonArguments({QStringLiteral("watch"), QStringLiteral("remove"), QStringLiteral("in"), QStringLiteral("/x")}, kFolder);
        QVERIFY(line);
        QCOMPARE(QJsonDocument(line->invocation.request.params).toJson(QJsonDocument::Compact), QByteArray(R"({"paths":["/somewhere/in","/x"]})"));
        QVERIFY(!parseDaemonArguments({QStringLiteral("watch")}, kFolder));
        QVERIFY(!parseDaemonArguments({QStringLiteral("watch"), QStringLiteral("frob")}, kFolder));
        QVERIFY(!parseDaemonArguments({QStringLiteral("watch"), QStringLiteral("list"), QStringLiteral("more")}, kFolder));
        line = parseDaemonArguments({QStringLiteral("backup"), QStringLiteral("b.backup")}, kFolder);
        QVERIFY(line && line->invocation.request.params.value(QStringLiteral("path")) == QStringLiteral("/somewhere/b.backup"));
        QVERIFY(!parseDaemonArguments({QStringLiteral("backup")}, kFolder));
    }

    void readsWhatIsToBeTakenOver()
    {
        auto line = parseDaemonArguments({QStringLiteral("import"), QStringLiteral("transmission"), QStringLiteral("--from"), QStringLiteral("old/"),
                                             QStringLiteral("--dry-run")}, kFolder);
        QVERIFY(line);
        QCOMPARE(line->action, CommandLine::Action::Import);
        QVERIFY(line->import.client == OtherClient::Transmission && line->import.dryRun && !line->import.json);
        QCOMPARE(line->import.folder, QStringLiteral("/somewhere/old"));
        line = parseDaemonArguments({QStringLiteral("--json"), QStringLiteral("import"), QStringLiteral("qbittorrent")}, kFolder);
        QVERIFY(line && line->import.client == OtherClient::QBittorrent && !line->import.dryRun && line->import.json && line->import.folder.isEmpty());
        QVERIFY(!parseDaemonArguments({QStringLiteral("import")}, kFolder));
        QVERIFY(!parseDaemonArguments({QStringLiteral("import"), QStringLiteral("deluge")}, kFolder));
        QVERIFY(!parseDaemonArguments({QStringLiteral("import"), QStringLiteral("qbittorrent"), QStringLiteral("more")}, kFolder));
    }

    void theHelpNamesEveryCommand()
    {
        for (const QString &line : daemonHelp().split(u'\n')) {
            if (line.startsWith(QStringLiteral("  ")) && !line.startsWith(QStringLiteral("   ")))
                QVERIFY2(isCommand(word(line)) || word(line) == QLatin1String(kCreate) || word(line) == QLatin1String(kImport) || word(line) == QLatin1String(kRestore), qPrintable(line));
        }
        QVERIFY(daemonHelp().contains(QStringLiteral("share-limit")));
    }

    void readsRates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("rate"); // -1: refused
        QTest::newRow("plain") << QStringLiteral("1000") << qint64{1000};
        QTest::newRow("none") << QStringLiteral("0") << qint64{0};
        QTest::newRow("K") << QStringLiteral("500K") << qint64{512000};
        QTest::newRow("small m") << QStringLiteral("2m") << qint64{2 << 20};
        QTest::newRow("G") << QStringLiteral("1G") << qint64{1 << 30};
        QTest::newRow("largest") << QStringLiteral("1024G") << (qint64{1} << 40);
        QTest::newRow("too large") << QStringLiteral("1025G") << qint64{-1};
        QTest::newRow("unit alone") << QStringLiteral("K") << qint64{-1};
        QTest::newRow("two units") << QStringLiteral("1KK") << qint64{-1};
        QTest::newRow("empty") << QString() << qint64{-1};
        QTest::newRow("fraction") << QStringLiteral("1.5M") << qint64{-1};
    }
    void readsRates()
    {
        QFETCH(QString, text);
        QFETCH(qint64, rate);
        QCOMPARE(qint64{parseRate(text).value_or(-1)}, rate);
    }

    void readsRatios_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("permille"); // -1: refused
        QTest::newRow("whole") << QStringLiteral("2") << qint64{2000};
        QTest::newRow("one digit") << QStringLiteral("1.5") << qint64{1500};
        QTest::newRow("three digits") << QStringLiteral("0.125") << qint64{125};
        QTest::newRow("four digits") << QStringLiteral("0.1255") << qint64{-1};
        QTest::newRow("negative") << QStringLiteral("-1") << qint64{-1};
        QTest::newRow("nothing before the point") << QStringLiteral(".5") << qint64{-1};
        QTest::newRow("two points") << QStringLiteral("1.5.1") << qint64{-1};
        QTest::newRow("sign behind the point") << QStringLiteral("1.+5") << qint64{-1};
    }
    void readsRatios()
    {
        QFETCH(QString, text);
        QFETCH(qint64, permille);
        QCOMPARE(qint64{parseRatio(text).value_or(-1)}, permille);
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_command_line.moc"
