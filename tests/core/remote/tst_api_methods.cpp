#include "tests/core/remote/api_place.h"

using namespace trib;
using namespace trib::test;

namespace {

// Fields as "a=b&c=d", without any encoding.
Fields fieldsOf(const QString &text)
{
    Fields fields;
    for (const QString &part : text.split(QLatin1Char('&'), Qt::SkipEmptyParts))
        fields[part.section(QLatin1Char('='), 0, 0).toStdString()] = part.section(QLatin1Char('='), 1).toStdString();
    return fields;
}

QString idsText(const TorrentIds &ids)
{
    QString text;
    for (const TorrentId &id : ids)
        text += QString::fromStdString(id.toHex().substr(0, 1));
    return text;
}

QString joined(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts)
        list += QString::fromStdString(text);
    return list.join(QLatin1Char(','));
}

// A command as a line that a table can hold.
struct Describe {
    static QString flag(bool on) { return on ? QStringLiteral(" on") : QStringLiteral(" off"); }

    QString operator()(const StartTorrents &c) const { return QStringLiteral("start ") + idsText(c.ids) + (c.forced ? QStringLiteral(" forced") : QString()); }
    QString operator()(const StopTorrents &c) const { return QStringLiteral("stop ") + idsText(c.ids); }
    QString operator()(const RecheckTorrents &c) const { return QStringLiteral("recheck ") + idsText(c.ids); }
    QString operator()(const ReannounceTorrents &c) const { return QStringLiteral("reannounce ") + idsText(c.ids) + QLatin1Char(' ') + joined(c.trackers); }
    QString operator()(const MoveInQueue &c) const { return QStringLiteral("queue %1 %2").arg(idsText(c.ids)).arg(static_cast<int>(c.move)); }
    QString operator()(const SetSequential &c) const { return QStringLiteral("sequential ") + idsText(c.ids) + flag(c.on); }
    QString operator()(const SetFirstLastFirst &c) const { return QStringLiteral("firstlast ") + idsText(c.ids) + flag(c.on); }
    QString operator()(const SetSuperSeeding &c) const { return QStringLiteral("super ") + idsText(c.ids) + flag(c.on); }
    QString operator()(const RenameTorrent &c) const { return QStringLiteral("rename ") + QString::fromStdString(c.name); }
    QString operator()(const RenameFile &c) const { return QStringLiteral("file %1 %2").arg(c.file.value()).arg(QString::fromStdString(c.path)); }
    QString operator()(const RenameFolder &c) const { return QStringLiteral("folder ") + joined({c.from, c.to}); }
    QString operator()(const MoveStorage &c) const { return QStringLiteral("move ") + idsText(c.ids) + QLatin1Char(' ') + QString::fromStdString(c.savePath); }
    QString operator()(const RemoveTorrents &c) const { return QStringLiteral("remove %1 %2").arg(idsText(c.ids)).arg(static_cast<int>(c.files)); }
    QString operator()(const SetCategory &c) const { return QStringLiteral("category ") + idsText(c.ids) + QLatin1Char(' ') + QString::fromStdString(c.category); }
    QString operator()(const ChangeTags &c) const { return QStringLiteral("tags %1 +%2 -%3").arg(idsText(c.ids), joined(c.add), joined(c.remove)); }
    QString operator()(const SaveCategory &c) const { return QStringLiteral("save ") + joined({c.category.name, c.category.savePath}); }
    QString operator()(const RemoveCategories &c) const { return QStringLiteral("uncategory ") + joined(c.names); }
    QString operator()(const CreateTags &c) const { return QStringLiteral("newtags ") + joined(c.tags); }
    QString operator()(const DeleteTags &c) const { return QStringLiteral("notags ") + joined(c.tags); }
    QString operator()(const AddTrackers &c) const { return QStringLiteral("addtrackers ") + joined(c.trackers); }
    QString operator()(const RemoveTrackers &c) const { return QStringLiteral("notrackers ") + joined(c.trackers); }
    QString operator()(const ReplaceTracker &c) const { return QStringLiteral("tracker ") + joined({c.from, c.to}); }
    QString operator()(const SetTrackerTier &c) const { return QStringLiteral("tier %1 %2").arg(QString::fromStdString(c.tracker)).arg(c.tier); }
    QString operator()(const ChangeWebSeeds &c) const { return QStringLiteral("webseeds +%1 -%2").arg(joined(c.add), joined(c.remove)); }
    QString operator()(const AddPeer &c) const { return QStringLiteral("peer ") + QString::fromStdString(c.endpoint); }
    QString operator()(const BanPeers &c) const { return QStringLiteral("ban ") + joined(c.addresses); }
    QString operator()(const UseAlternativeLimits &c) const { return QStringLiteral("alternative") + flag(c.on); }
    QString operator()(const SetTorrentLimits &c) const
    {
        return QStringLiteral("limits %1 %2 %3").arg(idsText(c.ids)).arg(c.limits.download.count()).arg(c.limits.upload.count());
    }
    QString operator()(const SetShareLimits &c) const
    {
        if (!c.limits)
            return QStringLiteral("share session");
        const auto minutes = [](const auto &time) { return time ? static_cast<qlonglong>(time->count()) : -1; };
        return QStringLiteral("share %1 %2 %3 %4").arg(c.limits->ratioPermille.value_or(-1)).arg(minutes(c.limits->seedingTime)).arg(minutes(c.limits->inactiveTime)).arg(static_cast<int>(c.limits->action));
    }
    QString operator()(const SetFilePriorities &c) const
    {
        QString text = QStringLiteral("priorities");
        for (const auto &[file, priority] : c.priorities)
            text += QStringLiteral(" %1:%2").arg(file.value()).arg(static_cast<int>(priority));
        return text;
    }
    template <class Other>
    QString operator()(const Other &) const { return QStringLiteral("another command"); }
};

QString describe(const std::vector<Command> &commands)
{
    QStringList lines;
    for (const Command &command : commands)
        lines += std::visit(Describe(), command);
    return lines.join(QStringLiteral("; "));
}

void prepare(ApiPlace &place)
{
    TorrentSnapshot first = torrentOf(kFirst, "first");
    first.limits = {BytesPerSecond(11), BytesPerSecond(22), 0, 0};
    first.sequential = true;
    first.tags = {"x", "y"};
    first.fileCount = 3;
    place.engine.publishLabels({{{"tv", "/tv"}}, {"x", "y"}});
    place.publish({first, torrentOf(kSecond, "second")});
    TorrentDetail detail;
    detail.id = idOf(kFirst);
    detail.files = std::make_shared<const std::vector<FileEntry>>(
        std::vector<FileEntry>{{"d/a", Bytes(4), FilePriority::Normal}, {"d/b", Bytes(6), FilePriority::High}, {"d/c", Bytes(0), FilePriority::DoNotDownload}});
    detail.fileProgress = std::make_shared<const std::vector<Bytes>>(std::vector<Bytes>{Bytes(1), Bytes(6), Bytes(0)});
    detail.filePieces = std::make_shared<const std::vector<PieceRange>>(std::vector<PieceRange>{{PieceIndex(0), PieceIndex(0)}, {PieceIndex(0), PieceIndex(1)}, {PieceIndex(1), PieceIndex(0)}});
    GeneralDetail general;
    general.comment = "c";
    general.pieceLength = Bytes(16);
    general.pieceCount = 3;
    general.pieces = {true, false, false};
    general.piecesInFlight = {PieceIndex(2)};
    general.webSeeds = {"http://w.example/"};
    detail.general = general;
    detail.trackers = {TrackerSnapshot{"http://t.example/a", 0, TrackerStatus::Working, "hello", 3, 4, 5, 0, {}}};
    detail.pieceHashes = {*Sha1::fromHex(kThird)};
    place.engine.detailAnswers[idOf(kFirst)] = detail;
}

} // namespace

class ApiMethodsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMethodBecomesCommands_data();
    void aMethodBecomesCommands()
    {
        QFETCH(QString, method);
        QFETCH(QString, fields);
        QFETCH(int, status);
        QFETCH(QString, commands);
        ApiPlace place;
        prepare(place);
        const auto answer = place.post(method.toStdString(), fieldsOf(fields));
        QCOMPARE(answer.status, status);
        QCOMPARE(describe(place.engine.commands), commands);
    }

    void setsTheTimesOfTheAlternativeLimits()
    {
        ApiPlace place;
        prepare(place);
        const auto set = [&](const char *json) { return place.post("app/setPreferences", {{"json", json}}).status; };
        QCOMPARE(set(R"({"scheduler_enabled":true,"schedule_from_hour":22,"schedule_from_min":30,"schedule_to_hour":6,"scheduler_days":1})"), 200);
        const QJsonObject read = place.get("app/preferences").object();
        QCOMPARE(read.value(QStringLiteral("scheduler_enabled")).toBool(), true);
        QCOMPARE(read.value(QStringLiteral("schedule_from_hour")).toInt(), 22);
        QCOMPARE(read.value(QStringLiteral("schedule_from_min")).toInt(), 30);
        QCOMPARE(read.value(QStringLiteral("schedule_to_hour")).toInt(), 6);
        QCOMPARE(read.value(QStringLiteral("schedule_to_min")).toInt(), 0);
        QCOMPARE(read.value(QStringLiteral("scheduler_days")).toInt(), 1);
        for (const char *wrong : {R"({"schedule_from_hour":24})", R"({"schedule_to_min":60})", R"({"scheduler_days":10})", R"({"scheduler_enabled":1})"})
            QCOMPARE(set(wrong), 400);
    }

    void queueMovesNeedAQueue()
    {
        ApiPlace place;
        prepare(place);
        QCOMPARE(place.post("app/setPreferences", {{"json", R"({"queueing_enabled":false})"}}).status, 200);
        QVERIFY(!place.get("app/preferences").object().value(QStringLiteral("queueing_enabled")).toBool(true));
        for (const char *method : {"topPrio", "bottomPrio", "increasePrio", "decreasePrio"})
            QCOMPARE(place.post(std::string("torrents/") + method, {{"hashes", "all"}}).status, 409);
        QVERIFY(place.engine.commands.empty());
    }

    void whatTheEngineRefusesIsNoSuccess()
    {
        ApiPlace place;
        prepare(place);
        place.engine.answer = failure(EngineErrc::TargetExists);
        const auto answer = place.post("torrents/renameFolder", {{"hash", kFirst}, {"oldPath", "d"}, {"newPath", "e"}});
        QCOMPARE(answer.status, 409);
        QCOMPARE(answer.body, std::string("target-exists"));
    }

    void aMoveIsAnsweredBeforeItsEnd()
    {
        ApiPlace place;
        prepare(place);
        place.engine.manual = true;
        const auto answer = place.begin("POST", "torrents/setLocation", {{"hashes", kFirst}, {"location", "/new"}});
        QTRY_VERIFY(place.engine.last<MoveStorage>());
        QVERIFY(place.engine.answerDetail(failure(EngineErrc::NoSuchTorrent))); // what stands behind the engine's news
        QTRY_VERIFY(answer->has_value());
        QCOMPARE((*answer)->status, 200);
        QVERIFY(place.engine.answerSubmit(success()));
        QCoreApplication::processEvents();
    }

    void aTorrentGoesWithoutItsFiles()
    {
        ApiPlace place;
        prepare(place);
        const auto answer = place.begin("POST", "torrents/delete", {{"hashes", kFirst}});
        QTRY_VERIFY(place.engine.last<RemoveTorrents>());
        QCOMPARE(place.engine.last<RemoveTorrents>()->files, FileDisposal::Keep);
        place.publish({}, {idOf(kFirst)});
        QTRY_VERIFY(answer->has_value());
        QCOMPARE((*answer)->status, 200);
    }

    void filesWithoutATrashAreDeleted()
    {
        ApiPlace place;
        prepare(place);
        place.engine.manual = true;
        const auto answer = place.begin("POST", "torrents/delete", {{"hashes", kFirst}, {"deleteFiles", "true"}});
        QTRY_VERIFY(place.engine.last<RemoveTorrents>());
        QCOMPARE(place.engine.last<RemoveTorrents>()->files, FileDisposal::Trash);
        QVERIFY(place.engine.answerSubmit(failure(EngineErrc::NoTrash)));
        QTRY_COMPARE(place.engine.commands.size(), 2u);
        QCOMPARE(place.engine.last<RemoveTorrents>()->files, FileDisposal::Delete);
        QVERIFY(place.engine.answerSubmit(success()));
        QVERIFY(QTest::qWaitFor([&] { return place.engine.answerDetail(failure(EngineErrc::NoSuchTorrent)); }, 2000));
        QVERIFY(!QTest::qWaitFor([&] { return answer->has_value(); }, 50)); // until the list shows it
        place.publish({}, {idOf(kFirst)});
        QTRY_VERIFY(answer->has_value());
        QCOMPARE((*answer)->status, 200);
    }

    void tellsFiles()
    {
        ApiPlace place;
        prepare(place);
        const QJsonArray files = place.get("torrents/files", {{"hash", kFirst}}).array();
        QCOMPARE(files.size(), 3);
        const QJsonObject second = files.at(1).toObject();
        QCOMPARE(second.value(QStringLiteral("name")).toString(), QStringLiteral("d/b"));
        QCOMPARE(second.value(QStringLiteral("index")).toInt(), 1);
        QCOMPARE(second.value(QStringLiteral("priority")).toInt(), 7);
        QCOMPARE(second.value(QStringLiteral("progress")).toDouble(), 1.);
        QCOMPARE(files.at(0).toObject().value(QStringLiteral("progress")).toDouble(), 0.25);
        QVERIFY(files.at(0).toObject().contains(QStringLiteral("is_seed")));
        QCOMPARE(second.value(QStringLiteral("piece_range")).toArray().at(1).toInt(), 1);
        QCOMPARE(place.get("torrents/files", {{"hash", kFirst}, {"indexes", "2|0"}}).array().size(), 2);
        QCOMPARE(place.ask("GET", "torrents/files", {{"hash", kThird}}).status, 404);
    }

    void tellsTrackersBehindTheThreeWaysToPeers()
    {
        ApiPlace place;
        prepare(place);
        const QJsonArray trackers = place.get("torrents/trackers", {{"hash", kFirst}}).array();
        QCOMPARE(trackers.size(), 4);
        QCOMPARE(trackers.at(0).toObject().value(QStringLiteral("url")).toString(), QStringLiteral("** [DHT] **"));
        const QJsonObject tracker = trackers.at(3).toObject();
        QCOMPARE(tracker.value(QStringLiteral("status")).toInt(), 2);
        QCOMPARE(tracker.value(QStringLiteral("msg")).toString(), QStringLiteral("hello"));
        QCOMPARE(tracker.value(QStringLiteral("num_seeds")).toInt(), 3);
        QCOMPARE(tracker.value(QStringLiteral("num_peers")).toInt(), 7);
        QCOMPARE(tracker.value(QStringLiteral("num_downloaded")).toInt(), 5);
    }

    void tellsPropertiesPiecesAndWebSeeds()
    {
        ApiPlace place;
        prepare(place);
        const QJsonObject properties = place.get("torrents/properties", {{"hash", kFirst}}).object();
        QCOMPARE(properties.value(QStringLiteral("comment")).toString(), QStringLiteral("c"));
        QCOMPARE(properties.value(QStringLiteral("pieces_have")).toInt(), 1);
        QCOMPARE(properties.value(QStringLiteral("save_path")).toString(), QStringLiteral("/data"));
        for (const char *field : {"seeding_time", "share_ratio", "addition_date", "completion_date", "nb_connections", "up_limit", "dl_limit", "total_wasted", "eta"})
            QVERIFY2(properties.contains(QLatin1String(field)), field);
        QCOMPARE(place.ask("GET", "torrents/pieceStates", {{"hash", kFirst}}).body, std::string("[2,0,1]"));
        QCOMPARE(place.ask("GET", "torrents/pieceHashes", {{"hash", kFirst}}).body, "[\"" + kThird + "\"]");
        const QJsonArray seeds = place.get("torrents/webseeds", {{"hash", kFirst}}).array();
        QCOMPARE(seeds.at(0).toObject().value(QStringLiteral("url")).toString(), QStringLiteral("http://w.example/"));
        QCOMPARE(place.ask("GET", "torrents/count").body, std::string("2"));
    }

    void theListBearsFilesAndTrackersWhereAskedFor()
    {
        ApiPlace place;
        prepare(place);
        const QJsonArray rows = place.list({{"includeFiles", "true"}, {"includeTrackers", "true"}});
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).toObject().value(QStringLiteral("files")).toArray().size(), 3);
        QCOMPARE(rows.at(0).toObject().value(QStringLiteral("trackers")).toArray().size(), 4);
        QVERIFY(!rows.at(1).toObject().contains(QStringLiteral("files"))); // it has gone by the time that it was asked for
        QVERIFY(!place.list().at(0).toObject().contains(QStringLiteral("files")));
    }

    void exportsTheTorrent()
    {
        ApiPlace place;
        prepare(place);
        place.engine.exportAnswer = std::vector<std::uint8_t>{'d', 'e'};
        const auto answer = place.ask("GET", "torrents/export", {{"hash", kFirst}});
        QCOMPARE(answer.contentType, std::string("application/x-bittorrent"));
        QCOMPARE(answer.body, std::string("de"));
        place.engine.exportAnswer = failure(EngineErrc::NoMetadataYet);
        QCOMPARE(place.ask("GET", "torrents/export", {{"hash", kFirst}}).status, 409);
    }

    void tellsLimitsAndLabels()
    {
        ApiPlace place;
        prepare(place);
        QCOMPARE(place.ask("GET", "torrents/downloadLimit", {{"hashes", kFirst + "|" + kSecond}}).body, "{\"" + kFirst + "\":11,\"" + kSecond + "\":-1}");
        QCOMPARE(place.ask("GET", "torrents/categories").body, std::string(R"({"tv":{"name":"tv","savePath":"/tv"}})"));
        QCOMPARE(place.ask("GET", "torrents/tags").body, std::string(R"(["x","y"])"));
    }

    void peersAreCounted()
    {
        ApiPlace place;
        prepare(place);
        const auto answer = place.post("torrents/addPeers", {{"hashes", kFirst}, {"peers", "198.18.0.1:1|198.18.0.2:2"}});
        QCOMPARE(answer.body, "{\"" + kFirst + "\":{\"added\":2,\"failed\":0}}");
        QCOMPARE(describe(place.engine.commands), QStringLiteral("peer 198.18.0.1:1; peer 198.18.0.2:2"));
    }

    void tellsVersionsAndPaths()
    {
        ApiPlace place;
        QVERIFY(place.ask("GET", "app/version").body.starts_with("v5."));
        QCOMPARE(place.ask("GET", "app/webapiVersion").body, std::string(remote::kWebApiVersion));
        QCOMPARE(place.ask("GET", "app/defaultSavePath").body, std::string("/downloads"));
        QCOMPARE(place.get("app/buildInfo").object().value(QStringLiteral("libtorrent")).toString(), QStringLiteral("2.0.8.0"));
        QCOMPARE(place.post("app/shutdown").status, 200);
        QVERIFY(place.shutDown);
    }

    void transferLimitsAreThoseOfTheModeThatHolds()
    {
        ApiPlace place;
        QCOMPARE(place.post("transfer/setDownloadLimit", {{"limit", "1000"}}).status, 200);
        QCOMPARE(place.engine.configurations.back().transfer.downloadLimit, BytesPerSecond(1000));
        settings::EngineSettings settings = place.engine.configurations.back();
        settings.transfer.useAlternativeLimits = true;
        Q_EMIT place.engine.settingsChanged(settings);
        QCoreApplication::processEvents();
        QCOMPARE(place.ask("GET", "transfer/speedLimitsMode").body, std::string("1"));
        QCOMPARE(place.post("transfer/setDownloadLimit", {{"limit", "5"}}).status, 200);
        QCOMPARE(place.engine.configurations.back().transfer.alternativeDownloadLimit, BytesPerSecond(5));
        QCOMPARE(place.engine.configurations.back().transfer.downloadLimit, BytesPerSecond(1000));
        QCOMPARE(place.ask("GET", "transfer/downloadLimit").body, std::string("5"));
        for (const char *field : {"connection_status", "dht_nodes", "dl_info_speed", "dl_info_data", "dl_rate_limit", "up_info_speed", "up_info_data", "up_rate_limit"})
            QVERIFY2(place.get("transfer/info").object().contains(QLatin1String(field)), field);
    }
};

void ApiMethodsTest::aMethodBecomesCommands_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("commands");
    const QString a = QString::fromStdString(kFirst);
    const QString both = a + QLatin1Char('|') + QString::fromStdString(kSecond);
    const auto row = [](const char *method, const QString &fields, const char *commands, int status = 200) {
        QTest::newRow(qPrintable(QLatin1String(method) + QLatin1Char(' ') + fields)) << QString::fromLatin1(method) << fields << status << QString::fromLatin1(commands);
    };
    const QString some = QStringLiteral("hashes=") + a;
    const QString one = QStringLiteral("hash=") + a;
    const QString nobody = QStringLiteral("hashes=") + QString::fromStdString(kThird);
    row("torrents/start", QStringLiteral("hashes=") + both, "start ab");
    row("torrents/resume", QStringLiteral("hashes=all"), "start ab");
    row("torrents/stop", some, "stop a");
    row("torrents/pause", some, "stop a");
    row("torrents/pause", nobody, "");
    row("torrents/pause", QString(), "", 400);
    row("torrents/recheck", some, "recheck a");
    row("torrents/reannounce", some, "reannounce a ");
    row("torrents/reannounce", some + QStringLiteral("&trackers=u"), "reannounce a u");
    row("torrents/delete", nobody + QStringLiteral("&deleteFiles=true"), "");
    row("torrents/delete", some + QStringLiteral("&deleteFiles=perhaps"), "", 400);
    row("torrents/topPrio", some, "queue a 0");
    row("torrents/increasePrio", some, "queue a 1");
    row("torrents/decreasePrio", some, "queue a 2");
    row("torrents/bottomPrio", some, "queue a 3");
    row("torrents/setForceStart", some + QStringLiteral("&value=true"), "start a forced");
    row("torrents/setForceStart", some + QStringLiteral("&value=false"), "start a");
    row("torrents/setForceStart", some, "", 400);
    row("torrents/setSuperSeeding", some + QStringLiteral("&value=true"), "super a on");
    row("torrents/setAutoManagement", some + QStringLiteral("&enable=false"), "");
    row("torrents/setAutoManagement", some + QStringLiteral("&enable=true"), "", 409);
    row("torrents/toggleSequentialDownload", QStringLiteral("hashes=") + both, "sequential b on; sequential a off");
    row("torrents/toggleFirstLastPiecePrio", some, "firstlast a on");
    row("torrents/setLocation", some + QStringLiteral("&location=/new"), "move a /new");
    row("torrents/setLocation", some + QStringLiteral("&location=new"), "", 409);
    row("torrents/rename", one + QStringLiteral("&name=n"), "rename n");
    row("torrents/rename", one + QStringLiteral("&name= "), "", 409);
    row("torrents/rename", QStringLiteral("hash=rubbish&name=n"), "", 404);
    row("torrents/renameFile", one + QStringLiteral("&oldPath=d/b&newPath=d/z"), "file 1 d/z");
    row("torrents/renameFile", one + QStringLiteral("&id=0&name=z"), "file 0 d/z");
    row("torrents/renameFile", one + QStringLiteral("&oldPath=d/none&newPath=d/z"), "", 409);
    row("torrents/renameFile", one + QStringLiteral("&id=9&name=z"), "", 409);
    row("torrents/renameFolder", one + QStringLiteral("&oldPath=d&newPath=e"), "folder d,e");
    row("torrents/filePrio", one + QStringLiteral("&id=0|2&priority=7"), "priorities 0:7 2:7");
    row("torrents/filePrio", one + QStringLiteral("&id=1&priority=0"), "priorities 1:0");
    row("torrents/filePrio", one + QStringLiteral("&id=3&priority=1"), "", 409);
    row("torrents/filePrio", one + QStringLiteral("&id=1&priority=5"), "", 400);
    row("torrents/setDownloadLimit", QStringLiteral("limit=5&hashes=") + both, "limits a 5 22; limits b 5 0");
    row("torrents/setUploadLimit", some + QStringLiteral("&limit=-1"), "limits a 11 0");
    row("torrents/setUploadLimit", some, "", 400);
    row("torrents/setShareLimits", some + QStringLiteral("&ratioLimit=2&seedingTimeLimit=90&inactiveSeedingTimeLimit=-1"), "share 2000 90 -1 0");
    row("torrents/setShareLimits", some + QStringLiteral("&ratioLimit=0.5&seedingTimeLimit=-2"), "share 500 -1 -1 0");
    row("torrents/setShareLimits", some + QStringLiteral("&ratioLimit=-2&seedingTimeLimit=-2&inactiveSeedingTimeLimit=-2"), "share session");
    row("torrents/setShareLimits", some + QStringLiteral("&ratioLimit=-2"), "share session"); // as old clients leave the rest out
    row("torrents/setShareLimits", some + QStringLiteral("&ratioLimit=-1&seedingTimeLimit=-1"), "share -1 -1 -1 0");
    row("torrents/setShareLimits", some + QStringLiteral("&ratioLimit=0"), "share 0 -1 -1 0");
    row("torrents/setShareLimits", some + QStringLiteral("&ratioLimit=much"), "", 400);
    row("torrents/setCategory", some + QStringLiteral("&category=tv"), "category a tv");
    row("torrents/setCategory", some + QStringLiteral("&category="), "category a ");
    row("torrents/setCategory", some + QStringLiteral("&category=none"), "", 409);
    row("torrents/createCategory", QStringLiteral("category=new&savePath=/n"), "save new,/n");
    row("torrents/createCategory", QStringLiteral("category=new&savePath=n"), "save new,/downloads/n");
    row("torrents/createCategory", QStringLiteral("category=tv"), "", 409);
    row("torrents/createCategory", QStringLiteral("category=a//b"), "", 409);
    row("torrents/createCategory", QString(), "", 400);
    row("torrents/editCategory", QStringLiteral("category=tv&savePath=/n"), "save tv,/n");
    row("torrents/editCategory", QStringLiteral("category=new&savePath=/n"), "", 409);
    row("torrents/removeCategories", QStringLiteral("categories=tv\nnone"), "uncategory tv");
    row("torrents/createTags", QStringLiteral("tags=p, q"), "newtags p,q");
    row("torrents/deleteTags", QStringLiteral("tags=x,none"), "notags x");
    row("torrents/addTags", some + QStringLiteral("&tags=p,q"), "tags a +p,q -");
    row("torrents/removeTags", some + QStringLiteral("&tags=x"), "tags a + -x");
    row("torrents/removeTags", some, "tags a + -x,y");
    row("torrents/setTags", some + QStringLiteral("&tags=x,z"), "tags a +x,z -y");
    row("torrents/addTrackers", one + QStringLiteral("&urls=http://p\n\nhttp://q"), "addtrackers http://p,http://q");
    row("torrents/removeTrackers", one + QStringLiteral("&urls=http://p|http://q"), "notrackers http://p,http://q");
    row("torrents/editTracker", one + QStringLiteral("&origUrl=http://p&newUrl=http://q"), "tracker http://p,http://q");
    row("torrents/editTracker", one + QStringLiteral("&url=http://p&newUrl=http://q&tier=2"), "tracker http://p,http://q; tier http://q 2");
    row("torrents/addWebSeeds", one + QStringLiteral("&urls=http://p|http://q"), "webseeds +http://p,http://q -");
    row("torrents/removeWebSeeds", one + QStringLiteral("&urls=http://p"), "webseeds + -http://p");
    row("torrents/editWebSeed", one + QStringLiteral("&origURL=http://p&newURL=http://q"), "webseeds +http://q -http://p");
    row("transfer/toggleSpeedLimitsMode", QString(), "alternative on");
    row("transfer/setSpeedLimitsMode", QStringLiteral("mode=0"), "alternative off");
    row("transfer/setSpeedLimitsMode", QStringLiteral("mode=2"), "", 400);
    row("transfer/banPeers", QStringLiteral("peers=198.18.0.1:1|[2001:db8::1]:2"), "ban 198.18.0.1,2001:db8::1");
}

QTEST_GUILESS_MAIN(ApiMethodsTest)
#include "tst_api_methods.moc"
