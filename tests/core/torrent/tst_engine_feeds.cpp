#include "core/torrent/lt_convert.h"
#include "core/torrent/metainfo.h"
#include "tests/core/torrent/engine_test.h"
#include "tests/core/torrent/loopback_server.h"
#include "tests/support/manual_clock.h"

#include <algorithm>
#include <map>
#include <mutex>

using namespace trib;
using namespace trib::test;

// Feeds and rules through the engine, with a server on loopback that hands out feeds and torrents.
class tst_engine_feeds : public EngineTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsAFeedAndKeepsItOverAKill();
    void addsWhatARuleAsksFor();
    void leavesWhatNoRuleAsksFor();
    void leavesWhatWasReadOrIsOff_data();
    void leavesWhatWasReadOrIsOff();
    void countsATorrentOfTheListAsAdded();
    void takesNoEpisodeTwiceThoughBothComeAtOnce();
    void remembersEpisodesOverARestart();
    void showsWhyAnItemWasNotAddedAndTriesAgainLater();
    void marksItems();
    void renamesAndRemovesFeedsAndRules();
    void keepsWhatTheEngineKnowsOfARuleThatIsChanged();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void readsAgainWhenItIsTime();
    void waitsLongerAfterEachFailure();
    void readsNothingByItselfWhenItIsOff();
    void readsNothingWhileTheGateIsClosed();
    void survivesHostileFeeds_data();
    void survivesHostileFeeds();

private:
    static constexpr int kPatience = 20'000; // milliseconds
    void start(settings::TextMap settings = {})
    {
        m_engine = std::make_unique<TestEngine>(folder("profile"), std::move(settings), &m_clock);
        QObject::connect(&m_engine->engine(), &engine::TorrentEngine::feedsChanged, &m_engine->engine(),
                         [this](const engine::FeedsPointer &feeds) { m_feeds = feeds; });
        VERIFY_OK(m_engine->start());
    }
    void kill()
    {
        std::filesystem::remove_all(folder("copy"));
        std::filesystem::copy(folder("profile"), folder("copy"), std::filesystem::copy_options::recursive);
        m_engine.reset();
        m_feeds.reset();
        std::filesystem::remove_all(folder("profile"));
        std::filesystem::rename(folder("copy"), folder("profile"));
    }

    void serve(const std::string &path, std::string body)
    {
        const std::lock_guard lock(m_mutex);
        m_bodies[path] = std::move(body);
    }
    [[nodiscard]] int asked(const std::string &path)
    {
        const std::lock_guard lock(m_mutex);
        return m_asked[path];
    }
    void answer(Peer &peer)
    {
        const std::string head = peer.readHead();
        const std::string path = head.substr(4, head.find(' ', 4) - 4);
        std::string text = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
        {
            const std::lock_guard lock(m_mutex);
            ++m_asked[path];
            if (const auto found = m_bodies.find(path); found != m_bodies.end())
                text = okAnswer(found->second);
        }
        peer.write(text);
    }

    // A torrent at "/NAME.torrent", and the item that names it.
    [[nodiscard]] std::string item(const std::string &name)
    {
        const Content content = makeContent(folder("content"), name, {20'000}, TorrentFormat::V1, {}, false, static_cast<unsigned>(++m_seed));
        serve("/" + name + ".torrent", std::string(content.metainfo.begin(), content.metainfo.end()));
        return "<item><title>" + name + "</title><guid>" + name + "</guid><enclosure url=\"/" + name + ".torrent\" type=\"application/x-bittorrent\"/></item>";
    }
    void feed(const std::string &items, const std::string &path = "/feed")
    {
        serve(path, "<rss><channel><title>All</title>" + items + "</channel></rss>");
    }
    [[nodiscard]] std::string url(const std::string &path = "/feed") const { return m_server->url(path); }
    [[nodiscard]] FeedRule rule(const std::string &name, const std::string &must = {}) const
    {
        FeedRule rule;
        rule.name = name;
        rule.must = must;
        rule.stopped = true;
        return rule;
    }

    [[nodiscard]] const Feed *feedAt(const std::string &at) const
    {
        const auto found = std::ranges::find_if(m_feeds->feeds, [&](const FeedPointer &one) { return one->url == at; });
        return found == m_feeds->feeds.end() ? nullptr : found->get();
    }
    [[nodiscard]] const Feed *theFeed() const { return feedAt(url()); }
    [[nodiscard]] bool isIdle() { return m_engine->submit(SaveFeed{url(), theFeed()->name}) && !theFeed()->loading; } // the engine is asked
    [[nodiscard]] std::size_t items() const { return theFeed() ? theFeed()->items.size() : 0; }
    [[nodiscard]] bool isAdded(const std::string &id) const
    {
        const Feed *own = theFeed();
        return own && std::ranges::any_of(own->items, [&](const FeedItem &one) { return one.id == id && one.added && one.read; });
    }

    ManualClock m_clock;
    std::mutex m_mutex;
    std::map<std::string, std::string> m_bodies;
    std::map<std::string, int> m_asked;
    std::unique_ptr<LoopbackServer> m_server;
    engine::FeedsPointer m_feeds;
    std::unique_ptr<TestEngine> m_engine;
    int m_seed = 0;
};

void tst_engine_feeds::init()
{
    m_bodies.clear();
    m_asked.clear();
    m_server = std::make_unique<LoopbackServer>([this](Peer &peer) { answer(peer); });
    start();
}

void tst_engine_feeds::cleanup()
{
    m_engine.reset();
    m_feeds.reset();
    m_server.reset();
}

void tst_engine_feeds::readsAFeedAndKeepsItOverAKill()
{
    feed(item("one") + item("two"));
    QVERIFY(m_feeds); // once after start(), too
    QVERIFY(m_feeds->feeds.empty());
    VERIFY_OK(m_engine->submit(SaveFeed{url(), "Mine"}));
    QTRY_COMPARE(items(), std::size_t{2});
    QCOMPARE(theFeed()->title, std::string("All"));
    QCOMPARE(theFeed()->name, std::string("Mine"));
    QVERIFY(theFeed()->updated == m_clock.wallNow());
    QVERIFY(!theFeed()->error);
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, rule("nothing", "three")}));
    VERIFY_OK(m_engine->submit(MarkFeedItems{url(), {"two"}}));
    const Feed before = *theFeed();
    kill();
    start();
    QVERIFY(theFeed());
    QVERIFY(theFeed()->items == before.items);
    QVERIFY(theFeed()->items[1].read && !theFeed()->items[0].read);
    QVERIFY(theFeed()->updated == before.updated);
    QCOMPARE(theFeed()->name, std::string("Mine"));
    QCOMPARE(m_feeds->rules.size(), std::size_t{1});
    QCOMPARE(m_feeds->rules[0], rule("nothing", "three"));
    QCOMPARE(asked("/feed"), 1);
}

void tst_engine_feeds::addsWhatARuleAsksFor()
{
    feed(item("show.S01E01") + item("film"));
    FeedRule wanted = rule("shows", "show");
    wanted.category = "video/shows";
    wanted.tags = {"good"};
    wanted.savePath = folder("shows").string();
    wanted.layout = ContentLayout::Subfolder;
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, wanted}));
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_VERIFY_WITH_TIMEOUT(isAdded("show.S01E01"), kPatience);
    QTRY_COMPARE(m_engine->size(), std::size_t{1});
    for (const FeedItem &one : theFeed()->items)
        QCOMPARE(one.added, one.id == "show.S01E01");
    QTRY_COMPARE(m_engine->labels().tags, std::vector<std::string>{"good"});
    QVERIFY(m_feeds->rules[0].lastAdded);
    const auto id = torrent::parseMetainfo(std::vector<std::uint8_t>(m_bodies["/show.S01E01.torrent"].begin(), m_bodies["/show.S01E01.torrent"].end()));
    QVERIFY(id);
    const auto record = storedRecord(folder("profile"), torrent::fromLt(id->ti->info_hashes()).toId());
    QVERIFY(record);
    QCOMPARE(record->category, std::string("video/shows"));
    QCOMPARE(record->tags, std::vector<std::string>{"good"});
    QCOMPARE(record->savePath, folder("shows").string());
    QVERIFY(record->stopped);
    QCOMPARE(m_engine->row(record->id)->contentPath, (folder("shows") / "show").string()); // a folder of its own, not the file itself
}

void tst_engine_feeds::leavesWhatNoRuleAsksFor()
{
    feed(item("one") + item("two"));
    FeedRule off = rule("off");
    off.on = false;
    FeedRule elsewhere = rule("elsewhere");
    elsewhere.feeds = {url("/other")};
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, off}));
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, elsewhere}));
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, rule("two", "two")}));
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_VERIFY_WITH_TIMEOUT(isAdded("two"), kPatience);
    QVERIFY(!isAdded("one"));
    QCOMPARE(asked("/one.torrent"), 0);
}

void tst_engine_feeds::leavesWhatWasReadOrIsOff_data()
{
    QTest::addColumn<bool>("off");
    QTest::newRow("read") << false;
    QTest::newRow("feeds/add_by_rules is off") << true;
}

void tst_engine_feeds::leavesWhatWasReadOrIsOff()
{
    QFETCH(bool, off);
    feed(item("one") + item("two"));
    if (off) {
        settings::EngineSettings settings = m_engine->settings();
        settings.feeds.addByRules = false;
        VERIFY_OK(await(m_engine->engine().configure(settings)));
    }
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_COMPARE(items(), std::size_t{2});
    if (!off)
        VERIFY_OK(m_engine->submit(MarkFeedItems{url(), {"one"}}));
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, rule("all")})); // of what is unread it holds from now on
    if (off) {
        QTest::qWait(300);
        QCOMPARE(m_engine->size(), std::size_t{0});
        settings::EngineSettings settings = m_engine->settings();
        settings.feeds.addByRules = true;
        VERIFY_OK(await(m_engine->engine().configure(settings)));
        QTRY_VERIFY_WITH_TIMEOUT(isAdded("one"), kPatience);
    }
    QTRY_VERIFY_WITH_TIMEOUT(isAdded("two"), kPatience);
    QCOMPARE(asked("/one.torrent"), off ? 1 : 0);
}

void tst_engine_feeds::countsATorrentOfTheListAsAdded()
{
    const std::string one = item("one");
    const Content content = makeContent(folder("content"), "one", {20'000}, TorrentFormat::V1, {}, false, static_cast<unsigned>(m_seed));
    AddRequest wish = request(content, folder("there"));
    wish.stopped = true;
    VERIFY_OK(m_engine->add(wish));
    feed(one);
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, rule("all")}));
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_VERIFY_WITH_TIMEOUT(isAdded("one"), kPatience);
    QCOMPARE(m_engine->size(), std::size_t{1});
    QVERIFY(!theFeed()->error);
}

void tst_engine_feeds::takesNoEpisodeTwiceThoughBothComeAtOnce()
{
    feed(item("show.1x02.720p") + item("show.S01E02.1080p") + item("show.S01E03"));
    FeedRule once = rule("once");
    once.onceEach = true;
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, once}));
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_feeds->rules[0].seenEpisodes.size(), std::size_t{2}, kPatience);
    QTRY_VERIFY(isAdded("show.S01E03"));
    QTRY_COMPARE(m_engine->size(), std::size_t{2});
    QVERIFY(isAdded("show.S01E02.1080p")); // the oldest, which is the last, before the others
    QVERIFY(!isAdded("show.1x02.720p"));
    QCOMPARE(asked("/show.1x02.720p.torrent"), 0);
}

void tst_engine_feeds::remembersEpisodesOverARestart()
{
    feed(item("show.S01E02.720p"));
    FeedRule once = rule("once");
    once.onceEach = true;
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, once}));
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_VERIFY_WITH_TIMEOUT(isAdded("show.S01E02.720p"), kPatience);
    kill();
    start();
    QCOMPARE(m_feeds->rules[0].seenEpisodes, std::vector<std::string>{"1x2"});
    feed(item("show.S01E02.1080p") + item("show.S01E02.PROPER"));
    VERIFY_OK(m_engine->submit(RefreshFeeds{}));
    QTRY_VERIFY_WITH_TIMEOUT(isAdded("show.S01E02.PROPER"), kPatience);
    QVERIFY(!isAdded("show.S01E02.1080p"));
}

void tst_engine_feeds::showsWhyAnItemWasNotAddedAndTriesAgainLater()
{
    const std::string one = item("one");
    const std::string torrent = m_bodies["/one.torrent"];
    serve("/one.torrent", "<html>not yet</html>");
    feed(one);
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, rule("all")}));
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_VERIFY_WITH_TIMEOUT(theFeed() && theFeed()->error == make_error_code(EngineErrc::NotBencoded), kPatience);
    QCOMPARE(asked("/one.torrent"), 1);
    serve("/one.torrent", torrent);
    VERIFY_OK(m_engine->submit(RefreshFeeds{{url()}}));
    QTRY_COMPARE(asked("/feed"), 2);
    QTRY_VERIFY(isIdle());
    QCOMPARE(asked("/one.torrent"), 1); // not so soon
    m_clock.advance(std::chrono::minutes(11));
    VERIFY_OK(m_engine->submit(RefreshFeeds{{url()}}));
    QTRY_VERIFY_WITH_TIMEOUT(isAdded("one"), kPatience);
    QVERIFY(!theFeed()->error);
}

void tst_engine_feeds::marksItems()
{
    feed(item("one") + item("two"));
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_COMPARE(items(), std::size_t{2});
    VERIFY_OK(m_engine->submit(MarkFeedItems{url(), {"one"}, true, true}));
    QVERIFY(theFeed()->items[0].read && theFeed()->items[0].added);
    QVERIFY(!theFeed()->items[1].read);
    VERIFY_OK(m_engine->submit(MarkFeedItems{url(), {}, false, false}));
    QVERIFY(!theFeed()->items[0].read && theFeed()->items[0].added); // what is in the list stays so
    VERIFY_OK(m_engine->submit(MarkFeedItems{url(), {}}));
    QVERIFY(theFeed()->items[0].read && theFeed()->items[1].read);
    VERIFY_FAILS(m_engine->submit(MarkFeedItems{url("/other"), {}}), EngineErrc::UrlInvalid);
}

void tst_engine_feeds::renamesAndRemovesFeedsAndRules()
{
    feed(item("one"));
    feed(item("two"), "/b");
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    VERIFY_OK(m_engine->submit(SaveFeed{url("/b"), {}}));
    QTRY_COMPARE(items(), std::size_t{1});
    QTRY_VERIFY(feedAt(url("/b")) && !feedAt(url("/b"))->items.empty());
    QTRY_VERIFY(!feedAt(url("/b"))->loading);
    const Feed *unchanged = feedAt(url("/b"));
    VERIFY_OK(m_engine->submit(SaveFeed{url(), "New name"}));
    QCOMPARE(theFeed()->name, std::string("New name"));
    QCOMPARE(theFeed()->items.size(), std::size_t{1});
    QCOMPARE(feedAt(url("/b")), unchanged); // the same object
    QCOMPARE(asked("/feed"), 1);
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, rule("b", "x")}));
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, rule("a", "y")}));
    QCOMPARE(m_feeds->rules[0].name, std::string("a"));
    VERIFY_OK(m_engine->submit(SaveFeedRule{"b", rule("c", "x")}));
    QCOMPARE(m_feeds->rules.size(), std::size_t{2});
    QCOMPARE(m_feeds->rules[1].name, std::string("c"));
    VERIFY_FAILS(m_engine->submit(SaveFeedRule{"c", rule("a", "x")}), EngineErrc::NameInvalid);
    VERIFY_FAILS(m_engine->submit(SaveFeedRule{{}, rule("a", "x")}), EngineErrc::NameInvalid);
    VERIFY_OK(m_engine->submit(RemoveFeedRules{{"c"}}));
    VERIFY_OK(m_engine->submit(RemoveFeeds{{url()}}));
    QVERIFY(!theFeed());
    kill();
    start();
    QVERIFY(!theFeed());
    QVERIFY(feedAt(url("/b")));
    QCOMPARE(m_feeds->rules.size(), std::size_t{1});
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_COMPARE(asked("/feed"), 2); // nothing was kept of it
}

void tst_engine_feeds::keepsWhatTheEngineKnowsOfARuleThatIsChanged()
{
    feed(item("show.S01E02"));
    FeedRule once = rule("once");
    once.onceEach = true;
    VERIFY_OK(m_engine->submit(SaveFeedRule{{}, once}));
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_VERIFY_WITH_TIMEOUT(isAdded("show.S01E02"), kPatience);
    once.name = "other";
    once.seenEpisodes = {"9x9"};
    VERIFY_OK(m_engine->submit(SaveFeedRule{"once", once}));
    QCOMPARE(m_feeds->rules[0].seenEpisodes, std::vector<std::string>{"1x2"});
    QVERIFY(m_feeds->rules[0].lastAdded);
}

void tst_engine_feeds::refusesWhatCannotBe_data()
{
    QTest::addColumn<Command>("command");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, Command command, EngineErrc code) { QTest::newRow(name) << std::move(command) << static_cast<int>(code); };
    FeedRule bad;
    bad.name = "x";
    row("feed of a file", SaveFeed{"file:///etc/passwd", {}}, EngineErrc::UrlInvalid);
    row("feed without a host", SaveFeed{"http://", {}}, EngineErrc::UrlInvalid);
    row("unknown feed", RefreshFeeds{{"http://127.0.0.1/no"}}, EngineErrc::UrlInvalid);
    bad.regex = true;
    bad.must = "(";
    row("expression", SaveFeedRule{{}, bad}, EngineErrc::ExpressionInvalid);
    bad = {};
    row("no name", SaveFeedRule{{}, bad}, EngineErrc::NameInvalid);
    bad.name = "a\nb";
    row("a name on two lines", SaveFeedRule{{}, bad}, EngineErrc::NameInvalid);
    bad.name = "x";
    bad.category = "a//b";
    row("category", SaveFeedRule{{}, bad}, EngineErrc::NameInvalid);
    bad.category.clear();
    bad.tags = {"a,b"};
    row("tag", SaveFeedRule{{}, bad}, EngineErrc::NameInvalid);
    bad.tags.clear();
    bad.savePath = "relative";
    row("folder", SaveFeedRule{{}, bad}, EngineErrc::PathInvalid);
    bad.savePath.clear();
    bad.pauseDays = -1;
    row("days", SaveFeedRule{{}, bad}, EngineErrc::InvalidSetting);
}

void tst_engine_feeds::refusesWhatCannotBe()
{
    QFETCH(Command, command);
    QFETCH(int, code);
    VERIFY_FAILS(m_engine->submit(command), static_cast<EngineErrc>(code));
    QVERIFY(m_feeds->feeds.empty() && m_feeds->rules.empty());
}

void tst_engine_feeds::readsAgainWhenItIsTime()
{
    feed(item("one"));
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_COMPARE(items(), std::size_t{1});
    feed("<ttl>60</ttl>" + item("two") + item("one"));
    m_clock.advance(std::chrono::minutes(29));
    QTest::qWait(2500); // housekeeping has looked
    QCOMPARE(asked("/feed"), 1);
    m_clock.advance(std::chrono::minutes(5));
    QTRY_COMPARE_WITH_TIMEOUT(items(), std::size_t{2}, kPatience);
    QCOMPARE(theFeed()->items[0].id, std::string("two"));
    m_clock.advance(std::chrono::minutes(59));
    QTest::qWait(2500);
    QCOMPARE(asked("/feed"), 2); // as it asks
}

void tst_engine_feeds::waitsLongerAfterEachFailure()
{
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}})); // nothing is served
    QTRY_VERIFY_WITH_TIMEOUT(theFeed() && theFeed()->error == make_error_code(EngineErrc::HttpStatus), kPatience);
    m_clock.advance(std::chrono::minutes(6));
    QTRY_COMPARE_WITH_TIMEOUT(asked("/feed"), 2, kPatience);
    QTRY_VERIFY(isIdle());
    m_clock.advance(std::chrono::minutes(6));
    QTest::qWait(2500);
    QCOMPARE(asked("/feed"), 2);
    feed(item("one"));
    m_clock.advance(std::chrono::minutes(6));
    QTRY_COMPARE_WITH_TIMEOUT(items(), std::size_t{1}, kPatience);
    QVERIFY(!theFeed()->error);
}

void tst_engine_feeds::readsNothingByItselfWhenItIsOff()
{
    feed(item("one"));
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_COMPARE(items(), std::size_t{1});
    settings::EngineSettings settings = m_engine->settings();
    settings.feeds.enabled = false;
    VERIFY_OK(await(m_engine->engine().configure(settings)));
    m_clock.advance(std::chrono::hours(48));
    QTest::qWait(2500);
    QCOMPARE(asked("/feed"), 1);
    VERIFY_OK(m_engine->submit(RefreshFeeds{})); // the user asks
    QTRY_COMPARE_WITH_TIMEOUT(asked("/feed"), 2, kPatience);
}

void tst_engine_feeds::readsNothingWhileTheGateIsClosed()
{
    feed(item("one"));
    settings::EngineSettings settings = m_engine->settings();
    settings.network.interfaces = "nosuch0";
    VERIFY_OK(await(m_engine->engine().configure(settings)));
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTest::qWait(2500);
    QCOMPARE(asked("/feed"), 0);
    QVERIFY(theFeed() && !theFeed()->loading && !theFeed()->error);
    settings.network.interfaces = "127.0.0.1";
    VERIFY_OK(await(m_engine->engine().configure(settings)));
    QTRY_COMPARE_WITH_TIMEOUT(items(), std::size_t{1}, kPatience);
}

void tst_engine_feeds::survivesHostileFeeds_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a page") << QByteArray("<html></html>");
    QTest::newRow("entities that grow") << QByteArray("<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><rss><channel><item><title>&b;</title></item></channel></rss>");
    QTest::newRow("eleven mebibytes") << QByteArray(11 << 20, ' ');
}

void tst_engine_feeds::survivesHostileFeeds()
{
    QFETCH(QByteArray, body);
    serve("/feed", body.toStdString());
    VERIFY_OK(m_engine->submit(SaveFeed{url(), {}}));
    QTRY_VERIFY_WITH_TIMEOUT(theFeed() && theFeed()->error == make_error_code(EngineErrc::NotAFeed), kPatience);
    QVERIFY(theFeed()->items.empty());
}

QTEST_GUILESS_MAIN(tst_engine_feeds)
#include "tst_engine_feeds.moc"
