#include "core/torrent/torrent_fetcher.h"

#include "tests/core/torrent/fetch_check.h"
#include "tests/core/torrent/loopback_server.h"
#include "tests/core/torrent/test_certificates.h"

#include <QTest>

#include <openssl/ssl.h>

using namespace std::chrono_literals;
using namespace trib::test;
using trib::torrent::FetchPolicy;

namespace {

void answerOk(Peer &peer)
{
    if (!peer.readHead().empty())
        peer.write(okAnswer("secret"));
}

} // namespace

class TestTorrentFetcherTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_certificates.makeAuthority());
        m_good = m_certificates.make("good", "DNS:localhost,IP:127.0.0.1");
        QVERIFY(!m_good.certificate.empty());
        m_trusting.caFile = m_certificates.authority();
    }

    void acceptsTheRightCertificate()
    {
        LoopbackServer server(answerOk, m_good);
        QCOMPARE(fetched(server.url(), m_trusting), QStringLiteral("body: secret"));
        QCOMPARE(fetched("https://localhost:" + std::to_string(server.port()) + "/", m_trusting), QStringLiteral("body: secret"));
    }

    void acceptsTls12AndNothingOlder_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("expected");
        QTest::newRow("TLS 1.3") << int(TLS1_3_VERSION) << QStringLiteral("body: secret");
        QTest::newRow("TLS 1.2") << int(TLS1_2_VERSION) << QStringLiteral("body: secret");
        QTest::newRow("TLS 1.1") << int(TLS1_1_VERSION) << QStringLiteral("tls-failed");
        QTest::newRow("TLS 1.0") << int(TLS1_VERSION) << QStringLiteral("tls-failed");
    }
    void acceptsTls12AndNothingOlder()
    {
        QFETCH(int, version);
        QFETCH(QString, expected);
        TlsFiles files = m_good;
        files.onlyVersion = version;
        LoopbackServer server(answerOk, files);
        QCOMPARE(fetched(server.url(), m_trusting), expected);
    }

    void refusesCertificates_data()
    {
        QTest::addColumn<QByteArray>("names");
        QTest::addColumn<int>("days");
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("expired") << QByteArray("DNS:localhost,IP:127.0.0.1") << -1 << QByteArray("127.0.0.1");
        QTest::newRow("another address") << QByteArray("DNS:localhost,IP:127.0.0.2") << 2 << QByteArray("127.0.0.1");
        QTest::newRow("another name") << QByteArray("DNS:example.org,IP:127.0.0.1") << 2 << QByteArray("localhost");
        QTest::newRow("an address as a name") << QByteArray("DNS:127.0.0.1") << 2 << QByteArray("127.0.0.1");
        QTest::newRow("a partial wildcard") << QByteArray("DNS:local*,DNS:l*.example") << 2 << QByteArray("localhost");
        QTest::newRow("a name that goes on") << QByteArray("DNS:localhost.example.org") << 2 << QByteArray("localhost");
    }
    void refusesCertificates()
    {
        QFETCH(QByteArray, names);
        QFETCH(int, days);
        QFETCH(QByteArray, host);
        const TlsFiles files = m_certificates.make("bad", names.constData(), days);
        QVERIFY(!files.certificate.empty());
        std::atomic<bool> asked = false;
        LoopbackServer server([&](Peer &peer) { asked = !peer.readHead().empty(); }, files);
        QCOMPARE(fetched("https://" + host.toStdString() + ":" + std::to_string(server.port()) + "/?passkey=1", m_trusting), QStringLiteral("tls-failed"));
        QVERIFY2(!asked, "the request was sent all the same");
    }

    void refusesSelfSigned()
    {
        LoopbackServer server(answerOk, m_certificates.makeSelfSigned());
        QCOMPARE(fetched(server.url(), m_trusting), QStringLiteral("tls-failed"));
        QCOMPARE(fetched(server.url()), QStringLiteral("tls-failed"));
    }

    void theSystemDoesNotTrustOurAuthority()
    {
        LoopbackServer server(answerOk, m_good);
        QCOMPARE(fetched(server.url()), QStringLiteral("tls-failed"));
    }

    void withoutTheCaFileNothingIsTrusted()
    {
        LoopbackServer server(answerOk, m_good);
        FetchPolicy policy;
        policy.caFile = m_certificates.authority() + ".missing";
        QCOMPARE(fetched(server.url(), policy), QStringLiteral("tls-failed"));
    }

    void aPlainServerIsNotTls()
    {
        LoopbackServer server([](Peer &peer) {
            (void)peer.readSome();
            peer.write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
        QCOMPARE(fetched("https://127.0.0.1:" + std::to_string(server.port()) + "/", m_trusting), QStringLiteral("tls-failed"));
    }

    void aSilentHandshakeTimesOut()
    {
        LoopbackServer server([](Peer &peer) { peer.waitUntilGone(); });
        FetchPolicy policy = m_trusting;
        policy.idleTimeout = 200ms;
        QCOMPARE(fetched("https://127.0.0.1:" + std::to_string(server.port()) + "/", policy), QStringLiteral("timed-out"));
    }

    void neverFollowsFromHttpsToHttp()
    {
        LoopbackServer plain(answerOk);
        LoopbackServer server([&](Peer &peer) {
            (void)peer.readHead();
            peer.write(redirectTo(plain.url()));
        }, m_good);
        QCOMPARE(fetched(server.url(), m_trusting), QStringLiteral("url-refused"));
        QCOMPARE(plain.connections(), 0);
    }

    void followsFromHttpToHttps()
    {
        LoopbackServer secure(answerOk, m_good);
        LoopbackServer server([&](Peer &peer) {
            (void)peer.readHead();
            peer.write(redirectTo(secure.url()));
        });
        QCOMPARE(fetched(server.url(), m_trusting), QStringLiteral("body: secret"));
    }

    void aRedirectedHostIsCheckedAsWell()
    {
        LoopbackServer other(answerOk, m_certificates.make("other", "IP:127.0.0.2"));
        LoopbackServer server([&](Peer &peer) {
            (void)peer.readHead();
            peer.write(redirectTo(other.url()));
        }, m_good);
        QCOMPARE(fetched(server.url(), m_trusting), QStringLiteral("tls-failed"));
    }

    void largeBodiesComeWhole()
    {
        std::string body(3 << 20, 'x');
        for (std::size_t i = 0; i < body.size(); i += 1000)
            body[i] = char('a' + i % 26);
        LoopbackServer server([&](Peer &peer) {
            (void)peer.readHead();
            peer.write(okAnswer(body));
        }, m_good);
        QVERIFY(fetched(server.url(), m_trusting) == QStringLiteral("body: ") + QString::fromStdString(body));
    }

private:
    TestCertificates m_certificates;
    TlsFiles m_good;
    FetchPolicy m_trusting;
};

QTEST_GUILESS_MAIN(TestTorrentFetcherTls)
#include "tst_torrent_fetcher_tls.moc"
