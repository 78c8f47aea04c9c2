#include "core/model/engine_error.h"
#include "tests/ui/screenshots/feed_scene.h"
#include "ui/feeds/feed_item_model.h"
#include "ui/feeds/feed_list_model.h"
#include "ui/feeds/feed_text.h"
#include "ui/widgets/filter_delegate.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace trib;
using namespace trib::ui;

namespace {

// A copy of one feed in which something was changed; the others are the same objects.
Feeds withChanged(const Feeds &before, std::size_t index, const std::function<void(Feed &)> &change)
{
    Feeds after = before;
    Feed feed = *before.feeds.at(index);
    change(feed);
    after.feeds[index] = std::make_shared<const Feed>(std::move(feed));
    return after;
}

QStringList titlesOf(const QAbstractItemModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles += model.index(row, 0).data().toString();
    return titles;
}

// Counts what views would ask for: nothing is asked of a model that says nothing.
class CountingView final : public QObject {
public:
    explicit CountingView(QAbstractItemModel &model)
        : inserted(&model, &QAbstractItemModel::rowsInserted)
        , removed(&model, &QAbstractItemModel::rowsRemoved)
        , changed(&model, &QAbstractItemModel::dataChanged)
        , reset(&model, &QAbstractItemModel::modelReset)
    {
    }

    [[nodiscard]] qsizetype all() const { return inserted.size() + removed.size() + changed.size() + reset.size(); }

    QSignalSpy inserted;
    QSignalSpy removed;
    QSignalSpy changed;
    QSignalSpy reset;
};

} // namespace

class TestFeedModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsAllUnreadAndEachFeed()
    {
        FeedListModel model(nullptr);
        QAbstractItemModelTester tester(&model);
        const Feeds feeds = test::sampleFeeds();
        model.setFeeds(feeds.feeds);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("All unread"));
        QCOMPARE(model.index(0, 0).data(FilterDelegate::CountRole).toInt(), 6);
        QCOMPARE(model.index(2, 0).data().toString(), QStringLiteral("Public domain films"));
        QCOMPARE(model.index(2, 0).data(FilterDelegate::CountRole).toInt(), 3);
        QVERIFY(!model.index(4, 0).data(FilterDelegate::CountRole).isValid());
        QCOMPARE(model.index(4, 0).data(FilterDelegate::IconRole).toString(), QStringLiteral("warning"));
        QVERIFY(model.index(4, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Not readable since")));
    }

    void aFeedThatDidNotChangeSaysNothing()
    {
        FeedListModel model(nullptr);
        const Feeds feeds = test::manyFeeds(500, 200);
        model.setFeeds(feeds.feeds);
        CountingView view(model);
        model.setFeeds(feeds.feeds);
        QCOMPARE(view.all(), 0);
        model.setFeeds(withChanged(feeds, 77, [](Feed &feed) { feed.items[3].read = true; }).feeds);
        QCOMPARE(view.all(), 2); // the feed, and "All unread"
        QCOMPARE(model.index(0, 0).data(FilterDelegate::CountRole).toInt(), 500 * 200 - 1);
    }

    void nameIsTheUsersOrTheFeedsOrTheAddress()
    {
        Feed feed;
        feed.url = "https://a.example/";
        QCOMPARE(feedName(feed), QStringLiteral("https://a.example/"));
        feed.title = "<b>title</b>";
        QCOMPARE(feedName(feed), QStringLiteral("<b>title</b>"));
        feed.name = "mine";
        QCOMPARE(feedName(feed), QStringLiteral("mine"));
    }

    void saysWhyAFeedCannotBeRead()
    {
        Feed feed;
        QVERIFY(feedProblem(feed).isEmpty());
        feed.error = make_error_code(EngineErrc::TimedOut);
        QCOMPARE(feedProblem(feed), QStringLiteral("Could not be read so far: the answer took too long."));
        feed.updated = WallTime(std::chrono::seconds(1'767'225'600));
        QVERIFY(feedProblem(feed).startsWith(QStringLiteral("Not readable since ")));
    }

    void onlyTheWebIsOpenedAndOnlyTorrentsAreAdded_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isTorrent");
        QTest::addColumn<bool>("isPage");
        QTest::newRow("https") << "https://example.org/a" << true << true;
        QTest::newRow("http") << "http://example.org/a" << true << true;
        QTest::newRow("magnet") << "magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567" << true << false;
        QTest::newRow("file") << "file:///etc/passwd" << false << false;
        QTest::newRow("script") << "javascript:alert(1)" << false << false;
        QTest::newRow("a program") << "/usr/bin/env" << false << false;
        QTest::newRow("no host") << "https:///a" << false << false;
        QTest::newRow("a password") << "https://ann:secret@example.org/" << false << false;
        QTest::newRow("nothing") << "" << false << false;
    }
    void onlyTheWebIsOpenedAndOnlyTorrentsAreAdded()
    {
        QFETCH(QString, address);
        FeedItem item;
        item.torrent = item.page = address.toStdString();
        QTEST(sourceOf(item).has_value(), "isTorrent");
        QTEST(pageOf(item).isValid(), "isPage");
    }

    void unreadOnesStayWhereTheyAreWhenTheyAreRead()
    {
        FeedItemModel model;
        QAbstractItemModelTester tester(&model);
        const Feeds feeds = test::sampleFeeds();
        model.show(feeds.feeds, true);
        QCOMPARE(model.rowCount(), 6);
        const Feeds after = withChanged(feeds, 2, [](Feed &feed) { feed.items[0].read = true; });
        CountingView view(model);
        model.update(after.feeds);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(view.changed.size(), 1);
        QCOMPARE(view.all(), 1);
        model.show(after.feeds, true);
        QCOMPARE(model.rowCount(), 5);
    }

    void newItemsComeAndOldOnesGo()
    {
        FeedItemModel model;
        QAbstractItemModelTester tester(&model);
        const Feeds feeds = test::sampleFeeds();
        model.show(feeds.feeds, false);
        QCOMPARE(model.rowCount(), 10);
        const Feeds after = withChanged(feeds, 1, [](Feed &feed) {
            FeedItem fresh = feed.items[0];
            fresh.id = "another";
            fresh.title = "Brand new";
            feed.items.insert(feed.items.begin(), fresh);
            feed.items.erase(feed.items.begin() + 2, feed.items.begin() + 4);
        });
        CountingView view(model);
        model.update(after.feeds);
        QCOMPARE(view.inserted.size(), 1);
        QCOMPARE(view.removed.size(), 1); // two that stood together
        QCOMPARE(view.changed.size(), 0);
        QCOMPARE(model.rowCount(), 9);
        QVERIFY(titlesOf(model).contains(QStringLiteral("Brand new")) && !titlesOf(model).contains(QStringLiteral("The General S01E02 1080p")));
    }

    void feedsComeAndGo()
    {
        FeedItemModel model;
        QAbstractItemModelTester tester(&model);
        const Feeds feeds = test::sampleFeeds();
        model.show({feeds.feeds[1], feeds.feeds[3]}, false);
        model.update(feeds.feeds);
        QCOMPARE(model.rowCount(), 10);
        model.update({feeds.feeds[0], feeds.feeds[2]});
        QCOMPARE(titlesOf(model).size(), 5);
        QVERIFY(titlesOf(model).contains(QStringLiteral("銀河鉄道の夜")));
        model.update({});
        QCOMPARE(model.rowCount(), 0);
    }

    void twoItemsOfOneIdAreOne()
    {
        FeedItemModel model;
        QAbstractItemModelTester tester(&model);
        Feeds feeds = test::sampleFeeds();
        feeds = withChanged(feeds, 2, [](Feed &feed) { feed.items[1].id = feed.items[0].id; });
        model.show(feeds.feeds, false);
        QCOMPARE(model.rowCount(), 9);
        for (int time = 0; time < 3; ++time) {
            feeds = withChanged(feeds, 2, [](Feed &feed) { feed.loading = !feed.loading; });
            model.update(feeds.feeds);
        }
        QCOMPARE(model.rowCount(), 9);
    }

    // Any change of any feed leaves the model as if it had been shown anew.
    void anUpdateEqualsShowingItAnew()
    {
        FeedItemModel model;
        QAbstractItemModelTester tester(&model);
        Feeds feeds = test::manyFeeds(12, 9);
        model.show(feeds.feeds, false);
        quint32 seed = 7;
        const auto next = [&](int below) { return static_cast<int>((seed = seed * 1'664'525 + 1'013'904'223) >> 8) % below; };
        for (int step = 0; step < 200; ++step) {
            const auto at = static_cast<std::size_t>(next(static_cast<int>(feeds.feeds.size())));
            if (next(10) == 0 && feeds.feeds.size() > 3) {
                feeds.feeds.erase(feeds.feeds.begin() + static_cast<std::ptrdiff_t>(at));
            } else {
                feeds = withChanged(feeds, at, [&](Feed &feed) {
                    for (int gone = next(3); gone-- > 0 && !feed.items.empty();)
                        feed.items.erase(feed.items.begin() + next(static_cast<int>(feed.items.size())));
                    for (int come = next(3); come-- > 0;) {
                        FeedItem item;
                        item.id = item.title = "fresh " + std::to_string(step) + ' ' + std::to_string(come);
                        feed.items.insert(feed.items.begin(), item);
                    }
                });
            }
            model.update(feeds.feeds);
        }
        FeedItemModel anew;
        anew.show(feeds.feeds, false);
        QStringList now = titlesOf(model);
        QStringList wanted = titlesOf(anew);
        now.sort();
        wanted.sort();
        QCOMPARE(now, wanted);
    }

    void hundredThousandItemsCostWhatChanges()
    {
        FeedItemModel model;
        FeedItemOrder order(model, nullptr);
        order.sort(FeedItemModel::Published, Qt::DescendingOrder);
        Feeds feeds = test::manyFeeds(500, 200);
        model.show(feeds.feeds, true);
        QCOMPARE(order.rowCount(), 100'000);
        CountingView view(model);
        QElapsedTimer time;
        time.start();
        for (int step = 0; step < 50; ++step) { // as while all of them are read again
            feeds = withChanged(feeds, static_cast<std::size_t>(step * 9), [](Feed &feed) { feed.loading = !feed.loading; });
            model.update(feeds.feeds);
        }
        QCOMPARE(view.all(), 0); // nothing that is shown changed
        feeds = withChanged(feeds, 250, [](Feed &feed) { feed.items[100].read = true; });
        model.update(feeds.feeds);
        QCOMPARE(view.all(), 1);
        QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed()))); // some 50 ms when it is not instrumented
    }

    void isSortedByWhatItIsNotByHowItIsWritten()
    {
        FeedItemModel model;
        FeedItemOrder order(model, nullptr);
        const Feeds feeds = test::sampleFeeds();
        model.show(feeds.feeds, false);
        order.sort(FeedItemModel::Size, Qt::DescendingOrder);
        QCOMPARE(order.index(0, 0).data().toString(), QStringLiteral("Nosferatu (1922) restored 2160p"));
        order.sort(FeedItemModel::Published, Qt::DescendingOrder);
        QCOMPARE(order.index(0, 0).data().toString(), QStringLiteral("The General S01E01 1080p"));
        order.sort(FeedItemModel::Title, Qt::AscendingOrder);
        QCOMPARE(order.index(0, 0).data().toString(), QStringLiteral("archlinux-2026.01.01-x86_64.iso"));
    }

    void everyWordMustBeThere()
    {
        FeedItemModel model;
        FeedItemOrder order(model, nullptr);
        model.show(test::sampleFeeds().feeds, false);
        order.setWords(QStringLiteral("1080P general"));
        QCOMPARE(order.rowCount(), 3);
        order.setWords(QStringLiteral(" 鉄道 "));
        QCOMPARE(order.rowCount(), 1);
        order.setWords({});
        QCOMPARE(order.rowCount(), 10);
    }

    void statesAreWords()
    {
        FeedItemModel model;
        const Feeds feeds = test::sampleFeeds();
        model.show({feeds.feeds[2], feeds.feeds[1]}, false);
        const auto state = [&](int row) { return model.index(row, FeedItemModel::State).data().toString(); };
        QCOMPARE(state(0), QStringLiteral("New"));
        QCOMPARE(state(2), QStringLiteral("Read"));
        QCOMPARE(state(3), QStringLiteral("Added"));
        QCOMPARE(state(7), QStringLiteral("No torrent"));
    }
};

QTEST_MAIN(TestFeedModels)
#include "tst_feed_models.moc"
