#include "core/torrent/url.h"

#include "tests/support/for_all.h"

#include <QTest>

#include <algorithm>

using namespace trib::torrent;
using trib::EngineErrc;
using trib::test::SeededRandom;

namespace {

[[nodiscard]] QByteArray printed(const trib::Result<Url> &url)
{
    return url ? QByteArray::fromStdString(url->text()) : QByteArray(url.error().code == EngineErrc::UrlInvalid ? "invalid" : "another error");
}

// Text made of pieces that matter to URL parsers, with noise between.
[[nodiscard]] std::string likeAUrl(SeededRandom &random)
{
    static const std::vector<std::string> kPieces{"http://", "https://", "HTTP://", "ftp://", "//", "/", "\\", "@", ":", "?", "#", "[", "]", "[::1]", ".", "..", "%2e",
        "%", "%zz", "%00", "127.0.0.1", "127.1", "0x7f", "example.org", "EXAMPLE", "xn--", "80", "0", "65535", "65536", "a", " ", "\t", "\r\n",
        "\xC3\xA9", "\xE3\x81\x82", "\xFF", std::string(70, 'a'), std::string(300, 'b'), "-", "_", "&", "=", "+", "{", "|"};
    std::string text = random.oneIn(3) ? "" : "http://";
    for (int count = random.number(0, 12); count > 0; --count)
        text += random.oneIn(8) ? random.text(1, std::string_view("\0\x01\x1F\x7F\x80\xC3~!$'()*,;", 15)) : random.pick(kPieces);
    return text;
}

void checkInvariants(const Url &url)
{
    const auto isPlain = [](char c) { return c > 0x20 && c < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\'; };
    QVERIFY(url.target.starts_with('/'));
    QVERIFY(std::all_of(url.target.begin(), url.target.end(), isPlain));
    QVERIFY(url.target.find('#') == std::string::npos);
    QVERIFY(!url.host.empty() && url.host.size() <= 253);
    QVERIFY(std::all_of(url.host.begin(), url.host.end(), isPlain));
    QVERIFY(url.host.find_first_of("@/?#%[] ") == std::string::npos);
    QVERIFY(url.isAddress || url.host.find(':') == std::string::npos);
    QVERIFY(url.port != 0);
    const std::string path = url.target.substr(0, url.target.find('?')) + "/";
    QVERIFY(path.find("/../") == std::string::npos && path.find("/./") == std::string::npos);
    const auto again = parseUrl(url.text());
    QVERIFY2(again, url.text().c_str());
    QVERIFY2(*again == url, url.text().c_str());
}

} // namespace

class TestUrl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) { QTest::newRow(name) << text << expected; };
        row("plain", "http://example.org/a.torrent", "http://example.org/a.torrent");
        row("case", "HTTPS://Example.ORG/A", "https://example.org/A");
        row("no path", "http://example.org", "http://example.org/");
        row("query without path", "http://example.org?a=b", "http://example.org/?a=b");
        row("fragment", "http://example.org/a#b?c", "http://example.org/a");
        row("default ports", "https://example.org:443/", "https://example.org/");
        row("other port", "https://example.org:80/", "https://example.org:80/");
        row("empty port", "http://example.org:/", "http://example.org/");
        row("IPv4", "http://192.0.2.1:8080/", "http://192.0.2.1:8080/");
        row("IPv6", "http://[2001:DB8:0::1]:8080/", "http://[2001:db8::1]:8080/");
        row("trailing dot", "http://example.org./", "http://example.org/");
        row("international host", "http://b\xC3\xBC" "cher.example/", "http://xn--bcher-kva.example/");
        row("space in path", "http://example.org/a b?c d", "http://example.org/a%20b?c%20d");
        row("UTF-8 in path", "http://example.org/\xC3\xA9", "http://example.org/%C3%A9");
        row("percent stays", "http://example.org/%2F%41%", "http://example.org/%2F%41%");
        row("brackets in path", "http://example.org/[a].torrent", "http://example.org/[a].torrent");
        row("dot segments", "http://example.org/a/./b/../c", "http://example.org/a/c");
        row("dots above the root", "http://example.org/../../a", "http://example.org/a");
        row("encoded dots", "http://example.org/a/%2E%2e/b", "http://example.org/b");
        row("at sign in path", "http://example.org/user@host", "http://example.org/user@host");
        row("underscore", "http://a_b.example.org/", "http://a_b.example.org/");
        for (const char *text : {"", "http", "http:", "http:/example.org", "http://", "http:///a", "http://?a", "http://#a", "example.org", "//example.org", "ftp://example.org/",
                                 "file:///etc/passwd", "javascript:alert(1)", "data:,x", "magnet:?xt=urn:btih:a", "http://user@example.org/",
                                 "http://user:pw@example.org/", "http://@example.org/", "http://a@b@example.org/", "http://example.org:0/",
                                 "http://example.org:65536/", "http://example.org:+80/", "http://example.org:8 0/", "http://example.org:080000/", "http://example.org:x/",
                                 "http://-a.example/", "http://a-.example/", "http://a..b/", "http://.a/", "http://./", "http://exa mple.org/", "http://exa%6Dple.org/",
                                 "http://127.1/", "http://2130706433/", "http://0x7f.1/", "http://0x7f000001/", "http://0177.0.0.1/", "http://1.2.3.4.5/", "http://256.1.1.1/",
                                 "http://example.1/", "http://[::1/", "http://::1/", "http://[::1]a/", "http://[1.2.3.4]/", "http://[fe80::1%25eth0]/", "http://[fe80::1%eth0]/",
                                 "http://[::1]:0/", "http://example.org\\a", "http:\\\\example.org", "http://example.org/\r\nHost: x", "http://example.org/\x7F", "http://example.org/\t",
                                 " http://example.org/", "http://\xFF/", "http://example.org^/"})
            QTest::addRow("refused: %s", QByteArray(text).toPercentEncoding(":/@[]?#%").constData()) << QByteArray(text) << QByteArray("invalid");
        row("refused: a NUL", QByteArray("http://example.org/\0a", 21), "invalid");
        row("refused: a long label", "http://" + QByteArray(64, 'a') + "/", "invalid");
        row("refused: a long host", "http://" + QByteArray("abcdefg.").repeated(32) + "a/", "invalid");
        row("refused: too long", "http://example.org/" + QByteArray(8192, 'a'), "invalid");
        row("refused: too long once encoded", "http://example.org/" + QByteArray(4000, ' '), "invalid");
    }
    void parses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(printed(parseUrl(text.toStdString())), expected);
    }

    // RFC 3986, 5.4.1 and 5.4.2: base http://a/b/c/d;p?q. What leads out of http is refused here.
    void resolves_data()
    {
        QTest::addColumn<QByteArray>("reference");
        QTest::addColumn<QByteArray>("expected");
        const std::vector<std::pair<const char *, const char *>> table{
            {"g:h", "invalid"}, {"g", "http://a/b/c/g"}, {"./g", "http://a/b/c/g"}, {"g/", "http://a/b/c/g/"}, {"/g", "http://a/g"}, {"//g", "http://g/"},
            {"?y", "http://a/b/c/d;p?y"}, {"g?y", "http://a/b/c/g?y"}, {"#s", "http://a/b/c/d;p?q"}, {"g#s", "http://a/b/c/g"}, {"g?y#s", "http://a/b/c/g?y"},
            {";x", "http://a/b/c/;x"}, {"g;x", "http://a/b/c/g;x"}, {"", "http://a/b/c/d;p?q"}, {".", "http://a/b/c/"}, {"./", "http://a/b/c/"},
            {"..", "http://a/b/"}, {"../", "http://a/b/"}, {"../g", "http://a/b/g"}, {"../..", "http://a/"}, {"../../g", "http://a/g"},
            {"../../../g", "http://a/g"}, {"/./g", "http://a/g"}, {"/../g", "http://a/g"}, {"g.", "http://a/b/c/g."}, {"..g", "http://a/b/c/..g"},
            {"./../g", "http://a/b/g"}, {"./g/.", "http://a/b/c/g/"}, {"g/./h", "http://a/b/c/g/h"}, {"g/../h", "http://a/b/c/h"},
            {"g?y/../x", "http://a/b/c/g?y/../x"}, {"http:g", "invalid"}, {"https://g/x", "https://g/x"}, {"//u@g/", "invalid"}, {"///g", "invalid"},
            {"/a:b", "http://a/a:b"}, {"g\nX: y", "invalid"}};
        for (const auto &[reference, expected] : table)
            QTest::addRow("'%s'", QByteArray(reference).toPercentEncoding(":/@?#;").constData()) << QByteArray(reference) << QByteArray(expected);
    }
    void resolves()
    {
        QFETCH(QByteArray, reference);
        QFETCH(QByteArray, expected);
        const auto base = parseUrl("http://a/b/c/d;p?q");
        QVERIFY(base);
        QCOMPARE(printed(resolveUrl(*base, reference.toStdString())), expected);
    }

    void whateverIsAcceptedIsSafeOnTheWire()
    {
        trib::test::forAll(trib::test::seeds(20000), likeAUrl, [](const std::string &text) {
            if (const auto url = parseUrl(text))
                checkInvariants(*url);
            else
                QVERIFY(url.error().code == EngineErrc::UrlInvalid);
        });
    }

    void whateverARedirectMeansIsSafeOnTheWire()
    {
        const auto base = parseUrl("https://example.org/a/b?c");
        trib::test::forAll(trib::test::seeds(20000), [](SeededRandom &r) {
            const std::string text = likeAUrl(r);
            return text.starts_with("http:") && r.oneIn(2) ? text.substr(7) : text;
        }, [&](const std::string &text) {
            if (const auto url = resolveUrl(*base, text))
                checkInvariants(*url);
        });
    }

    void theRandomTextsAreOftenAccepted()
    {
        int accepted = 0;
        trib::test::forAll(trib::test::seeds(2000), likeAUrl, [&](const std::string &text) { accepted += parseUrl(text) ? 1 : 0; });
        QVERIFY2(accepted > 20 || qEnvironmentVariableIsSet("TRIB_SEED"), qPrintable(QString::number(accepted)));
    }

    void parsesProxies()
    {
        const auto socks = parseProxyUrl("SOCKS5://us%40er:p%3Aw:x@Proxy.example:1080/");
        QVERIFY(socks);
        QVERIFY((*socks == ProxyUrl{"socks5", "proxy.example", false, 1080, "us@er", "p:w:x"}));
        const auto http = parseProxyUrl("http://[::1]:3128");
        QVERIFY(http);
        QVERIFY((*http == ProxyUrl{"http", "::1", true, 3128, "", ""}));
    }

    void refusesProxies_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "proxy:1080", "socks4://proxy:1080", "socks5h://proxy:1080", "https://proxy:1080", "socks5://", "socks5://proxy", "socks5://proxy:",
                                 "socks5://proxy:0", "socks5://:1080", "socks5://proxy:1080/path", "socks5://proxy:1080?x", "socks5://us%er@proxy:1080",
                                 "socks5://us%4@proxy:1080", "http://pro xy:1080", "http://proxy:1080\r\n"})
            QTest::addRow("'%s'", QByteArray(text).toPercentEncoding(":/@?%").constData()) << QByteArray(text);
        QTest::newRow("a long password") << QByteArray("socks5://u:" + QByteArray(256, 'p') + "@proxy:1080");
    }
    void refusesProxies()
    {
        QFETCH(QByteArray, text);
        const auto url = parseProxyUrl(text.toStdString());
        QVERIFY(!url);
        QVERIFY(url.error().code == EngineErrc::InvalidSetting);
    }
};

QTEST_GUILESS_MAIN(TestUrl)
#include "tst_url.moc"
