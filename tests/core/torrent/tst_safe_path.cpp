#include "core/torrent/safe_path.h"

#include "core/model/engine_error.h"
#include "tests/support/for_all.h"

#include <QTest>

using namespace trib;
using namespace trib::torrent;

class TestSafePath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesPathsOfTheUserSafe_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &path, const QByteArray &expected) { QTest::newRow(name) << path << expected; };
        row("plain", "a/b.txt", "a/b.txt");
        row("leading and doubled separators", "//a///b", "a/b");
        row("trailing separator", "a/b/", "a/b");
        row("dots", "./a/../b/.", "a/b");
        row("backslash", "a\\b", "a_b");
        row("drive", "C:/a", "C_/a");
        row("device", "a/nul.txt", "a/_nul.txt");
        row("trailing dot and space", "a. /b .", "a/b");
        row("control characters", "a\tb\x7f", "a_b_");
        row("direction marks", "a\xE2\x80\xAE" "b", "ab");
        row("other scripts", "\xE3\x81\x82/\xD9\x85", "\xE3\x81\x82/\xD9\x85");
        row("dots alone", "....", "_");
    }
    void makesPathsOfTheUserSafe()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, expected);
        const auto safe = safeRelativePath(path.toStdString());
        QVERIFY(safe);
        QCOMPARE(QByteArray::fromStdString(*safe), expected);
    }

    void refusesWhatLeavesNothing_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"", "/", "..", "../..", "./.", "\xE2\x80\xAE", "\xE2\x80\xAE/.."})
            QTest::newRow(path) << QByteArray(path);
    }
    void refusesWhatLeavesNothing()
    {
        QFETCH(QByteArray, path);
        const auto safe = safeRelativePath(path.toStdString());
        QVERIFY(!safe);
        QCOMPARE(safe.error().code, make_error_code(EngineErrc::NameInvalid));
    }

    void cutsLongNamesAtACharacterAndKeepsTheExtension()
    {
        QCOMPARE(safeComponent(std::string(300, 'a') + ".txt"), std::string(251, 'a') + ".txt");
        std::string wide;
        for (int i = 0; i < 100; ++i)
            wide += "\xE3\x81\x82";
        QCOMPARE(safeComponent(wide).size(), std::size_t(255));
        QCOMPARE(safeComponent("a" + wide).size(), std::size_t(253));
        QCOMPARE(withSuffix("a.tar.gz", ".1"), std::string("a.tar.1.gz"));
        QCOMPARE(withSuffix(".hidden", ".1"), std::string(".hidden.1"));
        QCOMPARE(withSuffix(std::string(255, 'a'), ".12"), std::string(252, 'a') + ".12");
    }

    void keepsWhatIsSafe()
    {
        const auto hostile = [](test::SeededRandom &random) {
            const std::vector<std::string> parts{"/", "..", ".", " ", "\\", "C:", "con", "nul", "a", "\xE2\x80\xAE", "\xFF", "\x01", ".txt", "\xC2\xB9"};
            std::string path;
            for (int i = random.number(0, 11); i > 0; --i)
                path += random.pick(parts);
            return path;
        };
        test::forAll(test::seeds(5000), hostile, [](const std::string &path) {
            const std::string safe = safePath(path);
            QCOMPARE(safePath(safe), safe);
            QVERIFY(("/" + safe + "/").find("/../") == std::string::npos);
            QVERIFY(!safe.starts_with('/'));
        });
    }
};

QTEST_GUILESS_MAIN(TestSafePath)
#include "tst_safe_path.moc"
