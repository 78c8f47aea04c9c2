#include "tests/ui/screenshots/scene.h"
#include "ui/add_torrent/add_torrent_dialog.h"
#include "ui/shell/keys_dialog.h"
#include "ui/shell/status_strip.h"
#include "ui/transfers/transfer_view.h"
#include "ui/transfers/transfers_page.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QMimeData>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace trib;
using namespace trib::ui;
using trib::test::Scene;

namespace {

const auto kMagnet = QStringLiteral("magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567&dn=A+film");

// Where an action's keys work.
QList<QWidget *> placesOf(const QAction &action)
{
    QList<QWidget *> places;
    for (QObject *object : action.associatedObjects()) {
        if (auto *widget = qobject_cast<QWidget *>(object); widget && !qobject_cast<QMenu *>(object))
            places += widget;
    }
    return places;
}

bool meet(const QAction &one, const QAction &other)
{
    for (const QWidget *a : placesOf(one)) {
        for (const QWidget *b : placesOf(other)) {
            if (a == b || a->isAncestorOf(b) || b->isAncestorOf(a))
                return true;
        }
    }
    return false;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesEveryControlANameForScreenReaders()
    {
        Scene scene;
        scene.window->show();
        scene.fill();
        scene.select(0);
        for (QWidget *widget : scene.window->findChildren<QWidget *>()) {
            const bool control = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractItemView *>(widget);
            if (!control || widget->objectName().startsWith(QStringLiteral("qt_")) || !widget->isVisible())
                continue;
            QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            const bool named = spoken && !spoken->text(QAccessible::Name).isEmpty();
            const bool partOfAnother = qobject_cast<QHeaderView *>(widget) || qobject_cast<QLineEdit *>(widget->parentWidget())
                || widget->inherits("QTableCornerButton") || widget->focusPolicy() == Qt::NoFocus;
            QVERIFY2(named || partOfAnother, qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->objectName()));
        }
    }

    void reachesEverythingByTab()
    {
        Scene scene;
        scene.window->show();
        scene.fill();
        scene.page->view().setFocus();
        QSet<QWidget *> visited;
        QWidget *widget = scene.window->focusWidget();
        QVERIFY(widget);
        for (int step = 0; step < 100 && !visited.contains(widget); ++step) {
            visited.insert(widget);
            QTest::keyClick(widget, Qt::Key_Tab);
            widget = scene.window->focusWidget();
        }
        QVERIFY(visited.contains(scene.page->findChild<QLineEdit *>()));
        for (QToolButton *button : scene.window->findChildren<QToolButton *>()) {
            if (button->isVisible() && button->isEnabled() && button->focusPolicy() & Qt::TabFocus)
                QVERIFY2(visited.contains(button), qPrintable(button->accessibleName()));
        }
    }

    // Wherever the focus is: two lists may have a key each, a list and its page may not.
    void giveEachKeyToOneActionOnly()
    {
        Scene scene;
        QMultiHash<QString, const ActionRegistry::Entry *> owners;
        for (const auto &entry : scene.window->actionRegistry().entries()) {
            for (const QKeySequence &key : entry.action->shortcuts()) {
                for (const ActionRegistry::Entry *other : owners.values(key.toString()))
                    QVERIFY2(!meet(*entry.action, *other->action), qPrintable(entry.id + QStringLiteral(" and ") + other->id));
                owners.insert(key.toString(), &entry);
            }
        }
        QVERIFY(owners.size() > 10);
    }

    void namesActionsAsTheyAreRead()
    {
        QCOMPARE(withoutMnemonic(QStringLiteral("&Add torrent file…")), QStringLiteral("Add torrent file"));
        QCOMPARE(withoutMnemonic(QStringLiteral("リンクを追加(&L)…")), QStringLiteral("リンクを追加"));
    }

    void listsEveryKeyOnThePageOfKeys()
    {
        Scene scene;
        KeysDialog dialog(scene.window->actionRegistry(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        int rows = 0;
        const auto *tree = dialog.findChild<QTreeWidget *>();
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            rows += tree->topLevelItem(i)->childCount();
        int withKeys = 0;
        for (const auto &entry : scene.window->actionRegistry().entries())
            withKeys += entry.action->shortcuts().isEmpty() ? 0 : 1;
        QCOMPARE(rows, withKeys);
    }

    void asksLessOftenWhileNobodyLooks()
    {
        Scene scene;
        scene.window->show();
        QVERIFY(!scene.engine.audiences.empty());
        QCOMPARE(scene.engine.audiences.back(), engine::Audience::Looking);
        scene.window->showMinimized();
        QTRY_COMPARE(scene.engine.audiences.back(), engine::Audience::Away);
        scene.window->showNormal();
        QTRY_COMPARE(scene.engine.audiences.back(), engine::Audience::Looking);
        scene.window->hide();
        QCOMPARE(scene.engine.audiences.back(), engine::Audience::Away);
    }

    void givesWhatIsDroppedToTheFirstThatWantsIt()
    {
        Scene scene;
        ui::MainWindow window(scene.engine, scene.store, scene.clock); // without the features, which would take it
        QStringList taken;
        const auto handler = [&](const QString &name, const QString &wanted) {
            return [&taken, name, wanted](const QMimeData &mime, bool take) {
                if (!mime.text().startsWith(wanted))
                    return false;
                if (take)
                    taken += name;
                return true;
            };
        };
        window.addIntake(handler(QStringLiteral("magnets"), QStringLiteral("magnet:")));
        window.addIntake(handler(QStringLiteral("all"), QString()));
        QMimeData mime;
        mime.setText(QStringLiteral("magnet:?xt=x"));
        QVERIFY(window.take(mime));
        mime.setText(QStringLiteral("else"));
        QVERIFY(window.take(mime));
        QCOMPARE(taken, (QStringList{QStringLiteral("magnets"), QStringLiteral("all")}));
    }

    void takesWhatIsPastedByKey_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("torrents");
        QTest::newRow("magnet link") << kMagnet << 1;
        QTest::newRow("with white space around") << QStringLiteral("\n  ") + kMagnet + QStringLiteral(" \n") << 1;
        QTest::newRow("several links") << kMagnet + QStringLiteral("\nhttps://example.org/a.torrent\nffffffffffffffffffffffffffffffffffffffff") << 3;
        QTest::newRow("link in prose") << QStringLiteral("look at ") + kMagnet << 1;
        QTest::newRow("path") << QStringLiteral("/tmp/a.torrent") << 1;
        QTest::newRow("magnet link without a hash: the dialog says why not") << QStringLiteral("magnet:?dn=A+film") << 1;
    }
    void takesWhatIsPastedByKey()
    {
        QFETCH(QString, text);
        QFETCH(int, torrents);
        Scene scene;
        scene.fill();
        scene.window->show();
        QVERIFY(QTest::qWaitForWindowActive(scene.window.get()));
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(scene.window.get(), Qt::Key_V, Qt::ControlModifier);
        const auto *dialog = scene.window->findChild<AddTorrentDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->count(), torrents);
        QVERIFY(scene.engine.adds.empty());
    }

    void saysThatWhatIsPastedHoldsNoTorrent_data()
    {
        QTest::addColumn<QMimeData *>("copied");
        QTest::addColumn<QString>("words");
        const auto text = [](const QString &words) {
            auto *data = new QMimeData;
            data->setText(words);
            return data;
        };
        auto *picture = new QMimeData;
        picture->setData(QStringLiteral("image/png"), "\x89PNG");
        const auto none = QStringLiteral("There is no torrent, magnet link or info-hash in that.");
        QTest::newRow("prose") << text(QStringLiteral("nothing to see here")) << none;
        QTest::newRow("another scheme") << text(QStringLiteral("ftp://example.org/a.torrent")) << none;
        QTest::newRow("binary") << text(QString(5000, QChar(7))) << none;
        QTest::newRow("picture") << picture << QStringLiteral("The clipboard holds no torrent and no link to one.");
        QTest::newRow("nothing") << new QMimeData << QStringLiteral("The clipboard holds no torrent and no link to one.");
    }
    void saysThatWhatIsPastedHoldsNoTorrent()
    {
        QFETCH(QMimeData *, copied);
        QFETCH(QString, words);
        Scene scene;
        scene.fill();
        scene.window->show();
        QVERIFY(QTest::qWaitForWindowActive(scene.window.get()));
        QGuiApplication::clipboard()->setMimeData(copied);
        QTest::keyClick(scene.window.get(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!scene.window->findChild<AddTorrentDialog *>());
        QVERIFY(scene.engine.previews.empty());
        const auto labels = scene.window->findChild<StatusStrip *>()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisible() && label->text() == words; }));
    }

    void pastesIntoTheFilterWhileOneWritesThere()
    {
        Scene scene;
        scene.fill();
        scene.window->show();
        QVERIFY(QTest::qWaitForWindowActive(scene.window.get()));
        auto *filter = scene.page->findChild<QLineEdit *>();
        filter->setFocus();
        QGuiApplication::clipboard()->setText(kMagnet);
        QTest::keyClick(filter, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(filter->text(), kMagnet);
        QVERIFY(!scene.window->findChild<AddTorrentDialog *>());
    }

    // Nothing overlaps where the room is narrow: limits, words and free space go one after the other, and come back.
    void theStatusLineSaysLessWhereTheRoomIsNarrow()
    {
        Scene scene;
        StatusStrip strip;
        strip.resize(1200, 24);
        strip.show();
        SessionStatus status = test::sampleStatus();
        status.uploadLimit = status.downloadLimit;
        const auto shows = [&](const QString &part) {
            const auto labels = strip.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
        };
        strip.setStatus(status);
        QVERIFY(shows(QStringLiteral("limit")));
        QVERIFY(shows(QStringLiteral("free")));
        strip.resize(strip.layout()->minimumSize().width() - 1, 24);
        QVERIFY(!shows(QStringLiteral("limit")));
        QVERIFY(shows(QStringLiteral("free")));
        strip.resize(250, 24);
        QVERIFY(!shows(QStringLiteral("free")));
        strip.resize(1200, 24);
        QVERIFY(shows(QStringLiteral("limit")));
        QVERIFY(shows(QStringLiteral("free")));
    }

    void switchesLimitsWithOneClick()
    {
        Scene scene;
        scene.window->show();
        scene.fill();
        for (QToolButton *button : scene.window->findChild<StatusStrip *>()->findChildren<QToolButton *>())
            button->click();
        QVERIFY(scene.engine.last<UseAlternativeLimits>());
        QVERIFY(scene.engine.last<UseAlternativeLimits>()->on);
    }

    void saysWhyACommandWasRefused()
    {
        Scene scene;
        scene.window->show();
        scene.fill();
        scene.page->view().selectRow(0);
        scene.engine.answer = failure(EngineErrc::NoSuchTorrent);
        scene.window->actionRegistry().find(QStringLiteral("transfers.stop"))->trigger();
        const auto said = [&] {
            for (QLabel *label : scene.window->findChild<StatusStrip *>()->findChildren<QLabel *>()) {
                if (label->text().contains(QStringLiteral("no longer in the list")))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(said());
    }

    void anAnswerThatComesAfterTheWindowIsForgotten()
    {
        Scene scene;
        scene.engine.manual = true;
        scene.window->show();
        scene.fill();
        scene.page->view().selectRow(0);
        scene.window->actionRegistry().find(QStringLiteral("transfers.stop"))->trigger();
        scene.window.reset();
        QVERIFY(scene.engine.answerSubmit(failure(EngineErrc::ShuttingDown)));
        QCoreApplication::processEvents();
    }

    void asksToQuitAndRemembersWhereItWas()
    {
        Scene scene;
        scene.window->show();
        QSignalSpy quit(scene.window.get(), &MainWindow::quitRequested);
        scene.window->close();
        QCOMPARE(quit.count(), 1);
        QVERIFY(!scene.store.state(QStringLiteral("window")).isEmpty());
    }

    void remembersWhereItWasHoweverItLeaves()
    {
        Scene scene;
        scene.window->show();
        scene.window->hide(); // as at the end of the session
        QVERIFY(!scene.store.state(QStringLiteral("window")).isEmpty());
    }

    void saysHowItIsConnected_data()
    {
        QTest::addColumn<bool>("listening");
        QTest::addColumn<int>("nodes");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("start");
        QTest::newRow("starting") << false << 0 << QString() << QStringLiteral("Connecting");
        QTest::newRow("no nodes yet") << true << 0 << QString() << QStringLiteral("Looking");
        QTest::newRow("connected") << true << 12 << QString() << QStringLiteral("Connected");
        QTest::newRow("port in use") << false << 12 << QStringLiteral("address in use") << QStringLiteral("Nobody");
    }
    void saysHowItIsConnected()
    {
        QFETCH(bool, listening);
        QFETCH(int, nodes);
        QFETCH(QString, problem);
        QFETCH(QString, start);
        SessionStatus status;
        status.listening = listening;
        status.dhtEnabled = true;
        status.dhtNodes = nodes;
        status.listenError = problem.toStdString();
        QVERIFY2(connectionWords(status).text.startsWith(start), qPrintable(connectionWords(status).text));
    }

    void saysWhetherOthersCanConnect()
    {
        SessionStatus status;
        status.listening = true;
        status.listenPort = 6881;
        QCOMPARE(connectionWords(status).detail, QStringLiteral("Nobody has connected to port 6881 yet. Downloads work all the same."));
        status.hasIncoming = true;
        QCOMPARE(connectionWords(status).detail, QStringLiteral("Port 6881 is open: others can connect to us."));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
