#include "core/database/database.h"
#include "core/model/engine_error.h"
#include "tests/core/torrent/session_store_support.h"

#include <QTemporaryDir>

namespace trib::torrent {

using namespace trib::torrent::test;
using namespace std::chrono_literals;
using trib::test::ManualClock;

class TestSessionStoreSnapshots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
    }

    void writesOneADayAndKeepsTheNewestSeven()
    {
        TRIB_VERIFY(fillProfile(path(), randomTorrents(1, 5)));
        for (int day = 1; day <= 10; ++day) {
            TRIB_VERIFY(SessionStore::writeSnapshot(path(), *m_clock));
            m_clock->advance(12h);
            TRIB_VERIFY(SessionStore::writeSnapshot(path(), *m_clock));
            m_clock->advance(12h);
            QCOMPARE(snapshots().size(), std::size_t(std::min(day, 7)));
        }
        QCOMPARE(snapshots().front(), std::string("session-2026-01-04.db"));
        QCOMPARE(snapshots().back(), std::string("session-2026-01-10.db"));
    }

    void leavesFilesOfOthersAlone()
    {
        TRIB_VERIFY(fillProfile(path(), randomTorrents(2, 1)));
        std::filesystem::create_directory(path() / "snapshots");
        writeFile(path() / "snapshots/session-before-the-move.db", {'x'});
        for (int day = 0; day < 9; ++day) {
            TRIB_VERIFY(SessionStore::writeSnapshot(path(), *m_clock));
            m_clock->advance(24h);
        }
        QVERIFY(std::filesystem::exists(path() / "snapshots/session-before-the-move.db"));
        QCOMPARE(snapshots().size(), std::size_t(8));
    }

    void theDaysSnapshotSurvivesAClockThatWasAhead()
    {
        TRIB_VERIFY(fillProfile(path(), randomTorrents(3, 1)));
        m_clock->setWall(std::chrono::sys_days(std::chrono::year(2099) / 1 / 1));
        for (int day = 0; day < 7; ++day) {
            TRIB_VERIFY(SessionStore::writeSnapshot(path(), *m_clock));
            m_clock->advance(24h);
        }
        m_clock->setWall(std::chrono::sys_days(std::chrono::year(2026) / 1 / 1));
        TRIB_VERIFY(SessionStore::writeSnapshot(path(), *m_clock));
        QCOMPARE(snapshots().size(), std::size_t(7));
        QCOMPARE(snapshots().front(), std::string("session-2026-01-01.db"));
    }

    void copiesWhileTheStoreIsOpenAndWithWhatIsOnlyInItsLog()
    {
        NullLog log;
        const auto store = SessionStore::open(path(), *m_clock, log);
        TRIB_VERIFY(store);
        const auto torrents = randomTorrents(4, 3);
        TRIB_VERIFY((*store)->insert(torrents[0]));
        TRIB_VERIFY(SessionStore::writeSnapshot(path(), *m_clock));
        TRIB_VERIFY((*store)->insert(torrents[1]));
        const auto saved = SessionStore::readFromSnapshot(path(), torrents[0].record.id);
        TRIB_VERIFY(saved);
        QVERIFY(same(*saved, torrents[0]));
        QVERIFY(SessionStore::readFromSnapshot(path(), torrents[1].record.id).error().code == EngineErrc::NoSuchTorrent);
        QCOMPARE(snapshots().size(), std::size_t(1)); // a file that stands for itself, without -wal or -shm
    }

    void readsATorrentFromTheNewestSnapshotThatHasItWhole()
    {
        const auto torrent = randomTorrents(5, 1).at(0);
        NullLog log;
        const auto store = SessionStore::open(path(), *m_clock, log);
        TRIB_VERIFY((*store)->insert(torrent));
        TRIB_VERIFY(SessionStore::writeSnapshot(path(), *m_clock));
        auto newer = torrent;
        newer.record.done = Bytes(99);
        TRIB_VERIFY((*store)->update(std::vector{TorrentUpdate{newer.record, {}, {}}}));
        m_clock->advance(24h);
        TRIB_VERIFY(SessionStore::writeSnapshot(path(), *m_clock));
        QVERIFY(same(*SessionStore::readFromSnapshot(path(), torrent.record.id), newer));

        {
            auto snapshot = database::Database::open(path() / "snapshots/session-2026-01-02.db");
            TRIB_VERIFY(snapshot->execute("UPDATE resume SET data=x'00'"));
        }
        QVERIFY(same(*SessionStore::readFromSnapshot(path(), torrent.record.id), torrent));
        writeFile(path() / "snapshots/session-2026-01-01.db", {'x'});
        QVERIFY(SessionStore::readFromSnapshot(path(), torrent.record.id).error().code == EngineErrc::StoreDamaged);
    }

    void aDamagedStorePushesNoGoodSnapshotOut()
    {
        TRIB_VERIFY(fillProfile(path(), randomTorrents(6, 200)));
        TRIB_VERIFY(SessionStore::writeSnapshot(path(), *m_clock));
        auto content = readFile(path() / "session.db");
        std::fill(content.begin() + 8192, content.begin() + 16384, '\xff');
        writeFile(path() / "session.db", content);
        for (int day = 0; day < 8; ++day) {
            m_clock->advance(24h);
            QVERIFY(SessionStore::writeSnapshot(path(), *m_clock).error().code == EngineErrc::StoreDamaged);
        }
        QCOMPARE(snapshots(), std::vector<std::string>{"session-2026-01-01.db"});
    }

    void damageMetInUseIsCuredAtTheNextStart()
    {
        const auto torrents = randomTorrents(7, 200);
        TRIB_VERIFY(fillProfile(path(), torrents));
        TRIB_VERIFY(SessionStore::writeSnapshot(path(), *m_clock));
        auto content = readFile(path() / "session.db");
        std::fill(content.begin() + 8192, content.begin() + 16384, '\xff');
        writeFile(path() / "session.db", content);
        [[maybe_unused]] const auto loaded = loadAll(path());
        QVERIFY(std::filesystem::exists(path() / "session-check"));
        NullLog log;
        const auto store = SessionStore::open(path(), *m_clock, log);
        TRIB_VERIFY(store);
        QVERIFY((*store)->recovered());
        QVERIFY(!std::filesystem::exists(path() / "session-check"));
        const auto found = byId(*loadAll(path()));
        for (const auto &torrent : torrents)
            QVERIFY(same(found.at(torrent.record.id), torrent));
    }

    void aRecoveryDoesNotBringBackWhatWasRemovedWhereTheListIsWhole()
    {
        const auto torrents = randomTorrents(8, 20);
        TRIB_VERIFY(fillProfile(path(), torrents));
        TRIB_VERIFY(SessionStore::writeSnapshot(path(), *m_clock));
        NullLog log;
        {
            const auto store = SessionStore::open(path(), *m_clock, log);
            TRIB_VERIFY((*store)->remove(std::vector{torrents[0].record.id}));
        }
        auto content = readFile(path() / "session.db");
        content.at(0) = 'X';
        writeFile(path() / "session.db", content);
        const auto store = SessionStore::open(path(), *m_clock, log);
        TRIB_VERIFY(store);
        QVERIFY((*store)->recovered());
        QCOMPARE(loadAll(path())->size(), std::size_t(19));
    }

private:
    [[nodiscard]] std::filesystem::path path() const { return m_folder->path().toStdString(); }
    [[nodiscard]] std::vector<std::string> snapshots() const
    {
        std::vector<std::string> names;
        for (const auto &entry : std::filesystem::directory_iterator(path() / "snapshots"))
            names.push_back(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ManualClock> m_clock;
};

} // namespace trib::torrent

QTEST_GUILESS_MAIN(trib::torrent::TestSessionStoreSnapshots)
#include "tst_session_store_snapshots.moc"
