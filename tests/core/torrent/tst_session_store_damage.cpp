#include "core/database/database.h"
#include "core/model/engine_error.h"
#include "tests/core/torrent/session_store_support.h"
#include "tests/support/for_all.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace trib::torrent {

using namespace trib::torrent::test;
using trib::test::ManualClock;

constexpr std::size_t kTorrents = 300;
constexpr quint64 kOffsetsPerRow = 20;

// One damaged profile, opened: the promise is that each torrent is there, whole or as a row that says what is wrong.
class TestSessionStoreDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_torrents = byId(randomTorrents(7, kTorrents));
        std::vector<StoredTorrent> list;
        for (const auto &[id, torrent] : m_torrents)
            list.push_back(torrent);
        TRIB_VERIFY(fillProfile(m_base.path().toStdString(), list));
        m_file = readFile(std::filesystem::path(m_base.path().toStdString()) / "session.db");
        TRIB_VERIFY(SessionStore::writeSnapshot(m_base.path().toStdString(), m_clock));
        m_snapshot = readFile(std::filesystem::path(m_base.path().toStdString()) / "snapshots/session-2026-01-01.db");
        QVERIFY(m_file.size() > 500'000 && m_snapshot.size() == m_file.size());
    }

    void aFlippedBitLosesNothingWhereThereIsASnapshot_data() { trib::test::addSeedRows(200 / kOffsetsPerRow); }
    void aFlippedBitLosesNothingWhereThereIsASnapshot()
    {
        QFETCH(quint64, seed);
        SeededRandom random(seed);
        for (quint64 i = 0; i < kOffsetsPerRow; ++i) {
            openDamaged(flipped(random, 0, m_file.size()), true);
            if (QTest::currentTestFailed())
                return;
            checkNothingLost(true);
        }
    }

    void aFlippedBitLosesNothingEvenWithoutASnapshot_data() { trib::test::addSeedRows(200 / kOffsetsPerRow); }
    void aFlippedBitLosesNothingEvenWithoutASnapshot()
    {
        QFETCH(quint64, seed);
        SeededRandom random(seed + 1000);
        for (quint64 i = 0; i < kOffsetsPerRow; ++i) {
            openDamaged(flipped(random, 0, m_file.size()), false);
            if (QTest::currentTestFailed())
                return;
            checkNothingLost(false);
        }
    }

    void aFlippedBitInTheHeaderLosesNothing_data() { trib::test::addSeedRows(4); }
    void aFlippedBitInTheHeaderLosesNothing()
    {
        QFETCH(quint64, seed);
        SeededRandom random(seed);
        for (std::size_t offset = 0; offset < 120 && !QTest::currentTestFailed(); offset += 5) {
            openDamaged(flipped(random, offset, offset + 5), false);
            checkNothingLost(false);
        }
    }

    void aTruncatedFileLosesNothingWhereThereIsASnapshot_data() { trib::test::addSeedRows(15); }
    void aTruncatedFileLosesNothingWhereThereIsASnapshot()
    {
        QFETCH(quint64, seed);
        SeededRandom random(seed);
        auto content = m_file;
        content.resize(random.number<std::size_t>(0, m_file.size() - 1));
        openDamaged(content, true);
        checkNothingLost(true);
        QVERIFY(m_recovered);
    }

    void aFileOfZeroBytesComesBackFromTheSnapshot()
    {
        openDamaged({}, true);
        QVERIFY(m_recovered);
        checkNothingLost(true);
    }

    void aFileOfZeroBytesWithNothingElseIsANewProfile()
    {
        openDamaged({}, false);
        QVERIFY(!m_recovered);
        QCOMPARE(m_loaded.size(), std::size_t(0));
    }

    void aLostFileComesBackFromTheSnapshot()
    {
        QTemporaryDir folder(m_template);
        const std::filesystem::path path = folder.path().toStdString();
        std::filesystem::create_directory(path / "snapshots");
        writeFile(path / "snapshots/session-2026-01-01.db", m_snapshot);
        load(path);
        QVERIFY(m_recovered);
        checkNothingLost(true);
    }

    void theDamagedFileIsSetAsideUnchanged()
    {
        auto content = m_file;
        content.resize(content.size() / 2);
        QTemporaryDir folder(m_template);
        const std::filesystem::path path = folder.path().toStdString();
        writeFile(path / "session.db", content);
        load(path);
        QVERIFY(readFile(path / "session-damaged-20260101-000000.db") == content);
    }

    void settingsAndStatisticsComeThroughARecovery()
    {
        QTemporaryDir folder(m_template);
        const std::filesystem::path path = folder.path().toStdString();
        const settings::TextMap settings{{"network/proxy", "socks5://127.0.0.1:9050"}, {"network/port", "6881"}};
        NullLog log;
        {
            const auto store = SessionStore::open(path, m_clock, log);
            TRIB_VERIFY((*store)->saveSettings(settings));
            TRIB_VERIFY((*store)->saveStatistics({Bytes(11), Bytes(12)}));
            TRIB_VERIFY((*store)->saveSessionState(Blob{9, 9}));
        }
        auto content = readFile(path / "session.db");
        content.at(0) = 'X';
        writeFile(path / "session.db", content);
        const auto store = SessionStore::open(path, m_clock, log);
        TRIB_VERIFY(store);
        QVERIFY((*store)->recovered());
        QCOMPARE(*(*store)->loadSettings(), settings);
        QCOMPARE(*(*store)->loadStatistics(), (Statistics{Bytes(11), Bytes(12)}));
        QCOMPARE(*(*store)->loadSessionState(), (Blob{9, 9}));
    }

    void aFlippedSettingComesBackFromTheSnapshot()
    {
        QTemporaryDir folder(m_template);
        const std::filesystem::path path = folder.path().toStdString();
        NullLog log;
        {
            const auto store = SessionStore::open(path, m_clock, log);
            TRIB_VERIFY((*store)->saveSettings({{"network/proxy", "socks5://127.0.0.1:9050"}}));
        }
        TRIB_VERIFY(SessionStore::writeSnapshot(path, m_clock));
        auto content = readFile(path / "session.db");
        const std::string_view text = "socks5";
        const auto found = std::search(content.begin(), content.end(), text.begin(), text.end());
        QVERIFY(found != content.end());
        *found = 'z';
        writeFile(path / "session.db", content);
        const auto store = SessionStore::open(path, m_clock, log);
        TRIB_VERIFY(store);
        QVERIFY((*store)->recovered());
        QCOMPARE(*(*store)->loadSettings(), (settings::TextMap{{"network/proxy", "socks5://127.0.0.1:9050"}}));
    }

    void anInterruptedRecoveryIsCompleted_data()
    {
        QTest::addColumn<bool>("renamedAway");
        QTest::addRow("before the damaged file was set aside") << false;
        QTest::addRow("after the damaged file was set aside") << true;
    }
    void anInterruptedRecoveryIsCompleted()
    {
        QFETCH(bool, renamedAway);
        QTemporaryDir folder(m_template);
        const std::filesystem::path path = folder.path().toStdString();
        const std::vector<char> damaged(3000, 'd');
        writeFile(path / (renamedAway ? "session-damaged-1.db" : "session.db"), damaged);
        writeFile(path / "session-recovered-1.db", m_file);
        load(path);
        QVERIFY(m_recovered);
        QCOMPARE(m_damaged, std::size_t(0));
        QCOMPARE(m_loaded.size(), kTorrents);
        QVERIFY(readFile(path / "session-damaged-1.db") == damaged);
        QVERIFY(findFile(path, "session-recovered").empty());
    }

    void aDamagedBlobIsReportedAndHarmsNoOther()
    {
        const auto &victim = longestMetainfo();
        QTemporaryDir folder(m_template);
        const std::filesystem::path path = folder.path().toStdString();
        auto content = m_file;
        const auto end = victim.metainfo.end() - 20; // the end lies on an overflow page, apart from everything else
        const auto found = std::search(content.begin(), content.end(), end, victim.metainfo.end(), [](char a, std::uint8_t b) {
            return static_cast<std::uint8_t>(a) == b;
        });
        QVERIFY(found != content.end());
        *found = static_cast<char>(*found ^ 1);
        writeFile(path / "session.db", content);
        load(path);
        QVERIFY(!m_recovered);
        QCOMPARE(m_damaged, std::size_t(1));
        QVERIFY(m_loaded.at(victim.record.id).damage.find("metainfo") != std::string::npos);
        QVERIFY(m_loaded.at(victim.record.id).record == victim.record);
        QVERIFY(m_loaded.at(victim.record.id).resume == victim.resume);
    }

    void anUpdateRepairsADamagedRecord()
    {
        const auto &victim = longestMetainfo();
        QTemporaryDir folder(m_template);
        const std::filesystem::path path = folder.path().toStdString();
        TRIB_VERIFY(fillProfile(path, {victim}));
        TRIB_VERIFY(SessionStore::writeSnapshot(path, m_clock));
        {
            auto database = database::Database::open(path / "session.db");
            TRIB_VERIFY(database->execute("UPDATE torrent SET done=done-1; UPDATE metainfo SET data=x'00'; DELETE FROM resume"));
        }
        NullLog log;
        const auto store = SessionStore::open(path, m_clock, log);
        TRIB_VERIFY(store);
        const auto damaged = loadAll(path)->at(0);
        QVERIFY(!damaged.damage.empty() && damaged.record.id == victim.record.id && damaged.record.name == victim.record.name);
        const auto saved = SessionStore::readFromSnapshot(path, victim.record.id);
        TRIB_VERIFY(saved);
        TRIB_VERIFY((*store)->update(std::vector<TorrentUpdate>{{saved->record, saved->resume, saved->metainfo}}));
        QVERIFY(same(loadAll(path)->at(0), victim));
    }

    void aDamagedIdIsPutRightByTheIndex()
    {
        const auto &victim = longestMetainfo();
        QTemporaryDir folder(m_template);
        const std::filesystem::path path = folder.path().toStdString();
        TRIB_VERIFY(fillProfile(path, {victim}));
        auto content = readFile(path / "session.db");
        const auto id = victim.record.id.bytes();
        const auto equal = [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; };
        const auto table = std::search(content.begin(), content.end(), id.begin(), id.end(), equal);
        QVERIFY(table != content.end());
        *table = static_cast<char>(*table ^ 4);
        writeFile(path / "session.db", content);
        QVERIFY(same(loadAll(path)->at(0), victim));
    }

private:
    [[nodiscard]] std::vector<char> flipped(SeededRandom &random, std::size_t from, std::size_t to)
    {
        auto content = m_file;
        m_offset = random.number(from, to - 1);
        m_bit = random.number(0, 7);
        content.at(m_offset) = static_cast<char>(content.at(m_offset) ^ (1 << m_bit));
        return content;
    }

    void openDamaged(const std::vector<char> &content, bool withSnapshot)
    {
        QTemporaryDir folder(m_template);
        const std::filesystem::path path = folder.path().toStdString();
        writeFile(path / "session.db", content);
        if (withSnapshot) {
            std::filesystem::create_directory(path / "snapshots");
            writeFile(path / "snapshots/session-2026-01-01.db", m_snapshot);
        }
        load(path);
        if (!withSnapshot)
            return;
        for (const auto &[id, torrent] : m_loaded) {
            if (torrent.damage.empty() || !m_torrents.contains(id))
                continue;
            const auto saved = SessionStore::readFromSnapshot(path, id);
            TRIB_VERIFY(saved);
            QVERIFY(same(*saved, m_torrents.at(id)));
        }
    }

    void load(const std::filesystem::path &path)
    {
        m_loaded.clear();
        NullLog log;
        const auto store = SessionStore::open(path, m_clock, log);
        QVERIFY2(store.has_value(), store ? "" : (where() + store.error().detail).c_str());
        m_recovered = (*store)->recovered();
        auto loaded = loadAll(path);
        QVERIFY2(loaded.has_value(), loaded ? "" : (where() + loaded.error().detail).c_str());
        m_loaded = byId(std::move(*loaded));
        const auto damaged = [](const auto &entry) { return !entry.second.damage.empty(); };
        m_damaged = static_cast<std::size_t>(std::ranges::count_if(m_loaded, damaged));
    }

    void checkNothingLost(bool withSnapshot)
    {
        // A row that is damaged beyond recognition may stand beside the torrent that it was, once that came from a snapshot.
        for (const auto &[id, torrent] : m_loaded)
            QVERIFY2(m_torrents.contains(id) || !torrent.damage.empty(), (where() + "a torrent from nowhere").c_str());
        for (const auto &[id, torrent] : m_torrents) {
            const auto found = m_loaded.find(id);
            QVERIFY2(found != m_loaded.end(), (where() + "lost").c_str());
            QVERIFY2(same(found->second, torrent) || !found->second.damage.empty(), (where() + "changed without a word").c_str());
        }
        // What was set aside has been completed from the snapshot; without one, a page may take its dozens of rows along, but no more.
        const auto damaged = where() + std::to_string(m_damaged) + " damaged";
        QVERIFY2(!withSnapshot || !m_recovered || m_damaged + m_torrents.size() == m_loaded.size(), damaged.c_str());
        QVERIFY2(m_damaged <= kTorrents / 4, damaged.c_str());
    }

    [[nodiscard]] std::string where() const
    {
        return "offset " + std::to_string(m_offset) + " bit " + std::to_string(m_bit) + ": ";
    }

    [[nodiscard]] const StoredTorrent &longestMetainfo() const
    {
        return std::ranges::max_element(m_torrents, {}, [](const auto &entry) { return entry.second.metainfo.size(); })->second;
    }

    // In memory where possible: hundreds of stores are made, and none of these tests is about the disk.
    const QString m_template = QFileInfo(u"/dev/shm"_qs).isWritable() ? u"/dev/shm/trib-XXXXXX"_qs : QDir::tempPath() + u"/trib-XXXXXX"_qs;
    QTemporaryDir m_base;
    std::map<TorrentId, StoredTorrent> m_torrents;
    std::vector<char> m_file;
    std::vector<char> m_snapshot;
    ManualClock m_clock;

    std::size_t m_offset = 0;
    int m_bit = 0;
    std::map<TorrentId, StoredTorrent> m_loaded;
    std::size_t m_damaged = 0;
    bool m_recovered = false;
};

} // namespace trib::torrent

QTEST_GUILESS_MAIN(trib::torrent::TestSessionStoreDamage)
#include "tst_session_store_damage.moc"
