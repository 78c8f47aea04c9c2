#include "core/base/remote_text.h"

#include "tests/support/for_all.h"

#include <QString>
#include <QStringDecoder>
#include <QTest>

using trib::remoteText;
using trib::test::forAll;
using trib::test::SeededRandom;
using trib::test::seeds;

namespace {

[[nodiscard]] bool isUtf8(const std::string &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    [[maybe_unused]] const QString decoded = decoder(QByteArray::fromStdString(text));
    return !decoder.hasError();
}

[[nodiscard]] std::string hostileText(SeededRandom &random)
{
    static const std::vector<std::string> kPieces{"a", "Torrent", "\xC3\xA9", "\xE3\x81\x82", "\xF0\x9F\x8C\x8A", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xEF\xBB\xBF",
        "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x80", "\xF0\x9F", "\x80", "\xFF", std::string(1, '\0'), "\n", "\x7F", "\xC2\x85", "\xE2\x80\xA8", "\xD8\x9C"};
    std::string text;
    for (int count = random.number(0, 30); count > 0; --count)
        text += random.oneIn(6) ? std::string(1, static_cast<char>(random.number(0, 255))) : random.pick(kPieces);
    return text;
}

} // namespace

class TestRemoteText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isValidBoundedSafeAndIdempotent()
    {
        forAll(seeds(3000), [](SeededRandom &r) { return std::pair(hostileText(r), r.number<std::size_t>(0, 60)); }, [](const auto &pair) {
            const std::string text = remoteText(pair.first, pair.second);
            QVERIFY(text.size() <= pair.second);
            QVERIFY2(isUtf8(text), QByteArray::fromStdString(text).toHex().constData());
            QVERIFY(remoteText(text, pair.second) == text);
            for (const char32_t c : QString::fromStdString(text).toUcs4()) {
                QVERIFY(c >= 0x20 && !(c >= 0x7F && c <= 0x9F) && !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069));
                QVERIFY(c != 0x200E && c != 0x200F && c != 0x061C && c != 0x2028 && c != 0x2029 && c != 0xFEFF);
            }
            QVERIFY(remoteText(pair.first).starts_with(text));
        });
    }

    void keepsEveryOtherCharacter()
    {
        for (char32_t c = 0x20; c <= 0x10FFFF; c = c < 0x3000 ? c + 1 : c + 257) {
            const bool removed = (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C
                || c == 0x2028 || c == 0x2029 || c == 0xFEFF || (c >= 0xD800 && c <= 0xDFFF);
            const std::string text = QString::fromUcs4(&c, 1).toStdString();
            if (!removed)
                QVERIFY2(remoteText(text) == text, qPrintable(QString::number(uint(c), 16)));
        }
    }

    void makesTextSafe_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("safe");
        QTest::newRow("plain") << QByteArray("debian-12.iso") << QByteArray("debian-12.iso");
        QTest::newRow("right-to-left override") << QByteArray("cod\xE2\x80\xAE" "gpj.exe") << QByteArray("codgpj.exe");
        QTest::newRow("isolates and marks") << QByteArray("a\xE2\x81\xA6" "b\xE2\x81\xA9" "c\xE2\x80\x8E" "d\xD8\x9C" "e") << QByteArray("abcde");
        QTest::newRow("controls") << QByteArray("a\0b\nc\x1B[31md\x7F\xC2\x9B" "e", 15) << QByteArray("abc[31mde");
        QTest::newRow("line separators and marks") << QByteArray("a\xE2\x80\xA8" "b\xE2\x80\xA9" "c\xEF\xBB\xBF" "d") << QByteArray("abcd");
        QTest::newRow("overlong") << QByteArray("\xC0\xAF\xE0\x80\xAF") << QByteArray("\xEF\xBF\xBD").repeated(5);
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("\xEF\xBF\xBD").repeated(3);
        QTest::newRow("above the last character") << QByteArray("\xF4\x90\x80\x80\xF8") << QByteArray("\xEF\xBF\xBD").repeated(5);
        QTest::newRow("cut off") << QByteArray("a\xE3\x81") << QByteArray("a") + QByteArray("\xEF\xBF\xBD").repeated(2);
        QTest::newRow("bounded") << QByteArray(3000, 'x') << QByteArray(1024, 'x');
        QTest::newRow("bounded at a character") << QByteArray(1023, 'x') + QByteArray("\xC3\xA9" "y") << QByteArray(1023, 'x');
    }
    void makesTextSafe()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, safe);
        QCOMPARE(QByteArray::fromStdString(remoteText(text.toStdString())), safe);
    }
};

QTEST_GUILESS_MAIN(TestRemoteText)
#include "tst_remote_text.moc"
