#include "tests/ui/settings/settings_shell.h"
#include "ui/settings/days_edit.h"
#include "ui/settings/feature.h"
#include "ui/settings/filter_status_row.h"
#include "ui/settings/lists_edit.h"
#include "ui/settings/settings_form.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeEdit>

using namespace trib;
using namespace trib::ui;
using trib::test::named;
using trib::test::SettingsShell;

class TestAutomationSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showingChangesNothing()
    {
        Preferences preferences;
        preferences.engine.schedule = {true, std::chrono::minutes(22 * 60 + 30), std::chrono::minutes(6 * 60 + 1), 0b110'0001};
        preferences.engine.completion.program = "/usr/bin/tell \"%N\"";
        preferences.engine.feeds = {false, std::chrono::minutes(7), 31, false};
        preferences.engine.filter = {true, "/a.p2p, https://b.example/x%2Cy", 3};
        preferences.engine.backup = {"/backups", 2, 5};
        preferences.engine.remote.certificate = "/c.pem";
        preferences.engine.remote.privateKey = "/k.pem";
        preferences.engine.remote.passwordHash = "x";
        preferences.engine.remote.address = "0.0.0.0";
        preferences.engine.network.countryDatabase = "/c.mmdb";
        SettingsPage page;
        page.setCurrent(preferences);
        for (const SettingsForm *section : page.sections()) {
            Preferences copy = preferences;
            section->store(copy);
            QVERIFY2(copy == preferences, qPrintable(section->title()));
            QVERIFY2(section->isAcceptable(), qPrintable(section->title()));
        }
    }

    void everyRowReachesItsSetting()
    {
        SettingsPage page;
        named<QCheckBox>(page, QStringLiteral("Switch to the alternative limits by the clock"))->setChecked(true);
        named<QTimeEdit>(page, QStringLiteral("From"))->setTime(QTime(23, 59));
        named<QTimeEdit>(page, QStringLiteral("Until"))->setTime(QTime(0, 0));
        page.findChild<DaysEdit *>()->setDays(0b100'0000);
        named<QLineEdit>(page, QStringLiteral("Run this program"))->setText(QStringLiteral("/bin/true"));
        named<QSpinBox>(page, QStringLiteral("Read each again after"))->setValue(45);
        named<QSpinBox>(page, QStringLiteral("Items kept of each"))->setValue(99);
        named<QCheckBox>(page, QStringLiteral("Add what matches a rule"))->setChecked(false);
        named<QSpinBox>(page, QStringLiteral("Keep the newest"))->setValue(3);
        named<QLineEdit>(page, QStringLiteral("File with countries"))->setText(QStringLiteral("/geo.mmdb"));
        const settings::EngineSettings &engine = page.edited().engine;
        QVERIFY((engine.schedule == settings::ScheduleSettings{true, std::chrono::minutes(1439), std::chrono::minutes(0), 64}));
        QVERIFY(engine.completion.program == "/bin/true");
        QCOMPARE(engine.feeds.interval.count(), std::int64_t(45));
        QVERIFY(engine.feeds.itemsPerFeed == 99 && !engine.feeds.addByRules);
        QCOMPARE(engine.backup.kept, 3);
        QVERIFY(engine.network.countryDatabase == "/geo.mmdb");
    }

    void daysAreBitsWithMondayFirst_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("Monday is first") << QLocale(QLocale::German, QLocale::Germany);
        QTest::newRow("Sunday is first") << QLocale(QLocale::English, QLocale::UnitedStates);
    }
    void daysAreBitsWithMondayFirst()
    {
        QFETCH(QLocale, locale);
        const QLocale before;
        QLocale::setDefault(locale);
        const auto back = qScopeGuard([&] { QLocale::setDefault(before); });
        DaysEdit days;
        QSignalSpy changed(&days, &DaysEdit::daysChanged);
        days.setDays(0b000'0001);
        for (const QCheckBox *box : days.findChildren<QCheckBox *>())
            QCOMPARE(box->isChecked(), box->accessibleName() == QLocale().standaloneDayName(1, QLocale::LongFormat));
        QCOMPARE(changed.count(), 1);
        days.setDays(0b101'0101);
        QCOMPARE(days.days(), 0b101'0101);
    }

    void aTimetableWithoutADaySaysSo()
    {
        SettingsPage page;
        named<QCheckBox>(page, QStringLiteral("Switch to the alternative limits by the clock"))->setChecked(true);
        page.findChild<DaysEdit *>()->setDays(0);
        QVERIFY(page.findChild<DaysEdit *>()->accessibleDescription().contains(QStringLiteral("Choose a day")));
        QVERIFY(!named<QPushButton>(page, QStringLiteral("Apply"))->isEnabled());
    }

    void listsAreSplitAndJoinedWithoutLoss()
    {
        const QStringList items{QStringLiteral("/a,b.p2p"), QStringLiteral("https://x.example/?a=1,2")};
        QCOMPARE(ListsEdit::join(items), QStringLiteral("/a%2Cb.p2p,https://x.example/?a=1%2C2"));
        QCOMPARE(ListsEdit::split(ListsEdit::join(items)), items);
        QCOMPARE(ListsEdit::split(QStringLiteral(" , /a ,,")), QStringList{QStringLiteral("/a")});
    }

    void listsAreAddedEditedAndRemoved()
    {
        SettingsPage page;
        page.showSection(static_cast<int>(page.sections().indexOf(page.section(QStringLiteral("filter")))));
        page.show();
        auto &edit = *page.findChild<ListsEdit *>();
        auto *list = edit.findChild<QListWidget *>();
        named<QPushButton>(edit, QStringLiteral("Add a web address"))->click();
        QVERIFY(!page.section(QStringLiteral("filter"))->isAcceptable()); // only begun
        list->item(0)->setText(QStringLiteral("https://lists.example/a,b"));
        QVERIFY(page.edited().engine.filter.lists == "https://lists.example/a%2Cb");
        QVERIFY(page.section(QStringLiteral("filter"))->isAcceptable());
        list->item(0)->setSelected(true);
        named<QPushButton>(edit, QStringLiteral("Remove"))->click();
        QVERIFY(page.edited().engine.filter.lists.empty());
    }

    void theStateOfTheListsIsShownAndCanBeRenewed()
    {
        SettingsShell shell(m_folder.filePath(QStringLiteral("a.ini")));
        SettingsFeature feature;
        feature.install(shell);
        auto *row = shell.page->findChild<FilterStatusRow *>();
        auto *words = row->findChild<QLabel *>();
        auto *button = row->findChild<QPushButton *>();
        QVERIFY(!button->isEnabled());
        settings::EngineSettings settings;
        settings.filter.enabled = true;
        Q_EMIT shell.fake.settingsChanged(settings);
        SessionStatus status;
        status.filterRanges = 12'345;
        shell.fake.publishStatus(status);
        QVERIFY2(words->text().contains(QStringLiteral("12,345 ranges")), qPrintable(words->text()));
        status.filterError = make_error_code(EngineErrc::ConnectFailed);
        status.filterList = "https://lists.example/a";
        shell.fake.publishStatus(status);
        QVERIFY(words->text().contains(QStringLiteral("https://lists.example/a")) && words->text().contains(QStringLiteral("cannot be reached")));
        button->click();
        QVERIFY(shell.fake.last<UpdateFilterLists>());
    }

    void noSectionHasAKeyTwice()
    {
        SettingsPage page;
        for (const SettingsForm *section : page.sections()) {
            QHash<QString, QString> keys;
            for (const QWidget *widget : section->findChildren<QWidget *>()) {
                const QString text = widget->property("text").toString();
                const QString key = qobject_cast<const QLineEdit *>(widget) ? QString() : QKeySequence::mnemonic(text).toString();
                if (key.isEmpty())
                    continue;
                QVERIFY2(!keys.contains(key), qPrintable(section->title() + u'/' + text + u'/' + keys.value(key)));
                keys.insert(key, text);
            }
        }
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestAutomationSettings)
#include "tst_automation_settings.moc"
