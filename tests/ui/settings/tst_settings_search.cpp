#include "ui/settings/settings_form.h"
#include "ui/settings/settings_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTest>

using namespace trib::ui;

class TestSettingsSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsByLabelHelpChoiceAndTitle_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("section");
        QTest::addColumn<bool>("marksARow");
        QTest::newRow("label") << QStringLiteral("proxy") << QStringLiteral("connection") << true;
        QTest::newRow("case does not matter") << QStringLiteral("PROXY") << QStringLiteral("connection") << true;
        QTest::newRow("help") << QStringLiteral("of a VPN") << QStringLiteral("connection") << true;
        QTest::newRow("choice of a box") << QStringLiteral("comfortable") << QStringLiteral("general") << true;
        QTest::newRow("heading") << QStringLiteral("timetable") << QStringLiteral("speed") << true;
        QTest::newRow("title") << QStringLiteral("backups") << QStringLiteral("backup") << true;
        QTest::newRow("words in any order") << QStringLiteral("download completes program") << QStringLiteral("downloads") << true;
        QTest::newRow("title and label") << QStringLiteral("connection encryption") << QStringLiteral("connection") << true;
        QTest::newRow("full-width letters") << QStringLiteral("ｐｒｏｘｙ") << QStringLiteral("connection") << true;
        QTest::newRow("a button within a row") << QStringLiteral("new key") << QStringLiteral("api") << true;
    }
    void findsByLabelHelpChoiceAndTitle()
    {
        QFETCH(QString, text);
        QFETCH(QString, section);
        QFETCH(bool, marksARow);
        SettingsPage page;
        page.search(text);
        const qsizetype row = page.sections().indexOf(page.section(section));
        QVERIFY(row >= 0);
        QVERIFY(!list(page).isRowHidden(static_cast<int>(row)));
        QCOMPARE(page.section(section)->firstMatch() != nullptr, marksARow);
        QVERIFY(shownRows(page) < page.sections().size()); // not all of them
    }

    void whatTheUserTypedIsNotSearched()
    {
        SettingsPage page;
        Preferences preferences;
        preferences.engine.network.proxy = "socks5://unmistakable.example:1080";
        page.setCurrent(preferences);
        page.search(QStringLiteral("unmistakable"));
        QCOMPARE(shownRows(page), 0);
    }

    void showsTheFirstSectionThatMatchesAndKeepsTheOneThatIsShown()
    {
        SettingsPage page;
        page.search(QStringLiteral("proxy"));
        QCOMPARE(current(page), page.section(QStringLiteral("connection")));
        page.search({});
        QCOMPARE(shownRows(page), static_cast<int>(page.sections().size()));
        QCOMPARE(current(page), page.section(QStringLiteral("connection"))); // one goes on from what was found
        QVERIFY(!page.section(QStringLiteral("connection"))->firstMatch());
    }

    void scrollsToWhatWasFound()
    {
        SettingsPage page;
        page.resize(700, 300);
        page.show();
        page.search(QStringLiteral("DHT starts"));
        auto *area = qobject_cast<QScrollArea *>(page.findChild<QStackedWidget *>()->currentWidget());
        QVERIFY(area);
        const QRect place = page.section(QStringLiteral("connection"))->placeOfFirstMatch();
        QTRY_VERIFY(area->verticalScrollBar()->value() > 0);
        QVERIFY(place.top() >= area->verticalScrollBar()->value() && place.bottom() <= area->verticalScrollBar()->value() + area->viewport()->height());
    }

    void whatMatchesIsMarkedAndTheRestIsNot()
    {
        SettingsPage page;
        page.resize(900, 700);
        page.show();
        page.showSection(static_cast<int>(page.sections().indexOf(page.section(QStringLiteral("connection")))));
        SettingsForm &form = *page.section(QStringLiteral("connection"));
        const QImage before = form.grab().toImage();
        page.search(QStringLiteral("proxy"));
        QCoreApplication::processEvents();
        const QImage after = form.grab().toImage();
        const QRect place = form.placeOfFirstMatch();
        QVERIFY(place.isValid());
        QVERIFY(before.pixelColor(place.left() + 2, place.center().y()) != after.pixelColor(place.left() + 2, place.center().y()));
        QCOMPARE(before.pixelColor(2, 2), after.pixelColor(2, 2));
    }

    void nothingThatMatchesSaysSo()
    {
        SettingsPage page;
        page.show();
        page.search(QStringLiteral("no such thing"));
        QCOMPARE(shownRows(page), 0);
        const auto *words = qobject_cast<QLabel *>(page.findChild<QStackedWidget *>()->currentWidget());
        QVERIFY(words && words->text().contains(QStringLiteral("“no such thing”")));
        page.search(QStringLiteral("proxy"));
        QCOMPARE(current(page), page.section(QStringLiteral("connection")));
    }

    void keysLeadFromTheFieldToTheResults()
    {
        SettingsPage page;
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.focusSearch();
        auto *field = page.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(field && field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("proxy"));
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(list(page).hasFocus());
        page.focusSearch();
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(page.section(QStringLiteral("connection"))->firstMatch()->hasFocus());
        page.focusSearch();
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(field->text().isEmpty() && field->hasFocus());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(list(page).hasFocus());
    }

private:
    static QListWidget &list(const SettingsPage &page) { return *page.findChild<QListWidget *>(QString(), Qt::FindDirectChildrenOnly); }

    static int shownRows(const SettingsPage &page)
    {
        int shown = 0;
        for (int row = 0; row < list(page).count(); ++row)
            shown += !list(page).isRowHidden(row);
        return shown;
    }

    static SettingsForm *current(const SettingsPage &page)
    {
        const auto *area = qobject_cast<QScrollArea *>(page.findChild<QStackedWidget *>()->currentWidget());
        return area ? qobject_cast<SettingsForm *>(area->widget()) : nullptr;
    }
};

QTEST_MAIN(TestSettingsSearch)
#include "tst_settings_search.moc"
