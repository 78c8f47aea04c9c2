#include "ui/text/format.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace trib;
using namespace trib::ui;
using std::chrono::seconds;

namespace {

// No-break spaces keep a number and its unit on one line; the table below is written with plain ones.
QString plain(QString text)
{
    return text.replace(QChar::Nbsp, QLatin1Char(' '));
}

} // namespace

class TestFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void showsAtMostThreeSignificantDigits_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, qint64 bytes, const char *text) { QTest::newRow(name) << bytes << QString::fromUtf8(text); };
        row("nothing", 0, "0 B");
        row("one", 1, "1 B");
        row("largest in bytes", 999, "999 B");
        row("1,000 is not four digits", 1000, "0.98 KiB");
        row("1 KiB", 1024, "1.00 KiB");
        row("9.99", 10'229, "9.99 KiB");
        row("never 10.00", 10'235, "10.0 KiB");
        row("99.9", 102'297, "99.9 KiB");
        row("never 100.0", 102'390, "100 KiB");
        row("999", 1'022'976, "999 KiB");
        row("never 1000", 1'023'500, "0.98 MiB");
        row("CD", 661'651'456, "631 MiB");
        row("film", 1'503'238'554, "1.40 GiB");
        row("disk", 1'319'413'953'331, "1.20 TiB");
        row("everything", std::numeric_limits<qint64>::max(), "8.00 EiB");
    }
    void showsAtMostThreeSignificantDigits()
    {
        QFETCH(qint64, bytes);
        QFETCH(QString, text);
        QCOMPARE(plain(formatBytes(Bytes(bytes))), text);
        QCOMPARE(plain(formatRate(BytesPerSecond(bytes))), text + QStringLiteral("/s"));
    }

    void saysExactSizesInToolTips()
    {
        QCOMPARE(plain(formatBytesExact(Bytes(661'651'456))), QStringLiteral("631 MiB (661,651,456 bytes)"));
        QCOMPARE(plain(formatBytesExact(Bytes(12))), QStringLiteral("12 bytes"));
    }

    void saysTimesInTwoUnits_data()
    {
        QTest::addColumn<qint64>("time");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *text, qint64 time) { QTest::newRow(text) << time << QString::fromUtf8(text); };
        row("0 s", -5);
        row("59 s", 59);
        row("1 min", 60);
        row("2 min 5 s", 125);
        row("10 min", 601);
        row("1 h", 3600);
        row("3 h 20 min", 12'000);
        row("4 d 2 h", 4 * 86400 + 7200);
        row("300 d", 300 * 86400 + 7200);
    }
    void saysTimesInTwoUnits()
    {
        QFETCH(qint64, time);
        QFETCH(QString, text);
        QCOMPARE(formatDuration(seconds(time)), text);
    }

    void neverPromisesWhatItDoesNotKnow()
    {
        QCOMPARE(formatEta(std::nullopt), QString(QChar(0x221E)));
        QCOMPARE(formatEta(std::chrono::hours(24 * 366)), QString(QChar(0x221E)));
        QCOMPARE(formatEta(seconds(90)), QStringLiteral("1 min 30 s"));
        QCOMPARE(formatRatio(-1), QString(QChar(0x2013)));
        QCOMPARE(formatRateOrDash(BytesPerSecond(0)), QString(QChar(0x2013)));
    }

    void saysHundredPercentOnlyWhenComplete_data()
    {
        QTest::addColumn<int>("permille");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0 << QStringLiteral("0 %");
        QTest::newRow("rounds down") << 689 << QStringLiteral("68 %");
        QTest::newRow("near the end") << 999 << QStringLiteral("99.9 %");
        QTest::newRow("complete") << 1000 << QStringLiteral("100 %");
        QTest::newRow("hostile") << -7 << QStringLiteral("0 %");
    }
    void saysHundredPercentOnlyWhenComplete()
    {
        QFETCH(int, permille);
        QFETCH(QString, text);
        QCOMPARE(formatPercent(permille), text);
    }

    void writesRatiosWithThreeDigits()
    {
        QCOMPARE(formatRatio(0), QStringLiteral("0.00"));
        QCOMPARE(formatRatio(1500), QStringLiteral("1.50"));
        QCOMPARE(formatRatio(12'340), QStringLiteral("12.3"));
        QCOMPARE(formatRatio(1'234'567), QStringLiteral("1,235"));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
