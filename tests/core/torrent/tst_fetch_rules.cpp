#include "core/torrent/fetch_rules.h"

#include <QTest>

using namespace trib::torrent;
using trib::EngineErrc;

namespace {

[[nodiscard]] Url urlOf(const char *text)
{
    return parseUrl(text).value();
}

} // namespace

class TestFetchRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // First and last addresses of the ranges in IANA's special-purpose registries (RFC 6890 and its updates), and their neighbours.
    void tellsPublicAddressesFromOthers_data()
    {
        QTest::addColumn<bool>("isPublic");
        for (const char *address : {"1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255",
                                    "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
                                    "223.255.255.255", "2000::", "2001:200::1", "2606:4700:4700::1111", "2a00:1450::1", "3ffe::1", "2002:808:808::1", "64:ff9b::8.8.8.8"})
            QTest::newRow(address) << true;
        for (const char *address : {"0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.255.255.255", "169.254.0.0",
                                    "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.0.0", "192.168.255.255", "198.18.0.0",
                                    "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::8.8.8.8",
                                    "::ffff:8.8.8.8", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b:1::1", "100::1", "2001::1",
                                    "2001:10::1", "2001:20::1", "2001:db8::1", "2002:a00:1::1", "2002:7f00:1::1", "2002:c0a8:101::1", "3fff::1", "4000::1", "fc00::1", "fd12:3456::1",
                                    "fe80::1", "fec0::1", "febf::1", "ff02::1", "ff0e::1"})
            QTest::newRow(address) << false;
    }
    void tellsPublicAddressesFromOthers()
    {
        QFETCH(bool, isPublic);
        const auto address = boost::asio::ip::make_address(QTest::currentDataTag());
        QCOMPARE(isPublicAddress(address), isPublic);
        QVERIFY(mayConnect(false, address));
        QCOMPARE(mayConnect(true, address), isPublic);
    }

    void tellsPublicHostsFromOthers_data()
    {
        QTest::addColumn<bool>("isPublic");
        for (const char *url : {"http://example.org/", "http://localhost.example.org/", "http://8.8.8.8/", "http://[2606:4700:4700::1111]/"})
            QTest::newRow(url) << true;
        for (const char *url : {"http://localhost/", "http://LOCALHOST./", "http://a.localhost/", "http://router/", "http://nas.local/", "http://nas.lan/", "http://x.home.arpa/",
                                "http://metadata.internal/", "http://127.0.0.1/", "http://[::1]/", "http://192.168.1.1/", "http://[::ffff:8.8.8.8]/"})
            QTest::newRow(url) << false;
    }
    void tellsPublicHostsFromOthers()
    {
        QFETCH(bool, isPublic);
        QCOMPARE(isPublicHost(urlOf(QTest::currentDataTag())), isPublic);
    }

    void followsOrRefuses_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<bool>("fromPublic");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("to"); // empty: refused
        const auto row = [](const char *name, const char *from, bool fromPublic, const char *location, const char *to) {
            QTest::newRow(name) << QByteArray(from) << fromPublic << QByteArray(location) << QByteArray(to);
        };
        row("same host", "http://example.org/a", true, "/b", "http://example.org/b");
        row("another host", "http://example.org/a", true, "http://example.net/b", "http://example.net/b");
        row("http to https", "http://example.org/a", true, "https://example.org/a", "https://example.org/a");
        row("https to https", "https://example.org/a", true, "//example.net/a", "https://example.net/a");
        row("https to http", "https://example.org/a", true, "http://example.org/a", "");
        row("https to http at home", "https://10.0.0.1/a", false, "http://10.0.0.1/a", "");
        row("public to loopback", "http://example.org/a", true, "http://127.0.0.1/a", "");
        row("public to localhost", "http://example.org/a", true, "http://localhost/a", "");
        row("public to private", "http://example.org/a", true, "http://192.168.1.1/a", "");
        row("public to link-local", "http://example.org/a", true, "http://169.254.169.254/latest/meta-data", "");
        row("public to mapped", "http://example.org/a", true, "http://[::ffff:127.0.0.1]/a", "");
        row("public to unique local", "http://example.org/a", true, "http://[fd00::1]/a", "");
        row("private to private", "http://10.0.0.1/a", false, "http://10.0.0.2/b", "http://10.0.0.2/b");
        row("private to public", "http://10.0.0.1/a", false, "http://8.8.8.8/b", "http://8.8.8.8/b");
        row("file", "http://10.0.0.1/a", false, "file:///etc/passwd", "");
        row("ftp", "http://10.0.0.1/a", false, "ftp://10.0.0.1/", "");
        row("user info", "http://10.0.0.1/a", false, "http://a:b@10.0.0.1/", "");
    }
    void followsOrRefuses()
    {
        QFETCH(QByteArray, from);
        QFETCH(bool, fromPublic);
        QFETCH(QByteArray, location);
        QFETCH(QByteArray, to);
        const auto result = followRedirect(urlOf(from.constData()), fromPublic, location.toStdString());
        QCOMPARE(result ? QByteArray::fromStdString(result->text()) : QByteArray(), to);
        QVERIFY(result || result.error().code == EngineErrc::UrlRefused);
    }
};

QTEST_GUILESS_MAIN(TestFetchRules)
#include "tst_fetch_rules.moc"
