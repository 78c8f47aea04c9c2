#include "core/torrent/storage_mover.h"

#include "core/model/engine_error.h"
#include "core/torrent/volumes.h"
#include "tests/support/file_tree.h"
#include "tests/support/mount_namespace.h"
#include "tests/support/seeded_random.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFuture>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <thread>

using namespace trib;
using namespace trib::torrent;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLarge = 200u << 20; // long enough under way to be interrupted

std::error_code errorOf(const Result<> &result)
{
    return result ? std::error_code() : result.error().code;
}

MovePlan planOf(const std::string &from, const std::string &to, const std::vector<std::string> &files)
{
    MovePlan plan{from, to, {}, Bytes(0)};
    for (const std::string &file : files)
        plan.files.push_back({file, Bytes(1)});
    return plan;
}

} // namespace

class TestStorageMover : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_a; // two volumes
    std::string m_b;

    std::string root() const { return m_folder.path().toStdString(); }

    // A torrent of several files at m_a/save, one of them sparse, one missing; beside it a file that is not the torrent's.
    MovePlan sample(const std::string &to) const
    {
        test::SeededRandom random(7);
        const std::string from = m_a + "/save";
        const auto text = [&random](std::size_t size) {
            const auto bytes = random.bytes(size);
            return std::string(bytes.begin(), bytes.end());
        };
        test::writeFile(from + "/torrent/one", text(1'500'000));
        test::writeFile(from + "/torrent/sub/two", text(12345));
        test::writeFile(from + "/torrent/sub/empty", "");
        test::writeFile(from + "/foreign", "not the torrent's");
        test::writeFile(from + "/torrent/sparse", text(4096));
        fs::resize_file(from + "/torrent/sparse", 8u << 20);
        {
            std::fstream sparse(from + "/torrent/sparse", std::ios::binary | std::ios::in | std::ios::out);
            sparse.seekp(4 << 20);
            sparse << text(5000);
        }
        fs::permissions(from + "/torrent/one", fs::perms(0640));
        const timespec times[] = {{1'000'000'000, 1}, {1'234'567'890, 123'456'789}};
        ::utimensat(AT_FDCWD, (from + "/torrent/one").c_str(), times, 0);
        return planOf(from, to, {"torrent/one", "torrent/sub/two", "torrent/sub/empty", "torrent/sparse", "torrent/missing"});
    }

    // One large file, without holes.
    MovePlan largeSample(const std::string &to, const std::string &name = "large") const
    {
        test::writeFile(m_a + "/save/" + name, std::string(kLarge, 'x'));
        return planOf(m_a + "/save", to, {name});
    }

    static Result<> run(const MovePlan &plan, bool resuming = false)
    {
        StorageMover mover;
        return mover.start(plan, std::make_shared<MoveProgress>(), resuming).result();
    }

    static bool reaches(const std::shared_ptr<MoveProgress> &progress, std::int64_t bytes, const QFuture<Result<>> &future)
    {
        while (progress->done < bytes && !future.isFinished())
            std::this_thread::yield();
        return !future.isFinished();
    }

private Q_SLOTS:
    void init()
    {
        m_a = root() + "/a";
        m_b = root() + "/b";
        fs::create_directories(m_a);
        fs::create_directories(m_b);
        QVERIFY(test::mountTmpfs(m_a, "size=2g,mode=755", "a"));
        QVERIFY(test::mountTmpfs(m_b, "size=2g,mode=755", "b"));
    }

    void cleanup()
    {
        for (const std::string &point : {m_a, m_b, root() + "/other"}) {
            while (test::unmountLazily(point)) {}
            fs::remove_all(point);
        }
    }

    void copiesThenRemovesTheSource_data()
    {
        QTest::addColumn<bool>("across");
        QTest::newRow("to another volume") << true;
        QTest::newRow("on one volume") << false;
    }

    void copiesThenRemovesTheSource()
    {
        QFETCH(bool, across);
        const std::string to = (across ? m_b : m_a) + "/new/place";
        const MovePlan plan = sample(to);
        test::FileTree expected = test::treeOf(plan.from);
        expected.erase("foreign");
        struct stat before{};
        struct stat after{};
        QCOMPARE(::stat((plan.from + "/torrent/sparse").c_str(), &before), 0);
        StorageMover mover;
        const auto progress = std::make_shared<MoveProgress>();
        QVERIFY(mover.start(plan, progress, false).result());
        QCOMPARE(progress->done.load(), progress->total.load());
        QCOMPARE(progress->total.load(), 1'500'000 + 12345 + (8 << 20));
        QVERIFY(test::treeOf(to) == expected);
        QCOMPARE(::stat((to + "/torrent/sparse").c_str(), &after), 0);
        QCOMPARE(after.st_blocks, before.st_blocks);
        QCOMPARE(fs::exists(plan.from + "/torrent/one"), across);
        QCOMPARE(after.st_ino == before.st_ino && after.st_dev == before.st_dev, !across);
        QVERIFY(mover.finish(plan).result());
        QVERIFY(test::treeOf(to) == expected);
        QCOMPARE(test::treeOf(plan.from).size(), 1u);
        QVERIFY(fs::exists(plan.from + "/foreign"));
        QCOMPARE(test::treeOf(across ? m_b : m_a).size(), expected.size() + (across ? 2u : 4u));
    }

    void takesEverythingBack_data() { copiesThenRemovesTheSource_data(); }
    void takesEverythingBack()
    {
        QFETCH(bool, across);
        const MovePlan plan = sample((across ? m_b : m_a) + "/new/place");
        const test::FileTree a = test::treeOf(m_a);
        const test::FileTree b = test::treeOf(m_b);
        StorageMover mover;
        QVERIFY(mover.start(plan, std::make_shared<MoveProgress>(), false).result());
        QVERIFY(mover.undo(plan).result());
        QVERIFY(test::treeOf(m_a) == a);
        QVERIFY(test::treeOf(m_b) == b);
    }

    void anUndoLeavesFoldersThatWereThereBefore()
    {
        const MovePlan plan = sample(m_b + "/place");
        fs::create_directories(m_b + "/place/torrent");
        const test::FileTree before = test::treeOf(m_b);
        StorageMover mover;
        QVERIFY(mover.start(plan, std::make_shared<MoveProgress>(), false).result());
        QVERIFY(mover.undo(plan).result());
        QVERIFY(test::treeOf(m_b) == before);
    }

    void neverReplacesAnything_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("across");
        for (const bool across : {true, false}) {
            for (const char *what : {"file", "part", "folder for file", "file for folder", "link for folder", "dangling link", "file for target"})
                QTest::addRow("%s, %s", what, across ? "across" : "one volume") << QString::fromLatin1(what) << across;
        }
    }

    void neverReplacesAnything()
    {
        QFETCH(QString, what);
        QFETCH(bool, across);
        const std::string to = (across ? m_b : m_a) + "/place";
        const MovePlan plan = sample(to);
        if (what == u"file")
            test::writeFile(to + "/torrent/sub/two", "precious");
        else if (what == u"part")
            test::writeFile(to + "/torrent/sub/two.tributary-part", "precious");
        else if (what == u"folder for file")
            fs::create_directories(to + "/torrent/sub/two");
        else if (what == u"file for folder")
            test::writeFile(to + "/torrent/sub", "precious");
        else if (what == u"file for target")
            test::writeFile(to, "precious");
        else {
            fs::create_directories(to + "/torrent");
            fs::create_directories(root() + "/elsewhere");
            if (what == u"link for folder")
                fs::create_directory_symlink(root() + "/elsewhere", to + "/torrent/sub");
            else
                fs::create_symlink("nowhere", to + "/torrent/one");
        }
        const test::FileTree a = test::treeOf(m_a);
        const test::FileTree b = test::treeOf(m_b);
        QCOMPARE(errorOf(run(plan)), make_error_code(EngineErrc::TargetExists));
        QVERIFY(test::treeOf(m_a) == a);
        QVERIFY(test::treeOf(m_b) == b);
        QVERIFY(test::treeOf(root() + "/elsewhere").empty());
    }

    void refusesLinksAtTheSource_data()
    {
        QTest::addColumn<bool>("folder");
        QTest::newRow("file") << false;
        QTest::newRow("folder") << true;
    }

    void refusesLinksAtTheSource()
    {
        QFETCH(bool, folder);
        const MovePlan plan = sample(m_b + "/place");
        const std::string path = plan.from + (folder ? "/torrent/sub" : "/torrent/one");
        fs::rename(path, m_a + "/real");
        fs::create_symlink(m_a + "/real", path);
        const test::FileTree a = test::treeOf(m_a);
        QCOMPARE(errorOf(run(plan)), make_error_code(EngineErrc::DiskError));
        QVERIFY(test::treeOf(m_a) == a);
        QVERIFY(test::treeOf(m_b).empty());
    }

    void refusesPathsThatLeaveTheFolders_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("file");
        QTest::newRow("dots") << "/a" << "/b" << "../x";
        QTest::newRow("dots inside") << "/a" << "/b" << "x/../../y";
        QTest::newRow("dot") << "/a" << "/b" << "./x";
        QTest::newRow("empty") << "/a" << "/b" << "";
        QTest::newRow("empty component") << "/a" << "/b" << "x//y";
        QTest::newRow("slash at the end") << "/a" << "/b" << "x/";
        QTest::newRow("relative source") << "a" << "/b" << "x";
        QTest::newRow("relative target") << "/a" << "b" << "x";
    }

    void refusesPathsThatLeaveTheFolders()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, file);
        const MovePlan plan = planOf(from.toStdString(), to.toStdString(), {file.toStdString()});
        QCOMPARE(errorOf(run(plan)), make_error_code(EngineErrc::PathInvalid));
        StorageMover mover;
        QCOMPARE(errorOf(mover.finish(plan).result()), make_error_code(EngineErrc::PathInvalid));
        QCOMPARE(errorOf(mover.undo(plan).result()), make_error_code(EngineErrc::PathInvalid));
    }

    void asksForSpaceBeforeTheFirstByte()
    {
        MovePlan plan = sample(m_b + "/place");
        plan.reserve = Bytes(std::int64_t{2} << 30);
        const test::FileTree a = test::treeOf(m_a);
        QCOMPARE(errorOf(run(plan)), make_error_code(EngineErrc::NotEnoughSpace));
        QVERIFY(test::treeOf(m_a) == a);
        QVERIFY(test::treeOf(m_b).empty());
        plan.to = m_a + "/place"; // a rename needs none
        QVERIFY(run(plan));
    }

    void cleansUpWhenTheDiskFillsUnderWay()
    {
        // Room for the bytes, but not for the names: the failure comes in the middle.
        QVERIFY(test::unmountLazily(m_b));
        QVERIFY(test::mountTmpfs(m_b, "size=64m,nr_inodes=6", "b"));
        const MovePlan plan = sample(m_b + "/place");
        const test::FileTree a = test::treeOf(m_a);
        QCOMPARE(errorOf(run(plan)), make_error_code(EngineErrc::NotEnoughSpace));
        QVERIFY(test::treeOf(m_a) == a);
        QVERIFY(test::treeOf(m_b).empty());
    }

    void cleansUpWhenTheTargetVanishes()
    {
        // The same volume seen through another mount, to look at it afterwards.
        const std::string other = root() + "/other";
        fs::create_directories(other);
        QCOMPARE(::mount(m_b.c_str(), other.c_str(), nullptr, MS_BIND, nullptr), 0);
        const MovePlan plan = largeSample(m_b + "/place");
        StorageMover mover;
        const auto progress = std::make_shared<MoveProgress>();
        const auto future = mover.start(plan, progress, false);
        QVERIFY(reaches(progress, 10 << 20, future));
        QVERIFY(test::unmountLazily(m_b));
        QCOMPARE(errorOf(future.result()), make_error_code(EngineErrc::VolumeOffline));
        QVERIFY(test::treeOf(other).empty());
        QVERIFY(test::treeOf(m_b).empty());
        QCOMPARE(fs::file_size(plan.from + "/large"), kLarge);
    }

    void touchesNothingWhileAVolumeIsOffline_data()
    {
        QTest::addColumn<bool>("source");
        QTest::addColumn<bool>("replaced");
        QTest::newRow("source gone") << true << false;
        QTest::newRow("source replaced") << true << true;
        QTest::newRow("target gone") << false << false;
        QTest::newRow("target replaced") << false << true;
    }

    void touchesNothingWhileAVolumeIsOffline()
    {
        QFETCH(bool, source);
        QFETCH(bool, replaced);
        MovePlan plan = sample(m_b + "/place");
        plan.fromVolume = volumeOf(plan.from);
        plan.toVolume = volumeOf(plan.to);
        const std::string gone = source ? m_a : m_b;
        QVERIFY(test::unmountLazily(gone));
        if (replaced)
            QVERIFY(test::mountTmpfs(gone, "size=1m", "c"));
        StorageMover mover;
        QCOMPARE(errorOf(run(plan)), make_error_code(EngineErrc::VolumeOffline));
        QCOMPARE(errorOf(run(plan, true)), make_error_code(EngineErrc::VolumeOffline));
        QCOMPARE(errorOf(mover.undo(plan).result()), make_error_code(EngineErrc::VolumeOffline));
        QCOMPARE(errorOf(mover.finish(plan).result()), make_error_code(EngineErrc::VolumeOffline));
        QVERIFY(test::treeOf(m_b).empty());
        QVERIFY(test::treeOf(gone).empty());
    }

    void cancelsAtOnce()
    {
        const MovePlan plan = largeSample(m_b + "/place");
        StorageMover mover;
        const auto progress = std::make_shared<MoveProgress>();
        const auto future = mover.start(plan, progress, false);
        QVERIFY(reaches(progress, 10 << 20, future));
        QElapsedTimer timer;
        timer.start();
        progress->cancelled = true;
        QCOMPARE(errorOf(future.result()), make_error_code(EngineErrc::Cancelled));
        QVERIFY2(timer.elapsed() < 1000, "100 ms on an idle machine; a busy one gets ten times as long");
        QVERIFY(test::treeOf(m_b).empty());
        QCOMPARE(fs::file_size(plan.from + "/large"), kLarge);
    }

    void goesOnFromWhatWasCopiedBeforeTheEnd_data()
    {
        QTest::addColumn<bool>("damaged");
        QTest::newRow("as it was left") << false;
        QTest::newRow("with a block that a power cut lost") << true;
    }

    void goesOnFromWhatWasCopiedBeforeTheEnd()
    {
        QFETCH(bool, damaged);
        const MovePlan plan = largeSample(m_b + "/place");
        const std::string part = plan.to + "/large.tributary-part";
        const auto progress = std::make_shared<MoveProgress>();
        QFuture<Result<>> future;
        {
            StorageMover mover;
            future = mover.start(plan, progress, false);
            QVERIFY(reaches(progress, 20 << 20, future));
        }
        QCOMPARE(errorOf(future.result()), make_error_code(EngineErrc::ShuttingDown));
        QVERIFY(fs::file_size(part) >= 20u << 20);
        QVERIFY(fs::file_size(part) < kLarge);
        struct stat before{};
        struct stat after{};
        QCOMPARE(::stat(part.c_str(), &before), 0);
        if (damaged) {
            std::fstream stream(part, std::ios::binary | std::ios::in | std::ios::out);
            stream.seekp(15 << 20);
            stream << std::string(4096, '\0');
        }
        QVERIFY(run(plan, true));
        QCOMPARE(::stat((plan.to + "/large").c_str(), &after), 0);
        QCOMPARE(after.st_ino, before.st_ino);
        QVERIFY(test::readFile(plan.to + "/large") == std::string(kLarge, 'x'));
        QVERIFY(!fs::exists(part));
    }

    void aNewStartUndoesWhatAnEarlierOneLeft()
    {
        const MovePlan plan = sample(m_a + "/place");
        test::FileTree expected = test::treeOf(plan.from);
        expected.erase("foreign");
        QVERIFY(run(plan));
        QVERIFY(run(plan, false));
        QVERIFY(test::treeOf(plan.to) == expected);
    }

    void removesNothingAtTheSourceUnlessAllHasArrived()
    {
        const MovePlan plan = sample(m_b + "/place");
        const test::FileTree a = test::treeOf(m_a);
        StorageMover mover;
        QVERIFY(mover.finish(plan).result());
        QVERIFY(test::treeOf(m_a) == a);
        QVERIFY(mover.start(plan, std::make_shared<MoveProgress>(), false).result());
        fs::remove(plan.to + "/torrent/one");
        test::writeFile(plan.from + "/torrent/sub/two", "written to since");
        QVERIFY(mover.finish(plan).result());
        QVERIFY(fs::exists(plan.from + "/torrent/one"));
        QCOMPARE(test::readFile(plan.from + "/torrent/sub/two"), std::string("written to since"));
        QVERIFY(!fs::exists(plan.from + "/torrent/sparse"));
    }

    void aJournalFromAStrangerNamesNothingBeyondThePlan()
    {
        const MovePlan plan = sample(m_b + "/place");
        QVERIFY(run(plan));
        for (const auto &entry : fs::directory_iterator(m_b)) {
            if (entry.is_regular_file()) {
                test::writeFile(entry.path(), "tributary-move 1\nfolder 99999999999\nfile 77 1 1 1\nfile -1 1 1 1\nfile x\nfolder\nend\ncomplete\n");
            }
        }
        const test::FileTree a = test::treeOf(m_a);
        StorageMover mover;
        QVERIFY(mover.undo(plan).result());
        QVERIFY(test::treeOf(m_a) == a);
        QVERIFY(fs::exists(plan.to + "/torrent/one"));
    }

    void copiesOfOnePairOfVolumesTakeTurns()
    {
        StorageMover mover;
        const MovePlan first = largeSample(m_b + "/first");
        const MovePlan second = sample(m_b + "/second");
        const MovePlan sameVolume = planOf(m_a + "/save", m_a + "/third", {"foreign"});
        const auto firstProgress = std::make_shared<MoveProgress>();
        const auto secondProgress = std::make_shared<MoveProgress>();
        const auto one = mover.start(first, firstProgress, false);
        const auto two = mover.start(second, secondProgress, false);
        const auto three = mover.start(sameVolume, std::make_shared<MoveProgress>(), false);
        QVERIFY(three.result());
        QVERIFY(!one.isFinished());
        QCOMPARE(secondProgress->total.load(), 0);
        secondProgress->cancelled = true;
        QCOMPARE(errorOf(two.result()), make_error_code(EngineErrc::Cancelled));
        QVERIFY(!one.isFinished());
        const auto again = mover.start(second, std::make_shared<MoveProgress>(), false);
        QVERIFY(again.result());
        QVERIFY(one.isFinished());
        QVERIFY(one.result());
    }
};

int main(int argc, char *argv[])
{
    trib::test::enterMountNamespace();
    const QCoreApplication application(argc, argv);
    TestStorageMover tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_storage_mover.moc"
