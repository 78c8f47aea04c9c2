#include "ui/shell/ui_settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace trib::ui;

class TestUiSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersEverythingAcrossStarts()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("ui.ini"));
        UiSettings values;
        values.theme = ThemeChoice::Dark;
        values.density = Density::Compact;
        values.language = QStringLiteral("ja");
        values.showFilters = false;
        values.showDetails = false;
        values.notifyFinished = false;
        values.notifyProblems = false;
        values.trayIcon = false;
        values.closeToTray = true;
        values.startInTray = true;
        values.keepAwake = KeepAwake::Transferring;
        values.lockHash = QStringLiteral("pbkdf2-sha512$1000$c2FsdA==$a2V5");
        values.lockWithScreen = false;
        values.lockInTray = true;
        values.lockAfterMinutes = 15;
        {
            UiSettingsStore store(path);
            store.update(values);
            store.setState(QStringLiteral("a/b"), QByteArray("\0\1x", 3));
        }
        const UiSettingsStore again(path);
        QCOMPARE(again.values(), values);
        QCOMPARE(again.state(QStringLiteral("a/b")), QByteArray("\0\1x", 3));
    }

    void takesDefaultsForWhatIsDamaged()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("ui.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[look]\ntheme=7\ndensity=\"x\"\n\xff\xfe[[[");
        file.close();
        const UiSettingsStore store(file.fileName());
        QCOMPARE(store.values().theme, ThemeChoice::System);
        QCOMPARE(store.values().density, Density::Comfortable);
    }

    void tellsOnlyOfRealChanges()
    {
        QTemporaryDir folder;
        UiSettingsStore store(folder.filePath(QStringLiteral("ui.ini")));
        QSignalSpy changed(&store, &UiSettingsStore::changed);
        UiSettings values = store.values();
        store.update(values);
        QCOMPARE(changed.count(), 0);
        values.showDetails = !values.showDetails;
        store.update(values);
        QCOMPARE(changed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestUiSettings)
#include "tst_ui_settings.moc"
