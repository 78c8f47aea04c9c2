#include "core/base/hex.h"

#include "tests/support/for_all.h"

#include <QTest>

#include <cctype>

using trib::BaseErrc;
using trib::fromHex;
using trib::toHex;
using trib::test::forAll;
using trib::test::SeededRandom;
using trib::test::seeds;

class TestHex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites()
    {
        forAll(seeds(300), [](SeededRandom &r) { return r.bytes(r.number<std::size_t>(0, 64)); }, [](const std::vector<std::uint8_t> &bytes) {
            std::string text = toHex(bytes);
            QCOMPARE(text.size(), bytes.size() * 2);
            QVERIFY(text.find_first_not_of("0123456789abcdef") == std::string::npos);
            QVERIFY(fromHex(text) == bytes);
            std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(std::toupper(c)); });
            QVERIFY(fromHex(text) == bytes);
        });
    }

    void knowsEveryByte()
    {
        const std::vector<std::uint8_t> bytes{0x00, 0x0F, 0x10, 0x9A, 0xFF};
        QVERIFY(toHex(bytes) == "000f109aff");
    }

    void everyOtherCharacterIsRefused()
    {
        for (int c = 0; c < 256; ++c) {
            const bool digit = c < 128 && std::isxdigit(c);
            for (const std::string &text : {std::string{char(c), '0'}, std::string{'0', char(c)}}) {
                QCOMPARE(fromHex(text).has_value(), digit);
                QVERIFY(digit || fromHex(text).error().code == BaseErrc::InvalidHex);
            }
        }
        QVERIFY(fromHex("123").error().code == BaseErrc::InvalidHex);
        QVERIFY(fromHex("0x12").error().code == BaseErrc::InvalidHex);
    }

    void theLengthMustBeRight()
    {
        std::array<std::uint8_t, 2> two{};
        QVERIFY(trib::fromHexInto("aBcD", two));
        QVERIFY((two == std::array<std::uint8_t, 2>{0xAB, 0xCD}));
        for (const char *text : {"", "ab", "abc", "abcde", "abcdef"})
            QVERIFY(trib::fromHexInto(text, two).error().code == BaseErrc::WrongLength);
        QVERIFY(trib::fromHexInto("abcg", two).error().code == BaseErrc::InvalidHex);
    }
};

QTEST_GUILESS_MAIN(TestHex)
#include "tst_hex.moc"
