#include "core/model/engine_error.h"
#include "tests/ui/screenshots/feed_scene.h"
#include "tests/ui/screenshots/scene.h"
#include "ui/add_torrent/add_torrent_dialog.h"
#include "ui/dialogs/notice_bar.h"
#include "ui/dialogs/question_dialog.h"
#include "ui/feeds/feed_dialog.h"
#include "ui/feeds/feeds_page.h"
#include "ui/feeds/rules_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/hinted_table.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace trib;
using namespace trib::ui;
using test::Scene;

namespace {

const std::string kFilms = "https://example.org/films.xml";
const std::string kLinux = "https://example.org/linux.rss";

template <class T>
T *dialogOf(Scene &scene)
{
    return scene.window->findChild<T *>();
}

QAction *action(Scene &scene, const char *id)
{
    return scene.window->actionRegistry().find(QString::fromLatin1(id));
}

void show(Scene &scene, const Feeds &feeds)
{
    scene.window->resize(1120, 700);
    scene.window->show();
    QVERIFY(QTest::qWaitForWindowActive(scene.window.get()));
    scene.engine.publishFeeds(feeds);
    scene.window->showPage(QStringLiteral("feeds"));
}

void chooseRow(QTableView &table, const QString &text)
{
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        if (table.model()->index(row, 0).data().toString() == text)
            return table.setCurrentIndex(table.model()->index(row, 0));
    }
    QFAIL(qPrintable(text));
}

int rows(const QTableView &table)
{
    return table.model()->rowCount();
}

} // namespace

// Takes what would open a browser.
class FakeBrowser : public QObject {
    Q_OBJECT

public:
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened += url; }
};

class TestFeedsPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheOneThingToDo()
    {
        Scene scene;
        show(scene, {});
        QGuiApplication::clipboard()->clear();
        auto *button = qobject_cast<QPushButton *>(scene.window->focusWidget());
        QVERIFY(button && button->text() == QStringLiteral("Add feed…"));
        button->click();
        QVERIFY(dialogOf<FeedDialog>(scene));
        scene.engine.publishFeeds(test::sampleFeeds());
        QVERIFY(scene.feeds->itemList().isVisible());
        QVERIFY(!button->isVisible());
    }

    void beginsWithAllThatIsUnread()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        QCOMPARE(rows(scene.feeds->itemList()), 6);
        chooseRow(scene.feeds->feedList(), QStringLiteral("Linux images"));
        QCOMPARE(rows(scene.feeds->itemList()), 4);
        QVERIFY(scene.feeds->itemList().isColumnHidden(FeedItemModel::Source)); // that of each is known
        scene.feeds->feedList().selectAll();
        QCOMPARE(rows(scene.feeds->itemList()), 6); // "All unread" is among them
        QVERIFY(!scene.feeds->itemList().isColumnHidden(FeedItemModel::Source));
    }

    void beginsSoWhenMirrored()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Scene scene;
        show(scene, test::sampleFeeds());
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(rows(scene.feeds->itemList()), 6);
        QVERIFY(scene.feeds->feedList().selectionModel()->hasSelection());
    }

    void theSelectionStaysWhileFeedsAreRead()
    {
        Scene scene;
        Feeds feeds = test::sampleFeeds();
        show(scene, feeds);
        chooseRow(scene.feeds->feedList(), QStringLiteral("Linux images"));
        chooseRow(scene.feeds->itemList(), QStringLiteral("archlinux-2026.01.01-x86_64.iso"));
        Feed changed = *feeds.feeds[2];
        changed.loading = true;
        changed.items.insert(changed.items.begin(), changed.items.front());
        changed.items.front().id = "fresh";
        feeds.feeds[2] = std::make_shared<const Feed>(changed);
        scene.engine.publishFeeds(feeds);
        QCOMPARE(rows(scene.feeds->itemList()), 5);
        QCOMPARE(scene.feeds->itemList().currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("archlinux-2026.01.01-x86_64.iso"));
        QCOMPARE(scene.feeds->feedList().currentIndex().data().toString(), QStringLiteral("Linux images"));
    }

    void aFeedThatCannotBeReadSaysSoAndIsTriedAgain()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        chooseRow(scene.feeds->feedList(), QStringLiteral("Linux images"));
        auto *notice = scene.feeds->findChild<NoticeBar *>();
        QVERIFY(notice->text().isEmpty());
        chooseRow(scene.feeds->feedList(), QStringLiteral("Field recordings"));
        QVERIFY2(notice->text().contains(QStringLiteral("Not readable since")), qPrintable(notice->text()));
        notice->actionButton()->click();
        QVERIFY(scene.engine.last<RefreshFeeds>());
        QCOMPARE(scene.engine.last<RefreshFeeds>()->urls, std::vector<std::string>{"https://gone.example.com/feed"});
    }

    void downloadsAsTheUserChose()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        chooseRow(scene.feeds->itemList(), QStringLiteral("debian-12.9.0-amd64-netinst.iso"));
        scene.feeds->itemList().setFocus();
        QTest::keyClick(&scene.feeds->itemList(), Qt::Key_Return);
        QVERIFY(dialogOf<AddTorrentDialog>(scene));
        QCOMPARE(scene.engine.previews.size(), std::size_t{1});
        QCOMPARE(std::get<TorrentUrl>(scene.engine.previews.front()).url, std::string("https://example.org/2.torrent"));
        QVERIFY(scene.engine.adds.empty());
    }

    void whatCameIntoTheListIsMarked()
    {
        UiSettings settings;
        settings.showAddDialog = false;
        Scene scene(settings);
        show(scene, test::sampleFeeds());
        chooseRow(scene.feeds->itemList(), QStringLiteral("debian-12.9.0-amd64-netinst.iso"));
        action(scene, "feeds.download")->trigger();
        QTRY_VERIFY(scene.engine.last<MarkFeedItems>());
        const MarkFeedItems &marked = *scene.engine.last<MarkFeedItems>();
        QCOMPARE(scene.engine.adds.size(), std::size_t{1});
        QCOMPARE(marked.url, kLinux);
        QCOMPARE(marked.ids, std::vector<std::string>{"id of debian-12.9.0-amd64-netinst.iso"});
        QVERIFY(marked.read && marked.added);
    }

    void whatIsNoTorrentCannotBeDownloaded()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        QVERIFY(!action(scene, "feeds.download")->isEnabled());
        chooseRow(scene.feeds->itemList(), QStringLiteral("Nosferatu (1922) restored 2160p"));
        QVERIFY(!action(scene, "feeds.download")->isEnabled() && !action(scene, "feeds.copy_link")->isEnabled());
        QVERIFY(action(scene, "feeds.open_page")->isEnabled());
    }

    void opensPagesInTheBrowserAndMarksThem()
    {
        FakeBrowser browser;
        QDesktopServices::setUrlHandler(QStringLiteral("https"), &browser, "open");
        Scene scene;
        show(scene, test::sampleFeeds());
        chooseRow(scene.feeds->itemList(), QStringLiteral("debian-12.9.0-amd64-netinst.iso"));
        action(scene, "feeds.open_page")->trigger();
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(browser.opened, QList<QUrl>{QUrl(QStringLiteral("https://example.org/about/2"))});
        QVERIFY(scene.engine.last<MarkFeedItems>());
    }

    void marksByFeed()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        scene.feeds->itemList().selectAll();
        action(scene, "feeds.read")->trigger();
        QCOMPARE(scene.engine.commands.size(), std::size_t{3}); // a feed each
        const auto &films = std::get<MarkFeedItems>(scene.engine.commands[1]);
        QCOMPARE(films.url, kFilms);
        QCOMPARE(films.ids.size(), std::size_t{3});
        QVERIFY(films.read && !films.added);
    }

    void marksAllOfAFeed()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        chooseRow(scene.feeds->feedList(), QStringLiteral("Linux images"));
        action(scene, "feeds.all_read")->trigger();
        QCOMPARE(scene.engine.commands.size(), std::size_t{1});
        QCOMPARE(scene.engine.last<MarkFeedItems>()->url, kLinux);
        QVERIFY(scene.engine.last<MarkFeedItems>()->ids.empty());
        chooseRow(scene.feeds->feedList(), QStringLiteral("Field recordings"));
        QVERIFY(!action(scene, "feeds.all_read")->isEnabled());
    }

    void copiesLinks()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        chooseRow(scene.feeds->itemList(), QStringLiteral("debian-12.9.0-amd64-netinst.iso"));
        scene.feeds->itemList().setFocus();
        QTest::keyClick(&scene.feeds->itemList(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://example.org/2.torrent"));
    }

    void aNewFeedIsTakenFromTheClipboard()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        QGuiApplication::clipboard()->setText(QStringLiteral(" https://new.example/rss\n"));
        QTest::keyClick(&scene.feeds->itemList(), Qt::Key_Insert);
        auto *dialog = dialogOf<FeedDialog>(scene);
        QVERIFY(dialog);
        QPushButton *add = dialog->findChildren<QPushButton *>().last();
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            add = button->isDefault() ? button : add;
        QVERIFY(add->isEnabled());
        scene.engine.answer = failure(EngineErrc::UrlInvalid);
        add->click();
        QTRY_VERIFY(!dialog->findChild<NoticeBar *>()->text().isEmpty());
        QVERIFY(dialog->isVisible());
        scene.engine.answer = success();
        add->click();
        QTRY_VERIFY(!dialogOf<FeedDialog>(scene));
        QCOMPARE(scene.engine.last<SaveFeed>()->url, std::string("https://new.example/rss"));
    }

    void onlyAnAddressOfTheWebIsAFeed()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        scene.feeds->actions().addFeed(QStringLiteral("https://new.example/rss"));
        auto *dialog = dialogOf<FeedDialog>(scene);
        auto *address = dialog->findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
        for (QLineEdit *edit : dialog->findChildren<QLineEdit *>())
            address = edit->text().isEmpty() ? address : edit;
        const auto usable = [&](const char *text) {
            address->setText(QString::fromLatin1(text));
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                if (button->isDefault())
                    return button->isEnabled();
            }
            return false;
        };
        QVERIFY(usable("https://a.example/"));
        QVERIFY(usable("http://a.example/x?y=z"));
        QVERIFY(!usable(""));
        QVERIFY(!usable("a.example"));
        QVERIFY(!usable("file:///etc/passwd"));
        QVERIFY(!usable("https://ann:secret@a.example/"));
        QVERIFY(!usable("https://example.org/films.xml")); // is there already
    }

    void renamesByKey()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        chooseRow(scene.feeds->feedList(), QStringLiteral("Linux images"));
        scene.feeds->feedList().setFocus();
        QTest::keyClick(&scene.feeds->feedList(), Qt::Key_F2);
        auto *dialog = dialogOf<FeedDialog>(scene);
        QVERIFY(dialog);
        QTest::keyClicks(dialog->focusWidget(), QStringLiteral(" Mine "));
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(scene.engine.last<SaveFeed>());
        QCOMPARE(scene.engine.last<SaveFeed>()->url, kLinux);
        QCOMPARE(scene.engine.last<SaveFeed>()->name, std::string("Mine"));
    }

    void asksBeforeAFeedGoes()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        chooseRow(scene.feeds->feedList(), QStringLiteral("Linux images"));
        scene.feeds->feedList().setFocus();
        QTest::keyClick(&scene.feeds->feedList(), Qt::Key_Delete);
        auto *question = dialogOf<QuestionDialog>(scene);
        QVERIFY(question);
        QVERIFY(!scene.engine.last<RemoveFeeds>());
        question->accept();
        QCOMPARE(scene.engine.last<RemoveFeeds>()->urls, std::vector<std::string>{kLinux});
    }

    void allUnreadCannotBeRemovedOrRenamed()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        QVERIFY(!action(scene, "feeds.remove")->isEnabled() && !action(scene, "feeds.rename")->isEnabled());
        QVERIFY(action(scene, "feeds.refresh")->isEnabled());
    }

    void theKeyOfTheFilterIsThatOfThePage()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        scene.feeds->itemList().setFocus();
        QTest::keyClick(&scene.feeds->itemList(), Qt::Key_F, Qt::ControlModifier);
        auto *filter = scene.feeds->findChild<QLineEdit *>();
        QVERIFY(scene.feeds->isVisible() && filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("debian"));
        QCOMPARE(rows(scene.feeds->itemList()), 1);
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(filter->text().isEmpty() && scene.feeds->itemList().hasFocus());
    }

    void anAddressThatIsDroppedHereIsAFeedAndElsewhereATorrent()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        QMimeData address;
        address.setUrls({QUrl(QStringLiteral("https://new.example/rss"))});
        QVERIFY(scene.window->take(address));
        QVERIFY(dialogOf<FeedDialog>(scene) && !dialogOf<AddTorrentDialog>(scene));
        dialogOf<FeedDialog>(scene)->reject();
        QTRY_VERIFY(!dialogOf<FeedDialog>(scene));
        QMimeData torrent;
        torrent.setUrls({QUrl(QStringLiteral("https://new.example/a.torrent"))});
        QVERIFY(scene.window->take(torrent));
        QVERIFY(!dialogOf<FeedDialog>(scene) && dialogOf<AddTorrentDialog>(scene));
        dialogOf<AddTorrentDialog>(scene)->reject();
        QTRY_VERIFY(!dialogOf<AddTorrentDialog>(scene));
        scene.window->showPage(QStringLiteral("transfers"));
        QVERIFY(scene.window->take(address));
        QVERIFY(!dialogOf<FeedDialog>(scene) && dialogOf<AddTorrentDialog>(scene));
    }

    void menusOpenByKey()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        scene.feeds->itemList().selectRow(0);
        for (HintedTable *table : {&scene.feeds->feedList(), &scene.feeds->itemList()}) {
            table->setFocus();
            QTest::keyClick(table, Qt::Key_F10, Qt::ShiftModifier);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu && menu->actions().size() > 5);
            menu->close();
        }
    }

    void titlesAreNeverMarkup()
    {
        Scene scene;
        Feed feed;
        feed.url = "https://a.example/";
        feed.title = "<b>bold</b>";
        FeedItem item;
        item.id = item.title = "<img src='file:///etc/passwd'>";
        feed.items = {item};
        Feeds feeds;
        feeds.feeds = {std::make_shared<const Feed>(feed)};
        show(scene, feeds);
        const QAbstractItemModel &model = *scene.feeds->itemList().model();
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;img")));
        QVERIFY(scene.feeds->feedList().model()->index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;")));
    }

    void rulesOpen()
    {
        Scene scene;
        show(scene, test::sampleFeeds());
        action(scene, "feeds.rules")->trigger();
        QVERIFY(dialogOf<RulesDialog>(scene));
    }
};

QTEST_MAIN(TestFeedsPage)
#include "tst_feeds_page.moc"
