#include "core/base/amount.h"

#include "tests/support/for_all.h"

#include <QTest>

#include <limits>
#include <type_traits>

using trib::Amount;
using trib::BaseErrc;
using trib::U256;
using trib::test::forAll;
using trib::test::SeededRandom;
using trib::test::seeds;

namespace {

struct Whole {
    static constexpr int kDecimals = 0;
};
struct Coin {
    static constexpr int kDecimals = 18;
};

const U256 kMax = std::numeric_limits<U256>::max();

// Of every size from 0 to 256 bits, so that small numbers and both ends come up as well as large ones.
[[nodiscard]] U256 anyUnits(SeededRandom &random)
{
    U256 units = 0;
    for (int i = 0; i < 4; ++i)
        units = (units << 64) | random.next();
    units >>= random.number(0, 255);
    return random.oneIn(10) ? kMax - units : units;
}

template <class T>
concept HasPlus = requires(T a, T b) { a + b; };

} // namespace

class TestAmount : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parsesWhatItPrints()
    {
        forAll(seeds(2000), anyUnits, [](const U256 &units) {
            const auto coin = Amount<Coin>::fromUnits(units);
            QVERIFY(Amount<Coin>::parse(coin.print()) == coin);
            const auto whole = Amount<Whole>::fromUnits(units);
            QVERIFY(Amount<Whole>::parse(whole.print()) == whole);
            QVERIFY(whole.print() == units.str());
        });
    }

    void subtractUndoesAdd()
    {
        forAll(seeds(2000), [](SeededRandom &r) { return std::pair(anyUnits(r), anyUnits(r)); }, [](const auto &pair) {
            const auto a = Amount<Coin>::fromUnits(pair.first);
            const auto b = Amount<Coin>::fromUnits(pair.second);
            const auto sum = a.add(b);
            QCOMPARE(sum.has_value(), pair.first <= kMax - pair.second);
            if (sum) {
                QVERIFY(sum->subtract(b) == a && sum->subtract(a) == b && *sum >= a && *sum >= b);
                QVERIFY(b.add(a) == *sum);
            } else {
                QVERIFY(sum.error().code == BaseErrc::Overflow);
            }
            const auto difference = a.subtract(b);
            QCOMPARE(difference.has_value(), pair.first >= pair.second);
            if (difference)
                QVERIFY(difference->add(b) == a);
            else
                QVERIFY(difference.error().code == BaseErrc::Underflow);
        });
    }

    void multiplyIsRepeatedAdd()
    {
        forAll(seeds(500), [](SeededRandom &r) { return std::pair(anyUnits(r), r.number(0, 50)); }, [](const auto &pair) {
            const auto a = Amount<Coin>::fromUnits(pair.first);
            trib::Result<Amount<Coin>> sum = Amount<Coin>();
            for (int i = 0; i < pair.second && sum; ++i)
                sum = sum->add(a);
            const auto product = a.multiply(pair.second);
            QCOMPARE(product.has_value(), sum.has_value());
            QVERIFY(!sum || *product == *sum);
            QVERIFY(product || product.error().code == BaseErrc::Overflow);
        });
    }

    void theLargestAmountIsTheLast()
    {
        const auto largest = Amount<Whole>::fromUnits(kMax);
        const auto one = Amount<Whole>::fromUnits(1);
        QVERIFY(largest.print() == "115792089237316195423570985008687907853269984665640564039457584007913129639935"); // 2^256 - 1
        QVERIFY(largest.add(one).error().code == BaseErrc::Overflow);
        QVERIFY(largest.multiply(2).error().code == BaseErrc::Overflow);
        QVERIFY(largest.multiply(kMax).error().code == BaseErrc::Overflow);
        QVERIFY(largest.multiply(1) == largest && largest.multiply(0)->isZero());
        QVERIFY(Amount<Whole>().subtract(one).error().code == BaseErrc::Underflow);
    }

    void parses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("printed"); // empty: refused
        QTest::addColumn<int>("error");
        const auto good = [](const QByteArray &text, const QByteArray &printed) { QTest::newRow(text.constData()) << text << printed << 0; };
        const auto bad = [](const QByteArray &text, BaseErrc error) { QTest::addRow("refused: '%s'", text.constData()) << text << QByteArray() << int(error); };
        good("0", "0");
        good("0.0", "0");
        good("12", "12");
        good("0012.500", "12.5");
        good("0.000000000000000001", "0.000000000000000001");
        good("115792089237316195423570985008687907853269984665640564039457.584007913129639935",
             "115792089237316195423570985008687907853269984665640564039457.584007913129639935");
        bad("115792089237316195423570985008687907853269984665640564039457.584007913129639936", BaseErrc::Overflow);
        bad("1" + QByteArray(60, '0'), BaseErrc::Overflow);
        bad("9" + QByteArray(1000, '9'), BaseErrc::Overflow);
        bad("0.0000000000000000001", BaseErrc::TooManyDecimals);
        for (const char *text : {"", ".", "1.", ".5", "-1", "+1", "1e3", "1,000", "1 000", " 1", "1 ", "0x10", "1.2.3", "1_0", "\xD9\xA1", "NaN"})
            bad(text, BaseErrc::InvalidNumber);
    }
    void parses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, printed);
        QFETCH(int, error);
        const auto amount = Amount<Coin>::parse(text.toStdString());
        QCOMPARE(amount ? QByteArray::fromStdString(amount->print()) : QByteArray(), printed);
        QCOMPARE(amount ? 0 : amount.error().code.value(), error);
    }

    void assetsDoNotMix()
    {
        static_assert(!HasPlus<Amount<Coin>>);
        static_assert(!std::is_convertible_v<Amount<Coin>, Amount<Whole>> && !std::is_convertible_v<int, Amount<Coin>>);
        static_assert(!std::equality_comparable_with<Amount<Coin>, Amount<Whole>>);
    }
};

QTEST_GUILESS_MAIN(TestAmount)
#include "tst_amount.moc"
