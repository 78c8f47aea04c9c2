#include "core/torrent/feed_parser.h"

#include "core/model/engine_error.h"
#include "tests/support/growth.h"

#include <QTest>

using namespace trib;
using namespace trib::torrent;

class tst_feed_parser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRss2();
    void readsTheTorrentNamespace();
    void readsTorznab();
    void readsRss1();
    void readsAtom();
    void findsTheTorrentOfAnItem_data();
    void findsTheTorrentOfAnItem();
    void takesLinksForTorrentsWhereAFeedNamesNone();
    void takesNoOtherSchemes_data();
    void takesNoOtherSchemes();
    void makesTextsSafe();
    void keepsEachIdOnce();
    void readsOtherEncodings_data();
    void readsOtherEncodings();
    void readsWhatIsNotQuiteRight_data();
    void readsWhatIsNotQuiteRight();
    void refusesWhatIsNoFeed_data();
    void refusesWhatIsNoFeed();
    void tellsHowLongItMayBeKept_data();
    void tellsHowLongItMayBeKept();
    void endsAtItsBounds();
    void takesTimeByItsLength_data();
    void takesTimeByItsLength();
    void readsDates_data();
    void readsDates();
};

namespace {

constexpr std::string_view kBase = "https://tracker.example/rss/feed.xml?key=1";

[[nodiscard]] Result<ParsedFeed> parse(const QByteArray &document, std::size_t most = 200)
{
    return parseFeed({reinterpret_cast<const std::uint8_t *>(document.constData()), static_cast<std::size_t>(document.size())}, kBase, most);
}

[[nodiscard]] QByteArray rss(const QByteArray &items)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:torrent=\"http://xmlns.ezrss.it/0.1/\"><channel><title>All</title>"
        + items + "</channel></rss>";
}

[[nodiscard]] FeedItem oneItem(const QByteArray &fields)
{
    const auto feed = parse(rss("<item>" + fields + "</item>"));
    return feed && feed->items.size() == 1 ? feed->items.front() : FeedItem{};
}

constexpr WallTime kThen{std::chrono::seconds(1'033'563'600)}; // 2002-10-02 13:00:00 UTC

[[nodiscard]] QByteArray attributes(qsizetype count)
{
    QByteArray written = "<item";
    for (qsizetype i = 0; i < count; ++i)
        written += " a" + QByteArray::number(i) + "=''";
    return written + "/>";
}

} // namespace

void tst_feed_parser::readsRss2()
{
    const auto feed = parse(rss(
        "<image><title>not this</title></image>"
        "<item><title> Show  S01E01\n </title><link>/details/1</link><guid isPermaLink=\"false\">abc-1</guid>"
        "<pubDate>Wed, 02 Oct 2002 13:00:00 GMT</pubDate><description><![CDATA[<b>x</b><!DOCTYPE html>]]></description>"
        "<enclosure url=\"http://tracker.example/dl/1.torrent\" length=\"1234567\" type=\"application/x-bittorrent\"/></item>"
        "<item><title>Second</title><link>https://tracker.example/details/2</link></item>"));
    QVERIFY(feed);
    QCOMPARE(feed->title, std::string("All"));
    QCOMPARE(feed->items.size(), std::size_t{2});
    const FeedItem &item = feed->items[0];
    QCOMPARE(item.title, std::string("Show S01E01"));
    QCOMPARE(item.id, std::string("abc-1"));
    QCOMPARE(item.page, std::string("https://tracker.example/details/1"));
    QCOMPARE(item.torrent, std::string("http://tracker.example/dl/1.torrent"));
    QVERIFY(item.size == Bytes(1234567));
    QVERIFY(item.published == kThen);
    QVERIFY(!item.read && !item.added);
    QVERIFY(feed->items[1].torrent.empty());
    QCOMPARE(feed->items[1].id, std::string("https://tracker.example/details/2"));
}

void tst_feed_parser::readsTheTorrentNamespace()
{
    const FeedItem item = oneItem("<title>x</title><link>http://e.example/page</link><torrent xmlns=\"http://xmlns.ezrss.it/0.1/\"><fileName>x.torrent</fileName>"
                                  "<contentLength>700000</contentLength><infoHash>0123456789abcdef0123456789abcdef01234567</infoHash>"
                                  "<magnetURI><![CDATA[magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567&dn=x]]></magnetURI></torrent>");
    QCOMPARE(item.torrent, std::string("magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567&dn=x"));
    QVERIFY(item.size == Bytes(700000));
    const FeedItem hashed = oneItem("<title>y</title><link>http://e.example/page</link><torrent:infoHash>0123456789ABCDEF0123456789ABCDEF01234567</torrent:infoHash>");
    QCOMPARE(hashed.torrent, std::string("magnet:?xt=urn:btih:0123456789ABCDEF0123456789ABCDEF01234567"));
}

void tst_feed_parser::readsTorznab()
{
    const FeedItem item = oneItem("<title>x</title><guid>http://e.example/1</guid><size>2147483648</size><link>http://e.example/dl?x=1</link>"
                                  "<torznab:attr name=\"magneturl\" value=\"magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567\"/>"
                                  "<torznab:attr name=\"seeders\" value=\"12\"/>");
    QCOMPARE(item.torrent, std::string("magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567"));
    QVERIFY(item.size == Bytes(2147483648));
}

void tst_feed_parser::readsRss1()
{
    const auto feed = parse("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                            "<channel rdf:about=\"http://e.example/\"><title>Old</title></channel>"
                            "<item rdf:about=\"http://e.example/item/1\"><title>One</title><link>http://e.example/1.torrent</link><dc:date>2002-10-02T15:00:00+02:00</dc:date></item>"
                            "</rdf:RDF>");
    QVERIFY(feed);
    QCOMPARE(feed->title, std::string("Old"));
    QCOMPARE(feed->items.size(), std::size_t{1});
    QCOMPARE(feed->items[0].id, std::string("http://e.example/item/1"));
    QCOMPARE(feed->items[0].torrent, std::string("http://e.example/1.torrent"));
    QVERIFY(feed->items[0].published == kThen);
}

void tst_feed_parser::readsAtom()
{
    const auto feed = parse("<feed xmlns=\"http://www.w3.org/2005/Atom\"><title type=\"text\">New</title><entry><title type=\"xhtml\"><div>One <b>bold</b></div></title>"
                            "<id>urn:uuid:1</id><updated>2003-01-01T00:00:00Z</updated><published>2002-10-02T13:00:00.25Z</published>"
                            "<link rel=\"enclosure\" type=\"application/x-bittorrent\" href=\"../dl/1\" length=\"99\"/><link href=\"/one\"/></entry></feed>");
    QVERIFY(feed);
    QCOMPARE(feed->title, std::string("New"));
    const FeedItem &item = feed->items.at(0);
    QCOMPARE(item.title, std::string("One bold"));
    QCOMPARE(item.id, std::string("urn:uuid:1"));
    QCOMPARE(item.torrent, std::string("https://tracker.example/dl/1"));
    QCOMPARE(item.page, std::string("https://tracker.example/one"));
    QVERIFY(item.published == kThen);
}

void tst_feed_parser::findsTheTorrentOfAnItem_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("torrent");
    const auto row = [](const char *name, const char *fields, const char *torrent) { QTest::newRow(name) << QString::fromUtf8(fields) << QString::fromUtf8(torrent); };
    const char *const magnet = "magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567";
    row("link that is a magnet", "<link>magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567</link>", magnet);
    row("enclosure that is a magnet", "<enclosure url=\"magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567\" type=\"application/x-bittorrent\"/>", magnet);
    row("guid that is a magnet", "<guid>magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567</guid>", magnet);
    row("link to a .torrent", "<link>/a.torrent?pass=1</link>", "https://tracker.example/a.torrent?pass=1");
    row("enclosure without a type", "<enclosure url=\"/dl.php?id=1\"/>", "https://tracker.example/dl.php?id=1");
    row("enclosure of another type with a torrent's name", "<enclosure url=\"/a.torrent\" type=\"application/octet-stream\"/>", "https://tracker.example/a.torrent");
    row("a picture is none", "<enclosure url=\"/a.jpg\" type=\"image/jpeg\"/><link>magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567</link>", magnet);
    row("first of two", "<enclosure url=\"/1.torrent\"/><enclosure url=\"/2.torrent\"/>", "https://tracker.example/1.torrent");
    row("enclosure before magnet", "<torrent:magnetURI>magnet:?xt=urn:btih:0123456789abcdef0123456789abcdef01234567</torrent:magnetURI><enclosure url=\"/1\" type=\"application/x-bittorrent\"/>", "https://tracker.example/1");
}

void tst_feed_parser::findsTheTorrentOfAnItem()
{
    QFETCH(QString, fields);
    QTEST(QString::fromStdString(oneItem("<title>x</title>" + fields.toUtf8()).torrent), "torrent");
}

void tst_feed_parser::takesLinksForTorrentsWhereAFeedNamesNone()
{
    const auto feed = parse(rss("<item><title>a</title><link>/download.php?id=1</link></item><item><title>b</title><link>/download.php?id=2</link></item>"));
    QVERIFY(feed);
    QCOMPARE(feed->items[1].torrent, std::string("https://tracker.example/download.php?id=2"));
    const auto mixed = parse(rss("<item><title>a</title><link>/news</link></item><item><title>b</title><link>/b.torrent</link></item>"));
    QVERIFY(mixed);
    QVERIFY(mixed->items[0].torrent.empty());
}

void tst_feed_parser::takesNoOtherSchemes_data()
{
    QTest::addColumn<QString>("link");
    for (const char *link : {"file:///etc/passwd", "javascript:alert(1)", "ftp://e.example/a.torrent", "data:,x", "magnet:nothing", "magnet:?xt=urn:btih:01 23",
                             "http://user:secret@e.example/a.torrent", "//", "http://"})
        QTest::newRow(link) << QString::fromUtf8(link);
    QTest::newRow("a link without end") << QStringLiteral("http://e.example/") + QString(5000, QLatin1Char('a'));
}

void tst_feed_parser::takesNoOtherSchemes()
{
    QFETCH(QString, link);
    const QByteArray text = link.toHtmlEscaped().toUtf8();
    const FeedItem item = oneItem("<title>x</title><link>" + text + "</link><guid>" + text + "</guid><comments>" + text + "</comments><enclosure url=\"" + text
                                  + "\" type=\"application/x-bittorrent\"/>");
    QCOMPARE(item.title, std::string("x"));
    QCOMPARE(item.torrent, std::string());
    QCOMPARE(item.page, std::string());
}

void tst_feed_parser::makesTextsSafe()
{
    const FeedItem item = oneItem("<title>a\xE2\x80\xAE" "b&#x202E;c&#x1F600;" + QByteArray(20'000, 'x') + "</title><guid>" + QByteArray(20'000, 'y') + "</guid>");
    QVERIFY(item.title.starts_with("abc\xF0\x9F\x98\x80xx"));
    QVERIFY(item.title.size() <= 1024);
    QVERIFY(item.id.size() <= kMaxFeedText);
}

void tst_feed_parser::keepsEachIdOnce()
{
    const auto feed = parse(rss("<item><title>a</title><guid>1</guid></item><item><title>b</title><guid>1</guid></item><item></item><item><title>c</title></item>"));
    QVERIFY(feed);
    QCOMPARE(feed->items.size(), std::size_t{2});
    QCOMPARE(feed->items[1].id, std::string("c"));
}

void tst_feed_parser::readsOtherEncodings_data()
{
    QTest::addColumn<QByteArray>("document");
    const QString text = QStringLiteral("<rss><channel><item><title>Größe</title></item></channel></rss>");
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << QByteArrayLiteral("\xEF\xBB\xBF") + text.toUtf8();
    QTest::newRow("Latin-1") << QByteArrayLiteral("<?xml version='1.0' encoding='ISO-8859-1'?>") + text.toLatin1();
    QByteArray wide("\xFF\xFE");
    for (const QChar c : text)
        wide.append(char(c.unicode() & 0xFF)).append(char(c.unicode() >> 8));
    QTest::newRow("UTF-16") << wide;
}

void tst_feed_parser::readsOtherEncodings()
{
    QFETCH(QByteArray, document);
    const auto feed = parse(document);
    QVERIFY(feed);
    QCOMPARE(feed->items.at(0).title, std::string("Größe"));
}

void tst_feed_parser::readsWhatIsNotQuiteRight_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("entities of HTML") << rss("<item><title>a&nbsp;b</title></item>");
    QTest::newRow("a prefix that nobody declared") << rss("<item><title>a b</title><x:y>1</x:y></item>");
    QTest::newRow("a document type without declarations")
        << QByteArrayLiteral("<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"http://my.netscape.com/rss-0.91.dtd\"><!-- x -->") + rss("<item><title>a b</title></item>").mid(39);
    QTest::newRow("white space before all") << "\n\n " + rss("<item><title>a b</title></item>").mid(39);
}

void tst_feed_parser::readsWhatIsNotQuiteRight()
{
    QFETCH(QByteArray, document);
    const auto feed = parse(document);
    QVERIFY2(feed, feed ? "" : feed.error().detail.c_str());
    QCOMPARE(feed->items.at(0).title, std::string("a b"));
}

void tst_feed_parser::refusesWhatIsNoFeed_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page") << QByteArrayLiteral("<!DOCTYPE html><html><head><title>x</title></head><body><p>y</body></html>");
    QTest::newRow("not XML") << QByteArrayLiteral("d8:announce3:abce");
    QTest::newRow("other XML") << QByteArrayLiteral("<opml><body/></opml>");
    QTest::newRow("cut off") << rss("<item><title>a</title></item>").chopped(10);
    QTest::newRow("an entity of a file") << QByteArrayLiteral("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&x;</title></item></channel></rss>");
    QTest::newRow("entities that grow") << QByteArrayLiteral("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><rss><channel><item><title>&c;</title></item></channel></rss>");
    QTest::newRow("entities behind the root") << QByteArrayLiteral("<rss><!DOCTYPE rss [<!ENTITY a \"b\">]><channel><item><title>&a;</title></item></channel></rss>");
    QTest::newRow("an encoding that is none") << QByteArrayLiteral("<?xml version='1.0' encoding='klingon'?><rss/>");
    QTest::newRow("too large") << QByteArray(static_cast<qsizetype>(kMaxFeedDocument) + 1, ' ');
    QTest::newRow("a name without end") << QByteArrayLiteral("<rss><") + QByteArray(100'000, 'a') + QByteArrayLiteral("/></rss>");
    QTest::newRow("a prefix without end") << QByteArrayLiteral("<rss><") + QByteArray(100'000, 'a') + QByteArrayLiteral(":b/></rss>");
    QTest::newRow("an entity without end") << QByteArrayLiteral("<rss>&") + QByteArray(100'000, 'a') + QByteArrayLiteral(";</rss>");
    QTest::newRow("an entity without end in a value") << QByteArrayLiteral("<rss a='&") + QByteArray(100'000, 'a') + QByteArrayLiteral(";'></rss>");
}

void tst_feed_parser::refusesWhatIsNoFeed()
{
    QFETCH(QByteArray, document);
    const auto feed = parse(document);
    QVERIFY(!feed);
    QCOMPARE(feed.error().code, make_error_code(EngineErrc::NotAFeed));
}

void tst_feed_parser::tellsHowLongItMayBeKept_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("minutes");
    QTest::newRow("not said") << QByteArray() << 0;
    QTest::newRow("an hour") << QByteArray("<ttl> 60 </ttl>") << 60;
    QTest::newRow("a year") << QByteArray("<ttl>525600</ttl>") << 1440;
    QTest::newRow("before now") << QByteArray("<ttl>-5</ttl>") << 0;
    QTest::newRow("beyond numbers") << QByteArray("<ttl>99999999999999999999</ttl>") << 0;
    QTest::newRow("no number") << QByteArray("<ttl>often</ttl>") << 0;
    QTest::newRow("of something else") << QByteArray("<x:ttl>60</x:ttl><item><title>a</title><ttl>60</ttl></item>") << 0;
}

void tst_feed_parser::tellsHowLongItMayBeKept()
{
    QFETCH(QByteArray, fields);
    const auto feed = parse(rss(fields));
    QVERIFY(feed);
    QTEST(static_cast<int>(feed->ttl.count()), "minutes");
}

void tst_feed_parser::endsAtItsBounds()
{
    QByteArray items;
    for (int i = 0; i < 500; ++i)
        items += "<item><title>" + QByteArray::number(i) + "</title></item>";
    const auto feed = parse(rss(items), 200);
    QVERIFY(feed);
    QCOMPARE(feed->items.size(), std::size_t{200});
    QCOMPARE(feed->items.back().title, std::string("199"));
}

void tst_feed_parser::takesTimeByItsLength_data()
{
    QTest::addColumn<QByteArray>("shorter");
    QTest::addColumn<QByteArray>("longer");
    const qsizetype size = 1 << 19;
    const auto row = [](const char *name, const QByteArray &shorter, const QByteArray &longer) { QTest::newRow(name) << rss(shorter) << rss(longer); };
    const auto repeated = [&](const char *name, const QByteArray &part) {
        row(name, part.repeated(size / part.size()), part.repeated(8 * size / part.size()));
    };
    repeated("elements within elements", "<a>");
    repeated("elements beside elements", "<a/>");
    repeated("items without anything", "<item/>");
    repeated("open angles", "<");
    repeated("comments that do not end", "<!--");
    row("attributes", attributes(size / 10), attributes(8 * size / 10));
    const auto text = [](qsizetype letters) { return "<item><title>" + QByteArray(letters, 'a') + "</title></item>"; };
    row("text", text(size), text(8 * size));
}

void tst_feed_parser::takesTimeByItsLength()
{
    QFETCH(QByteArray, shorter);
    QFETCH(QByteArray, longer);
    bool bounded = true;
    const auto read = [&](const QByteArray &document) {
        const auto feed = parse(document);
        bounded = bounded && (!feed || feed->items.size() <= 200);
    };
    const double times = test::growth([&] { read(shorter); }, [&] { read(longer); });
    QVERIFY(bounded);
    QVERIFY2(times < 32, qPrintable(QString::number(times))); // by the square it would be 64
}

void tst_feed_parser::readsDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("seconds"); // -1: none
    const auto row = [](const char *text, qint64 seconds) { QTest::newRow(text) << QString::fromUtf8(text) << seconds; };
    constexpr qint64 then = 1'033'563'600;
    row("Wed, 02 Oct 2002 13:00:00 GMT", then);
    row("Wed, 02 Oct 2002 15:00:00 +0200", then);
    row("Wed, 02 Oct 2002 08:00:00 EST", then);
    row("Wed, 02 Oct 2002 09:00:00 edt", then);
    row("2 Oct 2002 13:00 UT", then);
    row("Wed, 2 Oct 02 13:00:00 Z", then);
    row("Wednesday, 02-Oct-02 13:00:00 GMT", then);
    row("Wed,02 October 2002 13:00:00", then);
    row(" 2002-10-02T13:00:00Z ", then);
    row("2002-10-02T13:00:00.123Z", then);
    row("2002-10-02T15:30:00+02:30", then);
    row("2002-10-02 13:00:00", then);
    row("2002-10-02", then - 13 * 3600);
    row("", -1);
    row("yesterday", -1);
    row("Wed, 32 Oct 2002 13:00:00 GMT", -1);
    row("Wed, 02 Oct 2002 25:00:00 GMT", -1);
    row("Wed, 02 Foo 2002 13:00:00 GMT", -1);
    row("2002-13-02T13:00:00Z", -1);
    row("2002-10-02T13:00:00+99:00", -1);
    row("99999-10-02T13:00:00Z", -1);
}

void tst_feed_parser::readsDates()
{
    QFETCH(QString, text);
    QFETCH(qint64, seconds);
    const auto date = parseFeedDate(text.toStdString());
    QCOMPARE(date ? date->time_since_epoch().count() : -1, seconds);
}

QTEST_GUILESS_MAIN(tst_feed_parser)
#include "tst_feed_parser.moc"
