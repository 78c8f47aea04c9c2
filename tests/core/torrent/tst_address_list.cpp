#include "core/torrent/address_list.h"

#include "core/torrent/filter_lists.h"
#include "tests/support/growth.h"

#include <boost/asio/ip/address.hpp>

#include <QTest>

#include <zlib.h>

#include <algorithm>

using namespace trib;
using namespace trib::torrent;

class tst_address_list : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsALine_data();
    void readsALine();
    void passesOverWhatIsNoRange_data();
    void passesOverWhatIsNoRange();
    void letsInWhatEMuleLetsIn();
    void mergesWhatTouchesOrOverlaps();
    void readsAnyEndOfLine();
    void readsGzipAlsoOfSeveralParts();
    void refusesWhatCannotBeUsed_data();
    void refusesWhatCannotBeUsed();
    void endsWhereGzipGrowsWithoutEnd();
    void readsHalfAMillionRanges();
    void namesListsWithCommas();
};

namespace {

[[nodiscard]] Result<AddressList> parse(const QByteArray &text)
{
    return parseAddressList({reinterpret_cast<const std::uint8_t *>(text.constData()), static_cast<std::size_t>(text.size())});
}

[[nodiscard]] std::string words(const AddressRanges &ranges)
{
    std::string all;
    for (const auto &[first, last] : ranges.v4)
        all += boost::asio::ip::address_v4(first).to_string() + '-' + boost::asio::ip::address_v4(last).to_string() + ' ';
    for (const auto &[first, last] : ranges.v6)
        all += boost::asio::ip::address_v6(first).to_string() + '-' + boost::asio::ip::address_v6(last).to_string() + ' ';
    return all.substr(0, all.size() - (all.empty() ? 0 : 1));
}

[[nodiscard]] QByteArray gzipped(const QByteArray &text)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray in = text;
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(in.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

[[nodiscard]] QByteArray manyRanges(quint32 count)
{
    QByteArray text;
    for (quint32 i = 0; i < count; ++i) {
        const quint32 first = (1u << 24) + i * 4096;
        const auto dotted = [](quint32 address) { return QByteArray::fromStdString(boost::asio::ip::address_v4(address).to_string()); };
        text += "Some organisation:" + dotted(first) + '-' + dotted(first + 255) + '\n';
    }
    return text;
}

} // namespace

void tst_address_list::readsALine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("range");
    const auto row = [](const char *line, const char *range) { QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(range); };
    row("Some Company:1.2.3.4-1.2.3.9", "1.2.3.4-1.2.3.9");
    row("Name: with, colons #1 - and more:1.2.3.4-1.2.3.9", "1.2.3.4-1.2.3.9");
    row(":1.2.3.4-1.2.3.9", "1.2.3.4-1.2.3.9");
    row("IPv6 people:2001:db8::1-2001:db8::ff", "2001:db8::1-2001:db8::ff");
    row("001.002.003.004 - 001.002.003.255 , 000 , eMule's way", "1.2.3.4-1.2.3.255");
    row("1.2.3.4 - 1.2.3.9 , 127 , still shut out", "1.2.3.4-1.2.3.9");
    row("1.2.3.4-1.2.3.9,100,tight, with commas", "1.2.3.4-1.2.3.9");
    row("2001:db8:: - 2001:db8::f , 000 , six", "2001:db8::-2001:db8::f");
    row("1.2.3.4-1.2.3.9", "1.2.3.4-1.2.3.9");
    row("1.2.3.4 - 1.2.3.9", "1.2.3.4-1.2.3.9");
    row("1.2.3.4", "1.2.3.4-1.2.3.4");
    row("1.2.3.0/24", "1.2.3.0-1.2.3.255");
    row("1.2.3.77/24", "1.2.3.0-1.2.3.255");
    row("0.0.0.0/0", "0.0.0.0-255.255.255.255");
    row("1.2.3.4/32", "1.2.3.4-1.2.3.4");
    row("1.10.16.0/20 ; SBL256894", "1.10.16.0-1.10.31.255");
    row("1.2.3.4 # because", "1.2.3.4-1.2.3.4");
    row("2001:db8::/32", "2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff");
    row("2001:db8::/127", "2001:db8::-2001:db8::1");
    row("::/0", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    row("::ffff:1.2.3.4", "1.2.3.4-1.2.3.4");
    row("127.0.0.0/8", "127.0.0.0-127.255.255.255");
    row("\t 1.2.3.4 \t", "1.2.3.4-1.2.3.4");
    row("\xEF\xBB\xBF" "1.2.3.4", "1.2.3.4-1.2.3.4");
}

void tst_address_list::readsALine()
{
    QFETCH(QString, line);
    const auto list = parse(line.toUtf8());
    QVERIFY2(list, list ? "" : list.error().detail.c_str());
    QTEST(QString::fromStdString(words(list->ranges)), "range");
    QCOMPARE(list->skipped, std::size_t{0});
}

void tst_address_list::passesOverWhatIsNoRange_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("skipped");
    for (const char *nothing : {"", "  ", "# 1.2.3.4", "// 1.2.3.4", "; 1.2.3.4"})
        QTest::addRow("nothing: %s", nothing) << QString::fromUtf8(nothing) << 0;
    for (const char *junk : {"nonsense", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.4-", "-1.2.3.4", "1.2.3.9-1.2.3.4", "name:1.2.3.9-1.2.3.4", "1.2.3.4/33",
                             "1.2.3.4/", "1.2.3.4/-1", "2001:db8::/129", "1.2.3.4-2001:db8::1", "fe80::1%eth0", "1.2.3.4 - 1.2.3.9 , x , y",
                             "<html><body>503 Service Unavailable</body></html>", "0x7f.1.1.1", "1.2.3.0004"})
        QTest::addRow("junk: %s", junk) << QString::fromUtf8(junk) << 1;
    QTest::newRow("junk: a line without end") << QStringLiteral("1.2.3.4") + QString(100'000, QLatin1Char(' ')) << 1;
}

void tst_address_list::passesOverWhatIsNoRange()
{
    QFETCH(QString, line);
    QFETCH(int, skipped);
    const auto list = parse("9.9.9.9\n" + line.toUtf8() + "\n8.8.8.8");
    QVERIFY(list);
    QCOMPARE(words(list->ranges), std::string("8.8.8.8-8.8.8.8 9.9.9.9-9.9.9.9"));
    QCOMPARE(list->skipped, static_cast<std::size_t>(skipped));
}

void tst_address_list::letsInWhatEMuleLetsIn()
{
    const auto list = parse("1.2.3.4 - 1.2.3.9 , 128 , let in\n1.2.4.4 - 1.2.4.9 , 127 , not\n");
    QVERIFY(list);
    QCOMPARE(words(list->ranges), std::string("1.2.4.4-1.2.4.9"));
    QCOMPARE(list->skipped, std::size_t{0});
}

void tst_address_list::mergesWhatTouchesOrOverlaps()
{
    const auto list = parse("1.2.3.8-1.2.3.9\n1.2.3.0-1.2.3.7\n1.2.3.9-1.2.3.20\n1.2.3.22\n255.255.255.255\n255.255.255.254\n2001:db8::ff\n2001:db8::100\n2001:db8::102\n");
    QVERIFY(list);
    QCOMPARE(words(list->ranges), std::string("1.2.3.0-1.2.3.20 1.2.3.22-1.2.3.22 255.255.255.254-255.255.255.255 2001:db8::ff-2001:db8::100 2001:db8::102-2001:db8::102"));
}

void tst_address_list::readsAnyEndOfLine()
{
    const auto list = parse("1.1.1.1\r\n3.3.3.3\r5.5.5.5\n\n7.7.7.7");
    QVERIFY(list);
    QCOMPARE(list->ranges.size(), std::size_t{4});
    QCOMPARE(list->skipped, std::size_t{0});
}

void tst_address_list::readsGzipAlsoOfSeveralParts()
{
    const auto list = parse(gzipped("1.1.1.1\n3.3.") + gzipped("3.3\n5.5.5.5"));
    QVERIFY2(list, list ? "" : list.error().detail.c_str());
    QCOMPARE(words(list->ranges), std::string("1.1.1.1-1.1.1.1 3.3.3.3-3.3.3.3 5.5.5.5-5.5.5.5"));
}

void tst_address_list::refusesWhatCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("comments alone") << QByteArrayLiteral("# a\n# b\n");
    QTest::newRow("a page") << QByteArrayLiteral("<!DOCTYPE html>\n<html>\n<p>Not found</p>\n</html>\n");
    QTest::newRow("gzip cut off") << gzipped("1.1.1.1\n").chopped(6);
    QByteArray damaged = gzipped(QByteArray("1.1.1.1\n").repeated(1000));
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
    QTest::newRow("gzip damaged") << damaged;
    QTest::newRow("gzip with something behind") << gzipped("1.1.1.1\n") + QByteArrayLiteral("more");
    QTest::newRow("gzip of nothing") << gzipped({});
    QTest::newRow("too large") << QByteArray(static_cast<qsizetype>(kMaxAddressList) + 1, '\n');
}

void tst_address_list::refusesWhatCannotBeUsed()
{
    QFETCH(QByteArray, bytes);
    const auto list = parse(bytes);
    QVERIFY(!list);
    QCOMPARE(list.error().code, make_error_code(EngineErrc::AddressListUnusable));
}

void tst_address_list::endsWhereGzipGrowsWithoutEnd()
{
    QByteArray bomb;
    const QByteArray part = gzipped(QByteArray(64 << 20, ' '));
    for (int i = 0; i < 5; ++i)
        bomb += part;
    QVERIFY(bomb.size() < 8 << 20);
    const auto list = parse(bomb);
    QVERIFY(!list);
    QVERIFY(list.error().detail.find("grows") != std::string::npos);
}

void tst_address_list::readsHalfAMillionRanges()
{
    const QByteArray few = manyRanges(62'500);
    const QByteArray many = manyRanges(500'000);
    std::size_t count = 0;
    const auto read = [&](const QByteArray &text) {
        const auto list = parse(text);
        count = list ? list->ranges.size() : 0;
    };
    const double times = test::growth([&] { read(few); }, [&] { read(many); });
    QCOMPARE(count, std::size_t{500'000});
    QVERIFY2(times < 32, qPrintable(QString::number(times))); // by the square it would be 64
}

void tst_address_list::namesListsWithCommas()
{
    using Names = std::vector<std::string>;
    QCOMPARE(listsOf(" /a/b.p2p , http://e.example/x%2Cy?z=%20,,/a/b.p2p"), (Names{"/a/b.p2p", "http://e.example/x,y?z=%20"}));
    QCOMPARE(listsOf(""), Names{});
    QCOMPARE(listsOf(" , "), Names{});
}

QTEST_GUILESS_MAIN(tst_address_list)
#include "tst_address_list.moc"
