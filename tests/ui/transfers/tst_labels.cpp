// Categories and tags on the page of transfers: filters, menus and columns.
#include "tests/ui/screenshots/scene.h"
#include "ui/dialogs/label_dialog.h"
#include "ui/dialogs/remove_label_dialog.h"
#include "ui/models/transfer_model.h"
#include "ui/shell/translation.h"
#include "ui/text/tr.h"
#include "ui/transfers/details_pane.h"
#include "ui/widgets/filter_delegate.h"
#include "ui/transfers/general_tab.h"
#include "ui/transfers/label_tree.h"
#include "ui/transfers/side_filters.h"
#include "ui/transfers/status_filter_list.h"
#include "ui/transfers/transfer_view.h"
#include "ui/transfers/transfers_page.h"

#include <QAbstractButton>
#include <QAction>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStandardItemModel>
#include <QTest>

using namespace trib;
using namespace trib::ui;
using trib::test::Scene;

namespace {

LabelTree &tree(Scene &scene, LabelKind kind)
{
    const auto trees = scene.page->findChildren<LabelTree *>();
    return **std::find_if(trees.begin(), trees.end(), [kind](const LabelTree *tree) { return tree->kind() == kind; });
}

void show(Scene &scene)
{
    scene.window->resize(1200, 800);
    scene.window->show();
    QVERIFY(QTest::qWaitForWindowActive(scene.window.get()));
    scene.fill();
    scene.label();
    QCoreApplication::processEvents();
}

void choose(LabelTree &tree, const LabelChoice &choice)
{
    QVERIFY(tree.find(choice));
    tree.setCurrentItem(tree.find(choice));
}

int countOf(const LabelTree &tree, const char *name)
{
    return tree.find(name)->data(0, FilterDelegate::CountRole).toInt();
}

QAction *actionIn(const QMenu *menu, const QString &text)
{
    const auto actions = menu ? menu->actions() : QList<QAction *>();
    const auto place = std::find_if(actions.begin(), actions.end(), [&](const QAction *action) { return action->text() == text; });
    return place == actions.end() ? nullptr : *place;
}

// As it is when it opens.
QMenu *menuOf(Scene &scene, const char *id)
{
    QMenu *menu = scene.window->actionRegistry().find(QString::fromLatin1(id))->menu();
    Q_EMIT menu->aboutToShow();
    return menu;
}

QMenu *sideMenu(LabelTree &tree, const LabelChoice &choice)
{
    const QPoint place = tree.visualItemRect(tree.find(choice)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, tree.viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(tree.viewport(), &event);
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

void selectNumbers(Scene &scene, std::initializer_list<int> numbers)
{
    TransferView &view = scene.page->view();
    view.clearSelection();
    for (const int number : numbers)
        view.selectionModel()->select(scene.page->model().indexOf(test::sampleId(number)), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

} // namespace

class TestLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*qApp, QStringLiteral("en")); }

    void sectionsAreThereWhenThereIsSomethingInThem()
    {
        Scene scene;
        scene.window->show();
        scene.fill();
        QVERIFY(!tree(scene, LabelKind::Category).isVisible() && !tree(scene, LabelKind::Tag).isVisible());
        scene.engine.publishLabels({{}, {"a"}});
        QVERIFY(!tree(scene, LabelKind::Category).isVisible() && tree(scene, LabelKind::Tag).isVisible());
        scene.engine.publishLabels({{{"b", {}}}, {}});
        QVERIFY(tree(scene, LabelKind::Category).isVisible() && !tree(scene, LabelKind::Tag).isVisible());
    }

    void countsThoseBelowAndThoseWithout()
    {
        Scene scene;
        show(scene);
        const LabelTree &categories = tree(scene, LabelKind::Category);
        QCOMPARE(countOf(categories, "Images of systems"), 4);
        QCOMPARE(countOf(categories, "Images of systems/Linux"), 4);
        QCOMPARE(countOf(categories, "Images of systems/BSD"), 0);
        QCOMPARE(countOf(categories, ""), 15 - 8);
        QCOMPARE(countOf(tree(scene, LabelKind::Tag), "to watch"), 2);
        QCOMPARE(countOf(tree(scene, LabelKind::Tag), ""), 15 - 3);
        QCOMPARE(categories.find("Video")->data(0, Qt::AccessibleTextRole).toString(), QStringLiteral("Video, 3 torrents"));
        scene.engine.publish({}, {test::sampleId(2)});
        QCOMPARE(countOf(categories, "Video"), 2);
        QCOMPARE(categories.find("Video/Films")->parent(), categories.find("Video"));
    }

    void allFiltersHoldTogether()
    {
        Scene scene;
        show(scene);
        const TransferModel &model = scene.page->model();
        choose(tree(scene, LabelKind::Category), "Images of systems");
        QCOMPARE(model.rowCount(), 4);
        choose(tree(scene, LabelKind::Tag), "");
        QCOMPARE(model.rowCount(), 3);
        scene.page->findChild<StatusFilterList *>()->setCurrentRow(static_cast<int>(StatusFilter::Downloading));
        QCOMPARE(model.rowCount(), 2);
        scene.page->findChild<QLineEdit *>()->setText(QStringLiteral("arch"));
        QCOMPARE(model.rowCount(), 1);
        choose(tree(scene, LabelKind::Category), std::nullopt);
        choose(tree(scene, LabelKind::Tag), std::nullopt);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(fromUtf8(model.at(0)->name).left(4), QStringLiteral("arch"));
    }

    void showAllEndsEveryFilter()
    {
        Scene scene;
        show(scene);
        choose(tree(scene, LabelKind::Category), "Audio");
        choose(tree(scene, LabelKind::Tag), "to watch");
        QCOMPARE(scene.page->model().rowCount(), 0);
        const auto buttons = scene.page->findChildren<QAbstractButton *>();
        const auto place = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *button) { return button->text() == QStringLiteral("Show all"); });
        (*place)->click();
        QCOMPARE(scene.page->model().rowCount(), scene.page->model().total());
    }

    void aChoiceThatIsGoneShowsAll()
    {
        Scene scene;
        show(scene);
        choose(tree(scene, LabelKind::Category), "Video");
        Labels labels = test::sampleLabels();
        labels.tags.emplace_back("zzz");
        scene.engine.publishLabels(labels);
        QCOMPARE(scene.page->model().rowCount(), 3); // still there, still chosen
        scene.engine.publishLabels({{{"Audio", {}}}, {}});
        QCOMPARE(scene.page->model().rowCount(), scene.page->model().total());
        QCOMPARE(tree(scene, LabelKind::Category).current(), LabelChoice());
    }

    void theKeyboardChoosesOpensAndCloses()
    {
        Scene scene;
        show(scene);
        LabelTree &categories = tree(scene, LabelKind::Category);
        categories.setFocus();
        QTest::keyClick(&categories, Qt::Key_End);
        QCOMPARE(categories.current(), LabelChoice("Video/Series"));
        QTest::keyClick(&categories, Qt::Key_Left);
        QCOMPARE(categories.current(), LabelChoice("Video"));
        const int open = categories.height();
        QTest::keyClick(&categories, Qt::Key_Left);
        QVERIFY(!categories.find("Video")->isExpanded());
        QVERIFY(categories.height() < open);
        QTest::keyClick(&categories, Qt::Key_Home);
        QCOMPARE(categories.current(), LabelChoice());
        QTest::keyClick(&categories, Qt::Key_Down);
        QCOMPARE(categories.current(), LabelChoice(""));
        scene.engine.publishLabels({test::sampleLabels().categories, {}});
        QVERIFY(!categories.find("Video")->isExpanded()); // as it was left
        QTest::keyClick(&categories, Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
    }

    // What filters the list can be seen: closing what it is below chooses that.
    void theArrowClosesWithoutChoosing()
    {
        Scene scene;
        show(scene);
        LabelTree &categories = tree(scene, LabelKind::Category);
        const auto arrow = [&](const char *name) {
            const QTreeWidgetItem *item = categories.find(name);
            return FilterDelegate::arrowRect(categories.visualItemRect(item), categories.indexAt(categories.visualItemRect(item).center()), Qt::LeftToRight).center();
        };
        QTest::mouseClick(categories.viewport(), Qt::LeftButton, {}, arrow("Video"));
        QVERIFY(!categories.find("Video")->isExpanded());
        QCOMPARE(categories.current(), LabelChoice());
        choose(categories, "Images of systems/Linux");
        QTest::mouseClick(categories.viewport(), Qt::LeftButton, {}, arrow("Images of systems"));
        QCOMPARE(categories.current(), LabelChoice("Images of systems"));
        QTest::mouseClick(categories.viewport(), Qt::LeftButton, {}, categories.visualItemRect(categories.find("Audio")).center());
        QCOMPARE(categories.current(), LabelChoice("Audio"));
    }

    void aRightClickFiltersNothing()
    {
        Scene scene;
        show(scene);
        LabelTree &tags = tree(scene, LabelKind::Tag);
        QTest::mouseClick(tags.viewport(), Qt::RightButton, {}, tags.visualItemRect(tags.find("to watch")).center());
        QCOMPARE(tags.current(), LabelChoice());
    }

    void theMenuOfAnEntryIsForAllItsTorrents()
    {
        Scene scene;
        show(scene);
        LabelTree &categories = tree(scene, LabelKind::Category);
        QMenu *menu = sideMenu(categories, "Video");
        QVERIFY(actionIn(menu, QStringLiteral("Stop 3 torrents")));
        actionIn(menu, QStringLiteral("Stop 3 torrents"))->trigger();
        QCOMPARE(scene.engine.last<StopTorrents>()->ids.size(), std::size_t(3));
        actionIn(menu, QStringLiteral("New category…"))->trigger();
        QCOMPARE(scene.window->findChild<LabelDialog *>()->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly)->text(), QStringLiteral("Video/"));
        actionIn(menu, QStringLiteral("Remove category…"))->trigger();
        const auto labels = scene.window->findChild<RemoveLabelDialog *>()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QStringLiteral("2 categories")) && label->text().contains(QStringLiteral("3 torrents")); }));
        QVERIFY(!scene.engine.last<RemoveCategories>());
        menu->close();
        menu = sideMenu(tree(scene, LabelKind::Tag), "新着");
        actionIn(menu, QStringLiteral("Start 1 torrent"))->trigger();
        QCOMPARE(scene.engine.last<StartTorrents>()->ids, TorrentIds{test::sampleId(1)});
        QVERIFY(!actionIn(menu, QStringLiteral("Change folder…")));
        menu->close();
        menu = sideMenu(categories, std::nullopt);
        QCOMPARE(menu->actions().size(), 1);
        menu->close();
        menu = sideMenu(categories, "Images of systems/BSD");
        QVERIFY(!actionIn(menu, QStringLiteral("Start 0 torrents"))->isEnabled());
        menu->close();
    }

    void givesTheSelectionACategory()
    {
        Scene scene;
        show(scene);
        QVERIFY(!scene.window->actionRegistry().find(QStringLiteral("transfers.category"))->isEnabled());
        selectNumbers(scene, {2, 10});
        QMenu *menu = menuOf(scene, "transfers.category");
        QVERIFY(actionIn(menu, QStringLiteral("Video/Films"))->isChecked());
        QVERIFY(!actionIn(menu, QStringLiteral("None"))->isChecked());
        actionIn(menu, QStringLiteral("Audio"))->trigger();
        QCOMPARE(scene.engine.last<SetCategory>()->category, std::string("Audio"));
        QCOMPARE(scene.engine.last<SetCategory>()->ids.size(), std::size_t(2));
        actionIn(menu, QStringLiteral("None"))->trigger();
        QCOMPARE(scene.engine.last<SetCategory>()->category, std::string());
        selectNumbers(scene, {2, 7});
        menu = menuOf(scene, "transfers.category");
        QVERIFY(!actionIn(menu, QStringLiteral("Video/Films"))->isChecked() && !actionIn(menu, QStringLiteral("Audio"))->isChecked());
        actionIn(menu, QStringLiteral("New category…"))->trigger();
        QVERIFY(scene.window->findChild<LabelDialog *>());
    }

    void givesAndTakesTags()
    {
        Scene scene;
        show(scene);
        selectNumbers(scene, {2, 10});
        QMenu *menu = menuOf(scene, "transfers.tags");
        QVERIFY(actionIn(menu, QStringLiteral("to watch"))->isChecked());
        actionIn(menu, QStringLiteral("to watch"))->trigger();
        QCOMPARE(scene.engine.last<ChangeTags>()->remove, std::vector<std::string>{"to watch"});
        QVERIFY(scene.engine.last<ChangeTags>()->add.empty());
        selectNumbers(scene, {1, 2, 3});
        menu = menuOf(scene, "transfers.tags");
        QAction *some = actionIn(menu, QStringLiteral("Give ‘to watch’ to all (1 of 3 have it)"));
        QVERIFY(some && !some->isCheckable()); // a box would say that none has it
        some->trigger();
        QCOMPARE(scene.engine.last<ChangeTags>()->add, std::vector<std::string>{"to watch"});
        QCOMPARE(scene.engine.last<ChangeTags>()->ids.size(), std::size_t(3));
        scene.engine.publishLabels({{}, {"R&B"}});
        QVERIFY(actionIn(menuOf(scene, "transfers.tags"), QStringLiteral("R&&B")));
    }

    void bothAreInTheMenuOfTheWindowAndOfTheSelection()
    {
        Scene scene;
        show(scene);
        selectNumbers(scene, {1});
        const auto holds = [&](const QMenu *menu, const char *id) {
            QAction *action = scene.window->actionRegistry().find(QString::fromLatin1(id));
            return menu && menu->actions().contains(action) && action->isEnabled() && action->menu();
        };
        auto *main = scene.window->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
        Q_EMIT main->aboutToShow();
        const QMenu *torrents = actionIn(main, QStringLiteral("Torrents"))->menu();
        QVERIFY(holds(torrents, "transfers.category") && holds(torrents, "transfers.tags"));
        scene.page->view().wantMenu();
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(holds(menu, "transfers.category") && holds(menu, "transfers.tags"));
        menu->close();
    }

    void theDetailsShowBothWhereThereAreAny()
    {
        Scene scene;
        show(scene);
        const auto shown = [&](const QString &text) {
            const auto labels = scene.page->details().findChild<GeneralTab *>()->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
        };
        selectNumbers(scene, {1});
        QVERIFY(shown(QStringLiteral("Images of systems/Linux")) && shown(QStringLiteral("keep seeding, 新着")));
        QVERIFY(shown(QStringLiteral("Category")));
        selectNumbers(scene, {5});
        QVERIFY(!shown(QStringLiteral("Category")) && !shown(QStringLiteral("Tags")));
    }

    void theirColumnsAreHiddenAtFirst()
    {
        Scene scene;
        show(scene);
        TransferView &view = scene.page->view();
        const int category = static_cast<int>(TransferColumn::Category);
        const int tags = static_cast<int>(TransferColumn::Tags);
        QVERIFY(view.isColumnHidden(category) && view.isColumnHidden(tags));
        QCOMPARE(scene.page->model().indexOf(test::sampleId(1)).siblingAtColumn(tags).data().toString(), QStringLiteral("keep seeding, 新着"));
        // Columns as they were stored when there were 16.
        QStandardItemModel fewer(0, 16);
        QHeaderView header(Qt::Horizontal);
        header.setModel(&fewer);
        header.hideSection(3);
        QByteArray state;
        QDataStream(&state, QIODevice::WriteOnly) << quint32(3) << qint32(0) << true << header.saveState() << qint32(16);
        view.restoreColumns(state);
        QVERIFY(view.isColumnHidden(3) && !view.isColumnHidden(4));
        QVERIFY(view.isColumnHidden(category) && view.isColumnHidden(tags));
        view.setColumnHidden(tags, false);
        view.restoreColumns(view.saveColumns());
        QVERIFY(!view.isColumnHidden(tags) && view.isColumnHidden(category));
    }

    void theSideScrollsToWhatTheKeyboardChooses()
    {
        Scene scene;
        show(scene);
        scene.window->resize(900, 460);
        QCoreApplication::processEvents();
        LabelTree &tags = tree(scene, LabelKind::Tag);
        tags.setFocus();
        QTest::keyClick(&tags, Qt::Key_End);
        const QRect row = tags.visualItemRect(tags.currentItem());
        QVERIFY(scene.page->findChild<SideFilters *>()->viewport()->rect().contains(tags.viewport()->mapTo(scene.page->findChild<SideFilters *>()->viewport(), row.center())));
    }
};

QTEST_MAIN(TestLabels)
#include "tst_labels.moc"
