#include "core/database/database.h"
#include "core/model/engine_error.h"
#include "core/torrent/session_values.h"
#include "tests/core/torrent/session_store_support.h"
#include "tests/support/for_all.h"

#include <QTemporaryDir>

#include <sys/wait.h>
#include <unistd.h>

namespace trib::torrent {

using namespace trib::torrent::test;
using trib::test::ManualClock;

class TestSessionStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = reopen();
        QVERIFY(m_store);
    }
    void cleanup() { m_store.reset(); }

    void startsEmpty()
    {
        QVERIFY(!m_store->recovered());
        QCOMPARE(loadAll(path())->size(), std::size_t(0));
        QCOMPARE(*m_store->loadSettings(), settings::TextMap());
        QCOMPARE(*m_store->loadSessionState(), Blob());
        QCOMPARE(*m_store->loadStatistics(), Statistics());
    }

    void givesBackWhatItWasGiven_data() { trib::test::addSeedRows(20); }
    void givesBackWhatItWasGiven()
    {
        QFETCH(quint64, seed);
        for (const auto &torrent : randomTorrents(seed, 10)) {
            TRIB_VERIFY(m_store->insert(torrent));
            const auto loaded = loadAll(path());
            TRIB_VERIFY(loaded);
            const auto found = byId(*loaded).at(torrent.record.id);
            QVERIFY(found.damage.empty());
            QVERIFY(found.record == torrent.record);
            QVERIFY(found.metainfo == torrent.metainfo);
            QVERIFY(found.resume == torrent.resume);
        }
    }

    void refusesATorrentThatIsThereAlready()
    {
        const auto torrents = randomTorrents(1, 2);
        TRIB_VERIFY(m_store->insert(torrents[0]));
        auto again = torrents[1];
        again.record.id = torrents[0].record.id;
        QVERIFY(m_store->insert(again).error().code == EngineErrc::DuplicateTorrent);
        QVERIFY(same(loadAll(path())->at(0), torrents[0]));
        TRIB_VERIFY(m_store->insert(torrents[1]));
    }

    void streamsInQueueOrderAndThenByTimeOfAdding()
    {
        struct Row { int position; int added; };
        for (const auto &row : {Row{-1, 50}, Row{2, 10}, Row{-1, 40}, Row{0, 30}, Row{1, 20}, Row{-1, 40}}) {
            auto torrent = randomTorrents(static_cast<std::uint64_t>(m_next++), 1).at(0);
            torrent.record.queuePosition = QueuePosition(row.position);
            torrent.record.added = WallTime(std::chrono::seconds(row.added));
            TRIB_VERIFY(m_store->insert(torrent));
        }
        std::vector<int> order;
        const auto collect = [&](std::vector<StoredTorrent> batch) {
            for (const auto &torrent : batch)
                order.push_back(static_cast<int>(torrent.record.added.time_since_epoch().count()));
            return true;
        };
        TRIB_VERIFY(SessionStore::streamTorrents(path(), 2, collect));
        QCOMPARE(order, (std::vector<int>{30, 20, 10, 40, 40, 50}));
        order.clear();
        TRIB_VERIFY(SessionStore::streamRecords(path(), 100, collect));
        QCOMPARE(order, (std::vector<int>{30, 20, 10, 40, 40, 50}));
    }

    void streamsInBatchesAndStopsWhenTold()
    {
        for (const auto &torrent : randomTorrents(3, 10))
            TRIB_VERIFY(m_store->insert(torrent));
        std::vector<std::size_t> sizes;
        TRIB_VERIFY(SessionStore::streamTorrents(path(), 4, [&](const auto &batch) { sizes.push_back(batch.size()); return true; }));
        QCOMPARE(sizes, (std::vector<std::size_t>{4, 4, 2}));
        sizes.clear();
        TRIB_VERIFY(SessionStore::streamTorrents(path(), 4, [&](const auto &batch) { sizes.push_back(batch.size()); return false; }));
        QCOMPARE(sizes, (std::vector<std::size_t>{4}));
    }

    void recordsAloneComeWithoutBlobs()
    {
        const auto torrent = randomTorrents(4, 1).at(0);
        TRIB_VERIFY(m_store->insert(torrent));
        StoredTorrent read;
        TRIB_VERIFY(SessionStore::streamRecords(path(), 4, [&](std::vector<StoredTorrent> batch) { read = batch.at(0); return true; }));
        QVERIFY(read.record == torrent.record);
        QVERIFY(read.metainfo.empty() && read.resume.empty() && read.damage.empty());
    }

    void anUpdateKeepsTheBlobsThatItDoesNotName()
    {
        const auto torrents = randomTorrents(5, 3);
        TRIB_VERIFY(m_store->insert(torrents[0]));
        auto expected = torrents[0];
        expected.record.done = Bytes(42);
        TRIB_VERIFY(m_store->update(std::vector<TorrentUpdate>{{expected.record, {}, {}}}));
        QVERIFY(same(loadAll(path())->at(0), expected));
        expected.resume = torrents[1].resume;
        TRIB_VERIFY(m_store->update(std::vector<TorrentUpdate>{{expected.record, expected.resume, {}}}));
        QVERIFY(same(loadAll(path())->at(0), expected));
        expected.metainfo = Blob{1, 2, 3};
        TRIB_VERIFY(m_store->update(std::vector<TorrentUpdate>{{expected.record, {}, expected.metainfo}}));
        QVERIFY(same(loadAll(path())->at(0), expected));
    }

    void anUpdatePassesOverATorrentThatIsGone()
    {
        const auto torrents = randomTorrents(6, 2);
        TRIB_VERIFY(m_store->insert(torrents[0]));
        auto expected = torrents[0];
        expected.record.uploaded = Bytes(7);
        TRIB_VERIFY(m_store->update(std::vector<TorrentUpdate>{{torrents[1].record, torrents[1].resume, {}}, {expected.record, {}, {}}}));
        QCOMPARE(loadAll(path())->size(), std::size_t(1));
        QVERIFY(same(loadAll(path())->at(0), expected));
    }

    void removingTakesTheBlobsAlong()
    {
        const auto torrents = randomTorrents(7, 3);
        for (const auto &torrent : torrents)
            TRIB_VERIFY(m_store->insert(torrent));
        TRIB_VERIFY(m_store->remove(std::vector{torrents[0].record.id, torrents[1].record.id, TorrentId()}));
        QCOMPARE(loadAll(path())->size(), std::size_t(1));
        QVERIFY(same(loadAll(path())->at(0), torrents[2]));
        auto database = database::Database::open(path() / "session.db", {.mode = database::OpenMode::ReadOnly});
        QCOMPARE(*database->queryInt("SELECT count(*) FROM resume"), 1);
        QVERIFY(*database->queryInt("SELECT count(*) FROM metainfo") <= 1);
    }

    void survivesReopening()
    {
        const auto torrents = randomTorrents(8, 50);
        for (const auto &torrent : torrents)
            TRIB_VERIFY(m_store->insert(torrent));
        m_store.reset();
        m_store = reopen();
        QVERIFY(!m_store->recovered());
        const auto loaded = byId(*loadAll(path()));
        for (const auto &torrent : torrents)
            QVERIFY(same(loaded.at(torrent.record.id), torrent));
    }

    void keepsSettingsStateAndStatistics()
    {
        const settings::TextMap first{{"a/b", "1"}, {"network/proxy", std::string("x\0y", 3)}, {"empty", ""}};
        TRIB_VERIFY(m_store->saveSettings(first));
        TRIB_VERIFY(m_store->saveSettings({{"a/b", "2"}}));
        TRIB_VERIFY(m_store->saveSessionState(Blob{1, 2, 3}));
        TRIB_VERIFY(m_store->saveStatistics({Bytes(5), Bytes(-1)}));
        m_store.reset();
        m_store = reopen();
        auto expected = first;
        expected.insert_or_assign("a/b", std::string("2"));
        QCOMPARE(*m_store->loadSettings(), expected);
        QCOMPARE(*m_store->loadSessionState(), (Blob{1, 2, 3}));
        QCOMPARE(*m_store->loadStatistics(), (Statistics{Bytes(5), Bytes(-1)}));
    }

    void leavesANewerStoreAlone()
    {
        TRIB_VERIFY(m_store->insert(randomTorrents(9, 1).at(0)));
        m_store.reset();
        {
            auto database = database::Database::open(path() / "session.db");
            TRIB_VERIFY(database->leaveWal());
            TRIB_VERIFY(database->execute("PRAGMA user_version=2"));
            TRIB_VERIFY(writeNumber(*database, kSchemaNumber, 2));
        }
        const auto before = readFile(path() / "session.db");
        const auto opened = SessionStore::open(path(), m_clock, m_log);
        QVERIFY2(opened.error().code == EngineErrc::StoreNewer, opened.error().detail.c_str());
        QVERIFY(readFile(path() / "session.db") == before);
        QVERIFY(findFile(path(), "session-damaged").empty());
    }

    void aLoneFlipOfTheVersionIsDamageAndNoNewerStore()
    {
        const auto torrent = randomTorrents(10, 1).at(0);
        TRIB_VERIFY(m_store->insert(torrent));
        m_store.reset();
        {
            auto database = database::Database::open(path() / "session.db");
            TRIB_VERIFY(database->execute("PRAGMA user_version=3"));
        }
        m_store = reopen();
        QVERIFY(m_store && m_store->recovered());
        QVERIFY(same(loadAll(path())->at(0), torrent));
    }

    void setsAFileOfAnotherProgramAside()
    {
        m_store.reset();
        const std::vector<char> foreign(5000, 'x');
        writeFile(path() / "session.db", foreign);
        m_store = reopen();
        QVERIFY(m_store && m_store->recovered());
        QCOMPARE(loadAll(path())->size(), std::size_t(0));
        QVERIFY(readFile(findFile(path(), "session-damaged-")) == foreign);
        TRIB_VERIFY(m_store->insert(randomTorrents(11, 1).at(0)));
    }

    void refusesASecondOpenerInTheSameProcess()
    {
        QVERIFY(SessionStore::open(path(), m_clock, m_log).error().code == EngineErrc::AlreadyRunning);
        m_store.reset();
        m_store = reopen();
        QVERIFY(m_store);
    }

    void opensOnceTheOtherProcessWasKilled()
    {
        m_store.reset();
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto store = SessionStore::open(path(), m_clock, m_log);
            const char answer = store ? 'y' : 'n';
            if (::write(ready[1], &answer, 1) == 1)
                ::pause();
            ::_exit(1);
        }
        char answer = 0;
        QCOMPARE(::read(ready[0], &answer, 1), ssize_t(1));
        QCOMPARE(answer, 'y');
        QVERIFY(SessionStore::open(path(), m_clock, m_log).error().code == EngineErrc::AlreadyRunning);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        m_store = reopen();
        QVERIFY(m_store);
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void aLockFileLeftBehindDoesNotBreakTheStart()
    {
        m_store.reset();
        writeFile(path() / "lock", {'9', '9', '9', ' ', 'o', 't', 'h', 'e', 'r'});
        m_store = reopen();
        QVERIFY(m_store);
    }

    void saysUnavailableWhereNoFolderCanBe()
    {
        writeFile(path() / "file", {'x'});
        QVERIFY(SessionStore::open(path() / "file" / "profile", m_clock, m_log).error().code == EngineErrc::StoreUnavailable);
        QVERIFY(SessionStore::streamTorrents(path() / "none", 10, [](const auto &) { return true; }).error().code
                == EngineErrc::StoreUnavailable);
    }

    void streamsBesideTheStoresOwnWrites()
    {
        const auto torrents = randomTorrents(12, 40);
        for (const auto &torrent : torrents)
            TRIB_VERIFY(m_store->insert(torrent));
        std::size_t seen = 0;
        TRIB_VERIFY(SessionStore::streamTorrents(path(), 10, [&](const std::vector<StoredTorrent> &batch) {
            seen += batch.size();
            for (const auto &torrent : batch) {
                if (!torrent.damage.empty() || !m_store->remove(std::vector{torrent.record.id}))
                    return false;
            }
            return true;
        }));
        QCOMPARE(seen, std::size_t(40));
        QCOMPARE(loadAll(path())->size(), std::size_t(0));
    }

private:
    [[nodiscard]] std::filesystem::path path() const { return m_folder->path().toStdString(); }
    [[nodiscard]] std::unique_ptr<SessionStore> reopen()
    {
        auto opened = SessionStore::open(path(), m_clock, m_log);
        if (!opened)
            qWarning("%s", opened.error().detail.c_str());
        return opened ? std::move(*opened) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SessionStore> m_store;
    ManualClock m_clock;
    NullLog m_log;
    int m_next = 100;
};

} // namespace trib::torrent

QTEST_GUILESS_MAIN(trib::torrent::TestSessionStore)
#include "tst_session_store.moc"
