// The whole window by keyboard alone, as someone does who has just met it.
#include "tests/ui/screenshots/scene.h"
#include "ui/shell/status_strip.h"
#include "ui/transfers/details_pane.h"
#include "ui/transfers/general_tab.h"
#include "ui/transfers/transfer_view.h"
#include "ui/transfers/transfers_page.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
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
        press(scene, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(filter->isVisible() && filter->hasFocus());
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
