#include "tests/core/torrent/session_store_support.h"
#include "tests/support/for_all.h"

#include <QTemporaryDir>

#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

namespace trib::torrent {

using namespace trib::torrent::test;
using trib::test::ManualClock;

constexpr std::size_t kTorrents = 400;

// What the other process says about each change, once the store has returned.
struct Report {
    char what;         // 'i' inserted, 'u' updated, 'r' removed
    std::int32_t which;
};

// Kills a process that is busy with the store, and looks for everything that had been reported as done.
class TestSessionStoreKill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryChangeThatWasReported_data() { trib::test::addSeedRows(20); }
    void keepsEveryChangeThatWasReported()
    {
        QFETCH(quint64, seed);
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        const auto torrents = randomTorrents(seed, kTorrents);
        const auto reports = workUntilKilled(path, torrents, seed);
        QVERIFY(!reports.empty());

        ManualClock clock;
        NullLog log;
        const auto store = SessionStore::open(path, clock, log);
        TRIB_VERIFY(store);
        QVERIFY(!(*store)->recovered());
        const auto loaded = loadAll(path);
        TRIB_VERIFY(loaded);
        compare(reports, torrents, byId(*loaded));
    }

private:
    // Inserts all; each fourth is updated, each tenth removed, right after it was inserted.
    [[noreturn]] static void work(const std::filesystem::path &path, const std::vector<StoredTorrent> &torrents, int pipe)
    {
        const auto report = [&](char what, std::size_t which) {
            const Report text{what, static_cast<std::int32_t>(which)};
            if (::write(pipe, &text, sizeof text) != ssize_t(sizeof text))
                ::_exit(2);
        };
        ManualClock clock;
        NullLog log;
        const auto store = SessionStore::open(path, clock, log);
        for (std::size_t i = 0; store && i < torrents.size(); ++i) {
            if (!(*store)->insert(torrents[i]))
                ::_exit(3);
            report('i', i);
            if (i % 4 == 0 && (*store)->update(std::vector{changed(torrents[i])}))
                report('u', i);
            if (i % 10 == 9 && (*store)->remove(std::vector{torrents[i].record.id}))
                report('r', i);
        }
        for (;;)
            ::pause();
    }

    static TorrentUpdate changed(const StoredTorrent &torrent)
    {
        TorrentUpdate update{torrent.record, Blob(700, 7), {}};
        update.record.done = Bytes(12345);
        return update;
    }

    static std::vector<Report> workUntilKilled(const std::filesystem::path &path, const std::vector<StoredTorrent> &torrents,
                                               std::uint64_t seed)
    {
        std::array<int, 2> pipe{};
        if (::pipe(pipe.data()) != 0)
            return {};
        const pid_t child = ::fork();
        if (child == 0)
            work(path, torrents, pipe[1]);
        ::close(pipe[1]);
        // Killed in the middle of whatever it does some moment after the report of a random number.
        SeededRandom random(seed);
        const auto enough = random.number<std::size_t>(1, kTorrents);
        std::vector<Report> reports;
        Report report{};
        while (reports.size() < enough && ::read(pipe[0], &report, sizeof report) == ssize_t(sizeof report))
            reports.push_back(report);
        timespec moment{0, random.number(0L, 3'000'000L)};
        ::nanosleep(&moment, nullptr);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        while (::read(pipe[0], &report, sizeof report) == ssize_t(sizeof report))
            reports.push_back(report);
        ::close(pipe[0]);
        return reports;
    }

    static void compare(const std::vector<Report> &reports, const std::vector<StoredTorrent> &torrents,
                        const std::map<TorrentId, StoredTorrent> &loaded)
    {
        std::map<std::size_t, std::string> done;
        for (const auto &report : reports)
            done[static_cast<std::size_t>(report.which)] += report.what;
        const auto last = done.rbegin()->first; // what followed its last report may or may not have happened
        for (const auto &[which, what] : done) {
            const auto found = loaded.find(torrents[which].record.id);
            const bool removed = what.back() == 'r';
            if (which == last && found == loaded.end() && which % 10 == 9)
                continue;
            QVERIFY2(removed == (found == loaded.end()), std::to_string(which).c_str());
            if (removed)
                continue;
            auto expected = torrents[which];
            const bool wasUpdated = what.find('u') != std::string::npos || (which == last && !same(found->second, expected));
            if (wasUpdated) {
                expected.record = changed(torrents[which]).record;
                expected.resume = *changed(torrents[which]).resume;
            }
            QVERIFY2(same(found->second, expected), std::to_string(which).c_str());
        }
        // At most the one change that was under way is there without a report.
        QVERIFY(loaded.size() <= done.size() + 1);
        for (const auto &[id, torrent] : loaded)
            QVERIFY(torrent.damage.empty());
    }
};

} // namespace trib::torrent

QTEST_GUILESS_MAIN(trib::torrent::TestSessionStoreKill)
#include "tst_session_store_kill.moc"
