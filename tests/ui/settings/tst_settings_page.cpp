#include "tests/ui/settings/settings_shell.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/settings/feature.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/settings_page.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace trib;
using namespace trib::ui;
using trib::test::named;
using TestShell = trib::test::SettingsShell;

namespace {

QPushButton *applyButton(const QWidget &page)
{
    return named<QPushButton>(page, QStringLiteral("Apply"));
}

} // namespace

class TestSettingsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void showingChangesNothing_data()
    {
        QTest::addColumn<qint64>("reserve");
        QTest::addColumn<qint64>("ratio");
        QTest::newRow("defaults") << qint64(512 << 20) << qint64(0);
        QTest::newRow("values between the steps of the controls") << qint64(1'000'001) << qint64(1234);
    }
    void showingChangesNothing()
    {
        QFETCH(qint64, reserve);
        QFETCH(qint64, ratio);
        Preferences preferences;
        preferences.engine.storage.reserve = Bytes(reserve);
        preferences.engine.transfer.ratioPermille = ratio;
        preferences.engine.transfer.downloadLimit = BytesPerSecond(1'234'567);
        preferences.ui.language = QStringLiteral("ja");
        SettingsPage page;
        page.setCurrent(preferences);
        for (const SettingsForm *section : page.sections()) {
            Preferences copy = preferences;
            section->store(copy);
            QVERIFY2(copy == preferences, qPrintable(section->title()));
        }
        QVERIFY(!page.isDirty());
        QVERIFY(!applyButton(page)->isEnabled());
    }

    void applyHandsOutTheCopyAndDiscardDropsIt()
    {
        SettingsPage page;
        QSignalSpy applied(&page, &SettingsPage::applyRequested);
        auto *box = named<QSpinBox>(page, QStringLiteral("Downloads at the same time"));
        QVERIFY(box);
        box->setValue(9);
        QVERIFY(page.isDirty());
        QCOMPARE(page.current().engine.transfer.activeDownloads, 5);
        applyButton(page)->click();
        QCOMPARE(applied.count(), 1);
        QCOMPARE(applied.first().first().value<Preferences>().engine.transfer.activeDownloads, 9);
        page.discard();
        QCOMPARE(box->value(), 5);
        QVERIFY(!page.isDirty());
    }

    void saysWhatBecomesOfFilesOnADriveWithoutATrash()
    {
        SettingsPage page;
        const auto *then = named<QComboBox>(page, QStringLiteral("Then"));
        QVERIFY(then);
        const auto labels = then->parentWidget()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("the drive has none")); }));
    }

    void aWrongValueSaysWhyAndCannotBeApplied()
    {
        SettingsPage page;
        auto *proxy = named<QLineEdit>(page, QStringLiteral("Proxy"));
        QVERIFY(proxy);
        proxy->setText(QStringLiteral("proxy.example"));
        QVERIFY(!applyButton(page)->isEnabled());
        QVERIFY(proxy->accessibleDescription().contains(QStringLiteral("socks5://")));
        proxy->setText(QStringLiteral("socks5://proxy.example:1080"));
        QVERIFY(proxy->accessibleDescription().isEmpty());
        QVERIFY(applyButton(page)->isEnabled());
    }

    void whatIsTypedSurvivesAChangeFromElsewhere()
    {
        SettingsPage page;
        named<QSpinBox>(page, QStringLiteral("Downloads at the same time"))->setValue(9);
        Preferences latest;
        latest.engine.transfer.useAlternativeLimits = true;
        page.setCurrent(latest);
        QCOMPARE(page.edited().engine.transfer.activeDownloads, 9);
        QVERIFY(page.edited().engine.transfer.useAlternativeLimits);
        QVERIFY(named<QCheckBox>(page, QStringLiteral("Use the alternative limits now"))->isChecked());
    }

    void randomChoosesAPortOutsideTheAssignedOnes()
    {
        SettingsPage page;
        named<QPushButton>(page, QStringLiteral("Random"))->click();
        QVERIFY(page.edited().engine.network.port >= 49152);
    }

    void applyingReachesTheEngineAndTheWindow()
    {
        TestShell shell(m_folder.filePath(QStringLiteral("a.ini")));
        SettingsFeature feature;
        feature.install(shell);
        settings::EngineSettings engineSettings;
        engineSettings.network.port = 6881;
        Q_EMIT shell.fake.settingsChanged(engineSettings);
        SettingsPage &page = shell.settingsPage();
        named<QCheckBox>(page, QStringLiteral("Move removed files to the trash"))->setChecked(false);
        named<QComboBox>(page, QStringLiteral("Rows of lists"))->setCurrentIndex(1);
        applyButton(page)->click();
        QCOMPARE(shell.fake.configurations.size(), std::size_t(1));
        QVERIFY(!shell.fake.configurations[0].storage.useTrash);
        QCOMPARE(shell.fake.configurations[0].network.port, 6881);
        QCOMPARE(shell.settings.values().density, Density::Compact);
        QVERIFY(!page.isDirty());
    }

    void anotherLanguageSaysWhenItTakesEffect()
    {
        TestShell shell(m_folder.filePath(QStringLiteral("c.ini")));
        SettingsFeature feature;
        feature.install(shell);
        SettingsPage &page = shell.settingsPage();
        named<QComboBox>(page, QStringLiteral("Rows of lists"))->setCurrentIndex(1);
        applyButton(page)->click();
        QCOMPARE(page.findChild<NoticeBar *>()->text(), QString());
        named<QComboBox>(page, QStringLiteral("Language"))->setCurrentIndex(2);
        applyButton(page)->click();
        QVERIFY2(page.findChild<NoticeBar *>()->text().contains(QStringLiteral("next start")), qPrintable(page.findChild<NoticeBar *>()->text()));
        QCOMPARE(shell.settings.values().language, QStringLiteral("ja"));
    }

    void aRefusalStaysOnThePageWithTheEdits()
    {
        TestShell shell(m_folder.filePath(QStringLiteral("b.ini")));
        shell.fake.answer = failure(EngineErrc::InvalidSetting);
        SettingsFeature feature;
        feature.install(shell);
        SettingsPage &page = shell.settingsPage();
        named<QCheckBox>(page, QStringLiteral("Move removed files to the trash"))->setChecked(false);
        applyButton(page)->click();
        QTRY_VERIFY(!page.findChild<NoticeBar *>()->text().isEmpty());
        QVERIFY(page.isDirty());
    }

    void everyControlHasANameAndEveryLabelABuddy()
    {
        SettingsPage page;
        for (QWidget *widget : page.findChildren<QWidget *>()) {
            if (qobject_cast<QComboBox *>(widget) || (qobject_cast<QLineEdit *>(widget) && !qobject_cast<QAbstractSpinBox *>(widget->parent())
                    && !qobject_cast<QComboBox *>(widget->parent())) || qobject_cast<QAbstractSpinBox *>(widget))
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settings_page.moc"
