#include "tests/ui/screenshots/scene.h"
#include "ui/desktop/lock_page.h"
#include "ui/desktop/window_lock.h"
#include "ui/transfers/columns_dialog.h"
#include "ui/transfers/transfer_view.h"
#include "ui/transfers/transfers_page.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <atomic>

using namespace trib;
using namespace trib::ui;
using trib::test::Scene;
using namespace std::chrono_literals;

namespace {

const auto kPassword = QStringLiteral("a glance");

// Passwords are kept as they are; what is counted is who asks.
struct Passwords {
    std::shared_ptr<std::atomic<int>> asked = std::make_shared<std::atomic<int>>(0);

    PasswordHashing hashing() const
    {
        return {[](const std::string &password) -> Result<std::string> { return "hash of " + password; },
            [asked = asked](const std::string &password, const std::string &hash) {
                ++*asked;
                return "hash of " + password == hash;
            }};
    }
};

struct Place {
    explicit Place(UiSettings settings = {})
        : scene(withPassword(settings)), lock(*scene.window, *scene.window, scene.store, passwords.hashing(), scene.clock)
    {
        scene.window->show();
        if (!QTest::qWaitForWindowActive(scene.window.get()))
            qFatal("no window");
        scene.fill();
        scene.select(0);
    }

    static UiSettings withPassword(UiSettings settings)
    {
        settings.lockHash = QStringLiteral("hash of ") + kPassword;
        return settings;
    }
    LockPage *page() const { return scene.window->findChild<LockPage *>(); }
    QLineEdit *field() const { return page()->findChild<QLineEdit *>(); }
    QStringList words() const
    {
        QStringList all;
        for (const QLabel *label : page()->findChildren<QLabel *>())
            all += label->text();
        return all;
    }
    void enter(const QString &password)
    {
        const int before = *passwords.asked;
        field()->setText(password);
        QTest::keyClick(field(), Qt::Key_Return);
        QTRY_VERIFY(*passwords.asked > before);
        QTRY_VERIFY(!page() || !field()->isReadOnly());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    Scene scene;
    Passwords passwords;
    WindowLock lock;
};

} // namespace

class TestWindowLock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hidesEverythingUntilThePasswordComes()
    {
        Place place;
        QSignalSpy changed(&place.lock, &WindowLock::lockedChanged);
        place.lock.lock();
        QVERIFY(place.lock.isLocked() && place.page() && place.page()->isVisible());
        QVERIFY(!place.scene.page->isVisible());
        for (const QWidget *widget : place.scene.window->findChildren<QWidget *>()) {
            if (widget->isVisible())
                QVERIFY2(widget->toolTip().isEmpty(), qPrintable(widget->toolTip()));
        }
        QVERIFY(place.field()->hasFocus());
        place.enter(kPassword);
        QTRY_VERIFY(!place.lock.isLocked());
        QVERIFY(place.scene.page->isVisible());
        QCOMPARE(changed.count(), 2);
    }

    void withoutAPasswordNothingIsLocked()
    {
        Place place;
        UiSettings settings = place.scene.store.values();
        settings.lockHash.clear();
        place.scene.store.update(settings);
        QVERIFY(!place.lock.canLock());
        place.lock.lock();
        QVERIFY(!place.lock.isLocked());
    }

    void noKeyReachesTheWindow()
    {
        Place place;
        place.lock.lock();
        QSignalSpy stopped(place.scene.window->actionRegistry().find(QStringLiteral("transfers.stop")), &QAction::triggered);
        for (const auto &entry : place.scene.window->actionRegistry().entries()) {
            for (const QKeySequence &key : entry.action->shortcuts())
                QTest::keySequence(place.scene.window.get(), key);
        }
        QTest::keyClick(place.scene.window.get(), Qt::Key_F1);
        QTest::keyClick(place.scene.window.get(), Qt::Key_F10);
        QCOMPARE(stopped.count(), 0);
        QVERIFY(place.scene.engine.commands.empty());
        QVERIFY(!QApplication::activePopupWidget() && !QApplication::activeModalWidget());
        QVERIFY(place.page()->isVisible());
    }

    void dropsAndPastesAreRefused()
    {
        Place place;
        place.lock.lock();
        QMimeData mime;
        mime.setText(QStringLiteral("magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567"));
        QVERIFY(!place.scene.window->take(mime));
        QDragEnterEvent entered(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        entered.ignore();
        QCoreApplication::sendEvent(place.scene.window.get(), &entered);
        QVERIFY(!entered.isAccepted());
        QVERIFY(place.scene.engine.previews.empty());
        place.enter(kPassword);
        QTRY_VERIFY(!place.lock.isLocked());
        QVERIFY(place.scene.window->take(mime));
    }

    void nothingIsAnnounced()
    {
        Place place;
        place.lock.lock();
        place.scene.window->announce(QStringLiteral("secret"));
        place.enter(kPassword);
        QTRY_VERIFY(!place.lock.isLocked());
        for (const QLabel *label : place.scene.window->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(QStringLiteral("secret")));
    }

    void dialogsGoAndComeBack()
    {
        Place place;
        place.scene.window->actionRegistry().find(QStringLiteral("transfers.columns"))->trigger();
        auto *dialog = place.scene.window->findChild<ColumnsDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        place.lock.lock();
        QVERIFY(!dialog->isVisible());
        place.enter(kPassword);
        QTRY_VERIFY(!place.lock.isLocked());
        QVERIFY(dialog->isVisible() && dialog->isModal());
    }

    void whatOpensMeanwhileIsNotSeen()
    {
        Place place;
        place.lock.lock();
        auto *late = new QDialog(place.scene.window.get());
        auto *menu = new QMenu(place.scene.window.get());
        menu->addAction(QStringLiteral("secret"));
        late->open();
        QVERIFY(late->testAttribute(Qt::WA_DontShowOnScreen));
        menu->popup({});
        QTRY_VERIFY(!late->isVisible() && !menu->isVisible());
        place.enter(kPassword);
        QTRY_VERIFY(!place.lock.isLocked());
        QVERIFY(late->isVisible());
        QVERIFY(!late->testAttribute(Qt::WA_DontShowOnScreen));
        QVERIFY(!menu->isVisible());
    }

    void aWrongPasswordIsSaidAndTheWaitGrows()
    {
        Place place;
        place.lock.lock();
        place.enter(QStringLiteral("wrong"));
        QVERIFY(place.words().join(u' ').contains(QStringLiteral("not the password")));
        QVERIFY(place.field()->text().isEmpty());
        place.enter(QStringLiteral("wrong"));
        place.enter(QStringLiteral("wrong"));
        const int asked = *place.passwords.asked;
        place.field()->setText(kPassword);
        QTest::keyClick(place.field(), Qt::Key_Return);
        QTest::mouseClick(place.page()->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(int(*place.passwords.asked), asked);
        QVERIFY2(place.words().join(u' ').contains(QStringLiteral("2 second")), qPrintable(place.words().join(u' ')));
        place.scene.clock.advance(2s);
        place.lock.check();
        QCOMPARE(place.field()->text(), kPassword);
        place.enter(kPassword);
        QTRY_VERIFY(!place.lock.isLocked());
    }

    void staysLockedOverARestart()
    {
        Place place;
        place.lock.lock();
        Scene again(Place::withPassword({}));
        again.store.setState(QStringLiteral("locked"), place.scene.store.state(QStringLiteral("locked")));
        WindowLock lock(*again.window, *again.window, again.store, place.passwords.hashing(), again.clock);
        QVERIFY(!lock.isLocked());
        lock.lockIfItWas();
        QVERIFY(lock.isLocked());
        place.enter(kPassword);
        QTRY_VERIFY(!place.lock.isLocked());
        QVERIFY(place.scene.store.state(QStringLiteral("locked")).isEmpty());
    }

    void locksWhenNobodyIsThere()
    {
        UiSettings settings;
        settings.lockAfterMinutes = 5;
        Place place(settings);
        place.scene.clock.advance(5min - 1s);
        place.lock.check();
        QVERIFY(!place.lock.isLocked());
        QTest::keyClick(place.scene.window.get(), Qt::Key_Shift);
        place.scene.clock.advance(5min - 1s);
        place.lock.check();
        QVERIFY(!place.lock.isLocked());
        place.scene.clock.advance(1s);
        place.lock.check();
        QVERIFY(place.lock.isLocked());
    }

    void saysHowManyLinksWait()
    {
        Place place;
        place.lock.lock();
        place.lock.setWaitingLinks(2);
        QVERIFY(place.words().join(u' ').contains(QStringLiteral("after unlocking")));
    }
};

QTEST_MAIN(TestWindowLock)
#include "tst_window_lock.moc"
