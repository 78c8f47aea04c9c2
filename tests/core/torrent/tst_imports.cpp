#include "core/database/database.h"
#include "core/model/engine_error.h"
#include "core/torrent/import_qbittorrent.h"
#include "core/torrent/import_transmission.h"
#include "core/torrent/metainfo.h"
#include "core/torrent/taking_over.h"
#include "tests/support/bencode.h"
#include "tests/support/file_tree.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <memory>

using namespace trib;
using namespace trib::torrent;
using namespace trib::test::bencode;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kRemembered = 1'700'000'000;
constexpr int kPieces = 5; // of "a" (3 whole pieces) and "b" (1 and a half)

bool goOn(std::size_t, std::size_t) { return true; }

std::vector<std::uint8_t> bytesFrom(const std::string &text) { return {text.begin(), text.end()}; }

void setTime(const fs::path &path, std::int64_t seconds)
{
    fs::last_write_time(path, std::chrono::file_clock::from_sys(std::chrono::sys_seconds(std::chrono::seconds(seconds))));
}

} // namespace

// Stores as the clients write them, made by hand; those that the clients themselves have made are in tests/interop/imports.py.
class TestImports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_root = fs::canonical(m_dir->path().toStdString());
        m_data = m_root / "data";
        m_sizes = {{"a", 3 * kPieceLength}, {"b", kPieceLength + kPieceLength / 2}};
        for (const auto &[name, size] : m_sizes)
            put(name, size);
        m_torrent = test::bencode::torrent(multiFile({file({"a"}, m_sizes["a"]), file({"b"}, m_sizes["b"])}, m_sizes["a"] + m_sizes["b"]));
    }

    void saysWhatTheFilesSay_data()
    {
        QTest::addColumn<QByteArray>("pieces"); // of the resume data, one byte each
        QTest::addColumn<QString>("change");
        QTest::addColumn<ImportState>("state");
        const QByteArray all(kPieces, '\1');
        const QByteArray none(kPieces, '\0');
        const QByteArray some = QByteArray::fromHex("0101000100");
        QTest::newRow("complete") << all << QString() << ImportState::Complete;
        QTest::newRow("partial") << some << QString() << ImportState::Partial;
        QTest::newRow("nothing remembered, files there") << none << QString() << ImportState::ToCheck;
        QTest::newRow("nothing remembered, nothing there") << none << QStringLiteral("remove a;remove b") << ImportState::NoData;
        QTest::newRow("nothing remembered at all") << QByteArray() << QStringLiteral("remove a;remove b") << ImportState::NoData;
        QTest::newRow("changed since") << all << QStringLiteral("touch b") << ImportState::ToCheck;
        QTest::newRow("shorter than what is remembered") << all << QStringLiteral("cut b") << ImportState::ToCheck;
        QTest::newRow("shorter where nothing is remembered") << QByteArray::fromHex("0101010000") << QStringLiteral("cut b") << ImportState::Partial;
        QTest::newRow("longer than it ought to be") << all << QStringLiteral("grow a") << ImportState::ToCheck;
        QTest::newRow("a file is gone") << all << QStringLiteral("remove a") << ImportState::Missing;
        QTest::newRow("all are gone") << all << QStringLiteral("remove a;remove b") << ImportState::Missing;
        QTest::newRow("a folder in the place of a file") << all << QStringLiteral("remove a;folder a") << ImportState::Missing;
        QTest::newRow("a link in the place of a file") << all << QStringLiteral("remove a;link a") << ImportState::Missing;
        QTest::newRow("gone where nothing is remembered") << QByteArray::fromHex("0101010000") << QStringLiteral("remove b") << ImportState::Partial;
        QTest::newRow("more pieces than there are") << all + all << QString() << ImportState::Complete;
        QTest::newRow("fewer pieces than there are") << all.left(2) << QString() << ImportState::Partial;
    }
    void saysWhatTheFilesSay()
    {
        QFETCH(QByteArray, pieces);
        QFETCH(QString, change);
        QFETCH(ImportState, state);
        for (const QString &one : change.split(u';', Qt::SkipEmptyParts))
            apply(one.section(u' ', 0, 0).toStdString(), one.section(u' ', 1).toStdString());
        const ImportedTorrent torrent = readOrFail(resume(pieces.toStdString()));
        QCOMPARE(torrent.state, state);
        QCOMPARE(torrent.request.stopped, state == ImportState::Missing);
        const bool trusted = state == ImportState::Complete || state == ImportState::Partial;
        QCOMPARE(torrent.request.takenOver->pieces.empty(), !trusted);
        if (trusted) {
            for (int i = 0; i < std::min<int>(kPieces, static_cast<int>(pieces.size())); ++i)
                QCOMPARE(bool(torrent.request.takenOver->pieces[static_cast<std::size_t>(i)]), pieces[i] == '\1');
        }
    }

    void knowsStoppedAndForced_data()
    {
        QTest::addColumn<int>("paused");
        QTest::addColumn<int>("managed");
        QTest::addColumn<bool>("stopped");
        QTest::addColumn<bool>("forced");
        QTest::newRow("running") << 0 << 1 << false << false;
        QTest::newRow("queued") << 1 << 1 << false << false;
        QTest::newRow("stopped") << 1 << 0 << true << false;
        QTest::newRow("forced") << 0 << 0 << false << true;
    }
    void knowsStoppedAndForced()
    {
        QFETCH(int, paused);
        QFETCH(int, managed);
        QFETCH(bool, stopped);
        QFETCH(bool, forced);
        const auto torrent = readOrFail(with(with(resume(std::string(kPieces, '\1')), "paused", integer(paused)), "auto_managed", integer(managed)));
        QCOMPARE(torrent.request.stopped, stopped);
        QCOMPARE(torrent.request.takenOver->forced, forced);
    }

    void takesHistoryLabelsAndLimits()
    {
        Fields fields = resume(std::string(kPieces, '\1'));
        for (const auto &[key, value] : Fields{{"total_uploaded", integer(1000)}, {"total_downloaded", integer(2000)}, {"active_time", integer(30)},
                 {"seeding_time", integer(20)}, {"added_time", integer(111)}, {"completed_time", integer(222)}, {"upload_rate_limit", integer(5000)},
                 {"download_rate_limit", integer(6000)}, {"qBt-category", text("video/films")}, {"qBt-tags", texts({"one", "two,three", "four"})},
                 {"qBt-name", text("Shown")}, {"qBt-ratioLimit", integer(1500)}, {"qBt-seedingTimeLimit", integer(-1)}, {"sequential_download", integer(1)},
                 {"qBt-firstLastPiecePriority", integer(1)}, {"file_priority", list({integer(0), integer(7)})},
                 {"trackers", list({texts({"http://a.example/1"}), texts({"udp://b.example:1"})})}})
            fields[key] = value;
        const auto torrent = readOrFail(fields);
        const AddRequest &request = torrent.request;
        const TakenOver &known = *request.takenOver;
        QCOMPARE(known.uploaded, Bytes(1000));
        QCOMPARE(known.downloaded, Bytes(2000));
        QCOMPARE(known.activeTime.count(), 30);
        QCOMPARE(known.seedingTime.count(), 20);
        QCOMPARE(known.added->time_since_epoch().count(), 111);
        QCOMPARE(known.completed->time_since_epoch().count(), 222);
        QCOMPARE(known.trackers, (std::vector<std::pair<std::string, int>>{{"http://a.example/1", 0}, {"udp://b.example:1", 1}}));
        QCOMPARE(request.limits.upload, BytesPerSecond(5000));
        QCOMPARE(request.limits.download, BytesPerSecond(6000));
        QCOMPARE(request.category, std::string("video/films"));
        QCOMPARE(request.tags, (std::vector<std::string>{"one", "four"}));
        QCOMPARE(torrent.notes, std::vector{ImportNote::TagNameInvalid}); // it has a comma
        QCOMPARE(request.name, std::string("Shown"));
        QCOMPARE(request.shareLimits->ratioPermille, std::optional<std::int64_t>(1500));
        QVERIFY(!request.shareLimits->seedingTime);
        QVERIFY(request.sequential && request.firstLastFirst);
        QCOMPARE(request.priorities, (std::vector{FilePriority::DoNotDownload, FilePriority::High}));
        QVERIFY(!readOrFail(resume(std::string(kPieces, '\1'))).request.shareLimits);
    }

    void findsFilesUnderTheNamesTheyWereGiven()
    {
        fs::rename(m_data / "root/a", m_data / "other");
        fs::rename(m_data / "root/b", m_data / "root/b.mkv.!qB");
        const auto torrent = readOrFail(with(resume(QByteArray::fromHex("0101010000").toStdString()), "mapped_files", texts({"other", "root/b.mkv.!qB"})));
        QCOMPARE(torrent.state, ImportState::Partial);
        QCOMPARE(torrent.request.takenOver->renamed,
            (std::vector<std::pair<FileIndex, std::string>>{{FileIndex(0), "other"}, {FileIndex(1), "root/b.mkv.!qB"}}));
        QCOMPARE(torrent.afterwards.size(), std::size_t{1});
        QCOMPARE(torrent.afterwards.front().path, std::string("root/b.mkv"));
        QCOMPARE(torrent.afterwards.front().file, FileIndex(1));
    }

    void refusesWhatIsNoResumeData_data()
    {
        QTest::addColumn<QByteArray>("resume");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no bencoding") << QByteArray("hello");
        QTest::newRow("a list") << QByteArray("le");
        QTest::newRow("an empty dictionary") << QByteArray("de");
        QTest::newRow("nested deeply") << QByteArray("d1:a") + QByteArray(5000, 'l') + QByteArray(5000, 'e') + "e";
    }
    void refusesWhatIsNoResumeData()
    {
        QFETCH(QByteArray, resume);
        QVERIFY(!readFastResume({"x", {resume.begin(), resume.end()}, bytesFrom(m_torrent), {}}));
    }

    void aRelativeFolderIsRefused()
    {
        const auto read = readFastResume(item(with(resume(std::string(kPieces, '\1')), "save_path", text("data"))));
        QVERIFY(!read);
        QCOMPARE(read.error().code, make_error_code(EngineErrc::PathInvalid));
    }

    void aNameThatLeavesTheFolderIsNotFollowed()
    {
        const auto torrent = readOrFail(with(resume(std::string(kPieces, '\1')), "mapped_files", texts({"../../../etc/passwd", "root/b"})));
        QCOMPARE(torrent.state, ImportState::Missing);
        auto params = *parseMetainfo(bytesOf(m_torrent));
        TorrentRecord record;
        const auto taken = takeOver(*torrent.request.takenOver, params, record);
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, make_error_code(EngineErrc::NameInvalid));
    }

    void readsAFolderInTheOrderOfItsQueueAndChangesNothing()
    {
        const fs::path backup = m_root / "profile/BT_backup";
        const std::string first(40, 'b'), second(40, 'a');
        for (const std::string &name : {first, second}) {
            test::writeFile(backup / (name + ".fastresume"), dictionary(resume(std::string(kPieces, '\1'))));
            test::writeFile(backup / (name + ".torrent"), m_torrent);
        }
        test::writeFile(backup / "broken.fastresume", "broken");
        test::writeFile(backup / "queue", first + "\n" + second + "\n");
        test::writeFile(m_root / "profile/config/categories.json", R"({"films":{"save_path":"/films"},"":{},"bad,ok":{"save_path":"relative"}})");
        const auto before = test::treeOf(m_root);
        for (const fs::path &folder : {m_root / "profile", backup, m_root / "profile/"}) {
            const auto plan = readQBittorrent(folder.string(), goOn);
            QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
            QCOMPARE(plan->torrents.size(), std::size_t{2});
            QCOMPARE(plan->torrents.front().file, first);
            QCOMPARE(plan->unreadable.size(), std::size_t{1});
            QCOMPARE(plan->unreadable.front().first, std::string("broken"));
        }
        const auto plan = readQBittorrent((m_root / "profile").string(), goOn);
        QCOMPARE(plan->categories, (std::vector<Category>{{"bad,ok", ""}, {"films", "/films"}}));
        QVERIFY(test::treeOf(m_root) == before);
        QVERIFY(!readQBittorrent((m_root / "data").string(), goOn));
        const auto cancelled = readQBittorrent(backup.string(), [](std::size_t, std::size_t) { return false; });
        QCOMPARE(cancelled.error().code, make_error_code(EngineErrc::Cancelled));
    }

    void readsADatabaseWithItsLog()
    {
        const fs::path path = m_root / "profile/torrents.db";
        fs::create_directories(path.parent_path());
        auto database = database::Database::open(path, {database::OpenMode::Create});
        QVERIFY(database && database->execute("PRAGMA journal_mode=WAL"));
        QVERIFY(database->execute("CREATE TABLE torrents (torrent_id BLOB, queue_position INTEGER, name TEXT, category TEXT, tags TEXT, ratio_limit INTEGER,"
                                  "seeding_time_limit INTEGER, has_outer_pieces_priority INTEGER, operating_mode TEXT, stopped INTEGER,"
                                  "libtorrent_resume_data BLOB, metadata BLOB)"));
        insert(*database, "second", 1, "Forced", 0);
        insert(*database, "first", 0, "AutoManaged", 1);
        QVERIFY(fs::file_size(fs::path(path) += "-wal") > 0); // what was inserted is there alone
        const auto before = test::treeOf(m_root);
        const auto plan = readQBittorrent((m_root / "profile").string(), goOn);
        QVERIFY2(plan, plan ? "" : plan.error().detail.c_str());
        QVERIFY(test::treeOf(m_root) == before);
        QVERIFY2(plan->unreadable.empty(), plan->unreadable.empty() ? "" : plan->unreadable.front().second.detail.c_str());
        QCOMPARE(plan->torrents.size(), std::size_t{2});
        const ImportedTorrent &first = plan->torrents.front();
        QCOMPARE(first.request.name, std::string("first"));
        QVERIFY(first.request.stopped && !first.request.takenOver->forced);
        QVERIFY(!plan->torrents.back().request.stopped && plan->torrents.back().request.takenOver->forced);
        QCOMPARE(first.request.tags, (std::vector<std::string>{"x", "y"}));
        QCOMPARE(first.request.shareLimits->ratioPermille, std::optional<std::int64_t>(2500));
        QCOMPARE(first.state, ImportState::Complete);
    }

    void whatIsNoDatabaseOrHasNoTorrentsIsSaidSo()
    {
        test::writeFile(m_root / "profile/torrents.db", std::string(5000, 'x'));
        QVERIFY(!readQBittorrent((m_root / "profile").string(), goOn));
        fs::remove(m_root / "profile/torrents.db");
        auto database = database::Database::open(m_root / "profile/torrents.db", {database::OpenMode::Create});
        QVERIFY(database && database->execute("CREATE TABLE other (x)"));
        QVERIFY(!readQBittorrent((m_root / "profile").string(), goOn));
    }

    void transmissionsBlocksBecomePieces_data()
    {
        QTest::addColumn<QByteArray>("blocks");
        QTest::addColumn<QByteArray>("pieces"); // empty: none are known
        QTest::newRow("all") << QByteArray("all") << QByteArray(kPieces, '1');
        QTest::newRow("none") << QByteArray("none") << QByteArray();
        QTest::newRow("nothing said") << QByteArray() << QByteArray();
        QTest::newRow("some") << QByteArray(1, '\xd0') << QByteArray("11010");
        QTest::newRow("too few bits") << QByteArray(1, '\xff') << QByteArray(kPieces, '1');
    }
    void transmissionsBlocksBecomePieces()
    {
        QFETCH(QByteArray, blocks);
        QFETCH(QByteArray, pieces);
        const auto torrent = readTransmissionItem(transmission({{"progress", dictionary({{"blocks", text(blocks.toStdString())}})}}));
        QVERIFY2(torrent, torrent ? "" : torrent.error().detail.c_str());
        std::string found;
        for (const bool piece : torrent->request.takenOver->pieces)
            found += piece ? '1' : '0';
        QCOMPARE(QByteArray::fromStdString(found), pieces);
    }

    void transmissionTrustsAFileAsLongAsItIsOlderThanItsCheck_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("second"); // of the second file; the first was always checked after it was written
        QTest::addColumn<ImportState>("state");
        const auto time = [](std::int64_t later) { return QString::fromStdString(integer(kRemembered + later)); };
        QTest::newRow("mtimes: the same") << QStringLiteral("mtimes") << time(0) << ImportState::Complete;
        QTest::newRow("mtimes: older than the file") << QStringLiteral("mtimes") << time(-1000) << ImportState::ToCheck;
        QTest::newRow("time-checked: later") << QStringLiteral("time-checked") << time(5) << ImportState::Complete;
        QTest::newRow("time-checked: before") << QStringLiteral("time-checked") << time(-1000) << ImportState::ToCheck;
        QTest::newRow("time-checked: by piece") << QStringLiteral("time-checked")
            << QString::fromStdString(list({integer(kRemembered - 1000), integer(1002), integer(1500)})) << ImportState::Complete;
        QTest::newRow("time-checked: one piece before") << QStringLiteral("time-checked")
            << QString::fromStdString(list({integer(kRemembered - 1000), integer(1), integer(1500)})) << ImportState::ToCheck;
    }
    void transmissionTrustsAFileAsLongAsItIsOlderThanItsCheck()
    {
        QFETCH(QString, key);
        QFETCH(QString, second);
        QFETCH(ImportState, state);
        const Fields progress{{"blocks", text("all")}, {key.toStdString(), list({integer(kRemembered + 5), second.toStdString()})}};
        const auto torrent = readTransmissionItem(transmission({{"progress", dictionary(progress)}}));
        QVERIFY(torrent);
        QCOMPARE(torrent->state, state);
    }

    void takesWhatTransmissionKnows_data()
    {
        QTest::addColumn<QString>("dash");
        QTest::newRow("as up to 4.0") << QStringLiteral("-");
        QTest::newRow("as since 4.1") << QStringLiteral("_");
    }
    void takesWhatTransmissionKnows()
    {
        QFETCH(QString, dash);
        const std::string d = dash.toStdString();
        fs::rename(m_data / "root/a", m_data / "root/new");
        fs::rename(m_data / "root/b", m_data / "root/b.part");
        const auto torrent = readTransmissionItem(transmission({{"added" + d + "date", integer(111)}, {"done" + d + "date", integer(222)},
            {"seeding" + d + "time" + d + "seconds", integer(20)}, {"downloading" + d + "time" + d + "seconds", integer(10)}, {"uploaded", integer(7)},
            {"downloaded", integer(8)}, {"paused", integer(1)}, {"labels", texts({"one", "two"})}, {"max" + d + "peers", integer(33)},
            {"dnd", list({integer(0), integer(0)})}, {"priority", list({integer(1), integer(-1)})}, {"files", texts({"root/new", "root/b"})},
            {"ratio" + d + "limit", dictionary({{"ratio" + d + "mode", integer(1)}, {"ratio" + d + "limit", text("2.25")}})},
            {"speed" + d + "limit" + d + "up", dictionary({{"use" + d + "speed" + d + "limit", integer(1)}, {"speed" + d + "Bps", integer(5000)}})},
            {"progress", dictionary({{"blocks", text(std::string(1, '\xe0'))}})}}));
        QVERIFY2(torrent, torrent ? "" : torrent.error().detail.c_str());
        const AddRequest &request = torrent->request;
        QCOMPARE(torrent->state, ImportState::Partial);
        QCOMPARE(request.takenOver->activeTime.count(), 30);
        QCOMPARE(request.takenOver->added->time_since_epoch().count(), 111);
        QCOMPARE(request.takenOver->completed->time_since_epoch().count(), 222);
        QCOMPARE(request.takenOver->uploaded, Bytes(7));
        QVERIFY(request.stopped);
        QCOMPARE(request.tags, (std::vector<std::string>{"one", "two"}));
        QCOMPARE(request.limits.connections, 33);
        QCOMPARE(request.limits.upload, BytesPerSecond(5000));
        QCOMPARE(request.shareLimits->ratioPermille, std::optional<std::int64_t>(2250));
        QCOMPARE(request.priorities, (std::vector{FilePriority::High, FilePriority::Low}));
        QCOMPARE(request.takenOver->renamed,
            (std::vector<std::pair<FileIndex, std::string>>{{FileIndex(0), "root/new"}, {FileIndex(1), "root/b.part"}}));
        QCOMPARE(torrent->afterwards.size(), std::size_t{1});
        QCOMPARE(torrent->afterwards.front().path, std::string("root/b"));
    }

    void transmissionsIncompleteFolderIsWhereTheFilesAre()
    {
        const fs::path elsewhere = m_root / "incomplete";
        fs::create_directories(elsewhere);
        fs::rename(m_data / "root", elsewhere / "root");
        const auto torrent = readTransmissionItem(
            transmission({{"incomplete-dir", text(elsewhere.string())}, {"progress", dictionary({{"blocks", text("all")}})}}));
        QVERIFY(torrent);
        QCOMPARE(torrent->request.savePath, elsewhere.string());
        QCOMPARE(torrent->state, ImportState::Complete);
    }

    void readsTransmissionsFolderAndChangesNothing()
    {
        const fs::path folder = m_root / "transmission";
        test::writeFile(folder / "torrents/name.0123456789abcdef.torrent", m_torrent);
        test::writeFile(folder / "resume/name.0123456789abcdef.resume",
            dictionary({{"destination", text(m_data.string())}, {"progress", dictionary({{"blocks", text("all")}})}}));
        test::writeFile(folder / "torrents/other.magnet", "magnet:?xt=urn:btih:" + std::string(40, '1') + "&dn=to+come\n");
        test::writeFile(folder / "resume/other.resume", dictionary({{"destination", text(m_data.string())}}));
        test::writeFile(folder / "torrents/unknown.torrent", dictionary({{"announce-list", list({texts({"http://a.example/"})})},
            {"magnet-info", dictionary({{"info_hash", text(std::string(20, '2'))}, {"display-name", text("as in 3.00")}})}}));
        test::writeFile(folder / "resume/unknown.resume", dictionary({{"destination", text(m_data.string())}}));
        test::writeFile(folder / "torrents/broken.torrent", "broken");
        const auto before = test::treeOf(m_root);
        const auto plan = readTransmission(folder.string(), goOn);
        QVERIFY(plan);
        QVERIFY(test::treeOf(m_root) == before);
        QCOMPARE(plan->unreadable.size(), std::size_t{1});
        QCOMPARE(plan->torrents.size(), std::size_t{3});
        QCOMPARE(plan->torrents.front().state, ImportState::Complete);
        QCOMPARE(plan->torrents[1].state, ImportState::NoData);
        QCOMPARE(plan->torrents[1].name, std::string("to come"));
        QCOMPARE(plan->torrents[2].name, std::string("as in 3.00"));
        QVERIFY(std::get<MagnetLink>(plan->torrents[2].request.source).uri.find("a.example") != std::string::npos);
        QVERIFY(!readTransmission(m_data.string(), goOn));
    }

    void whatIsTakenOverIsInTheRecordAndTheParameters()
    {
        auto params = *parseMetainfo(bytesOf(m_torrent));
        TorrentRecord record;
        TakenOver known;
        known.uploaded = Bytes(5);
        known.downloaded = Bytes(-6);
        known.completed = WallTime(std::chrono::seconds(9));
        known.seedingTime = std::chrono::seconds(7);
        known.forced = true;
        known.renamed = {{FileIndex(1), "root/c"}};
        known.pieces = {true, false, true, true, true};
        known.trackers = {{"http://a.example/", 3}, {"file:///etc/passwd", 0}};
        QVERIFY(takeOver(known, params, record));
        QCOMPARE(record.uploaded, Bytes(5));
        QCOMPARE(record.downloaded, Bytes(0));
        QVERIFY(record.forced);
        QCOMPARE(record.done, Bytes(3 * kPieceLength + kPieceLength / 2));
        QCOMPARE(params.total_uploaded, std::int64_t{5});
        QCOMPARE(params.completed_time, std::time_t{9});
        QCOMPARE(params.have_pieces.count(), 4);
        QCOMPARE(params.trackers, std::vector<std::string>{"http://a.example/"});
        QCOMPARE(params.renamed_files.at(lt::file_index_t{1}), std::string("root/c"));
        known.pieces.push_back(true); // of another torrent
        params = *parseMetainfo(bytesOf(m_torrent));
        QVERIFY(takeOver(known, params, record));
        QVERIFY(params.have_pieces.empty());
        known.renamed = {{FileIndex(2), "root/c"}};
        QCOMPARE(takeOver(known, params, record).error().code, make_error_code(EngineErrc::NoSuchFile));
    }

private:
    void put(const std::string &name, std::int64_t size) const
    {
        test::writeFile(m_data / "root" / name, std::string(static_cast<std::size_t>(size), '\0'));
        setTime(m_data / "root" / name, kRemembered);
    }

    void apply(const std::string &what, const std::string &name)
    {
        const fs::path path = m_data / "root" / name;
        if (what == "remove")
            fs::remove(path);
        else if (what == "touch")
            setTime(path, kRemembered + 60);
        else if (what == "cut")
            put(name, 100);
        else if (what == "grow")
            put(name, m_sizes[name] + 1);
        else if (what == "folder")
            fs::create_directory(path);
        else
            fs::create_symlink(m_data / "root/b", path);
    }

    Fields resume(const std::string &pieces) const
    {
        return {{"file-format", text("libtorrent resume file")}, {"file-version", integer(1)}, {"info-hash", text(std::string(20, 'x'))},
            {"save_path", text(m_data.string())}, {"paused", integer(0)}, {"auto_managed", integer(1)}, {"pieces", text(pieces)}};
    }

    QBittorrentItem item(const Fields &fields) const { return {"item", bytesFrom(dictionary(fields)), bytesFrom(m_torrent), {kRemembered, 0}}; }

    ImportedTorrent readOrFail(const Fields &fields) const
    {
        auto read = readFastResume(item(fields));
        if (!read)
            qFatal("%s", read.error().detail.c_str());
        return std::move(*read);
    }

    TransmissionItem transmission(Fields fields) const
    {
        fields.emplace("destination", text(m_data.string()));
        TransmissionItem transmissionItem;
        transmissionItem.name = "item.torrent";
        transmissionItem.resume = bytesFrom(dictionary(fields));
        transmissionItem.metainfo = bytesFrom(m_torrent);
        transmissionItem.remembered = {kRemembered, 0};
        return transmissionItem;
    }

    void insert(database::Database &database, const std::string &name, int position, const std::string &mode, int stopped)
    {
        auto statement = database.prepare("INSERT INTO torrents VALUES (?, ?, ?, '', 'x,y', 2500, -2, 0, ?, ?, ?, ?)");
        QVERIFY(statement);
        statement->bindText(1, name);
        statement->bindInt(2, position);
        statement->bindText(3, name);
        statement->bindText(4, mode);
        statement->bindInt(5, stopped);
        statement->bindBlob(6, bytesFrom(dictionary(resume(std::string(kPieces, '\1')))));
        statement->bindBlob(7, bytesFrom(m_torrent));
        QVERIFY(statement->run());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_root;
    fs::path m_data;
    std::map<std::string, std::int64_t> m_sizes;
    std::string m_torrent;
};

QTEST_GUILESS_MAIN(TestImports)
#include "tst_imports.moc"
