#include "core/torrent/torrent_fetcher.h"

#include "tests/core/torrent/fetch_check.h"
#include "tests/core/torrent/loopback_server.h"
#include "tests/core/torrent/test_certificates.h"

#include <QTest>

#include <memory>

using namespace std::chrono_literals;
using namespace trib::test;
using trib::torrent::FetchPolicy;

namespace {

// Both proxies send every host to `port` on loopback: only they know where "files.example" is.
[[nodiscard]] LoopbackServer::Script socks5Proxy(Record &record, std::uint16_t port, std::string user = {}, std::string password = {})
{
    return [&record, port, user = std::move(user), password = std::move(password)](Peer &peer) {
        const std::string head = peer.readExactly(2);
        const std::string methods = head.empty() ? "" : peer.readExactly(std::size_t(head[1]));
        const char wanted = user.empty() ? 0 : 2;
        if (head.empty() || head[0] != 5 || methods.find(wanted) == std::string::npos) {
            peer.write(std::string("\x05\xFF"));
            return;
        }
        peer.write(std::string{'\x05', wanted});
        if (!user.empty()) {
            const std::string name = peer.readExactly(std::size_t(peer.readExactly(2).at(1)));
            const std::string word = peer.readExactly(std::size_t(peer.readExactly(1).at(0)));
            record.add("login " + name + " " + word);
            const bool right = name == user && word == password;
            peer.write(right ? std::string("\x01\x00", 2) : std::string("\x01\x01", 2));
            if (!right)
                return;
        }
        const std::string request = peer.readExactly(4);
        const std::string host = request.at(3) == 3 ? peer.readExactly(std::size_t(peer.readExactly(1).at(0))) : "address of " + std::to_string(peer.readExactly(request.at(3) == 1 ? 4 : 16).size());
        const std::string end = peer.readExactly(2);
        record.add(host + ":" + std::to_string(static_cast<unsigned char>(end[0]) * 256 + static_cast<unsigned char>(end[1])));
        peer.write(port == 0 ? std::string("\x05\x05\x00\x01\0\0\0\0\0\0", 10) : std::string("\x05\x00\x00\x03\x04host\0\0", 11));
        if (port != 0)
            pumpTo(peer, port);
    };
}

[[nodiscard]] LoopbackServer::Script httpProxy(Record &record, std::uint16_t port, std::string connectAnswer = "HTTP/1.1 200 Connection established\r\n\r\n")
{
    return [&record, port, connectAnswer = std::move(connectAnswer)](Peer &peer) {
        const std::string head = peer.readHead();
        record.add(head);
        if (head.starts_with("CONNECT ")) {
            peer.write(connectAnswer);
            pumpTo(peer, port);
        } else {
            peer.write(okAnswer("through the proxy"));
        }
    };
}

} // namespace

class TestTorrentFetcherProxy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_certificates.makeAuthority());
        const auto files = m_certificates.make("files", "DNS:files.example");
        QVERIFY(!files.certificate.empty());
        const auto script = [](Peer &peer) {
            if (!peer.readHead().empty())
                peer.write(okAnswer("origin"));
        };
        m_plain = std::make_unique<LoopbackServer>(script);
        m_secure = std::make_unique<LoopbackServer>(script, files);
    }

    void socks5GetsTheNameAndNotAnAddress()
    {
        Record record;
        LoopbackServer proxy(socks5Proxy(record, m_plain->port()));
        QCOMPARE(fetched("http://files.example/a.torrent", through("socks5://127.0.0.1:", proxy)), QStringLiteral("body: origin"));
        QCOMPARE(record.entries(), std::vector<std::string>{"files.example:80"});
    }

    void socks5GetsAddressesAsAddresses()
    {
        Record record;
        LoopbackServer proxy(socks5Proxy(record, m_plain->port()));
        QCOMPARE(fetched("http://192.0.2.1:8080/", through("socks5://127.0.0.1:", proxy)), QStringLiteral("body: origin"));
        QCOMPARE(fetched("http://[2001:db8::1]/", through("socks5://127.0.0.1:", proxy)), QStringLiteral("body: origin"));
        QCOMPARE(record.entries(), (std::vector<std::string>{"address of 4:8080", "address of 16:80"}));
    }

    void socks5WithAPassword()
    {
        Record record;
        LoopbackServer proxy(socks5Proxy(record, m_plain->port(), "me", "p@ss:word"));
        QCOMPARE(fetched("http://files.example/", through("socks5://me:p%40ss%3Aword@127.0.0.1:", proxy)), QStringLiteral("body: origin"));
        QCOMPARE(fetched("http://files.example/", through("socks5://me:wrong@127.0.0.1:", proxy)), QStringLiteral("connect-failed"));
        QCOMPARE(fetched("http://files.example/", through("socks5://127.0.0.1:", proxy)), QStringLiteral("connect-failed"));
        QCOMPARE(record.entries(), (std::vector<std::string>{"login me p@ss:word", "files.example:80", "login me wrong"}));
    }

    void tlsReachesThroughBothProxiesAndChecksTheHost()
    {
        Record record;
        LoopbackServer socks(socks5Proxy(record, m_secure->port()));
        LoopbackServer http(httpProxy(record, m_secure->port()));
        for (const auto &policy : {through("socks5://127.0.0.1:", socks), through("http://127.0.0.1:", http)}) {
            QCOMPARE(fetched("https://files.example/a.torrent", policy), QStringLiteral("body: origin"));
            QCOMPARE(fetched("https://other.example/a.torrent", policy), QStringLiteral("tls-failed"));
        }
        QCOMPARE(record.entries().size(), std::size_t(4));
        QCOMPARE(record.entries().at(0), std::string("files.example:443"));
        QVERIFY(record.entries().at(2).starts_with("CONNECT files.example:443 HTTP/1.1\r\nHost: files.example:443\r\n"));
    }

    void httpGetsTheWholeUrlAndThePassword()
    {
        Record record;
        LoopbackServer proxy(httpProxy(record, 0));
        QCOMPARE(fetched("http://files.example:8080/a?b", through("http://Aladdin:open%20sesame@127.0.0.1:", proxy)), QStringLiteral("body: through the proxy"));
        const std::string head = record.entries().at(0);
        QVERIFY2(head.starts_with("GET http://files.example:8080/a?b HTTP/1.1\r\nHost: files.example:8080\r\n"), head.c_str());
        // The example of RFC 7617, 2.
        QVERIFY(head.find("Proxy-Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n") != std::string::npos);
    }

    void thePasswordOfTheProxyDoesNotReachTheOrigin()
    {
        Record record;
        Record heads;
        LoopbackServer origin([&](Peer &peer) {
            heads.add(peer.readHead());
            peer.write(okAnswer("x"));
        });
        LoopbackServer proxy(socks5Proxy(record, origin.port(), "u", "p"));
        QCOMPARE(fetched("http://files.example/", through("socks5://u:p@127.0.0.1:", proxy)), QStringLiteral("body: x"));
        QVERIFY(heads.entries().at(0).starts_with("GET / HTTP/1.1\r\n"));
        QVERIFY(heads.entries().at(0).find("Proxy-") == std::string::npos);
    }

    void refusalsOfTheProxy_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("socks: not socks") << QByteArray("socks5") << QByteArray("HTTP/1.1 400 No\r\n\r\n");
        QTest::newRow("socks: version 4") << QByteArray("socks5") << QByteArray("\x04\x00", 2);
        QTest::newRow("socks: no method") << QByteArray("socks5") << QByteArray("\x05\xFF", 2);
        QTest::newRow("socks: a method that was not offered") << QByteArray("socks5") << QByteArray("\x05\x02", 2);
        QTest::newRow("socks: refused") << QByteArray("socks5") << QByteArray("\x05\x00\x05\x02\x00\x01\0\0\0\0\0\0", 12);
        QTest::newRow("socks: odd address") << QByteArray("socks5") << QByteArray("\x05\x00\x05\x00\x00\x09\0\0\0\0\0\0", 12);
        QTest::newRow("socks: ends") << QByteArray("socks5") << QByteArray("\x05", 1);
        QTest::newRow("http: 407") << QByteArray("http") << QByteArray("HTTP/1.1 407 Who\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("http: 502") << QByteArray("http") << QByteArray("HTTP/1.1 502 Bad Gateway\r\n\r\n");
        QTest::newRow("http: no HTTP") << QByteArray("http") << QByteArray("220 mail\r\n\r\n");
        QTest::newRow("http: bytes of its own") << QByteArray("http") << QByteArray("HTTP/1.1 200 OK\r\n\r\nmore");
        QTest::newRow("http: header without an end") << QByteArray("http") << QByteArray("HTTP/1.1 200 OK\r\nX: " + QByteArray(100000, 'x'));
        QTest::newRow("http: ends") << QByteArray("http") << QByteArray("HTTP/1.1 2");
    }
    void refusalsOfTheProxy()
    {
        QFETCH(QByteArray, scheme);
        QFETCH(QByteArray, answer);
        LoopbackServer proxy([&](Peer &peer) {
            (void)peer.readSome();
            peer.write(answer.toStdString());
        });
        const int before = m_secure->connections();
        QCOMPARE(fetched(m_secure->url(), through(scheme.toStdString() + "://127.0.0.1:", proxy)), QStringLiteral("connect-failed"));
        QCOMPARE(m_secure->connections(), before);
    }

    void aSilentProxyTimesOut()
    {
        LoopbackServer proxy([](Peer &peer) { peer.waitUntilGone(); });
        for (const char *scheme : {"socks5://127.0.0.1:", "http://127.0.0.1:"}) {
            FetchPolicy policy = through(scheme, proxy);
            policy.idleTimeout = 200ms;
            QCOMPARE(fetched("https://files.example/", policy), QStringLiteral("timed-out"));
        }
    }

    void neverGoesAroundTheProxy_data()
    {
        QTest::addColumn<QByteArray>("proxy");
        QTest::newRow("socks5 down") << QByteArray("socks5://127.0.0.1:%1");
        QTest::newRow("http down") << QByteArray("http://127.0.0.1:%1");
        QTest::newRow("of an unknown kind") << QByteArray("socks4://127.0.0.1:1080");
        QTest::newRow("no proxy at all") << QByteArray("nonsense");
        QTest::newRow("not found") << QByteArray("socks5://proxy.invalid:1080");
    }
    void neverGoesAroundTheProxy()
    {
        QFETCH(QByteArray, proxy);
        std::uint16_t dead = 0;
        {
            LoopbackServer gone([](Peer &) {});
            dead = gone.port();
        }
        FetchPolicy policy;
        policy.proxy = proxy.replace("%1", QByteArray::number(dead)).toStdString();
        const int before = m_plain->connections();
        QCOMPARE(fetched(m_plain->url(), policy), QStringLiteral("connect-failed"));
        QCOMPARE(m_plain->connections(), before);
    }

    void redirectsFromPublicNamesToPrivateAddressesAreRefused()
    {
        Record record;
        LoopbackServer origin([](Peer &peer) {
            const std::string head = peer.readHead();
            peer.write(head.starts_with("GET /local") ? redirectTo("http://localhost/") : redirectTo("http://192.168.1.1/"));
        });
        LoopbackServer proxy(socks5Proxy(record, origin.port()));
        QCOMPARE(fetched("http://files.example/local", through("socks5://127.0.0.1:", proxy)), QStringLiteral("url-refused"));
        QCOMPARE(fetched("http://files.example/address", through("socks5://127.0.0.1:", proxy)), QStringLiteral("url-refused"));
        QCOMPARE(record.entries().size(), std::size_t(2));
    }

    void theProxyIsReachedThroughTheChosenInterface()
    {
        Record record;
        LoopbackServer proxy(socks5Proxy(record, m_plain->port()));
        FetchPolicy policy = through("socks5://127.0.0.1:", proxy);
        policy.interfaces = "nosuch0";
        QCOMPARE(fetched("http://files.example/", policy), QStringLiteral("connect-failed"));
        QCOMPARE(proxy.connections(), 0);
    }

private:
    [[nodiscard]] FetchPolicy through(const std::string &start, const LoopbackServer &proxy) const
    {
        FetchPolicy policy;
        policy.proxy = start + std::to_string(proxy.port());
        policy.caFile = m_certificates.authority();
        return policy;
    }

    TestCertificates m_certificates;
    std::unique_ptr<LoopbackServer> m_plain;
    std::unique_ptr<LoopbackServer> m_secure;
};

QTEST_GUILESS_MAIN(TestTorrentFetcherProxy)
#include "tst_torrent_fetcher_proxy.moc"
