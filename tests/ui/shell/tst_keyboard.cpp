// The whole window by keyboard alone, as someone does who has just met it.
#include "tests/ui/screenshots/scene.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/status_strip.h"
#include "ui/transfers/details_pane.h"
#include "ui/transfers/general_tab.h"
#include "ui/transfers/transfer_view.h"
#include "ui/transfers/transfers_page.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QTest>
#include <QToolButton>

using namespace trib;
using namespace trib::ui;
using trib::test::Scene;

namespace {

void show(Scene &scene)
{
    scene.window->show();
    QVERIFY(QTest::qWaitForWindowActive(scene.window.get()));
}

void press(Scene &scene, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *focus = scene.window->focusWidget();
    QTest::keyClick(focus ? focus : scene.window.get(), key, modifiers);
}

QMenu *openMenu()
{
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

} // namespace

class TestKeyboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEmptyWindowBeginsAtTheOneThingToDo()
    {
        Scene scene;
        show(scene);
        const auto *button = qobject_cast<QPushButton *>(scene.window->focusWidget());
        QVERIFY(button && button->isVisible());
        QCOMPARE(button->text(), QStringLiteral("Add torrent…"));
        scene.fill();
        QCOMPARE(scene.window->focusWidget(), &scene.page->view());
    }

    void theFirstArrowChoosesTheFirstRow()
    {
        Scene scene;
        show(scene);
        scene.fill();
        press(scene, Qt::Key_Down);
        QCOMPARE(scene.page->view().selectionModel()->selectedRows().value(0).row(), 0);
        press(scene, Qt::Key_Down);
        QCOMPARE(scene.page->view().selectionModel()->selectedRows().value(0).row(), 1);
    }

    void theFilterIsFoundFromEverywhere()
    {
        Scene scene;
        show(scene);
        scene.fill();
        auto *filter = scene.page->findChild<QLineEdit *>();
        scene.window->findChild<StatusStrip *>()->findChild<QToolButton *>()->setFocus();
        press(scene, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(filter->hasFocus());
        press(scene, Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(!filter->isVisible());
        scene.window->actionRegistry().find(QStringLiteral("transfers.filter"))->trigger();
        QVERIFY(filter->isVisible() && filter->hasFocus());
    }

    void theKeyOfTheFilterSearchesTheSettingsThere_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("Ctrl+F") << static_cast<int>(Qt::Key_F) << static_cast<int>(Qt::ControlModifier);
        QTest::newRow("/") << static_cast<int>(Qt::Key_Slash) << 0;
    }
    void theKeyOfTheFilterSearchesTheSettingsThere()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        Scene scene;
        show(scene);
        press(scene, Qt::Key_Comma, Qt::ControlModifier);
        auto *page = scene.window->findChild<SettingsPage *>();
        QVERIFY(page->isVisible());
        press(scene, static_cast<Qt::Key>(key), static_cast<Qt::KeyboardModifier>(modifiers)); // in the list of sections
        const auto *search = page->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(search->hasFocus() && search->text().isEmpty());
        page->section(QStringLiteral("general"))->findChild<QCheckBox *>()->setFocus();
        press(scene, static_cast<Qt::Key>(key), static_cast<Qt::KeyboardModifier>(modifiers));
        QVERIFY(search->hasFocus() && search->text().isEmpty());
    }

    void escapeLeavesTheFilterAndEndsIt()
    {
        Scene scene;
        show(scene);
        scene.fill();
        auto *filter = scene.page->findChild<QLineEdit *>();
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("debian"));
        press(scene, Qt::Key_Down);
        QCOMPARE(scene.window->focusWidget(), &scene.page->view());
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral(" and nothing else"));
        press(scene, Qt::Key_Escape);
        QVERIFY(filter->text().isEmpty());
        QCOMPARE(scene.window->focusWidget(), &scene.page->view());
    }

    void menusOpenByKey()
    {
        Scene scene;
        show(scene);
        scene.fill();
        press(scene, Qt::Key_F10);
        QVERIFY(openMenu() && !openMenu()->actions().isEmpty());
        openMenu()->close();
        press(scene, Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY(!openMenu()); // of nothing
        press(scene, Qt::Key_Down);
        press(scene, Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY(openMenu());
        QVERIFY(openMenu()->actions().size() > 10);
        openMenu()->close();
    }

    void tabReachesEveryPartOfThePage()
    {
        Scene scene;
        show(scene);
        scene.fill();
        scene.select(0);
        scene.page->view().setFocus();
        QSet<const QWidget *> met;
        for (int step = 0; step < 80 && !met.contains(scene.window->focusWidget()); ++step) {
            met.insert(scene.window->focusWidget());
            press(scene, Qt::Key_Tab);
        }
        const ActionRegistry &registry = scene.window->actionRegistry();
        const auto buttons = scene.page->findChildren<QToolButton *>();
        for (const char *id : {"transfers.stop", "transfers.remove"}) { // what runs cannot be started
            const QAction *action = registry.find(QString::fromLatin1(id));
            QVERIFY2(std::any_of(buttons.begin(), buttons.end(), [&](const QToolButton *button) { return button->defaultAction() == action && met.contains(button); }), id);
        }
        QVERIFY(met.contains(scene.page->findChild<QLineEdit *>()));
        QVERIFY(met.contains(&scene.page->view()));
        QVERIFY(met.contains(scene.page->details().findChild<GeneralTab *>()));
    }

    void theListsOfTheDetailsHaveTheirMenusAndKeys_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("entry");
        QTest::newRow("trackers") << 1 << QStringLiteral("Add trackers…");
        QTest::newRow("peers") << 2 << QStringLiteral("Connect to a peer…");
        QTest::newRow("files") << 3 << QStringLiteral("Open folder");
        QTest::newRow("web seeds") << 4 << QStringLiteral("Add web seeds…");
    }
    void theListsOfTheDetailsHaveTheirMenusAndKeys()
    {
        QFETCH(int, tab);
        QFETCH(QString, entry);
        Scene scene;
        show(scene);
        scene.fill();
        scene.page->details().showTab(tab);
        scene.select(0);
        const auto views = scene.page->details().findChildren<QAbstractItemView *>();
        const auto list = std::find_if(views.begin(), views.end(), [](const QAbstractItemView *view) { return view->isVisible() && !view->accessibleName().isEmpty(); });
        QVERIFY(list != views.end());
        (*list)->setFocus();
        press(scene, Qt::Key_Down);
        press(scene, Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY(openMenu());
        const auto actions = openMenu()->actions();
        QVERIFY(std::any_of(actions.begin(), actions.end(), [&](const QAction *action) { return action->text() == entry && action->isEnabled(); }));
        openMenu()->close();
    }

    void settingsBeginWithTheirSections()
    {
        Scene scene;
        show(scene);
        press(scene, Qt::Key_Comma, Qt::ControlModifier);
        auto *sections = qobject_cast<QListWidget *>(scene.window->focusWidget());
        QVERIFY(sections);
        press(scene, Qt::Key_Down);
        QCOMPARE(sections->currentRow(), 1);
        press(scene, Qt::Key_Up);
        press(scene, Qt::Key_Tab);
        QVERIFY(qobject_cast<QComboBox *>(scene.window->focusWidget())); // the language: what is seen first, comes first
        press(scene, Qt::Key_1, Qt::ControlModifier);
        QVERIFY(scene.page->isVisible());
    }

    void theFocusCanBeSeen_data()
    {
        QTest::addColumn<bool>("details");
        QTest::newRow("list in which nothing is selected") << false;
        QTest::newRow("details") << true;
    }
    void theFocusCanBeSeen()
    {
        QFETCH(bool, details);
        Scene scene;
        show(scene);
        scene.fill();
        if (details)
            scene.select(0);
        QWidget *widget = details ? scene.page->details().findChild<GeneralTab *>() : static_cast<QWidget *>(&scene.page->view());
        scene.window->setAttribute(Qt::WA_KeyboardFocusChange); // as Tab does: styles draw no frame for those who use the mouse
        scene.page->findChild<QLineEdit *>()->setFocus();
        QCoreApplication::processEvents();
        const QImage without = widget->grab().toImage();
        widget->setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents();
        QVERIFY(widget->grab().toImage() != without);
    }
};

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
