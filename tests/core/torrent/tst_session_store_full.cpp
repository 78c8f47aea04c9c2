#include "core/model/engine_error.h"
#include "tests/core/torrent/session_store_support.h"
#include "tests/support/mount_namespace.h"

#include <QTemporaryDir>

#include <algorithm>

namespace trib::torrent {

using namespace trib::torrent::test;
using trib::test::ManualClock;

// A small file system that is really full. What fails says so, what was there stays, and the store goes on when there is space.
class TestSessionStoreFull : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(trib::test::mountTmpfs(path().string(), "size=8m"));
    }
    void cleanup() { QVERIFY(trib::test::unmountLazily(path().string())); }

    void failsWithoutLossAndGoesOnWhenThereIsSpace()
    {
        const auto torrents = randomTorrents(1, 3000);
        const auto store = SessionStore::open(path(), m_clock, m_log);
        TRIB_VERIFY(store);
        std::size_t count = 0;
        Result<> result = success();
        while (count < torrents.size() && (result = (*store)->insert(torrents[count])))
            ++count;
        QVERIFY(count > 50 && !result);
        QVERIFY2(result.error().code == EngineErrc::StoreUnavailable, result.error().detail.c_str());
        QVERIFY(!result.error().detail.empty());
        checkHas(torrents, count);

        TorrentUpdate large{torrents[0].record, Blob(2'000'000, 1), {}};
        large.record.done = Bytes(1);
        QVERIFY((*store)->update(std::vector{large}).error().code == EngineErrc::StoreUnavailable);
        QVERIFY((*store)->saveSessionState(Blob(2'000'000, 1)).error().code == EngineErrc::StoreUnavailable);
        checkHas(torrents, count);

        QVERIFY(enlarge());
        TRIB_VERIFY((*store)->insert(torrents[count]));
        TRIB_VERIFY((*store)->update(std::vector{TorrentUpdate{torrents[1].record, {}, {}}}));
        checkHas(torrents, count + 1);
    }

    void opensAFullProfileOrSaysWhyNot()
    {
        const auto torrents = randomTorrents(2, 20);
        TRIB_VERIFY(fillProfile(path(), torrents));
        fillUp();
        const auto store = SessionStore::open(path(), m_clock, m_log);
        QVERIFY(store || store.error().code == EngineErrc::StoreUnavailable);
        std::filesystem::remove(path() / "ballast");
        QVERIFY(findFile(path(), "session-damaged").empty());
        checkHas(torrents, torrents.size());
    }

    void aRecoveryWithoutSpaceLeavesTheDamagedFileWhereItIs()
    {
        const auto torrents = randomTorrents(4, 200);
        TRIB_VERIFY(fillProfile(path(), torrents));
        auto content = readFile(path() / "session.db");
        content.at(3) = 'X';
        writeFile(path() / "session.db", content);
        fillUp();
        const auto refused = SessionStore::open(path(), m_clock, m_log);
        QVERIFY2(!refused && refused.error().code == EngineErrc::StoreUnavailable, refused ? "" : refused.error().detail.c_str());
        QVERIFY(readFile(path() / "session.db") == content);
        QVERIFY(enlarge());
        const auto store = SessionStore::open(path(), m_clock, m_log);
        TRIB_VERIFY(store);
        QVERIFY((*store)->recovered());
        checkHas(torrents, torrents.size());
    }

    void aSnapshotWithoutSpaceFailsAndLeavesNothingBehind()
    {
        TRIB_VERIFY(fillProfile(path(), randomTorrents(5, 400)));
        fillUp();
        QVERIFY(SessionStore::writeSnapshot(path(), m_clock).error().code == EngineErrc::StoreUnavailable);
        QVERIFY(std::filesystem::is_empty(path() / "snapshots"));
        std::filesystem::remove(path() / "ballast");
        QVERIFY(enlarge());
        TRIB_VERIFY(SessionStore::writeSnapshot(path(), m_clock));
    }

private:
    [[nodiscard]] std::filesystem::path path() const { return m_folder->path().toStdString(); }

    [[nodiscard]] bool enlarge() const
    {
        return ::mount("tmpfs", path().c_str(), "tmpfs", MS_REMOUNT, "size=64m") == 0;
    }

    void fillUp()
    {
        std::ofstream ballast(path() / "ballast", std::ios::binary);
        const std::vector<char> block(4096, 'b');
        while (ballast.write(block.data(), 4096).flush()) { }
    }

    void checkHas(const std::vector<StoredTorrent> &torrents, std::size_t count)
    {
        const auto loaded = loadAll(path());
        TRIB_VERIFY(loaded);
        QCOMPARE(loaded->size(), count);
        const auto found = byId(*loaded);
        for (std::size_t i = 0; i < count; ++i)
            QVERIFY(same(found.at(torrents[i].record.id), torrents[i]));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    NullLog m_log;
};

} // namespace trib::torrent

int main(int argc, char **argv)
{
    trib::test::enterMountNamespace();
    const QCoreApplication application(argc, argv);
    trib::torrent::TestSessionStoreFull test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_session_store_full.moc"
