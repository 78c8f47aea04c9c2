#include "core/torrent/storage_mover.h"

#include "tests/support/file_tree.h"
#include "tests/support/mount_namespace.h"
#include "tests/support/seeded_random.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFuture>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/types.h>

using namespace trib;
using namespace trib::torrent;
namespace fs = std::filesystem;

namespace {

MovePlan planOf(const std::string &from, const std::string &to, const std::vector<std::string> &files)
{
    MovePlan plan{from, to, {}, Bytes(0)};
    for (const std::string &file : files)
        plan.files.push_back({file, Bytes(1)});
    return plan;
}

// The whole of a move as the engine makes it, for a process that is to be killed: copy, switch durably (a marker), remove the source.
int moveInThisProcess(const MovePlan &plan, const std::string &marker)
{
    StorageMover mover;
    auto started = mover.start(plan, std::make_shared<MoveProgress>(), false);
    if (!started.result())
        return 1;
    test::writeFile(marker, "switched");
    return mover.finish(plan).result() ? 0 : 1;
}

} // namespace

class TestStorageMoverKill : public QObject {
    Q_OBJECT

public:
    explicit TestStorageMoverKill(QString program) : m_program(std::move(program)) {}

private:
    const QString m_program; // this one, to be started as the one that is killed
    QTemporaryDir m_folder;
    std::string m_a; // two volumes
    std::string m_b;

    std::string root() const { return m_folder.path().toStdString(); }

    // The moment is drawn from what has arrived on disk and not from a clock, as machines differ in speed.
    void killWhen(QProcess &child, const std::string &to, std::size_t entries) const
    {
        const auto arrived = [&to] {
            std::error_code error;
            std::size_t count = 0;
            for (fs::recursive_directory_iterator entry(to, error), end; !error && entry != end; entry.increment(error))
                ++count;
            return count;
        };
        QElapsedTimer timer;
        timer.start();
        while (arrived() < entries && !fs::exists(root() + "/switched") && timer.elapsed() < 20'000) {}
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    }

private Q_SLOTS:
    void init()
    {
        m_a = root() + "/a";
        m_b = root() + "/b";
        fs::create_directories(m_a);
        fs::create_directories(m_b);
        QVERIFY(test::mountTmpfs(m_a, "size=1g,mode=755", "a"));
        QVERIFY(test::mountTmpfs(m_b, "size=1g,mode=755", "b"));
    }

    void cleanup()
    {
        QVERIFY(test::unmountLazily(m_a));
        QVERIFY(test::unmountLazily(m_b));
    }

    void losesNothingWhenKilled_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<bool>("across");
        for (quint64 seed = 1; seed <= 20; ++seed)
            QTest::addRow("kill %d, to another volume", int(seed)) << seed << true;
        for (quint64 seed = 21; seed <= 30; ++seed)
            QTest::addRow("kill %d, on one volume", int(seed)) << seed << false;
    }

    void losesNothingWhenKilled()
    {
        QFETCH(quint64, seed);
        QFETCH(bool, across);
        test::SeededRandom random(seed);
        const std::string from = m_a + "/save";
        const std::string to = (across ? m_b : m_a) + "/new/place";
        std::vector<std::string> files;
        for (int i = 0; i < 60; ++i) {
            files.push_back("torrent/" + std::to_string(i % 7) + "/" + std::to_string(i));
            const auto bytes = random.bytes(random.number<std::size_t>(0, i % 10 ? 30'000 : 1'500'000));
            test::writeFile(from + "/" + files.back(), std::string(bytes.begin(), bytes.end()));
        }
        const test::FileTree content = test::treeOf(from);
        const std::string marker = root() + "/switched";
        fs::remove(marker);
        QProcess child;
        QStringList arguments{QStringLiteral("--move"), QString::fromStdString(from), QString::fromStdString(to), QString::fromStdString(marker)};
        for (const std::string &file : files)
            arguments << QString::fromStdString(file);
        child.start(m_program, arguments);
        QVERIFY2(child.waitForStarted(), qPrintable(child.errorString()));
        killWhen(child, to, random.number<std::size_t>(0, files.size() + 10));
        QVERIFY(child.waitForFinished());

        MovePlan plan = planOf(from, to, files);
        StorageMover mover;
        const bool switched = fs::exists(marker);
        const bool resume = switched || random.oneIn(2);
        if (!switched && resume)
            QVERIFY(mover.start(plan, std::make_shared<MoveProgress>(), true).result());
        if (resume)
            QVERIFY(mover.finish(plan).result());
        else
            QVERIFY(mover.undo(plan).result());
        QVERIFY(test::treeOf(resume ? to : from) == content);
        QCOMPARE(test::treeOf(resume ? from : to).size(), 0u);
        const std::size_t foldersAbove = (resume ? 2 : 0) + (across ? 0 : 1);
        if (across)
            QCOMPARE(test::treeOf(m_b).size(), resume ? content.size() + foldersAbove : 0u);
        else
            QCOMPARE(test::treeOf(m_a).size(), content.size() + foldersAbove);
    }
};

int main(int argc, char *argv[])
{
    if (argc > 4 && std::string_view(argv[1]) == "--move")
        return moveInThisProcess(planOf(argv[2], argv[3], std::vector<std::string>(argv + 5, argv + argc)), argv[4]);
    // In a chroot, /proc/self/exe leads nowhere once the process has left the mounts that it was started from.
    const fs::path program = fs::read_symlink("/proc/self/exe");
    trib::test::enterMountNamespace();
    const QCoreApplication application(argc, argv);
    TestStorageMoverKill tests(QString::fromStdString(program.string()));
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_storage_mover_kill.moc"
