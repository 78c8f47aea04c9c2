#include "core/remote/row_table.h"
#include "tests/core/remote/api_place.h"

using namespace trib;
using namespace trib::test;

namespace {

QString text(const QJsonObject &row, const char *field) { return row.value(QLatin1String(field)).toString(); }
double number(const QJsonObject &row, const char *field) { return row.value(QLatin1String(field)).toDouble(-99); }

} // namespace

class ApiRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesEveryState_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("problem");
        QTest::addColumn<bool>("forced");
        QTest::addColumn<bool>("moving");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *title, TorrentState state, const char *name, bool forced = false, bool rates = false, bool complete = false,
                             ProblemKind problem = ProblemKind::None) {
            QTest::newRow(title) << static_cast<int>(state) << static_cast<int>(problem) << forced << rates << complete << QString::fromLatin1(name);
        };
        using enum TorrentState;
        row("loading", Loading, "checkingResumeData");
        row("metadata", FetchingMetadata, "metaDL");
        row("metadata, forced", FetchingMetadata, "forcedMetaDL", true);
        row("checking what is incomplete", Checking, "checkingDL");
        row("checking what is complete", Checking, "checkingUP", false, false, true);
        row("queued for a check", QueuedForCheck, "checkingDL");
        row("queued", QueuedForDownload, "queuedDL");
        row("downloading", Downloading, "downloading", false, true);
        row("downloading from nobody", Downloading, "stalledDL");
        row("downloading, forced", Downloading, "forcedDL", true);
        row("stopped", Stopped, "stoppedDL");
        row("moving", Moving, "moving");
        row("queued for seeding", QueuedForSeeding, "queuedUP", false, false, true);
        row("seeding", Seeding, "uploading", false, true, true);
        row("seeding to nobody", Seeding, "stalledUP", false, false, true);
        row("seeding, forced", Seeding, "forcedUP", true, true, true);
        row("finished", Finished, "stoppedUP", false, false, true);
        row("no space", Failed, "error", false, false, false, ProblemKind::NoSpace);
        row("volume offline", Failed, "missingFiles", false, false, false, ProblemKind::VolumeOffline);
        row("missing files", Failed, "missingFiles", false, false, false, ProblemKind::MissingFiles);
        row("permission", Failed, "error", false, false, false, ProblemKind::PermissionDenied);
        row("disk", Failed, "error", false, false, false, ProblemKind::DiskError);
        row("record", Failed, "error", false, false, false, ProblemKind::UnreadableRecord);
        row("path in use", Failed, "error", false, false, false, ProblemKind::PathInUse);
        row("metadata refused", Failed, "error", false, false, false, ProblemKind::InvalidMetadata);
        row("internal", Failed, "error", false, false, false, ProblemKind::Internal);
    }
    void namesEveryState()
    {
        QFETCH(int, state);
        QFETCH(int, problem);
        QFETCH(bool, forced);
        QFETCH(bool, moving);
        QFETCH(bool, complete);
        QFETCH(QString, name);
        ApiPlace place;
        TorrentSnapshot snapshot = torrentOf(kFirst);
        snapshot.state = static_cast<TorrentState>(state);
        snapshot.problem.kind = static_cast<ProblemKind>(problem);
        snapshot.forced = forced;
        snapshot.downloadRate = BytesPerSecond(moving ? 5 : 0);
        snapshot.uploadRate = BytesPerSecond(moving ? 5 : 0);
        snapshot.done = Bytes(complete ? 1000 : 10);
        QCOMPARE(text(place.row(snapshot), "state"), name);
    }

    void aRowTellsWhatClientsRead()
    {
        ApiPlace place;
        TorrentSnapshot snapshot = torrentOf(kFirst, "film.mkv");
        snapshot.done = Bytes(250);
        snapshot.tags = {"a", "b"};
        snapshot.trackerUrl = "https://t.example/announce?k=1";
        snapshot.ratioPermille = 1500;
        snapshot.seedingTime = std::chrono::seconds(77);
        snapshot.lastActivity = WallTime(std::chrono::seconds(1'700'000'123));
        snapshot.queuePosition = QueuePosition(0);
        const QJsonObject row = place.row(snapshot);
        QCOMPARE(text(row, "hash").toStdString(), kFirst);
        QCOMPARE(text(row, "infohash_v1").toStdString(), kFirst);
        QCOMPARE(text(row, "infohash_v2"), QString());
        QCOMPARE(text(row, "content_path"), QStringLiteral("/data/film.mkv"));
        QCOMPARE(text(row, "save_path"), QStringLiteral("/data"));
        QCOMPARE(text(row, "root_path"), QString());
        QCOMPARE(number(row, "progress"), 0.25);
        QCOMPARE(number(row, "amount_left"), 750.);
        QCOMPARE(number(row, "eta"), 8640000.);
        QCOMPARE(number(row, "ratio"), 1.5);
        QCOMPARE(text(row, "tags"), QStringLiteral("a, b"));
        QCOMPARE(text(row, "tracker"), QStringLiteral("https://t.example/announce?k=1"));
        QCOMPARE(number(row, "seeding_time"), 77.);
        QCOMPARE(number(row, "last_activity"), 1'700'000'123.);
        QCOMPARE(number(row, "priority"), 1.);
        QCOMPARE(number(row, "completion_on"), -1.);
        QCOMPARE(text(row, "magnet_uri"),
            QStringLiteral("magnet:?xt=urn:btih:%1&dn=film.mkv&tr=https%3A%2F%2Ft.example%2Fannounce%3Fk%3D1").arg(QString::fromStdString(kFirst)));
        for (const char *field : {"category", "num_seeds", "num_leechs", "num_complete", "num_incomplete", "size", "total_size", "completed", "dlspeed", "upspeed",
                 "downloaded", "uploaded", "seq_dl", "f_l_piece_prio", "force_start", "super_seeding", "auto_tmm", "availability", "added_on", "time_active"})
            QVERIFY2(row.contains(QLatin1String(field)), field);
    }

    void nothingIsCompleteBeforeItIs()
    {
        ApiPlace place;
        TorrentSnapshot snapshot = torrentOf(kFirst);
        snapshot.wanted = snapshot.size = Bytes(std::int64_t{1} << 50);
        snapshot.done = Bytes((std::int64_t{1} << 50) - 1);
        QVERIFY(number(place.row(snapshot), "progress") < 1);
    }

    void aHashOfVersion2IsCutOnceAndWholeOnce()
    {
        ApiPlace place;
        const std::string v2(64, 'd');
        TorrentSnapshot snapshot = torrentOf(std::string(40, 'd'));
        snapshot.infoHash.v1.reset();
        snapshot.infoHash.v2 = *Sha256::fromHex(v2);
        const QJsonObject row = place.row(snapshot);
        QCOMPARE(text(row, "hash").size(), 40);
        QCOMPARE(text(row, "infohash_v1"), QString());
        QCOMPARE(text(row, "infohash_v2").toStdString(), v2);
        QCOMPARE(place.list({{"hashes", v2}}).size(), 1);
        snapshot.infoHash.v1 = *Sha1::fromHex(std::string(40, 'e')); // learnt with the metadata
        place.publish({snapshot});
        QCOMPARE(place.list({{"hashes", std::string(40, 'e')}}).size(), 1);
        QCOMPARE(place.list({{"hashes", std::string(40, 'f')}}).size(), 0);
    }

    void limitsAreMinus2OrMinus1OrAValue()
    {
        ApiPlace place;
        TorrentSnapshot snapshot = torrentOf(kFirst);
        settings::EngineSettings settings;
        settings.transfer.ratioPermille = 2500;
        Q_EMIT place.engine.settingsChanged(settings);
        QJsonObject row = place.row(snapshot);
        QCOMPARE(number(row, "ratio_limit"), -2.);
        QCOMPARE(number(row, "max_ratio"), 2.5);
        QCOMPARE(number(row, "seeding_time_limit"), -2.);
        QCOMPARE(number(row, "inactive_seeding_time_limit"), -2.);
        QCOMPARE(number(row, "max_seeding_time"), -1.);
        QCOMPARE(number(row, "dl_limit"), -1.);
        snapshot.ownShareLimits = true;
        snapshot.shareLimits.seedingTime = std::chrono::minutes(90);
        snapshot.limits.download = BytesPerSecond(4096);
        row = place.row(snapshot);
        QCOMPARE(number(row, "ratio_limit"), -1.);
        QCOMPARE(number(row, "max_ratio"), -1.);
        QCOMPARE(number(row, "seeding_time_limit"), 90.);
        QCOMPARE(number(row, "dl_limit"), 4096.);
    }

    void theFoldersOfTheContentAreTold_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<int>("files");
        QTest::addColumn<QString>("root");
        QTest::newRow("one file") << QStringLiteral("/data/f") << 1 << QString();
        QTest::newRow("a folder") << QStringLiteral("/data/d") << 3 << QStringLiteral("/data/d");
        QTest::newRow("one file in a folder") << QStringLiteral("/data/d/f") << 1 << QStringLiteral("/data/d");
        QTest::newRow("files without a folder") << QStringLiteral("/data") << 3 << QString();
        QTest::newRow("no metadata") << QString() << 0 << QString();
    }
    void theFoldersOfTheContentAreTold()
    {
        QFETCH(QString, content);
        QFETCH(int, files);
        QFETCH(QString, root);
        ApiPlace place;
        TorrentSnapshot snapshot = torrentOf(kFirst);
        snapshot.contentPath = content.toStdString();
        snapshot.fileCount = files;
        QCOMPARE(text(place.row(snapshot), "root_path"), root);
    }

    void filtersByOldAndNewNames_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *filter, const char *names) { QTest::newRow(filter) << QString::fromLatin1(filter) << QString::fromLatin1(names); };
        // d downloading, s stalled download, p stopped, u seeding, i idle seed, f finished, e failed, c checking, m moving
        row("all", "dspuifecm");
        row("downloading", "dspc");
        row("seeding", "ui");
        row("completed", "uif");
        row("stopped", "pf");
        row("paused", "pf");
        row("running", "dsuiecm");
        row("resumed", "dsuiecm");
        row("active", "dum");
        row("inactive", "spifec");
        row("stalled", "si");
        row("stalled_uploading", "i");
        row("stalled_downloading", "s");
        row("checking", "c");
        row("moving", "m");
        row("errored", "e");
    }
    void filtersByOldAndNewNames()
    {
        QFETCH(QString, filter);
        QFETCH(QString, names);
        ApiPlace place;
        using enum TorrentState;
        const std::tuple<char, TorrentState, bool> kinds[] = {{'d', Downloading, true}, {'s', Downloading, false}, {'p', Stopped, false}, {'u', Seeding, true},
            {'i', Seeding, false}, {'f', Finished, false}, {'e', Failed, false}, {'c', Checking, false}, {'m', Moving, false}};
        std::vector<TorrentSnapshot> rows;
        int digit = 1;
        for (const auto &[name, state, busy] : kinds) {
            TorrentSnapshot row = torrentOf(std::string(40, static_cast<char>('0' + digit++)), std::string(1, name));
            row.state = state;
            row.downloadRate = BytesPerSecond(busy ? 1 : 0);
            row.uploadRate = BytesPerSecond(busy ? 1 : 0);
            row.done = Bytes(state == Seeding || state == Finished ? 1000 : 1);
            rows.push_back(row);
        }
        place.publish(rows);
        QCOMPARE(QString::fromStdString(place.names({{"filter", filter.toStdString()}})), names);
    }

    void refusesAFilterThatIsNone()
    {
        ApiPlace place;
        QCOMPARE(place.ask("GET", "torrents/info", {{"filter", "beautiful"}}).status, 400);
        QCOMPARE(place.ask("GET", "torrents/info", {{"limit", "many"}}).status, 400);
    }

    void selectsSortsAndCuts_data()
    {
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<QString>("names");
        const auto row = [](const char *title, const QStringList &fields, const char *names) { QTest::newRow(title) << fields << QString::fromLatin1(names); };
        row("category", {QStringLiteral("category=tv")}, "a");
        row("no category", {QStringLiteral("category=")}, "bc");
        row("tag", {QStringLiteral("tag=x")}, "ab");
        row("no tag", {QStringLiteral("tag=")}, "c");
        row("hashes", {QStringLiteral("hashes=%1|%2").arg(QString::fromStdString(kThird), QString::fromStdString(kFirst))}, "ca");
        row("all hashes", {QStringLiteral("hashes=all")}, "abc");
        row("sorted by a number", {QStringLiteral("sort=size")}, "cab");
        row("sorted by a text, reversed", {QStringLiteral("sort=name"), QStringLiteral("reverse=true")}, "cba");
        row("limit", {QStringLiteral("limit=2")}, "ab");
        row("offset", {QStringLiteral("offset=1"), QStringLiteral("limit=1")}, "b");
        row("offset from the end", {QStringLiteral("offset=-1")}, "c");
        row("offset beyond", {QStringLiteral("offset=9")}, "");
        row("private", {QStringLiteral("private=true")}, "b");
    }
    void selectsSortsAndCuts()
    {
        QFETCH(QStringList, fields);
        QFETCH(QString, names);
        ApiPlace place;
        TorrentSnapshot a = torrentOf(kFirst, "a");
        a.category = "tv";
        a.tags = {"x"};
        a.wanted = Bytes(2000);
        TorrentSnapshot b = torrentOf(kSecond, "b");
        b.tags = {"x", "y"};
        b.wanted = Bytes(10'000);
        b.isPrivate = true;
        place.publish({a, b, torrentOf(kThird, "c")});
        Fields asked;
        for (const QString &field : fields)
            asked[field.section(QLatin1Char('='), 0, 0).toStdString()] = field.section(QLatin1Char('='), 1).toStdString();
        QCOMPARE(QString::fromStdString(place.names(asked)), names);
    }

    void anUnchangedRowIsNotWrittenAgain()
    {
        remote::RowTable table;
        std::vector<SnapshotPointer> rows;
        constexpr int kRows = 10'000;
        for (int i = 0; i < kRows; ++i) {
            rows.push_back(share(torrentOf(QStringLiteral("%1").arg(i, 40, 16, QLatin1Char('0')).toStdString(), "row " + std::to_string(i))));
            table.upsert(rows.back(), 1);
        }
        const auto writeAll = [&] {
            for (const auto &[id, row] : table.rows())
                QVERIFY(table.membersOf(row).size() > 1000);
        };
        writeAll();
        QCOMPARE(table.rowsWritten(), std::uint64_t{kRows});
        for (int i = 0; i < kRows; ++i) {
            TorrentSnapshot row = *rows[static_cast<std::size_t>(i)];
            if (i % 100 == 0)
                row.uploaded += Bytes(1);
            table.upsert(share(row), 2);
        }
        writeAll();
        QCOMPARE(table.rowsWritten(), std::uint64_t{kRows + kRows / 100});
    }
};

QTEST_GUILESS_MAIN(ApiRowsTest)
#include "tst_api_rows.moc"
