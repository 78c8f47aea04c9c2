#include "core/torrent/backup_file.h"

#include "core/model/engine_error.h"
#include "core/torrent/backup_restore.h"
#include "core/torrent/backup_rotation.h"
#include "core/torrent/session_schema.h"
#include "tests/core/torrent/session_store_support.h"
#include "tests/support/mount_namespace.h"

#include <QTemporaryDir>

namespace trib::torrent {

using namespace trib::torrent::test;
using trib::test::ManualClock;
using std::filesystem::path;

// A profile in one file and back.
class tst_backup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        std::filesystem::create_directory(profile());
        std::filesystem::create_directory(other());
        std::filesystem::create_directory(root() / "out");
        m_torrents = randomTorrents(7, 50);
        TRIB_VERIFY(fillProfile(profile(), m_torrents));
        writeText(profile() / "window.ini", "size=1");
        const auto store = SessionStore::open(profile(), m_clock, m_log);
        TRIB_VERIFY(store);
        TRIB_VERIFY((*store)->saveSettings(m_settings));
        TRIB_VERIFY((*store)->saveStatistics({Bytes(11), Bytes(12)}));
    }

    void bringsEverythingBackToAnotherProfile()
    {
        TRIB_VERIFY(backUp());
        TRIB_VERIFY(fillProfile(other(), randomTorrents(8, 3)));
        writeText(other() / "window.ini", "size=2");
        TRIB_VERIFY(restore());
        QVERIFY(holds(other(), m_torrents));
        QCOMPARE(textOf(other() / "window.ini"), std::string("size=1"));
        const auto store = SessionStore::open(other(), m_clock, m_log);
        TRIB_VERIFY(store);
        QVERIFY(!(*store)->recovered());
        QVERIFY((*store)->loadSettings() == m_settings);
        QVERIFY(((*store)->loadStatistics() == Statistics{Bytes(11), Bytes(12)}));
        const path aside = findFile(other(), "replaced-");
        QVERIFY(std::filesystem::exists(aside / "session.db"));
        QCOMPARE(textOf(aside / "window.ini"), std::string("size=2"));
        QVERIFY(findFile(other(), "restore-").empty());
    }

    void setsAsideWhatWasThereSoThatItCanBePutBack()
    {
        TRIB_VERIFY(backUp());
        const auto before = randomTorrents(8, 3);
        TRIB_VERIFY(fillProfile(other(), before));
        TRIB_VERIFY(restore());
        QVERIFY(holds(findFile(other(), "replaced-"), before));
    }

    void isMadeWhileTheStoreIsInUse()
    {
        const auto store = SessionStore::open(profile(), m_clock, m_log);
        TRIB_VERIFY(store);
        m_torrents.push_back(randomTorrents(9, 1).front());
        TRIB_VERIFY((*store)->insert(m_torrents.back())); // in the write-ahead log
        TRIB_VERIFY(backUp());
        TRIB_VERIFY(restore());
        QVERIFY(holds(other(), m_torrents));
    }

    void isPrivateToItsUser()
    {
        TRIB_VERIFY(backUp());
        using std::filesystem::perms;
        QVERIFY((std::filesystem::status(file()).permissions() & perms(0077)) == perms::none);
    }

    void neverReplacesAFile()
    {
        writeText(file(), "precious");
        const auto refused = backUp();
        QVERIFY2(!refused && refused.error().code == EngineErrc::TargetExists, refused ? "" : refused.error().detail.c_str());
        QCOMPARE(textOf(file()), std::string("precious"));
    }

    void refusesAPathThatIsNone_data()
    {
        QTest::addColumn<QString>("where");
        QTest::newRow("relative") << QStringLiteral("a.backup");
        QTest::newRow("empty") << QString();
        QTest::newRow("no such folder") << QStringLiteral("/nowhere at all/a.backup");
        QTest::newRow("a folder") << QStringLiteral("/tmp/");
    }
    void refusesAPathThatIsNone()
    {
        QFETCH(QString, where);
        const auto refused = writeBackup(profile(), where.toStdString(), {}, m_clock);
        QVERIFY(!refused && refused.error().code == EngineErrc::PathInvalid);
    }

    void takesNoFileOfANameThatTheStoreUses_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"session.db", "../x", "a/b", ".hidden", "", "lock", "profile.lock", "snapshots", "restore-ready", "a b"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void takesNoFileOfANameThatTheStoreUses()
    {
        QFETCH(QString, name);
        const auto refused = writeBackup(profile(), file().string(), {{(profile() / "window.ini").string(), name.toStdString()}}, m_clock);
        QVERIFY(!refused && refused.error().code == EngineErrc::NameInvalid);
        QVERIFY(std::filesystem::is_empty(file().parent_path() / "out"));
    }

    void refusesWhatIsNoWholeBackup_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<int>("code");
        const auto damaged = static_cast<int>(EngineErrc::StoreDamaged);
        QTest::newRow("cut in half") << 0 << damaged;
        QTest::newRow("without its last byte") << 1 << damaged;
        QTest::newRow("text") << 2 << damaged;
        QTest::newRow("empty") << 3 << damaged;
        QTest::newRow("session.db itself") << 4 << damaged;
        QTest::newRow("a newer format") << 5 << static_cast<int>(EngineErrc::StoreNewer);
        QTest::newRow("a newer session.db") << 6 << static_cast<int>(EngineErrc::StoreNewer);
        QTest::newRow("a name changed") << 7 << damaged;
        QTest::newRow("a setting added") << 8 << damaged;
        QTest::newRow("a file changed") << 9 << damaged;
        QTest::newRow("another program's database") << 10 << damaged;
        QTest::newRow("a file that leaves the profile") << 11 << damaged;
        QTest::newRow("not there") << 12 << static_cast<int>(EngineErrc::FileUnreadable);
        QTest::newRow("a folder") << 13 << static_cast<int>(EngineErrc::FileUnreadable);
    }
    void refusesWhatIsNoWholeBackup()
    {
        QFETCH(int, how);
        QFETCH(int, code);
        TRIB_VERIFY(backUp());
        const auto before = randomTorrents(8, 3);
        TRIB_VERIFY(fillProfile(other(), before));
        spoil(how);
        const auto expected = static_cast<EngineErrc>(code);
        const auto seen = verifyBackup(file());
        QVERIFY2(!seen && seen.error().code == expected, seen ? "taken" : seen.error().detail.c_str());
        const auto refused = restore();
        QVERIFY2(!refused && refused.error().code == expected, refused ? "taken" : refused.error().detail.c_str());
        QVERIFY(holds(other(), before));
        QVERIFY(findFile(other(), "restore-").empty());
        QVERIFY(findFile(other(), "replaced-").empty());
    }

    // Every page in turn: none of a backup is without a check.
    void noticesAFlippedBitAnywhere()
    {
        TRIB_VERIFY(backUp());
        const auto content = readFile(file());
        SeededRandom random(3);
        int unnoticed = 0;
        for (std::size_t page = 0; page < content.size() / 4096; ++page) {
            auto changed = content;
            changed[page * 4096 + random.number<std::size_t>(0, 4095)] ^= static_cast<char>(1 << random.number(0, 7));
            writeFile(file(), changed);
            if (!verifyBackup(file()))
                continue;
            // Unused space of a page may hold anything: what it says is the same then.
            ++unnoticed;
            std::filesystem::remove_all(other());
            std::filesystem::create_directory(other());
            TRIB_VERIFY(restore());
            QVERIFY(holds(other(), m_torrents));
        }
        QVERIFY(unnoticed < static_cast<int>(content.size() / 4096) / 2);
    }

    void aFullDiskIsSaidAndLeavesNothing()
    {
        const path small = path(m_dir->path().toStdString()) / "small";
        std::filesystem::create_directory(small);
        QVERIFY(trib::test::mountTmpfs(small.string(), "size=128k"));
        const auto failed = writeBackup(profile(), (small / "a.backup").string(), {}, m_clock);
        const bool nothingLeft = std::filesystem::is_empty(small);
        QVERIFY(trib::test::unmountLazily(small.string()));
        QVERIFY2(!failed && failed.error().code == EngineErrc::NotEnoughSpace, failed ? "" : failed.error().detail.c_str());
        QVERIFY(nothingLeft);
    }

    void aRestoreOnAFullDiskLeavesTheProfileAsItIs()
    {
        TRIB_VERIFY(backUp());
        QVERIFY(trib::test::mountTmpfs(other().string(), "size=256k"));
        const auto before = randomTorrents(8, 3);
        const auto filled = fillProfile(other(), before);
        const auto failed = restore();
        const bool held = holds(other(), before);
        const bool clean = findFile(other(), "restore-").empty();
        QVERIFY(trib::test::unmountLazily(other().string()));
        TRIB_VERIFY(filled);
        QVERIFY2(!failed && failed.error().code == EngineErrc::NotEnoughSpace, failed ? "" : failed.error().detail.c_str());
        QVERIFY(held && clean);
    }

    void keepsTheNewestAndOnlyItsOwn()
    {
        const path folder = file().parent_path() / "out";
        writeText(folder / "tributary-2020-01-01-0000.backup", "somebody else's");
        writeText(folder / "letter.txt", "dear");
        TRIB_VERIFY(fillProfile(other(), {}));
        TRIB_VERIFY(writeBackup(other(), (folder / "tributary-2020-01-02-0000.backup").string(), {}, m_clock)); // of another profile
        const settings::BackupSettings settings{folder.string(), 2, 3};
        std::vector<std::string> made;
        for (int day = 0; day < 12; ++day) {
            const auto due = backUpIfDue(profile(), settings, {}, m_clock);
            TRIB_VERIFY(due);
            QCOMPARE(*due, day % 2 == 0);
            if (*due)
                made.push_back(backupName(m_clock.wallNow()));
            m_clock.advance(std::chrono::hours(24));
        }
        QCOMPARE(made.size(), std::size_t{6});
        for (std::size_t i = 0; i < made.size(); ++i)
            QCOMPARE(std::filesystem::exists(folder / made[i]), i >= 3);
        for (const char *name : {"tributary-2020-01-01-0000.backup", "tributary-2020-01-02-0000.backup", "letter.txt"})
            QVERIFY(std::filesystem::exists(folder / name));
    }

    void aFailedOneRemovesNoOlderOne()
    {
        const path folder = file().parent_path() / "out";
        QVERIFY(trib::test::mountTmpfs(folder.string(), "size=1m"));
        const settings::BackupSettings settings{folder.string(), 1, 1};
        const auto first = backUpIfDue(profile(), settings, {}, m_clock);
        const std::string name = backupName(m_clock.wallNow());
        std::ofstream(folder / "ballast") << std::string(1 << 20, 'x');
        m_clock.advance(std::chrono::hours(48));
        const auto second = backUpIfDue(profile(), settings, {}, m_clock);
        const bool kept = std::filesystem::exists(folder / name);
        QVERIFY(trib::test::unmountLazily(folder.string()));
        TRIB_VERIFY(first);
        QVERIFY(*first && !second && kept);
    }

    void readsTheTimeInAName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<qlonglong>("time"); // seconds; -1: no name of ours
        QTest::newRow("whole") << QStringLiteral("tributary-2026-01-01-0130.backup") << qlonglong{1'767'231'000};
        QTest::newRow("no such day") << QStringLiteral("tributary-2026-02-30-0130.backup") << qlonglong{-1};
        QTest::newRow("no such hour") << QStringLiteral("tributary-2026-02-20-2430.backup") << qlonglong{-1};
        QTest::newRow("letters") << QStringLiteral("tributary-2026-0a-20-0430.backup") << qlonglong{-1};
        QTest::newRow("longer") << QStringLiteral("tributary-2026-01-01-0130.backup2") << qlonglong{-1};
    }
    void readsTheTimeInAName()
    {
        QFETCH(QString, name);
        QFETCH(qlonglong, time);
        const auto read = backupTime(name.toStdString());
        QCOMPARE(read ? read->time_since_epoch().count() : -1, time);
        if (read)
            QCOMPARE(backupName(*read), name.toStdString());
    }

private:
    [[nodiscard]] path root() const { return m_dir->path().toStdString(); }
    [[nodiscard]] path profile() const { return root() / "profile"; }
    [[nodiscard]] path other() const { return root() / "other"; }
    [[nodiscard]] path file() const { return root() / "here.backup"; }

    static void writeText(const path &where, const std::string &text) { writeFile(where, {text.begin(), text.end()}); }
    [[nodiscard]] static std::string textOf(const path &where)
    {
        const auto content = readFile(where);
        return {content.begin(), content.end()};
    }

    [[nodiscard]] Result<> backUp()
    {
        return writeBackup(profile(), file().string(), {{(profile() / "window.ini").string(), "window.ini"}, {"/no/such file", "other.ini"}}, m_clock);
    }

    [[nodiscard]] Result<bool> restore()
    {
        if (auto staged = stageRestore(other(), file()); !staged)
            return failure(staged.error());
        return commitRestore(other()).and_then([&](std::monostate) { return finishRestore(other(), m_clock); });
    }

    [[nodiscard]] bool holds(const path &where, const std::vector<StoredTorrent> &torrents)
    {
        const auto loaded = loadAll(where);
        if (!loaded || loaded->size() != torrents.size())
            return false;
        const auto all = byId(*loaded);
        return std::ranges::all_of(torrents, [&](const StoredTorrent &torrent) {
            return all.contains(torrent.record.id) && same(all.at(torrent.record.id), torrent);
        });
    }

    void sql(const char *text)
    {
        auto database = database::Database::open(file());
        TRIB_VERIFY(database);
        TRIB_VERIFY(database->execute(text));
    }

    void spoil(int how)
    {
        const auto content = readFile(file());
        switch (how) {
        case 0: writeFile(file(), {content.begin(), content.begin() + static_cast<std::ptrdiff_t>(content.size() / 2)}); break;
        case 1: writeFile(file(), {content.begin(), content.end() - 1}); break;
        case 2: writeText(file(), std::string(10'000, 'x')); break;
        case 3: writeText(file(), {}); break;
        case 4: writeFile(file(), readFile(profile() / "session.db")); break;
        case 5: sql("UPDATE backup_manifest SET value='2' WHERE key='format'"); break;
        case 6: sql("PRAGMA user_version=2"); break;
        case 7: sql("UPDATE torrent SET name='other' WHERE seq=1"); break;
        case 8: sql("INSERT INTO setting VALUES('network/proxy_host','evil',0)"); break;
        case 9: sql("UPDATE backup_file SET data=x'00'"); break;
        case 10: sql("PRAGMA application_id=7"); break;
        case 11: sql("UPDATE backup_file SET name='../../evil'"); break;
        case 12: std::filesystem::remove(file()); break;
        default: std::filesystem::remove(file()); std::filesystem::create_directory(file()); break;
        }
    }

    const settings::TextMap m_settings{{"network/port", "50000"}, {"category/film", "/media/film"}, {"tag/seen", ""},
        {"watched//media/in", "{\"subfolders\":true}"}, {"feed/http://f", "{}"}};
    std::unique_ptr<QTemporaryDir> m_dir;
    std::vector<StoredTorrent> m_torrents;
    ManualClock m_clock;
    NullLog m_log;
};

} // namespace trib::torrent

int main(int argc, char **argv)
{
    trib::test::enterMountNamespace();
    const QCoreApplication application(argc, argv);
    trib::torrent::tst_backup test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_backup.moc"
