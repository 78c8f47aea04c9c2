#include "core/engine/feed_matcher.h"

#include <QElapsedTimer>
#include <QTest>

using namespace trib;
using namespace trib::engine;

// Rules as qBittorrent's help describes them ("Rule Definition" tooltips and its wiki), and where ours differ knowingly.
class tst_feed_matcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesTexts_data();
    void matchesTexts();
    void matchesEpisodes_data();
    void matchesEpisodes();
    void refusesWhatCannotBeUnderstood_data();
    void refusesWhatCannotBeUnderstood();
    void holdsForItsFeedsOnly();
    void knowsAnEpisodeHoweverItIsWritten_data();
    void knowsAnEpisodeHoweverItIsWritten();
    void takesNoEpisodeTwiceButARepackOnce();
    void forgetsTheOldestOfVeryManyEpisodes();
    void waitsAfterAnItem_data();
    void waitsAfterAnItem();
    void doesNotWaitForADateToCome();
    void givesUpOnAnExpressionThatGoesOnForever();
};

namespace {

[[nodiscard]] FeedItem titled(const QString &title)
{
    FeedItem item;
    item.id = item.title = title.toStdString();
    return item;
}

[[nodiscard]] bool matches(const FeedRule &rule, const QString &title)
{
    const auto matcher = FeedMatcher::make(rule);
    return matcher && matcher->matches("http://feed/", titled(title));
}

constexpr WallTime kNow{std::chrono::seconds(1'767'225'600)};

} // namespace

void tst_feed_matcher::matchesTexts_data()
{
    QTest::addColumn<QString>("must");
    QTest::addColumn<QString>("mustNot");
    QTest::addColumn<bool>("regex");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("matched");
    const auto row = [](const char *name, const char *must, const char *mustNot, bool regex, const char *title, bool matched) {
        QTest::newRow(name) << QString::fromUtf8(must) << QString::fromUtf8(mustNot) << regex << QString::fromUtf8(title) << matched;
    };
    row("nothing asked for", "", "", false, "Anything at all", true);
    row("all words, any order", "1080p show", "", false, "The.Show.S01E01.1080p", true);
    row("one word missing", "show 720p", "", false, "The.Show.S01E01.1080p", false);
    row("case does not count", "THE show", "", false, "the.Show", true);
    row("part of a word", "sho", "", false, "The Show", true);
    row("second alternative", "film 2160p|film 1080p", "", false, "Film 1080p", true);
    row("no alternative", "film 2160p|film 1080p", "", false, "Film 720p", false);
    row("star keeps the order", "show*1080p", "", false, "1080p show", false);
    row("star", "show*1080p", "", false, "Show S01 1080p", true);
    row("question mark is one", "s0?e01", "", false, "Show S03E01", true);
    row("question mark is not none", "s0?e01", "", false, "Show S0E01", false);
    row("a dot is a dot", "h.264", "", false, "Show H264", false);
    row("brackets are brackets", "[group]", "", false, "[Group] Show - 01", true);
    row("brackets are no set", "[group]", "", false, "g r o u p", false);
    row("empty alternative asks for nothing", "film|", "", false, "Show", true);
    row("kept out", "show", "german", false, "Show German", false);
    row("not kept out", "show", "german", false, "Show French", true);
    row("kept out by an alternative", "", "cam|ts 720p", false, "Film TS 720p", false);
    row("half an alternative keeps nothing out", "", "cam|ts 720p", false, "Film TS 1080p", true);
    row("empty alternative keeps all out", "show", "cam|", false, "Show", false);
    row("expression", "^show\\.s\\d+", "", true, "Show.S01E01", true);
    row("expression, no match", "^show\\.s\\d+$", "", true, "Show.S01E01", false);
    row("expression with alternatives", "film|show", "", true, "Show", true);
    row("expression with spaces is one", "the show", "", true, "show the", false);
    row("expression keeps out", "show", "s0[12]", true, "Show.S02", false);
    row("wide characters", "番組", "", false, "[字幕] 番組 第1話", true);
    row("question mark for one of them", "第?話", "", false, "番組 第1話", true);
}

void tst_feed_matcher::matchesTexts()
{
    QFETCH(QString, must);
    QFETCH(QString, mustNot);
    QFETCH(bool, regex);
    QFETCH(QString, title);
    FeedRule rule;
    rule.must = must.toStdString();
    rule.mustNot = mustNot.toStdString();
    rule.regex = regex;
    QVERIFY(FeedMatcher::make(rule));
    QTEST(matches(rule, title), "matched");
}

void tst_feed_matcher::matchesEpisodes_data()
{
    QTest::addColumn<QString>("episodes");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("matched");
    const auto row = [](const char *episodes, const char *title, bool matched) {
        QTest::addRow("%s of %s", title, episodes) << QString::fromUtf8(episodes) << QString::fromUtf8(title) << matched;
    };
    // qBittorrent's own example: "1x2;8-15;5;30-;" is episodes 2, 5, 8 to 15, and 30 and onward of season one
    for (const int in : {2, 5, 8, 15, 30, 99})
        QTest::addRow("the example, %d", in) << QStringLiteral("1x2;8-15;5;30-;") << QStringLiteral("Show.S01E%1.720p").arg(in, 2, 10, QLatin1Char('0')) << true;
    for (const int out : {1, 3, 7, 16, 29})
        QTest::addRow("the example, %d", out) << QStringLiteral("1x2;8-15;5;30-;") << QStringLiteral("Show.S01E%1.720p").arg(out, 2, 10, QLatin1Char('0')) << false;
    row("1x25;", "Show S01E25", true);
    row("1x25;", "Show S1E25", true);
    row("1x25;", "Show 1x25", true);
    row("1x25;", "Show 01x25", true);
    row("1x25;", "Show S01.E25", true);
    row("1x25;", "Show s01 e25", true);
    row("1x25;", "Show S01E250", false);
    row("1x25;", "Show S01E125", false);
    row("1x25;", "Show S11E25", false);
    row("1x25;", "Show S02E25", false);
    row("01x025;", "Show S01E25", true);
    row("1x25-40;", "Show S01E40", true);
    row("1x25-40;", "Show S01E41", false);
    row("1x25-;", "Show S01E24", false);
    row("1x25-;", "Show S02E01", true);
    row("2x25-;", "Show S01E30", false);
    row("1x2;1x4-6;2x10-;", "Show S01E05", true);
    row("1x2;1x4-6;2x10-;", "Show S01E03", false);
    row("1x2;1x4-6;2x10-;", "Show S02E09", false);
    row("1x2;1x4-6;2x10-;", "Show S03E01", true);
    row("1x0;", "Show S01E00", true);
    row("1x2", "Show S01E02", true); // without the last semicolon
    row("2x1-;", "Film 1920x1080", false); // a resolution is no episode
    row("1x1-;", "Film without one", false);
    row("", "Film without one", true);
    row("1x2;", "Show_S01E02_720p", true);
}

void tst_feed_matcher::matchesEpisodes()
{
    QFETCH(QString, episodes);
    QFETCH(QString, title);
    FeedRule rule;
    rule.episodes = episodes.toStdString();
    QVERIFY(FeedMatcher::make(rule));
    QTEST(matches(rule, title), "matched");
}

void tst_feed_matcher::refusesWhatCannotBeUnderstood_data()
{
    QTest::addColumn<FeedRule>("rule");
    FeedRule rule;
    rule.regex = true;
    rule.must = "show(";
    QTest::newRow("expression") << rule;
    rule.must = "show";
    rule.mustNot = "[a-";
    QTest::newRow("expression that keeps out") << rule;
    for (const char *episodes : {"2", "0x1;", "1x;", "x2;", "1x2-1;", "1xa;", "1x2;;b;", ";", "12345x1;", "1x-;", "1x2--3;"}) {
        FeedRule other;
        other.episodes = episodes;
        QTest::newRow(episodes) << other;
    }
    FeedRule huge;
    huge.must = std::string(5000, 'a');
    QTest::newRow("a text without end") << huge;
}

void tst_feed_matcher::refusesWhatCannotBeUnderstood()
{
    QFETCH(FeedRule, rule);
    const auto matcher = FeedMatcher::make(rule);
    QVERIFY(!matcher);
    QCOMPARE(matcher.error().code, make_error_code(EngineErrc::ExpressionInvalid));
}

void tst_feed_matcher::holdsForItsFeedsOnly()
{
    FeedRule rule;
    rule.feeds = {"http://b/", "http://a/"};
    const auto some = FeedMatcher::make(rule);
    QVERIFY(some);
    QVERIFY(some->matches("http://a/", titled(QStringLiteral("x"))));
    QVERIFY(some->matches("http://b/", titled(QStringLiteral("x"))));
    QVERIFY(!some->matches("http://c/", titled(QStringLiteral("x"))));
    rule.feeds.clear();
    QVERIFY(FeedMatcher::make(rule)->matches("http://c/", titled(QStringLiteral("x"))));
}

void tst_feed_matcher::knowsAnEpisodeHoweverItIsWritten_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("episode");
    const auto row = [](const char *title, const char *episode) { QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(episode); };
    row("Show.S01E02.720p", "1x2");
    row("Show 1x02 720p", "1x2");
    row("Show_s1e2_", "1x2");
    row("Daily 2017.01.31 720p", "2017.1.31");
    row("Daily 2017-1-31", "2017.1.31");
    row("Daily 31.01.2017", "2017.1.31");
    row("Daily 01-31-2017", "2017.1.31");
    row("Film 2017 1080p", "");
    row("Film 1920x1080", "");
    row("Film 2017.45.99", "");
}

void tst_feed_matcher::knowsAnEpisodeHoweverItIsWritten()
{
    QFETCH(QString, title);
    QTEST(QString::fromStdString(episodeOf(title.toStdString())), "episode");
}

void tst_feed_matcher::takesNoEpisodeTwiceButARepackOnce()
{
    FeedRule rule;
    rule.onceEach = true;
    const auto take = [&](const char *title) {
        const FeedItem item = titled(QString::fromUtf8(title));
        if (wasSeen(rule, item))
            return false;
        noteAdded(rule, item, kNow);
        return true;
    };
    QVERIFY(take("Show S01E01 720p"));
    QVERIFY(!take("Show S01E01 1080p"));
    QVERIFY(!take("Show 1x01"));
    QVERIFY(take("Show S01E01 REPACK"));
    QVERIFY(!take("Show S01E01 repack again"));
    QVERIFY(take("Show S01E01 PROPER"));
    QVERIFY(!take("Show S01E01 PROPER 1080p"));
    QVERIFY(take("Show S01E02 REPACK PROPER"));
    QVERIFY(!take("Show S01E02 PROPER"));
    QVERIFY(!take("Show S01E02"));
    QVERIFY(take("No episode"));
    QVERIFY(take("No episode"));
    rule.onceEach = false;
    QVERIFY(take("Show S01E01 720p"));
}

void tst_feed_matcher::forgetsTheOldestOfVeryManyEpisodes()
{
    FeedRule rule;
    rule.onceEach = true;
    for (int i = 0; i < 9999; ++i)
        rule.seenEpisodes.push_back("9x" + std::to_string(i));
    noteAdded(rule, titled(QStringLiteral("Show S01E01")), kNow);
    noteAdded(rule, titled(QStringLiteral("Show S01E02")), kNow);
    QCOMPARE(rule.seenEpisodes.size(), std::size_t{10'000});
    QCOMPARE(rule.seenEpisodes.front(), std::string("9x1"));
    QCOMPARE(rule.seenEpisodes.back(), std::string("1x2"));
}

void tst_feed_matcher::waitsAfterAnItem_data()
{
    QTest::addColumn<int>("hoursLater"); // than the last one; -1000: the item has no date and it is now
    QTest::addColumn<bool>("waits");
    QTest::newRow("an hour later") << 1 << true;
    QTest::newRow("almost there") << 71 << true;
    QTest::newRow("three days later") << 72 << false;
    QTest::newRow("older") << -24 << true;
    QTest::newRow("without a date") << -1000 << true;
}

void tst_feed_matcher::waitsAfterAnItem()
{
    QFETCH(int, hoursLater);
    QFETCH(bool, waits);
    FeedRule rule;
    rule.pauseDays = 3;
    rule.lastAdded = kNow;
    FeedItem item = titled(QStringLiteral("x"));
    if (hoursLater > -1000)
        item.published = kNow + std::chrono::hours(hoursLater);
    QCOMPARE(isPaused(rule, item, kNow + std::chrono::hours(1)), waits);
    QVERIFY(!isPaused(FeedRule{}, item, kNow));
    if (hoursLater == -1000)
        QVERIFY(!isPaused(rule, item, kNow + std::chrono::days(3)));
}

void tst_feed_matcher::doesNotWaitForADateToCome()
{
    FeedRule rule;
    rule.pauseDays = 1;
    FeedItem item = titled(QStringLiteral("x"));
    item.published = kNow + std::chrono::days(40'000);
    noteAdded(rule, item, kNow);
    QCOMPARE(rule.lastAdded, std::optional(kNow));
}

void tst_feed_matcher::givesUpOnAnExpressionThatGoesOnForever()
{
    FeedRule rule;
    rule.regex = true;
    rule.must = "^(a+)+$";
    QElapsedTimer timer;
    timer.start();
    const auto matcher = FeedMatcher::make(rule);
    QVERIFY(matcher);
    const FeedItem item = titled(QString(1000, QLatin1Char('a')) + QLatin1Char('b'));
    for (int i = 0; i < 100; ++i) // as many as a feed may have
        QVERIFY(!matcher->matches({}, item));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(tst_feed_matcher)
#include "tst_feed_matcher.moc"
