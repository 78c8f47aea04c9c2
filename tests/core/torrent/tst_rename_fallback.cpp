#include "core/torrent/rename_fallback.h"

#include "tests/support/file_tree.h"
#include "tests/support/mount_namespace.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace trib;
using namespace trib::torrent;
namespace fs = std::filesystem;

class TestRenameFallback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void renamesWithoutReplacingWhereTheSystemHasNoCallForIt()
    {
        const QTemporaryDir temporary;
        const std::string a = temporary.path().toStdString() + "/a";
        const std::string b = temporary.path().toStdString() + "/b";
        fs::create_directories(b);
        QVERIFY(test::mountTmpfs(b));
        test::writeFile(a + "/one", "1");
        test::writeFile(a + "/two", "2");
        const Folder folder = Folder::open(a);
        QVERIFY(!renameByLink(folder, "one", folder, "two"));
        QCOMPARE(errno, EEXIST);
        QVERIFY(renameByLink(folder, "one", folder, "three"));
        QCOMPARE(test::readFile(a + "/three"), std::string("1"));
        QCOMPARE(test::readFile(a + "/two"), std::string("2"));
        QVERIFY(!fs::exists(a + "/one"));
        const Folder other = Folder::open(b);
        QVERIFY(!renameByLink(folder, "two", other, "two"));
        QCOMPARE(errno, EXDEV);
        fs::create_directory(a + "/folder");
        QVERIFY(!renameByLink(folder, "folder", folder, "two"));
        QVERIFY(renameByLink(folder, "folder", folder, "moved"));
        QVERIFY(test::unmountLazily(b));
    }
};

int main(int argc, char *argv[])
{
    trib::test::enterMountNamespace();
    const QCoreApplication application(argc, argv);
    TestRenameFallback tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "tst_rename_fallback.moc"
