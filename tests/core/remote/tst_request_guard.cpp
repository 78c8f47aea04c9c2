// What a page in the user's browser might send is refused, what the programs that this API is for send is not (S17, S18).
#include "core/remote/request_guard.h"

#include <QTest>

using namespace trib::remote;

namespace {

[[nodiscard]] RequestHead headOf(const QByteArray &lines)
{
    RequestHead head;
    for (const QByteArray &line : lines.split('\n')) {
        const qsizetype colon = line.indexOf(": ");
        if (colon > 0 && !putHeader(head, line.left(colon).toStdString(), line.mid(colon + 2).toStdString()))
            qFatal("a header stands twice");
    }
    return head;
}

} // namespace

class TestRequestGuard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersToItsOwnNamesAlone_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *host, bool passes) { QTest::addRow("'%s'", host) << QByteArray(host) << passes; };
        for (const char *host : {"127.0.0.1:8080", "localhost:8080", "LocalHost:8080", "[::1]:8080", "nas.example:8080", "nas.example", "NAS.example",
                 "proxy.example:443", "192.0.2.7:8080"})
            row(host, true);
        for (const char *host : {"", "evil.example", "evil.example:8080", "127.0.0.1", "127.0.0.1:8081", "localhost", "localhost:80", "localhost.:8080",
                 "localhost:8080.evil.example", "nas.example.evil.example", "evil.nas.example", "nas.example:8081", "proxy.example", "proxy.example:8080",
                 "127.0.0.1:8080:8080", "127.1:8080", "2130706433:8080", "0.0.0.0:8080", "[::ffff:127.0.0.1]:8080", "::1:8080", "user@localhost:8080",
                 "localhost:8080/", "nas.example:", "192.0.2.8:8080", "127.0.0.2:8080"})
            row(host, false);
    }
    void answersToItsOwnNamesAlone()
    {
        QFETCH(QByteArray, host);
        QFETCH(bool, passes);
        const RequestGuard guard({"nas.example", "proxy.example:443"}, "192.0.2.7", 8080);
        QCOMPARE(guard.refusal(headOf("Host: " + host)) == nullptr, passes);
    }

    void aRequestWithoutAHostIsRefused()
    {
        QVERIFY(RequestGuard({}, "127.0.0.1", 8080).refusal({}));
    }

    void theWildcardAddressIsNoName_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addRow("IPv4") << QByteArray("0.0.0.0");
        QTest::addRow("IPv6") << QByteArray("::");
    }
    void theWildcardAddressIsNoName()
    {
        QFETCH(QByteArray, address);
        const RequestGuard guard({}, address.toStdString(), 8080);
        QVERIFY(guard.refusal(headOf("Host: " + address + ":8080")));
        QVERIFY(guard.refusal(headOf("Host: [" + address + "]:8080")));
        QVERIFY(!guard.refusal(headOf("Host: localhost:8080")));
    }

    void theSchemesOwnPortIsLeftOut()
    {
        QVERIFY(!RequestGuard({}, "127.0.0.1", 80).refusal(headOf("Host: localhost")));
        QVERIFY(!RequestGuard({}, "127.0.0.1", 443).refusal(headOf("Host: localhost")));
    }

    void refusesForeignPages_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<bool>("passes");
        const auto row = [](const char *title, const char *headers, bool passes) { QTest::addRow("%s", title) << QByteArray(headers) << passes; };
        row("a program", "", true);
        row("a page of ours", "Origin: http://localhost:8080\nSec-Fetch-Site: same-origin", true);
        row("a page of ours behind a proxy that speaks TLS", "Origin: https://localhost:8080", true);
        row("an old browser's page of ours", "Referer: http://localhost:8080/index.html", true);
        row("typed by the user", "Sec-Fetch-Site: none", true);
        row("a foreign page", "Origin: http://evil.example\nSec-Fetch-Site: cross-site", false);
        row("a foreign page, as told by the origin alone", "Origin: http://evil.example", false);
        row("a foreign page, as told by Sec-Fetch-Site alone", "Sec-Fetch-Site: cross-site", false);
        row("a page of another port", "Origin: http://localhost:8081\nSec-Fetch-Site: same-site", false);
        row("same site is not same origin", "Sec-Fetch-Site: same-site", false);
        row("another of our names", "Origin: http://127.0.0.1:8080", false);
        row("no origin that is told", "Origin: null", false);
        row("an empty origin", "Origin: ", false);
        row("a file", "Origin: file://", false);
        row("an extension", "Origin: moz-extension://3f0c", false);
        row("the origin decides, not the referer", "Origin: http://evil.example\nReferer: http://localhost:8080/", false);
        row("a foreign referer", "Referer: http://evil.example/localhost:8080", false);
        row("our name as a user's", "Referer: http://localhost:8080@evil.example/", false);
        row("our name as a beginning", "Origin: http://localhost:8080.evil.example", false);
        row("a backslash", "Referer: http://evil.example\\@localhost:8080/", false);
        row("an unknown word", "Sec-Fetch-Site: same-origin, cross-site", false);
        row("a forwarded host decides nothing", "Origin: http://evil.example\nX-Forwarded-Host: evil.example\nForwarded: host=evil.example", false);
    }
    void refusesForeignPages()
    {
        QFETCH(QByteArray, headers);
        QFETCH(bool, passes);
        const RequestGuard guard({}, "127.0.0.1", 8080);
        QCOMPARE(guard.refusal(headOf("Host: localhost:8080\n" + headers)) == nullptr, passes);
    }

    void aForwardedHostDoesNotStandForTheHost()
    {
        const RequestGuard guard({}, "127.0.0.1", 8080);
        QVERIFY(guard.refusal(headOf("Host: evil.example\nX-Forwarded-Host: localhost:8080")));
    }

    void aHeaderThatDecidesStandsOnce_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"Host", "Origin", "Referer", "Sec-Fetch-Site", "Authorization", "Content-Type"})
            QTest::addRow("%s", name) << QByteArray(name);
    }
    void aHeaderThatDecidesStandsOnce()
    {
        QFETCH(QByteArray, name);
        RequestHead head;
        QVERIFY(putHeader(head, name.toStdString(), "a"));
        QVERIFY(!putHeader(head, name.toUpper().toStdString(), "b"));
        QVERIFY(*head.header(name.toLower().toStdString()) == "a");
    }

    void cookiesInSeveralHeadersAreJoined()
    {
        RequestHead head;
        QVERIFY(putHeader(head, "Cookie", "a=1"));
        QVERIFY(putHeader(head, "Cookie", "b=2"));
        QVERIFY(*head.header("cookie") == "a=1; b=2");
    }
};

QTEST_GUILESS_MAIN(TestRequestGuard)
#include "tst_request_guard.moc"
