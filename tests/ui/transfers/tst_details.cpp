#include "tests/ui/screenshots/scene.h"
#include "ui/dialogs/question_dialog.h"
#include "ui/models/peer_model.h"
#include "ui/models/transfer_model.h"
#include "ui/shell/translation.h"
#include "ui/transfers/columns_dialog.h"
#include "ui/transfers/details_pane.h"
#include "ui/transfers/files_tab.h"
#include "ui/transfers/peer_tab.h"
#include "ui/transfers/speed_tab.h"
#include "ui/transfers/tracker_tab.h"
#include "ui/transfers/transfer_view.h"
#include "ui/transfers/transfers_page.h"
#include "ui/transfers/web_seed_tab.h"
#include "ui/widgets/pieces_bar.h"
#include "ui/widgets/speed_graph.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

using namespace trib;
using namespace trib::ui;
using trib::test::Scene;

namespace {

enum Tab { General, Trackers, Peers, Files, WebSeeds, Speed };

void show(Scene &scene, Tab tab)
{
    scene.window->resize(1200, 800);
    scene.window->show();
    QVERIFY(QTest::qWaitForWindowActive(scene.window.get()));
    scene.fill();
    scene.page->details().showTab(tab);
    scene.select(0);
    QCoreApplication::processEvents();
}

QAction *task(DetailList &list, const QString &text)
{
    for (QAction *action : list.table().actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

void accept(Scene &scene)
{
    auto *question = scene.window->findChild<QuestionDialog *>();
    QVERIFY(question);
    question->accept();
}

} // namespace

class TestDetails : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QStringLiteral("en")); } // plural forms

    void trackersAreRemovedAfterAQuestion()
    {
        Scene scene;
        show(scene, Trackers);
        auto *tab = scene.page->findChild<TrackerTab *>();
        QVERIFY(!task(*tab, QStringLiteral("Remove…"))->isEnabled());
        tab->table().selectRow(1);
        task(*tab, QStringLiteral("Remove…"))->trigger();
        QVERIFY(!scene.engine.last<RemoveTrackers>());
        accept(scene);
        const auto *command = scene.engine.last<RemoveTrackers>();
        QVERIFY(command);
        QCOMPARE(command->trackers, std::vector<std::string>{"udp://tracker.example.org:1337/announce"});
        QCOMPARE(command->id, test::sampleId(1));
    }

    void trackersAreAskedCopiedAndMoved()
    {
        Scene scene;
        show(scene, Trackers);
        auto *tab = scene.page->findChild<TrackerTab *>();
        tab->table().selectRow(1);
        task(*tab, QStringLiteral("Ask now"))->trigger();
        QCOMPARE(scene.engine.last<ReannounceTorrents>()->trackers, std::vector<std::string>{"udp://tracker.example.org:1337/announce"});
        tab->table().setFocus();
        QTest::keyClick(&tab->table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("udp://tracker.example.org:1337/announce"));
        task(*tab, QStringLiteral("Ask earlier (tier up)"))->trigger();
        QCOMPARE(scene.engine.last<SetTrackerTier>()->tier, 0);
        tab->table().selectAll();
        QVERIFY(!task(*tab, QStringLiteral("Change the address…"))->isEnabled());
        QVERIFY(task(*tab, QStringLiteral("Ask now"))->isEnabled());
    }

    void theFirstTierIsNotMovedUp()
    {
        Scene scene;
        show(scene, Trackers);
        auto *tab = scene.page->findChild<TrackerTab *>();
        tab->table().selectRow(0);
        task(*tab, QStringLiteral("Ask earlier (tier up)"))->trigger();
        QVERIFY(!scene.engine.last<SetTrackerTier>());
    }

    void webSeedsAreShownAndRemoved()
    {
        Scene scene;
        show(scene, WebSeeds);
        auto *tab = scene.page->findChild<WebSeedTab *>();
        QVERIFY(scene.engine.watchedParts.general && scene.engine.watchedParts.peers);
        QCOMPARE(tab->table().model()->rowCount(), 1);
        tab->table().selectRow(0);
        task(*tab, QStringLiteral("Remove…"))->trigger();
        accept(scene);
        QCOMPARE(scene.engine.last<ChangeWebSeeds>()->remove, std::vector<std::string>{"https://cdimage.debian.org/debian-cd/12.7.0/amd64/iso-cd/"});
    }

    void peersAreBannedByAddressAlone()
    {
        Scene scene;
        show(scene, Peers);
        auto *tab = scene.page->findChild<PeerTab *>();
        tab->table().selectAll();
        task(*tab, QStringLiteral("Ban…"))->trigger();
        accept(scene);
        const auto *command = scene.engine.last<BanPeers>();
        QVERIFY(command);
        QCOMPARE(command->addresses.size(), std::size_t{9});
        for (const std::string &address : command->addresses)
            QVERIFY2(address == "2001:db8::17" || (address.starts_with("198.18.7.") && address.find(':') == std::string::npos), address.c_str());
    }

    void countriesShowOnlyWhereADatabaseKnowsThem()
    {
        Scene scene;
        show(scene, Peers);
        auto *tab = scene.page->findChild<PeerTab *>();
        QVERIFY(tab->table().isColumnHidden(PeerModel::Country));
        TorrentDetail detail = test::sampleDetail(test::sampleId(1));
        detail.peers->front().country = "JP";
        scene.engine.publishDetail(detail);
        QVERIFY(!tab->table().isColumnHidden(PeerModel::Country));
        Scene without; // and it does not come back with the columns of a time when there was one
        show(without, Peers);
        without.page->details().restoreState(scene.page->details().saveState());
        QVERIFY(without.page->findChild<PeerTab *>()->table().isColumnHidden(PeerModel::Country));
    }

    void noListOffersAnythingWithoutATorrent()
    {
        Scene scene;
        show(scene, Trackers);
        scene.page->view().clearSelection();
        auto *tab = scene.page->findChild<TrackerTab *>();
        for (const QAction *action : tab->table().actions())
            QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
        QVERIFY(!tab->isVisible());
    }

    void saysWhatTheBarsShow()
    {
        PieceMap map = mapPieces({true, true, false, false}, {PieceIndex(2)}, {2, 2, 1, 0});
        QCOMPARE(PiecesBar::words(PiecesBar::Shows::Pieces, map), QStringLiteral("2 of 4 pieces verified, 1 on their way"));
        QCOMPARE(PiecesBar::words(PiecesBar::Shows::Availability, map), QStringLiteral("1 piece that no connected peer has"));
        map.unavailable = 0;
        QCOMPARE(PiecesBar::words(PiecesBar::Shows::Availability, map), QStringLiteral("Every piece is with us or a connected peer"));
    }

    void theBarPaintsWhatIsThereAndWhatIsMissing()
    {
        PiecesBar bar(PiecesBar::Shows::Pieces, nullptr);
        bar.resize(100, 12);
        std::vector<bool> pieces(1000, false);
        std::fill(pieces.begin(), pieces.begin() + 500, true);
        bar.setPieces(mapPieces(pieces, {}, {}));
        const QImage image = bar.grab().toImage();
        const auto at = [&](int x) { return image.pixelColor(x * image.width() / 100, image.height() / 2); };
        QCOMPARE(at(5), at(45));
        QCOMPARE(at(55), at(95));
        QVERIFY(at(45) != at(55));
        bar.setLayoutDirection(Qt::RightToLeft);
        const QImage mirrored = bar.grab().toImage();
        QCOMPARE(mirrored.pixelColor(5 * mirrored.width() / 100, 5), at(95));
    }

    void theSpeedOfAllIsThereWithoutASelection()
    {
        Scene scene;
        show(scene, Speed);
        scene.page->view().clearSelection();
        scene.clock.advance(std::chrono::seconds(2));
        auto *tab = scene.page->findChild<SpeedTab *>();
        QVERIFY(tab->isVisible());
        const auto said = [&] { return tab->findChild<SpeedGraph *>()->accessibleDescription().replace(QChar::Nbsp, u' '); };
        QTRY_VERIFY2_WITH_TIMEOUT(said().contains(QStringLiteral("down 4.20 MiB/s now")), qPrintable(said()), 5000);
        auto *range = tab->findChildren<QComboBox *>().at(1);
        range->setFocus();
        QTest::keyClick(range, Qt::Key_End);
        QCOMPARE(range->currentText(), QStringLiteral("Last 24 hours"));
        QVERIFY(tab->findChild<SpeedGraph *>()->accessibleDescription().startsWith(QStringLiteral("In the last 1 d")));
    }

    void theScaleOfTheGraphIsRound_data()
    {
        QTest::addColumn<qint64>("most");
        QTest::addColumn<qint64>("scale");
        QTest::newRow("nothing") << qint64{0} << qint64{10 << 10};
        QTest::newRow("12 KiB/s") << qint64{12 << 10} << qint64{20 << 10};
        QTest::newRow("900 KiB/s") << qint64{900 << 10} << qint64{1000 << 10};
        QTest::newRow("1010 KiB/s") << qint64{1010 << 10} << qint64{2000 << 10};
        QTest::newRow("3 MiB/s") << qint64{3 << 20} << qint64{5 << 20};
        QTest::newRow("100 MiB/s") << qint64{100 << 20} << qint64{100 << 20};
    }
    void theScaleOfTheGraphIsRound()
    {
        QFETCH(qint64, most);
        QTEST(qint64{SpeedGraph::scaleFor(most)}, "scale");
    }

    void filesAreFilteredAndChosen()
    {
        Scene scene;
        show(scene, Files);
        auto *tab = scene.page->findChild<FilesTab *>();
        auto *tree = tab->findChild<QTreeView *>();
        tab->findChild<QLineEdit *>()->setText(QStringLiteral("notes"));
        const QModelIndex root = tree->model()->index(0, 0);
        QCOMPARE(tree->model()->rowCount(root), 1);
        QVERIFY(tree->isExpanded(tree->model()->index(0, 0, root))); // where the match is
        for (QPushButton *button : tab->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("All"))
                button->click();
        }
        const auto *command = scene.engine.last<SetFilePriorities>();
        QVERIFY(command);
        QCOMPARE(command->priorities.size(), std::size_t{1}); // the one that is shown, and no other
        QCOMPARE(command->priorities.front().first, FileIndex(3));
    }

    void columnsAreChosenOrderedAndSortedByKeyboard()
    {
        Scene scene;
        show(scene, General);
        TransferView &view = scene.page->view();
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = scene.window->findChild<ColumnsDialog *>();
        QVERIFY(dialog);
        dialog->activateWindow(); // or the keys would go to the list
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->count(), kTransferColumns);
        const int ratio = static_cast<int>(TransferColumn::Ratio);
        QVERIFY(view.isColumnHidden(ratio));
        list->setCurrentRow(ratio);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(list->item(ratio)->checkState(), Qt::Checked);
        QVERIFY(!view.isColumnHidden(ratio));
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Move &up"))
                button->click();
        }
        QCOMPARE(view.horizontalHeader()->visualIndex(ratio), ratio - 1);
        QCOMPARE(list->currentRow(), ratio - 1);
        auto *sortedBy = dialog->findChildren<QComboBox *>().at(0);
        QTest::keyClick(sortedBy, Qt::Key_Home);
        QCOMPARE(scene.page->model().sortKeys().front().column, TransferColumn::Name);
    }

    void whatItWasSortedByBeforeComesBack()
    {
        Scene scene;
        show(scene, General);
        TransferView &view = scene.page->view();
        view.sortByColumn(static_cast<int>(TransferColumn::Size), Qt::AscendingOrder);
        view.sortByColumn(static_cast<int>(TransferColumn::State), Qt::DescendingOrder);
        const auto keys = scene.page->model().sortKeys();
        const QByteArray state = view.saveColumns();
        view.sortByColumn(static_cast<int>(TransferColumn::Name), Qt::AscendingOrder);
        view.restoreColumns(state);
        QCOMPARE(scene.page->model().sortKeys(), keys);
    }

    void anExpressionThatIsNotCompleteSaysSo()
    {
        Scene scene;
        show(scene, General);
        scene.window->actionRegistry().find(QStringLiteral("transfers.expression"))->setChecked(true);
        auto *text = scene.page->findChild<QLineEdit *>();
        text->setText(QStringLiteral("debian-(12"));
        QVERIFY(!text->accessibleDescription().isEmpty());
        QCOMPARE(scene.page->model().rowCount(), 0);
        text->setText(QStringLiteral("^debian-(12|13)"));
        QVERIFY(text->accessibleDescription().isEmpty());
        QCOMPARE(scene.page->model().rowCount(), 1);
    }

    void superSeedingIsOfferedOnlyToWhoHasEverything()
    {
        Scene scene;
        show(scene, General);
        QAction *super = scene.window->actionRegistry().find(QStringLiteral("transfers.super_seeding"));
        QVERIFY(!super->isEnabled()); // the first is downloading
        const auto seeding = scene.page->model().indexOf(test::sampleId(5));
        scene.page->view().setCurrentIndex(seeding);
        QVERIFY(super->isEnabled());
        super->trigger();
        QVERIFY(scene.engine.last<SetSuperSeeding>() && scene.engine.last<SetSuperSeeding>()->on);
    }
};

QTEST_MAIN(TestDetails)
#include "tst_details.moc"
