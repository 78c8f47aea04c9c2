#include "core/torrent/backup_restore.h"
#include "core/torrent/session_store.h"
#include "tests/core/torrent/session_store_support.h"
#include "tests/support/for_all.h"

#include <QTemporaryDir>

#include <array>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace trib::torrent {

using namespace trib::torrent::test;
using trib::test::ManualClock;
using std::filesystem::path;

// Kills a process in the middle of a restore: the profile is the old one or the new one, whole either way, and what had been said to be
// done is.
class tst_backup_kill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesTheOldOrTheNewProfile_data() { trib::test::addSeedRows(40); }
    void leavesTheOldOrTheNewProfile()
    {
        QFETCH(quint64, seed);
        SeededRandom random(seed);
        QTemporaryDir folder;
        const path root = folder.path().toStdString();
        const auto before = randomTorrents(1, 30);
        const auto after = randomTorrents(2, 40);
        make(root / "from", after, "new");
        TRIB_VERIFY(writeBackup(root / "from", (root / "a.backup").string(), {{(root / "from/window.ini").string(), "window.ini"}}, ManualClock()));
        make(root / "to", before, "old");
        const char reached = killSomewhere(root, random);

        // And once more in the middle of what follows the next start.
        if (random.oneIn(2))
            killWhileOpening(root, random);
        ManualClock clock;
        NullLog log;
        const auto store = SessionStore::open(root / "to", clock, log);
        TRIB_VERIFY(store);
        QVERIFY(!(*store)->recovered());
        const auto loaded = loadAll(root / "to");
        TRIB_VERIFY(loaded);
        const bool isNew = loaded->size() == after.size();
        QVERIFY(isNew || reached < 'c');
        compare(*loaded, isNew ? after : before);
        const auto text = readFile(root / "to/window.ini");
        QCOMPARE(std::string(text.begin(), text.end()), std::string(isNew ? "new" : "old"));
        if (!isNew)
            return;
        std::filesystem::path aside = findFile(root / "to", "replaced-");
        QVERIFY(!aside.empty());
        TRIB_VERIFY(loadAll(aside));
        compare(*loadAll(aside), before);
    }

private:
    static void make(const path &where, const std::vector<StoredTorrent> &torrents, const std::string &text)
    {
        TRIB_VERIFY(fillProfile(where, torrents));
        writeFile(where / "window.ini", {text.begin(), text.end()});
    }

    // 's' staged, 'c' committed, 'f' finished: what was reported last.
    static char killSomewhere(const path &root, SeededRandom &random)
    {
        std::array<int, 2> pipe{};
        if (::pipe(pipe.data()) != 0)
            return 0;
        const pid_t child = ::fork();
        if (child == 0)
            restore(root, pipe[1]);
        ::close(pipe[1]);
        const auto reports = random.number<std::size_t>(0, 2);
        char reached = 'a';
        for (std::size_t i = 0; i < reports; ++i)
            static_cast<void>(::read(pipe[0], &reached, 1) == 1);
        const long longest = reports == 0 ? 30'000'000L : 1'500'000L;
        timespec moment{0, random.number(0L, longest)};
        ::nanosleep(&moment, nullptr);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        char more = 0;
        while (::read(pipe[0], &more, 1) == 1)
            reached = more == 's' && reached != 'a' ? reached : more;
        ::close(pipe[0]);
        return reached == 's' ? 'b' : reached == 'f' ? 'd' : reached;
    }

    [[noreturn]] static void restore(const path &root, int pipe)
    {
        const auto report = [&](char what) {
            if (::write(pipe, &what, 1) != 1)
                ::_exit(2);
        };
        if (!stageRestore(root / "to", root / "a.backup"))
            ::_exit(3);
        report('s');
        if (!commitRestore(root / "to"))
            ::_exit(3);
        report('c');
        if (!finishRestore(root / "to", ManualClock()))
            ::_exit(3);
        report('f');
        for (;;)
            ::pause();
    }

    static void killWhileOpening(const path &root, SeededRandom &random)
    {
        const pid_t child = ::fork();
        if (child == 0) {
            ManualClock clock;
            NullLog log;
            const auto store = SessionStore::open(root / "to", clock, log);
            for (;;)
                ::pause();
        }
        timespec moment{0, random.number(0L, 3'000'000L)};
        ::nanosleep(&moment, nullptr);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }

    static void compare(const std::vector<StoredTorrent> &loaded, const std::vector<StoredTorrent> &expected)
    {
        QCOMPARE(loaded.size(), expected.size());
        const auto all = byId(loaded);
        for (const StoredTorrent &torrent : expected) {
            QVERIFY(all.contains(torrent.record.id));
            QVERIFY(same(all.at(torrent.record.id), torrent));
        }
    }
};

} // namespace trib::torrent

QTEST_GUILESS_MAIN(trib::torrent::tst_backup_kill)
#include "tst_backup_kill.moc"
