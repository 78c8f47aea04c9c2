#include "core/torrent/library_safety.h"

#include <libtorrent/version.hpp>

#include <QTest>

using namespace trib;
using namespace trib::torrent;

// With which libtorrent which kind of torrent is refused.
class tst_library_safety : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheDamagedVersions_data();
    void knowsTheDamagedVersions();
    void refusesVersion2OnlyWithTheLibtorrentOfDebian12();
};

void tst_library_safety::knowsTheDamagedVersions_data()
{
    QTest::addColumn<bool>("takesV2Only");
    QTest::addColumn<bool>("takesHybrids");
    QTest::newRow("2.0.8.0") << false << true;
    QTest::newRow("2.0.9.0") << false << true;
    QTest::newRow("2.0.12.0") << false << true;
    QTest::newRow("2.0.13.0") << false << false; // asks for the block hashes of hybrids too
    QTest::newRow("2.0.14.0") << true << true;
    QTest::newRow("2.1.0.0") << false << false;
    QTest::newRow("2.1.1.0") << true << true;
    QTest::newRow("3.0") << true << true;
    QTest::newRow("unreadable") << true << true;
}

void tst_library_safety::knowsTheDamagedVersions()
{
    QFETCH(bool, takesV2Only);
    QFETCH(bool, takesHybrids);
    const char *const version = QTest::currentDataTag();
    QCOMPARE(isSafe(version, false, true), takesV2Only);
    QCOMPARE(isSafe(version, true, true), takesHybrids);
    QVERIFY(isSafe(version, true, false));
}

// If this fails because libtorrent is another: see what its ChangeLog says of hash_picker, and then the rows above.
void tst_library_safety::refusesVersion2OnlyWithTheLibtorrentOfDebian12()
{
    QCOMPARE(std::string(lt::version()), std::string("2.0.8.0"));
    const lt::sha256_hash hash("01234567890123456789012345678901");
    const auto refused = checkLibrary(lt::info_hash_t(hash));
    QVERIFY(!refused);
    QCOMPARE(refused.error().detail, std::string("libtorrent 2.0.8.0"));
    QCOMPARE(int(libraryProblem(lt::info_hash_t(hash))->kind), int(ProblemKind::V2OnlyUnsafe));
    QVERIFY(!libraryProblem(lt::info_hash_t(lt::sha1_hash("01234567890123456789"), hash)));
}

QTEST_GUILESS_MAIN(tst_library_safety)
#include "tst_library_safety.moc"
