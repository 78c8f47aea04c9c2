#include "ui/dialogs/rate_edit.h"

#include "tests/support/for_all.h"

#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace trib;
using namespace trib::ui;

class TestRateEdit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void readsRatesAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("rate"); // -1: not a rate
        QTest::newRow("nothing") << QString() << qint64(0);
        QTest::newRow("zero") << QStringLiteral("0") << qint64(0);
        QTest::newRow("no limit") << QStringLiteral("no limit") << qint64(0);
        QTest::newRow("a plain number is KiB/s") << QStringLiteral("500") << qint64(500 * 1024);
        QTest::newRow("k") << QStringLiteral("500k") << qint64(500 * 1024);
        QTest::newRow("KiB/s") << QStringLiteral(" 500 KiB/s ") << qint64(500 * 1024);
        QTest::newRow("fraction") << QStringLiteral("2.5 MiB/s") << qint64(2'621'440);
        QTest::newRow("grouping") << QStringLiteral("1,024 KiB/s") << qint64(1 << 20);
        QTest::newRow("bytes") << QStringLiteral("1000 B/s") << qint64(1000);
        QTest::newRow("GiB") << QStringLiteral("1G") << qint64(1 << 30);
        QTest::newRow("a word") << QStringLiteral("fast") << qint64(-1);
        QTest::newRow("negative") << QStringLiteral("-5") << qint64(-1);
        QTest::newRow("two dots") << QStringLiteral("1.2.3") << qint64(-1);
        QTest::newRow("too large") << QStringLiteral("999999999 GiB/s") << qint64(-1);
    }
    void readsRatesAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(qint64, rate);
        const auto parsed = parseRate(text);
        QCOMPARE(parsed ? parsed->count() : -1, rate);
    }

    void whatIsShownReadsBackAsTheSameRate()
    {
        test::forAll(test::seeds(500), [](test::SeededRandom &random) { return BytesPerSecond(random.number(std::int64_t{0}, std::int64_t{1} << random.number(1, 40))); },
            [](BytesPerSecond rate) { QCOMPARE(parseRate(rateText(rate)), std::optional(rate)); });
    }

    void differingStaysUntilSomethingIsTyped()
    {
        RateEdit edit;
        edit.setDiffering();
        QVERIFY(!edit.rate());
        edit.show();
        QTest::keyClicks(&edit, QStringLiteral("10m"));
        QCOMPARE(edit.rate(), std::optional(BytesPerSecond(10 << 20)));
    }

    void arrowsStepOnRoundNumbers()
    {
        RateEdit edit;
        edit.setRate(BytesPerSecond(1 << 20));
        QSignalSpy changed(&edit, &RateEdit::rateChanged);
        edit.stepBy(1);
        QVERIFY(edit.rate()->count() > (1 << 20));
        edit.stepBy(-1);
        QCOMPARE(edit.rate(), std::optional(BytesPerSecond(1 << 20)));
        edit.setRate(BytesPerSecond(0));
        edit.stepBy(-1);
        QCOMPARE(edit.rate(), std::optional(BytesPerSecond(0)));
        QCOMPARE(changed.count(), 3);
    }

    void wrongTextIsNotTakenForARate()
    {
        RateEdit edit;
        edit.setRate(BytesPerSecond(1024));
        edit.show();
        edit.selectAll();
        QTest::keyClicks(&edit, QStringLiteral("soon"));
        QVERIFY(!edit.isAcceptable());
        QCOMPARE(edit.rate(), std::optional(BytesPerSecond(1024)));
    }
};

QTEST_MAIN(TestRateEdit)
#include "tst_rate_edit.moc"
