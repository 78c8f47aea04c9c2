#include "tests/ui/desktop/recorded_notifications.h"
#include "tests/ui/screenshots/scene.h"
#include "ui/desktop/feature.h"
#include "ui/desktop/tray.h"
#include "ui/desktop/window_lock.h"
#include "ui/text/format.h"
#include "ui/transfers/transfers_page.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace trib;
using namespace trib::ui;
using trib::test::Scene;

namespace {

class NoSleepBlocker final : public SleepBlocker {
public:
    explicit NoSleepBlocker(bool &blocking) : m_blocking(blocking) {}
    void block(const QString &) override { m_blocking = true; }
    void release() override { m_blocking = false; }

private:
    bool &m_blocking;
};

class ManualScreenLock final : public ScreenLockWatcher {
public:
    using ScreenLockWatcher::ScreenLockWatcher;
};

struct Place {
    explicit Place(const UiSettings &settings = {}, bool hasTray = true)
        : tray(hasTray), scene(settings)
    {
        DesktopPorts ports;
        auto shown = std::make_unique<test::RecordedNotifications>();
        notifications = shown.get();
        ports.notifications = std::move(shown);
        ports.sleepBlocker = std::make_unique<NoSleepBlocker>(awake);
        auto watcher = std::make_unique<ManualScreenLock>();
        screen = watcher.get();
        ports.screenLock = std::move(watcher);
        ports.isTrayThere = [this] { return tray; };
        const PasswordHashing hashing{[](const std::string &password) -> Result<std::string> { return password; },
            [](const std::string &password, const std::string &hash) { return password == hash; }};
        auto made = std::make_unique<DesktopFeature>(*scene.window, std::move(ports), hashing);
        feature = made.get();
        scene.window->addFeature(std::move(made));
        feature->showAtStart();
    }

    QAction *inTray(const QString &text) const
    {
        for (QAction *action : feature->tray().menu().actions()) {
            if (action->isVisible() && withoutMnemonic(action->text()) == text)
                return action;
        }
        return nullptr;
    }
    QStringList trayMenu() const
    {
        QStringList texts;
        for (const QAction *action : feature->tray().menu().actions()) {
            if (action->isVisible() && !action->isSeparator())
                texts += withoutMnemonic(action->text());
        }
        return texts;
    }
    void setting(const std::function<void(UiSettings &)> &change)
    {
        UiSettings values = scene.store.values();
        change(values);
        scene.store.update(values);
    }

    bool tray;
    bool awake = false;
    Scene scene;
    test::RecordedNotifications *notifications = nullptr;
    ScreenLockWatcher *screen = nullptr;
    DesktopFeature *feature = nullptr;
};

UiSettings settingsWith(const std::function<void(UiSettings &)> &change)
{
    UiSettings settings;
    change(settings);
    return settings;
}

} // namespace

class TestDesktopFeature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closingEndsTheProgramUnlessItIsToStayInTheTray_data()
    {
        QTest::addColumn<bool>("wanted");
        QTest::addColumn<bool>("icon");
        QTest::addColumn<bool>("tray");
        QTest::addColumn<bool>("stays");
        QTest::newRow("as shipped") << false << true << true << false;
        QTest::newRow("to the tray") << true << true << true << true;
        QTest::newRow("no tray there") << true << true << false << false;
        QTest::newRow("no icon wanted") << true << false << true << false;
    }
    void closingEndsTheProgramUnlessItIsToStayInTheTray()
    {
        QFETCH(bool, wanted);
        QFETCH(bool, icon);
        QFETCH(bool, tray);
        Place place(settingsWith([&](UiSettings &s) {
            s.closeToTray = wanted;
            s.trayIcon = icon;
        }), tray);
        QSignalSpy quit(place.scene.window.get(), &MainWindow::quitRequested);
        place.scene.window->close();
        QTEST(quit.isEmpty(), "stays");
        if (quit.isEmpty()) {
            QVERIFY(!place.scene.window->isVisible());
            place.inTray(QStringLiteral("Show the window"))->trigger();
            QVERIFY(place.scene.window->isVisible());
            QVERIFY(place.inTray(QStringLiteral("Hide the window")));
        }
        place.scene.window->actionRegistry().find(QStringLiteral("window.quit"))->trigger();
        QVERIFY(!quit.isEmpty());
    }

    void startsInTheTrayOnlyWhereThereIsOne()
    {
        const UiSettings settings = settingsWith([](UiSettings &s) { s.startInTray = true; });
        Place there(settings, true);
        QVERIFY(!there.scene.window->isVisible());
        Place notThere(settings, false);
        QVERIFY(notThere.scene.window->isVisible());
        Place usual;
        QVERIFY(usual.scene.window->isVisible());
    }

    void aWindowWhoseTrayGoesComesBack()
    {
        Place place(settingsWith([](UiSettings &s) { s.closeToTray = true; }));
        place.scene.window->close();
        QVERIFY(!place.scene.window->isVisible());
        place.tray = false;
        Q_EMIT place.feature->tray().lost();
        QVERIFY(place.scene.window->isVisible());
    }

    void aWindowInTheTrayComesBackWhenTheIconIsNoLongerWanted()
    {
        Place place(settingsWith([](UiSettings &s) { s.closeToTray = true; }));
        place.scene.window->close();
        place.setting([](UiSettings &s) { s.trayIcon = false; });
        QVERIFY(place.scene.window->isVisible());
    }

    void theMenuActsOnAllTorrents()
    {
        Place place;
        place.scene.fill();
        place.inTray(QStringLiteral("Stop all"))->trigger();
        QVERIFY(place.scene.engine.last<StopTorrents>());
        QCOMPARE(place.scene.engine.last<StopTorrents>()->ids.size(), test::sampleTorrents().size());
        place.inTray(QStringLiteral("Start all"))->trigger();
        QCOMPARE(place.scene.engine.last<StartTorrents>()->ids.size(), test::sampleTorrents().size());
        place.inTray(QStringLiteral("Alternative limits"))->trigger();
        QVERIFY(place.scene.engine.last<UseAlternativeLimits>()->on);
        place.inTray(QStringLiteral("Add link"))->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
    }

    void theToolTipHasTheSpeeds()
    {
        Place place;
        place.scene.fill();
        QVERIFY2(place.feature->tray().toolTip().contains(formatRate(test::sampleStatus().downloadRate)), qPrintable(place.feature->tray().toolTip()));
    }

    void staysAwakeWhileSomethingDownloads()
    {
        Place place;
        QVERIFY(!place.awake);
        place.scene.fill();
        QVERIFY(place.awake);
        place.setting([](UiSettings &s) { s.keepAwake = KeepAwake::Never; });
        QVERIFY(!place.awake);
        place.setting([](UiSettings &s) { s.keepAwake = KeepAwake::Downloading; });
        QVERIFY(place.awake);
    }

    void locksWithTheScreenIfWanted()
    {
        Place place(settingsWith([](UiSettings &s) {
            s.lockHash = QStringLiteral("x");
            s.lockWithScreen = false;
        }));
        Q_EMIT place.screen->locked();
        QVERIFY(!place.feature->lock().isLocked());
        place.setting([](UiSettings &s) { s.lockWithScreen = true; });
        Q_EMIT place.screen->locked();
        QVERIFY(place.feature->lock().isLocked());
    }

    void aLockedTrayTellsAndOffersNothing()
    {
        Place place(settingsWith([](UiSettings &s) { s.lockHash = QStringLiteral("x"); }));
        place.scene.fill();
        QVERIFY(place.inTray(QStringLiteral("Lock the window")));
        place.inTray(QStringLiteral("Lock the window"))->trigger();
        QVERIFY(place.feature->lock().isLocked());
        QCOMPARE(place.trayMenu(), (QStringList{QStringLiteral("Hide the window"), QStringLiteral("Quit")}));
        QVERIFY(!place.feature->tray().toolTip().contains(QStringLiteral("MiB")));
        QCOMPARE(place.notifications->withdrawn, 1);
    }

    void locksInTheTrayIfWanted()
    {
        Place place(settingsWith([](UiSettings &s) {
            s.lockHash = QStringLiteral("x");
            s.closeToTray = true;
            s.lockInTray = true;
        }));
        place.scene.window->close();
        QVERIFY(place.feature->lock().isLocked());
        place.inTray(QStringLiteral("Show the window"))->trigger();
        QVERIFY(place.scene.window->isVisible() && place.scene.window->isCovered());
    }

    void withoutAPasswordLockingLeadsToTheSettings()
    {
        Place place;
        QVERIFY(!place.inTray(QStringLiteral("Lock the window")));
        place.scene.window->actionRegistry().find(QStringLiteral("window.lock"))->trigger();
        QVERIFY(!place.feature->lock().isLocked());
        QVERIFY(!place.scene.page->isVisible());
    }

    void itsKeyIsNobodyElses()
    {
        Place place;
        QStringList owners;
        for (const auto &entry : place.scene.window->actionRegistry().entries()) {
            if (entry.action->shortcuts().contains(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)))
                owners += entry.id;
        }
        QCOMPARE(owners, QStringList{QStringLiteral("window.lock")});
    }

    void tellsNothingOfWhatIsSwitchedOff()
    {
        Place place(settingsWith([](UiSettings &s) {
            s.notifyFinished = false;
            s.startInTray = true;
        }));
        Q_EMIT place.scene.engine.finished(test::sampleTorrents().front());
        place.setting([](UiSettings &s) { s.notifyFinished = true; });
        QTest::qWait(0);
        QVERIFY(place.notifications->shown.empty());
    }
};

QTEST_MAIN(TestDesktopFeature)
#include "tst_desktop_feature.moc"
