#include "core/model/info_hash.h"

#include <QTest>

using namespace trib;

namespace {

const Sha1 kFirst = Sha1::fromHex(std::string(40, '1')).value();
const Sha1 kSecond = Sha1::fromHex(std::string(40, '2')).value();
const Sha256 kLong = Sha256::fromHex(std::string(64, 'a')).value();

} // namespace

class TestInfoHash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEmptyUntilAHashIsSet()
    {
        QVERIFY(InfoHash{}.isEmpty());
        QVERIFY(!InfoHash({kFirst, {}}).isEmpty());
        QVERIFY(!InfoHash({{}, kLong}).isEmpty());
    }

    void isHybridWithBothHashes()
    {
        QVERIFY(InfoHash({kFirst, kLong}).isHybrid());
        QVERIFY(!InfoHash({kFirst, {}}).isHybrid());
        QVERIFY(!InfoHash({{}, kLong}).isHybrid());
    }

    void matchesByEitherHash()
    {
        const InfoHash hybrid{kFirst, kLong};
        QVERIFY(hybrid.matches({kFirst, {}}));
        QVERIFY(hybrid.matches({{}, kLong}));
        QVERIFY(InfoHash({kFirst, {}}).matches(hybrid));
        QVERIFY(!hybrid.matches({kSecond, {}}));
        QVERIFY(hybrid.matches({kSecond, kLong}));
    }

    void emptyHashesMatchNothing()
    {
        QVERIFY(!InfoHash{}.matches(InfoHash{}));
        QVERIFY(!InfoHash{}.matches({kFirst, kLong}));
        QVERIFY(!InfoHash({kFirst, {}}).matches({{}, kLong}));
    }

    void idIsTheV1HashOrTheBeginningOfTheV2Hash()
    {
        QCOMPARE(InfoHash({kFirst, kLong}).toId().toHex(), std::string(40, '1'));
        QCOMPARE(InfoHash({{}, kLong}).toId().toHex(), std::string(40, 'a'));
        QCOMPARE(InfoHash{}.toId(), TorrentId());
    }

    void readsItsOwnHexadecimalText()
    {
        QCOMPARE(Sha256::fromHex(kLong.toHex()), Result<Sha256>(kLong));
        QVERIFY(!Sha1::fromHex(std::string(39, '1')));
        QVERIFY(!Sha1::fromHex(std::string(41, '1')));
        QVERIFY(!Sha1::fromHex(std::string(39, '1') + "x"));
        QVERIFY(!Sha256::fromHex(kFirst.toHex()));
    }
};

QTEST_GUILESS_MAIN(TestInfoHash)
#include "tst_info_hash.moc"
