#include "core/torrent/file_removal.h"

#include "core/model/engine_error.h"
#include "core/torrent/trash_info.h"
#include "tests/support/file_tree.h"
#include "tests/support/mount_namespace.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sys/stat.h>

using namespace trib;
using namespace trib::torrent;
namespace fs = std::filesystem;

namespace {

std::error_code errorOf(const Result<> &result)
{
    return result ? std::error_code() : result.error().code;
}

} // namespace

class TestFileRemoval : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_home;  // one volume
    std::string m_drive; // another
    std::string m_save;

    std::string root() const { return fs::canonical(m_folder.path().toStdString()).string(); }
    static std::string user() { return std::to_string(::geteuid()); }

    ContentFiles sample(const std::string &savePath, const std::string &name = "torrent") const
    {
        test::writeFile(savePath + "/" + name + "/one", "12345");
        test::writeFile(savePath + "/" + name + "/sub/two", "123");
        return {savePath, {name + "/one", name + "/sub/two", name + "/missing"}};
    }

    static Result<> remove(const std::vector<ContentFiles> &torrents, FileDisposal disposal, const std::unordered_set<std::string> &others = {})
    {
        return removeFiles(planRemoval(torrents, others), torrents, disposal);
    }

    static std::vector<std::string> names(const std::string &folder)
    {
        std::vector<std::string> found;
        std::error_code error;
        for (const auto &entry : fs::directory_iterator(folder, error))
            found.push_back(entry.path().filename().string());
        std::ranges::sort(found);
        return found;
    }

    using Names = std::vector<std::string>;

private Q_SLOTS:
    void init()
    {
        m_home = root() + "/home";
        m_drive = root() + "/drive";
        fs::create_directories(m_home);
        fs::create_directories(m_drive);
        QVERIFY(test::mountTmpfs(m_home, "size=8m,mode=755", "home"));
        QVERIFY(test::mountTmpfs(m_drive, "size=8m,mode=755", "drive"));
        m_save = m_drive + "/save";
        fs::create_directories(m_save);
        qputenv("HOME", QByteArray::fromStdString(m_home));
        qunsetenv("XDG_DATA_HOME");
    }

    void cleanup()
    {
        for (const std::string &point : {m_home, m_drive}) {
            while (test::unmountLazily(point)) {}
            fs::remove_all(point);
        }
    }

    void plansExactlyTheFilesThatAreThere()
    {
        ContentFiles torrent = sample(m_save);
        test::writeFile(m_save + "/torrent/foreign", "x");
        fs::create_directories(m_save + "/torrent/folder");
        fs::create_symlink("foreign", m_save + "/torrent/link");
        for (const char *path : {"torrent/folder", "torrent/link", "../save/torrent/foreign", "/etc/passwd", "", "torrent/one"})
            torrent.files.emplace_back(path);
        const RemovalPlan plan = planRemoval({torrent}, {});
        QCOMPARE(plan.files, (Names{m_save + "/torrent/one", m_save + "/torrent/sub/two"}));
        QCOMPARE(plan.size, Bytes(8));
        QVERIFY(plan.shared.empty());
        QVERIFY(plan.trashAvailable);
    }

    void sparesWhatAnotherTorrentUses_data()
    {
        QTest::addColumn<int>("disposal");
        QTest::newRow("trash") << int(FileDisposal::Trash);
        QTest::newRow("delete") << int(FileDisposal::Delete);
    }

    void sparesWhatAnotherTorrentUses()
    {
        QFETCH(int, disposal);
        const ContentFiles torrent = sample(m_save);
        const std::unordered_set<std::string> others{absolutePath(m_save, "torrent/one")};
        const RemovalPlan plan = planRemoval({torrent}, others);
        QCOMPARE(plan.shared, Names{m_save + "/torrent/one"});
        QCOMPARE(plan.size, Bytes(3));
        QVERIFY(remove({torrent}, FileDisposal(disposal), others));
        QCOMPARE(names(m_save), Names{"torrent"});
        QCOMPARE(names(m_save + "/torrent"), Names{"one"});
    }

    void keepsEverythingWhenAsked()
    {
        const ContentFiles torrent = sample(m_save);
        const test::FileTree before = test::treeOf(m_drive);
        QVERIFY(remove({torrent}, FileDisposal::Keep));
        QVERIFY(test::treeOf(m_drive) == before);
    }

    void deletesFilesAndTheFoldersThatThisEmpties()
    {
        const ContentFiles torrent = sample(m_save);
        QVERIFY(remove({torrent}, FileDisposal::Delete));
        QVERIFY(fs::exists(m_save));
        QVERIFY(names(m_save).empty());
        QCOMPARE(names(m_drive), Names{"save"});
    }

    void leavesFoldersWithSomethingElseInThem()
    {
        const ContentFiles torrent = sample(m_save);
        test::writeFile(m_save + "/torrent/sub/foreign", "x");
        fs::create_directories(m_save + "/empty");
        QVERIFY(remove({torrent}, FileDisposal::Delete));
        QCOMPARE(names(m_save), (Names{"empty", "torrent"}));
        QCOMPARE(names(m_save + "/torrent"), Names{"sub"});
        QCOMPARE(names(m_save + "/torrent/sub"), Names{"foreign"});
    }

    void neverFollowsALinkOutOfTheSavePath_data() { sparesWhatAnotherTorrentUses_data(); }
    void neverFollowsALinkOutOfTheSavePath()
    {
        QFETCH(int, disposal);
        const ContentFiles torrent = sample(m_save);
        const RemovalPlan plan = planRemoval({torrent}, {});
        // What was a folder and a file when it was planned are links when it is carried out.
        fs::rename(m_save + "/torrent/sub", m_drive + "/elsewhere");
        fs::create_directory_symlink(m_drive + "/elsewhere", m_save + "/torrent/sub");
        fs::rename(m_save + "/torrent/one", m_drive + "/elsewhere/one");
        fs::create_symlink(m_drive + "/elsewhere/one", m_save + "/torrent/one");
        QVERIFY(removeFiles(plan, {torrent}, FileDisposal(disposal)));
        QCOMPARE(names(m_drive + "/elsewhere"), (Names{"one", "two"}));
        QCOMPARE(names(m_save + "/torrent"), (Names{"one", "sub"}));
    }

    void goesOnAfterAFailureAndNamesIt()
    {
        const ContentFiles torrent = sample(m_save);
        test::writeFile(m_save + "/torrent/foreign", "x"); // so that it cannot go as a whole
        // A file that is a mount point can be neither deleted nor renamed, even by root.
        QCOMPARE(::mount((m_save + "/torrent/one").c_str(), (m_save + "/torrent/one").c_str(), nullptr, MS_BIND, nullptr), 0);
        for (const FileDisposal disposal : {FileDisposal::Trash, FileDisposal::Delete}) {
            const auto result = remove({torrent}, disposal);
            QCOMPARE(errorOf(result), make_error_code(EngineErrc::DiskError));
            QVERIFY(result.error().detail.find("torrent/one") != std::string::npos);
            QCOMPARE(names(m_save + "/torrent"), (Names{"foreign", "one"}));
        }
        QVERIFY(test::unmountLazily(m_save + "/torrent/one"));
    }

    void trashesOnTheVolumeOfTheFile()
    {
        const ContentFiles torrent = sample(m_save);
        test::writeFile(m_save + "/torrent/foreign", "x");
        QVERIFY(remove({torrent}, FileDisposal::Trash));
        const std::string trash = m_drive + "/.Trash-" + user();
        QCOMPARE(names(trash + "/files"), (Names{"one", "two"}));
        QCOMPARE(test::readFile(trash + "/files/one"), std::string("12345"));
        QCOMPARE(names(trash + "/info"), (Names{"one.trashinfo", "two.trashinfo"}));
        const std::string info = test::readFile(trash + "/info/two.trashinfo");
        QVERIFY2(info.starts_with("[Trash Info]\nPath=save/torrent/sub/two\nDeletionDate=20"), info.c_str());
        struct stat status{};
        QCOMPARE(::stat(trash.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 07777u, 0700u);
        QCOMPARE(names(m_save + "/torrent"), Names{"foreign"});
        QVERIFY(!fs::exists(m_home + "/.local"));
    }

    void trashesAWholeFolderAsOneItem()
    {
        ContentFiles torrent = sample(m_save);
        test::writeFile(m_save + "/single", "1");
        torrent.files.emplace_back("single");
        QVERIFY(remove({torrent}, FileDisposal::Trash));
        const std::string trash = m_drive + "/.Trash-" + user();
        QCOMPARE(names(trash + "/files"), (Names{"single", "torrent"}));
        QCOMPARE(test::readFile(trash + "/files/torrent/sub/two"), std::string("123"));
        QCOMPARE(names(trash + "/info"), (Names{"single.trashinfo", "torrent.trashinfo"}));
        QVERIFY(names(m_save).empty());
    }

    void aFolderWithSomethingElseInItIsNotTrashedWhole_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"file", "deep file", "empty folder", "link", "shared"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }

    void aFolderWithSomethingElseInItIsNotTrashedWhole()
    {
        QFETCH(QString, what);
        const ContentFiles torrent = sample(m_save);
        std::unordered_set<std::string> others;
        if (what == u"file")
            test::writeFile(m_save + "/torrent/other", "x");
        else if (what == u"deep file")
            test::writeFile(m_save + "/torrent/sub/deep/other", "x");
        else if (what == u"empty folder")
            fs::create_directories(m_save + "/torrent/sub/other");
        else if (what == u"link")
            fs::create_symlink("one", m_save + "/torrent/other");
        else
            others.insert(m_save + "/torrent/sub/two");
        QVERIFY(remove({torrent}, FileDisposal::Trash, others));
        QVERIFY(fs::exists(m_save + "/torrent"));
        QVERIFY(!fs::exists(m_save + "/torrent/one"));
        QVERIFY(fs::exists(m_drive + "/.Trash-" + user() + "/files/one"));
    }

    void usesTheHomeTrashForFilesOnItsVolume_data()
    {
        QTest::addColumn<QString>("dataHome");
        QTest::addColumn<QString>("trash");
        QTest::newRow("default") << "" << "/.local/share/Trash";
        QTest::newRow("XDG_DATA_HOME") << "/data" << "/data/Trash";
    }

    void usesTheHomeTrashForFilesOnItsVolume()
    {
        QFETCH(QString, dataHome);
        QFETCH(QString, trash);
        if (!dataHome.isEmpty())
            qputenv("XDG_DATA_HOME", QByteArray::fromStdString(m_home) + dataHome.toUtf8());
        const std::string save = m_home + "/my downloads";
        const ContentFiles torrent = sample(save, "100% ä");
        QVERIFY(remove({torrent}, FileDisposal::Trash));
        const std::string folder = m_home + trash.toStdString();
        QCOMPARE(names(folder + "/files"), Names{"100% ä"});
        const std::string info = test::readFile(folder + "/info/100% ä.trashinfo");
        const std::string path = "Path=" + m_home + "/my%20downloads/100%25%20%C3%A4\n";
        QVERIFY2(info.find(path) != std::string::npos, info.c_str());
    }

    void usesTheAdministratorsTrashIfItIsSafe_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("used");
        QTest::newRow("sticky folder") << "sticky" << true;
        QTest::newRow("without the sticky bit") << "plain" << false;
        QTest::newRow("a link") << "link" << false;
        QTest::newRow("a file") << "file" << false;
        QTest::newRow("with a link for the user") << "user link" << false;
    }

    void usesTheAdministratorsTrashIfItIsSafe()
    {
        QFETCH(QString, state);
        QFETCH(bool, used);
        const std::string trash = m_drive + "/.Trash";
        const std::string elsewhere = m_drive + "/elsewhere";
        fs::create_directories(elsewhere);
        QCOMPARE(::chmod(elsewhere.c_str(), 01777), 0);
        if (state == u"link") {
            fs::create_directory_symlink(elsewhere, trash);
        } else if (state == u"file") {
            test::writeFile(trash, "x");
        } else {
            fs::create_directories(trash);
            QCOMPARE(::chmod(trash.c_str(), state == u"plain" ? 0777 : 01777), 0);
        }
        if (state == u"user link")
            fs::create_directory_symlink(elsewhere, trash + "/" + user());
        const ContentFiles torrent = sample(m_save);
        QVERIFY(remove({torrent}, FileDisposal::Trash));
        QCOMPARE(fs::exists(trash + "/" + user() + "/files/torrent"), used);
        QCOMPARE(fs::exists(m_drive + "/.Trash-" + user() + "/files/torrent"), !used);
        QVERIFY(names(elsewhere).empty());
    }

    void givesEachItemANameOfItsOwn()
    {
        for (int i = 0; i < 3; ++i) {
            const ContentFiles torrent = sample(m_save);
            QVERIFY(remove({torrent}, FileDisposal::Trash));
        }
        const std::string trash = m_drive + "/.Trash-" + user();
        QCOMPARE(names(trash + "/files"), (Names{"torrent", "torrent.2", "torrent.3"}));
        // A file without information is not overwritten either.
        fs::remove(trash + "/info/torrent.2.trashinfo");
        const ContentFiles torrent = sample(m_save);
        QVERIFY(remove({torrent}, FileDisposal::Trash));
        QCOMPARE(names(trash + "/files"), (Names{"torrent", "torrent.2", "torrent.3", "torrent.4"}));
        QCOMPARE(names(trash + "/info"), (Names{"torrent.3.trashinfo", "torrent.4.trashinfo", "torrent.trashinfo"}));
    }

    void saysWhenThereIsNoTrashAndDeletesNothingThen_data()
    {
        QTest::addColumn<QString>("why");
        QTest::newRow("a file in its place") << "file";
        QTest::newRow("a link in its place") << "link";
        QTest::newRow("a read-only volume") << "read-only";
        QTest::newRow("a file in place of its inside") << "inside";
    }

    void saysWhenThereIsNoTrashAndDeletesNothingThen()
    {
        QFETCH(QString, why);
        const ContentFiles torrent = sample(m_save);
        const std::string trash = m_drive + "/.Trash-" + user();
        QVERIFY(planRemoval({torrent}, {}).trashAvailable);
        if (why == u"file")
            test::writeFile(trash, "x");
        else if (why == u"link")
            fs::create_directory_symlink(m_home, trash);
        else if (why == u"inside")
            test::writeFile(trash + "/info", "x");
        else
            QCOMPARE(::mount("none", m_drive.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
        QVERIFY(!planRemoval({torrent}, {}).trashAvailable);
        QCOMPARE(errorOf(remove({torrent}, FileDisposal::Trash)), make_error_code(EngineErrc::DiskError));
        QCOMPARE(test::readFile(m_save + "/torrent/one"), std::string("12345"));
        QCOMPARE(test::readFile(m_save + "/torrent/sub/two"), std::string("123"));
        QVERIFY(names(m_home).empty());
    }

    void planningCreatesNothing()
    {
        const ContentFiles torrent = sample(m_save);
        const test::FileTree before = test::treeOf(m_drive);
        QVERIFY(!planRemoval({torrent}, {}).files.empty());
        QVERIFY(test::treeOf(m_drive) == before);
        QVERIFY(names(m_home).empty());
    }

    void pathsAreNormalAndAbsolute_data()
    {
        QTest::addColumn<QString>("savePath");
        QTest::addColumn<QString>("relative");
        QTest::addColumn<QString>("path");
        QTest::newRow("plain") << "/data" << "a/b" << "/data/a/b";
        QTest::newRow("slash") << "/data/" << "a" << "/data/a";
        QTest::newRow("slashes and dots") << "/data//x/./../y/" << "a" << "/data/y/a";
        QTest::newRow("folder") << "/data/" << "" << "/data";
        QTest::newRow("root") << "/" << "" << "/";
    }

    void pathsAreNormalAndAbsolute()
    {
        QFETCH(QString, savePath);
        QFETCH(QString, relative);
        QTEST(QString::fromStdString(absolutePath(savePath.toStdString(), relative.toStdString())), "path");
    }

    void trashNamesLeaveRoomForTheirInformation()
    {
        QCOMPARE(trashName("name", 1), std::string("name"));
        QCOMPARE(trashName("name", 12), std::string("name.12"));
        const std::string longest(255, 'x');
        QCOMPARE(trashName(longest, 1).size(), 245u);
        QCOMPARE(trashName(longest, 10).size(), 245u);
        std::string wide; // no character is cut in two
        for (int i = 0; i < 85; ++i)
            wide += "\u3042";
        QCOMPARE(trashName(wide, 1).size(), 243u);
        test::writeFile(m_save + "/" + wide, "x");
        QVERIFY(remove({{m_save, {wide}}}, FileDisposal::Trash));
        QVERIFY(names(m_save).empty());
    }
};

int main(int argc, char *argv[])
{
    trib::test::enterMountNamespace();
    const QCoreApplication application(argc, argv);
    TestFileRemoval tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_file_removal.moc"
