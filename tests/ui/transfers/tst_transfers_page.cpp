#include "tests/ui/screenshots/scene.h"
#include "ui/models/transfer_model.h"
#include "ui/shell/translation.h"
#include "ui/text/tr.h"
#include "ui/transfers/details_pane.h"
#include "ui/transfers/open_content.h"
#include "ui/transfers/save_torrent.h"
#include "ui/transfers/state_delegate.h"
#include "ui/transfers/status_filter_list.h"
#include "ui/transfers/transfer_actions.h"
#include "ui/transfers/transfer_view.h"
#include "ui/transfers/transfers_feature.h"
#include "ui/transfers/transfers_page.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/table_header.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScopeGuard>
#include <QTest>

using namespace trib;
using namespace trib::ui;
using trib::test::Scene;

namespace {

QAction *actionOf(Scene &scene, const char *id)
{
    return scene.window->actionRegistry().find(QString::fromLatin1(id));
}

int rowOf(Scene &scene, TorrentState state)
{
    for (int row = 0; row < scene.page->model().rowCount(); ++row) {
        if (scene.page->model().at(row)->state == state)
            return row;
    }
    return -1;
}

bool says(Scene &scene, const QString &part)
{
    const auto labels = scene.window->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(part); });
}

void show(Scene &scene)
{
    scene.window->resize(1200, 800);
    scene.window->show();
    QVERIFY(QTest::qWaitForWindowActive(scene.window.get())); // keys need a window that has the focus
    scene.fill();
    QCoreApplication::processEvents();
}

} // namespace

class TestTransfersPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyListSaysSoOnlyOnceItHasBeenRead()
    {
        QTemporaryDir folder;
        test::FakeEngine engine;
        test::ManualClock clock;
        UiSettingsStore store(folder.filePath(QStringLiteral("ui.ini")));
        MainWindow window(engine, store, clock);
        window.addFeature(std::make_unique<TransfersFeature>());
        window.show();
        const auto shown = [&window] {
            QStringList words;
            for (const QLabel *label : window.findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(QStringLiteral("torrent")))
                    words.append(label->text());
            }
            return words;
        };
        QCOMPARE(shown(), QStringList(QStringLiteral("Reading your torrents…")));
        engine.publish({});
        QCOMPARE(shown(), QStringList(QStringLiteral("Reading your torrents…")));
        engine.start();
        QCOMPARE(shown(), QStringList(QStringLiteral("Drop a torrent or magnet link here, or press Ctrl+V")));
    }

    void acknowledgesEachDeltaAfterShowingIt()
    {
        Scene scene;
        scene.fill();
        QCOMPARE(scene.engine.acknowledged.size(), std::size_t(1));
        scene.engine.publish({}, {test::sampleId(1)});
        QCOMPARE(scene.engine.acknowledged.back(), DeltaSequence(2));
        QCOMPARE(scene.page->model().total(), int(test::sampleTorrents().size()) - 1);
    }

    void sendsCommandsForExactlyTheSelection()
    {
        Scene scene;
        show(scene);
        scene.page->view().selectRow(rowOf(scene, TorrentState::Stopped));
        actionOf(scene, "transfers.start")->trigger();
        QVERIFY(scene.engine.last<StartTorrents>());
        QCOMPARE(scene.engine.last<StartTorrents>()->ids, TorrentIds{test::sampleId(10)});
        scene.page->view().selectAll();
        actionOf(scene, "transfers.stop")->trigger();
        QCOMPARE(scene.engine.last<StopTorrents>()->ids.size(), test::sampleTorrents().size());
    }

    void offersOnlyWhatMakesSense()
    {
        Scene scene;
        show(scene);
        QVERIFY(!actionOf(scene, "transfers.start")->isEnabled());
        QVERIFY(!actionOf(scene, "transfers.remove")->isEnabled());
        scene.page->view().selectRow(rowOf(scene, TorrentState::Seeding));
        QVERIFY(!actionOf(scene, "transfers.start")->isEnabled());
        QVERIFY(actionOf(scene, "transfers.stop")->isEnabled());
        QVERIFY(!actionOf(scene, "transfers.queue_up")->isEnabled());
        scene.page->view().selectRow(rowOf(scene, TorrentState::QueuedForDownload));
        QVERIFY(actionOf(scene, "transfers.queue_up")->isEnabled());
    }

    void togglesWithTheSpaceBar()
    {
        Scene scene;
        show(scene);
        scene.page->view().setFocus();
        scene.page->view().selectRow(rowOf(scene, TorrentState::Stopped));
        QTest::keyClick(&scene.page->view(), Qt::Key_Space);
        QVERIFY(scene.engine.last<StartTorrents>());
        scene.page->view().selectRow(rowOf(scene, TorrentState::Seeding));
        QTest::keyClick(&scene.page->view(), Qt::Key_Space);
        QVERIFY(scene.engine.last<StopTorrents>());
    }

    void asksBeforeItRemoves()
    {
        Scene scene;
        show(scene);
        scene.page->view().setFocus();
        scene.page->view().selectRow(0);
        QTest::keyClick(&scene.page->view(), Qt::Key_Delete);
        QVERIFY(!scene.engine.last<RemoveTorrents>());
        QVERIFY(scene.window->findChild<QDialog *>());
        QCOMPARE(scene.engine.plans.size(), std::size_t(1));
    }

    void solvesAProblemFromItsCell()
    {
        Scene scene;
        show(scene);
        scene.window->resize(1600, 700); // the link stands where there is room for it
        QCoreApplication::processEvents();
        scene.page->model().setFilter({StatusFilter::Problems, QStringLiteral("planet")});
        QCOMPARE(scene.page->model().rowCount(), 1);
        TransferView &view = scene.page->view();
        const QModelIndex cell = scene.page->model().index(0, static_cast<int>(TransferColumn::State));
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.rect = view.visualRect(cell);
        const QRect link = StateDelegate::linkRect(option, cell);
        QVERIFY(!link.isEmpty());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, link.center());
        QVERIFY(scene.engine.last<RepairTorrent>());
        QCOMPARE(scene.engine.last<RepairTorrent>()->id, test::sampleId(12));
    }

    void watchesOnlyWhatIsVisible()
    {
        Scene scene;
        show(scene);
        QVERIFY(!scene.engine.watched);
        scene.page->view().selectRow(0);
        QVERIFY(scene.engine.watched);
        QCOMPARE(scene.engine.watchedParts, (DetailParts{true, false, false, false}));
        scene.page->details().showTab(2);
        QCOMPARE(scene.engine.watchedParts, (DetailParts{false, false, true, false}));
        actionOf(scene, "transfers.details")->trigger();
        QVERIFY(!scene.engine.watched);
        actionOf(scene, "transfers.details")->trigger();
        QVERIFY(scene.engine.watched);
        scene.window->hide();
        QVERIFY(!scene.engine.watched);
        scene.window->show();
        scene.page->view().selectAll();
        QVERIFY(!scene.engine.watched);
    }

    void holdsTheOrderWhileAMenuIsOpen()
    {
        Scene scene;
        show(scene);
        scene.page->view().sortByColumn(static_cast<int>(TransferColumn::Down), Qt::DescendingOrder);
        scene.page->view().selectRow(0);
        const TorrentId first = scene.page->model().at(0)->id;
        QContextMenuEvent event(QContextMenuEvent::Mouse, {5, 5}, scene.page->view().viewport()->mapToGlobal(QPoint(5, 5)));
        QCoreApplication::sendEvent(scene.page->view().viewport(), &event);
        auto *menu = scene.page->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(menu);
        TorrentSnapshot faster = test::sampleTorrents().at(1);
        faster.downloadRate = BytesPerSecond(99'000'000);
        scene.engine.publish({faster});
        QCOMPARE(scene.page->model().at(0)->id, first);
        menu->close();
        QTRY_COMPARE(scene.page->model().at(0)->id, faster.id);
    }

    void showsAPlaceInsteadOfAVoid()
    {
        Scene scene;
        scene.window->resize(1000, 700);
        scene.window->show();
        QVERIFY(!scene.page->view().isVisible());
        QVERIFY(!scene.page->details().isVisible());
        scene.fill();
        QVERIFY(scene.page->view().isVisible());
        scene.page->findChild<QLineEdit *>()->setText(QStringLiteral("no such thing"));
        QVERIFY(!scene.page->view().isVisible());
    }

    void filtersByState()
    {
        Scene scene;
        show(scene);
        scene.page->findChild<StatusFilterList *>()->setCurrentRow(static_cast<int>(StatusFilter::Problems));
        QCOMPARE(scene.page->model().rowCount(), scene.page->model().count(StatusFilter::Problems));
        QCOMPARE(scene.page->model().rowCount(), 4);
    }

    void remembersItsColumns()
    {
        Scene scene;
        show(scene);
        QHeaderView *header = scene.page->view().horizontalHeader();
        header->moveSection(0, 3);
        scene.page->view().setColumnHidden(static_cast<int>(TransferColumn::Size), true);
        const QByteArray state = scene.page->view().saveColumns();
        Scene other;
        other.page->view().restoreColumns(state);
        QCOMPARE(other.page->view().horizontalHeader()->visualIndex(0), 3);
        QVERIFY(other.page->view().isColumnHidden(static_cast<int>(TransferColumn::Size)));
        QTRY_VERIFY(!scene.store.state(QStringLiteral("transfers/columns")).isEmpty());
    }

    void theNameTakesWhatTheOtherColumnsLeave()
    {
        Scene scene;
        show(scene);
        const TransferView &view = scene.page->view();
        const QHeaderView *header = view.horizontalHeader();
        QCOMPARE(header->length(), view.viewport()->width());
        const int size = header->sectionSize(static_cast<int>(TransferColumn::Size));
        scene.window->resize(1150, 800);
        QCoreApplication::processEvents();
        QCOMPARE(header->length(), view.viewport()->width());
        QCOMPARE(header->sectionSize(static_cast<int>(TransferColumn::Size)), size);
    }

    void theFirstWindowShowsEveryColumnOfFirstSight()
    {
        Scene scene;
        show(scene);
        scene.window->resize(1120, 700);
        QCoreApplication::processEvents();
        const TransferView &view = scene.page->view();
        QVERIFY(view.horizontalHeader()->length() <= view.viewport()->width());
        QVERIFY2(view.columnWidth(0) >= 190, qPrintable(QString::number(view.columnWidth(0))));
    }

    void theFirstWindowHasRoomForTheUsualStates_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("Japanese") << QStringLiteral("ja");
    }
    void theFirstWindowHasRoomForTheUsualStates()
    {
        QFETCH(QString, language);
        installTranslation(*qApp, language);
        const auto english = qScopeGuard([] { installTranslation(*qApp, QStringLiteral("en")); });
        Scene scene;
        show(scene);
        scene.window->resize(1120, 700);
        QCoreApplication::processEvents();
        const TransferView &view = scene.page->view();
        constexpr int kMarginsAndIcon = 8 + 16 + 6 + 8;
        const int room = view.columnWidth(static_cast<int>(TransferColumn::State)) - kMarginsAndIcon;
        int usual = 0;
        for (const TorrentSnapshot &torrent : test::sampleTorrents()) {
            const bool holdsAPath = torrent.problem && torrent.problem.kind != ProblemKind::VolumeOffline;
            const QString words = stateWords(torrent).text;
            QVERIFY2(holdsAPath || view.fontMetrics().horizontalAdvance(words) <= room, qPrintable(words));
            usual += holdsAPath ? 0 : 1;
        }
        QVERIFY(usual >= 10);
    }

    void theStateSharesTheRoomUntilAColumnIsDrawn()
    {
        Scene scene;
        show(scene);
        const TransferView &view = scene.page->view();
        const auto width = [&](int window) {
            scene.window->resize(window, 700);
            QCoreApplication::processEvents();
            return view.columnWidth(static_cast<int>(TransferColumn::State));
        };
        const int first = width(1120);
        const int wide = width(1280);
        QVERIFY(wide > first);
        QCOMPARE(view.horizontalHeader()->length(), view.viewport()->width());
        QCOMPARE(width(2000), width(1800)); // the rest is the name's
        QCOMPARE(width(1120), first);
        view.horizontalHeader()->resizeSection(static_cast<int>(TransferColumn::Size), 90);
        QCOMPARE(width(1280), first);
        Scene other;
        show(other);
        other.page->view().restoreColumns(view.saveColumns());
        other.window->resize(1800, 700);
        QCoreApplication::processEvents();
        QCOMPARE(other.page->view().columnWidth(static_cast<int>(TransferColumn::State)), first);
    }

    void theCauseComesBeforeTheRemedy()
    {
        Scene scene;
        show(scene);
        scene.page->model().setFilter({StatusFilter::Problems, QStringLiteral("planet")});
        const QModelIndex cell = scene.page->model().index(0, static_cast<int>(TransferColumn::State));
        QStyleOptionViewItem option;
        option.initFrom(&scene.page->view());
        const int words = option.fontMetrics.horizontalAdvance(cell.data().toString());
        option.rect = QRect(0, 0, 8 + 16 + 6 + words + 8, 28);
        QVERIFY(StateDelegate::linkRect(option, cell).isEmpty());
        option.rect.setWidth(600);
        const QRect link = StateDelegate::linkRect(option, cell);
        QVERIFY(link.left() > 8 + 16 + 6 + words);
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("is not connected")));
    }

    void widthsThatWereDrawnByHandComeBack()
    {
        Scene scene;
        show(scene);
        QHeaderView *header = scene.page->view().horizontalHeader();
        header->resizeSection(static_cast<int>(TransferColumn::Name), 170);
        header->resizeSection(static_cast<int>(TransferColumn::State), 111);
        Scene other;
        show(other);
        other.page->view().restoreColumns(scene.page->view().saveColumns());
        QCOMPARE(other.page->view().columnWidth(static_cast<int>(TransferColumn::Name)), 170);
        QCOMPARE(other.page->view().columnWidth(static_cast<int>(TransferColumn::State)), 111);
    }

    void theDetailsComeBackAsTheyWereLeft()
    {
        Scene scene;
        show(scene);
        scene.page->details().showTab(2);
        scene.window->hide(); // before the pause after which it is stored by itself
        Scene other;
        show(other);
        other.page->details().restoreState(scene.store.state(QStringLiteral("transfers/detail_columns")));
        other.page->view().selectRow(0);
        QVERIFY(other.engine.watchedParts.peers);
        other.page->details().restoreState("nonsense");
        QVERIFY(other.engine.watchedParts.peers);
    }

    void damagedColumnsAreThoseOfFirstSight()
    {
        Scene scene;
        show(scene);
        const int name = scene.page->view().columnWidth(0);
        QByteArray state = scene.page->view().saveColumns();
        scene.page->view().setColumnHidden(0, true);
        for (const QByteArray &damaged : {QByteArray("nonsense"), state.left(state.size() / 2), QByteArray()}) {
            scene.page->view().restoreColumns(damaged);
            QCOMPARE(scene.page->view().columnWidth(0), name);
        }
    }

    void titlesStandAboveTheTextOfTheirCells()
    {
        Scene scene;
        show(scene);
        const auto *header = qobject_cast<TableHeader *>(scene.page->view().horizontalHeader());
        QVERIFY(header);
        for (const TransferColumn column : {TransferColumn::Name, TransferColumn::Size}) {
            const int section = static_cast<int>(column);
            const QRect whole(header->sectionViewportPosition(section), 0, header->sectionSize(section), header->height());
            QCOMPARE(header->titleRect(whole, section), whole.adjusted(kCellMargin, 0, -kCellMargin, 0));
        }
    }

    void savesTheTorrentFile()
    {
        Scene scene;
        show(scene);
        scene.engine.exportAnswer = std::vector<std::uint8_t>{'d', 'e'};
        const QString path = scene.folder.filePath(QStringLiteral("a.torrent"));
        saveTorrent(*scene.window, test::sampleId(1), path);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("de"));
        saveTorrent(*scene.window, test::sampleId(1), scene.folder.filePath(QStringLiteral("not/there/a.torrent")));
        QTRY_VERIFY(says(scene, QStringLiteral("could not be written")));
        scene.engine.exportAnswer = failure(EngineErrc::NoMetadataYet);
        saveTorrent(*scene.window, test::sampleId(1), path);
        QTRY_VERIFY(says(scene, QStringLiteral("not known yet")));
    }

    void saysWhatCannotBeOpened()
    {
        Scene scene;
        show(scene);
        openPath(*scene.window, scene.folder.filePath(QStringLiteral("gone")));
        QTRY_VERIFY(says(scene, QStringLiteral("is not there")));
    }

    void aTorrentFileHasANameThatEveryFileSystemTakes()
    {
        QCOMPARE(torrentFileName(QStringLiteral("a/b:c?")), QStringLiteral("a_b_c_.torrent"));
        QCOMPARE(torrentFileName(QStringLiteral("..")), QStringLiteral("torrent.torrent"));
        QVERIFY(torrentFileName(QString(300, QChar(0x96ea))).toUtf8().size() < 255);
    }

    void offersAPeerOnlyWhereStrangersMayJoin()
    {
        Scene scene;
        show(scene);
        scene.page->view().selectRow(rowOf(scene, TorrentState::Downloading));
        QVERIFY(actionOf(scene, "transfers.add_peer")->isEnabled());
        scene.page->view().selectRow(rowOf(scene, TorrentState::Stopped));
        QVERIFY(!actionOf(scene, "transfers.add_peer")->isEnabled());
        TorrentSnapshot closed = test::sampleTorrents().at(0);
        closed.isPrivate = true;
        scene.engine.publish({closed});
        scene.page->model().setFilter({StatusFilter::All, fromUtf8(closed.name)});
        scene.page->view().selectRow(0);
        QVERIFY(!actionOf(scene, "transfers.add_peer")->isEnabled());
        QVERIFY(actionOf(scene, "transfers.save_torrent")->isEnabled());
    }

    void keepsRowsAtTheMeasureOfTheDensity()
    {
        Scene scene;
        show(scene);
        const int comfortable = scene.page->view().rowHeight(0);
        UiSettings settings = scene.store.values();
        settings.density = Density::Compact;
        scene.store.update(settings);
        QVERIFY(scene.page->view().rowHeight(0) < comfortable);
    }

    void copiesMagnetLinks()
    {
        Scene scene;
        show(scene);
        scene.page->view().selectRow(rowOf(scene, TorrentState::Stopped));
        actionOf(scene, "transfers.copy_magnet")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("magnet:?xt=urn:btih:1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a&dn=Big%20Buck%20Bunny%204K"));
    }

    void neverOpensAProgram_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("dangerous");
        QTest::newRow("film") << QStringLiteral("/d/a.mkv") << false;
        QTest::newRow("program") << QStringLiteral("/d/a.EXE") << true;
        QTest::newRow("two suffixes") << QStringLiteral("/d/a.pdf.desktop") << true;
        QTest::newRow("script") << QStringLiteral("/d/setup.sh") << true;
        QTest::newRow("no suffix may be a program") << QStringLiteral("/d/setup") << true;
    }
    void neverOpensAProgram()
    {
        QFETCH(QString, path);
        QFETCH(bool, dangerous);
        QCOMPARE(isDangerousToOpen(path), dangerous);
        TorrentSnapshot torrent;
        torrent.hasMetadata = true;
        torrent.fileCount = 1;
        torrent.contentPath = path.toStdString();
        QCOMPARE(openedPath(torrent), dangerous ? QStringLiteral("/d") : path);
    }
};

QTEST_MAIN(TestTransfersPage)
#include "tst_transfers_page.moc"
