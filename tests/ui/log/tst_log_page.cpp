#include "tests/support/manual_clock.h"
#include "ui/log/log_page.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace trib;
using namespace trib::ui;

namespace {

[[nodiscard]] LogEntry entry(std::uint64_t number, LogLevel level = LogLevel::Info)
{
    return {number, WallTime(std::chrono::seconds(1'767'225'600)), level, "entry " + std::to_string(number)};
}

[[nodiscard]] std::vector<LogEntry> entries(std::uint64_t first, std::uint64_t last)
{
    std::vector<LogEntry> all;
    for (std::uint64_t number = first; number <= last; ++number)
        all.push_back(entry(number));
    return all;
}

[[nodiscard]] QString textAt(const QAbstractItemModel &model, int row)
{
    return model.index(row, LogModel::Text).data().toString();
}

} // namespace

class TestLogPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theModelKeepsTheNewestInOrder()
    {
        LogModel model(10);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add(entries(1, 4));
        model.add(entries(3, 8)); // 3 and 4 are known
        QCOMPARE(model.rowCount(), 8);
        model.add(entries(9, 12));
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(textAt(model, 0), QStringLiteral("entry 3"));
        QCOMPARE(textAt(model, 9), QStringLiteral("entry 12"));
        model.add(entries(13, 100)); // more at once than are kept
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(textAt(model, 0), QStringLiteral("entry 91"));
        QCOMPARE(model.last(), std::uint64_t(100));
    }

    void whatWasClearedDoesNotComeBack()
    {
        LogModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add(entries(1, 5));
        model.clear();
        model.add(entries(1, 5));
        QCOMPARE(model.rowCount(), 0);
        model.add(entries(5, 6));
        QCOMPARE(model.rowCount(), 1);
    }

    void filtersByLevelAndWords()
    {
        LogModel model;
        LogFilter filter;
        filter.setSourceModel(&model);
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add({entry(1, LogLevel::Debug), entry(2, LogLevel::Info), entry(3, LogLevel::Warning), entry(14, LogLevel::Error)});
        QCOMPARE(filter.rowCount(), 4);
        filter.setLeast(LogLevel::Warning);
        QCOMPARE(filter.rowCount(), 2);
        filter.setText(QStringLiteral("ENTRY 1"));
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(textAt(filter, 0), QStringLiteral("entry 14"));
        model.add({entry(15, LogLevel::Error), entry(16, LogLevel::Info), entry(20, LogLevel::Error)});
        QCOMPARE(filter.rowCount(), 2);
    }

    void readsTheHistoryWhileItIsSeenOnly()
    {
        LogPage page(m_history, {});
        m_history.info("before it is shown");
        QCOMPARE(page.model().rowCount(), 0);
        page.show();
        QVERIFY(page.model().rowCount() > 0);
        const int before = page.model().rowCount();
        m_history.info("while it is shown");
        QTRY_COMPARE(page.model().rowCount(), before + 1);
        page.hide();
        m_history.info("hidden");
        QTest::qWait(1200); // longer than it waits between two looks
        QCOMPARE(page.model().rowCount(), before + 1);
        page.show();
        QCOMPARE(page.model().rowCount(), before + 2);
    }

    void followsUntilOneScrollsBack()
    {
        LogPage page(m_history, {});
        page.resize(700, 300);
        page.show();
        page.model().add(entries(10'000, 10'500));
        const auto *table = page.findChild<QTableView *>();
        auto *follow = page.findChild<QCheckBox *>();
        follow->setChecked(false);
        follow->setChecked(true);
        QScrollBar *bar = table->verticalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        QVERIFY(!follow->isChecked());
        bar->triggerAction(QAbstractSlider::SliderToMaximum);
        QVERIFY(follow->isChecked());
    }

    void copiesWhatIsSelectedOrElseAllThatIsShown()
    {
        LogPage page(m_history, {});
        page.model().add({entry(20'001), entry(20'002, LogLevel::Debug), entry(20'003, LogLevel::Error)});
        auto *table = page.findChild<QTableView *>();
        button(page, "Copy")->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2); // details are not shown at first
        QVERIFY2(lines.at(1).endsWith(QStringLiteral("\tError\tentry 20003")), qPrintable(lines.at(1)));
        table->selectRow(0);
        button(page, "Copy")->click();
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("entry 20001")));
    }

    void theKeysOfTheFilterLeadToIt()
    {
        LogPage page(m_history, {});
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *table = page.findChild<QTableView *>();
        auto *field = page.findChild<QLineEdit *>();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Slash);
        QVERIFY(field->hasFocus() && field->text().isEmpty());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(field->hasFocus());
    }

    void anEmptyListSaysWhy()
    {
        LogPage page(m_history, {});
        page.show();
        page.model().add({entry(30'000)});
        const auto *words = page.findChild<QTableView *>()->findChild<QLabel *>();
        QVERIFY(!words->isVisible());
        page.findChild<QLineEdit *>()->setText(QStringLiteral("nothing like this"));
        QVERIFY(words->isVisible());
        QCOMPARE(words->text(), QStringLiteral("No entry matches."));
        QVERIFY(!button(page, "Copy")->isEnabled());
        button(page, "Clear the view")->click();
        QCOMPARE(words->text(), QStringLiteral("Nothing has been noted yet."));
    }

private:
    static QPushButton *button(const QWidget &page, const char *text)
    {
        for (QPushButton *found : page.findChildren<QPushButton *>()) {
            if (found->text().remove(u'&') == QString::fromLatin1(text))
                return found;
        }
        return nullptr;
    }

    test::ManualClock m_clock;
    NullLog m_nowhere;
    LogHistory m_history{m_clock, m_nowhere};
};

QTEST_MAIN(TestLogPage)
#include "tst_log_page.moc"
