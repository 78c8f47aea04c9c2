#include "core/torrent/torrent_fetcher.h"

#include "tests/core/torrent/fetch_check.h"
#include "tests/core/torrent/loopback_server.h"

#include <QElapsedTimer>
#include <QTest>

using namespace std::chrono_literals;
using namespace trib::test;
using trib::torrent::FetchPolicy;
using trib::torrent::TorrentFetcher;

namespace {

[[nodiscard]] LoopbackServer::Script answering(std::string answer)
{
    return [answer = std::move(answer)](Peer &peer) {
        if (!peer.readHead().empty())
            peer.write(answer);
    };
}

[[nodiscard]] FetchPolicy impatient()
{
    FetchPolicy policy;
    policy.idleTimeout = 200ms;
    policy.totalTimeout = 600ms;
    return policy;
}

} // namespace

class TestTorrentFetcher : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deliversTheBody_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("content length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nd1:ae");
        QTest::newRow("chunked") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nd1\r\n3;x=y\r\n:ae\r\n0\r\nTrailer: t\r\n\r\n");
        QTest::newRow("until the end of the connection") << QByteArray("HTTP/1.0 200 OK\r\n\r\nd1:ae");
        QTest::newRow("identity named") << QByteArray("HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\nContent-Length: 5\r\n\r\nd1:ae");
    }
    void deliversTheBody()
    {
        QFETCH(QByteArray, answer);
        LoopbackServer server(answering(answer.toStdString()));
        QCOMPARE(fetched(server.url()), QStringLiteral("body: d1:ae"));
    }

    void asksForWhatTheUrlSaysAndSaysWhoItIs()
    {
        Record heads;
        LoopbackServer server([&](Peer &peer) {
            heads.add(peer.readHead());
            peer.write(okAnswer("x"));
        });
        QCOMPARE(fetched(server.url("/a b/../c.torrent?key=1#part")), QStringLiteral("body: x"));
        const std::string head = heads.entries().at(0);
        QVERIFY2(head.starts_with("GET /c.torrent?key=1 HTTP/1.1\r\n"), head.c_str());
        QVERIFY(head.find("Host: 127.0.0.1:" + std::to_string(server.port()) + "\r\n") != std::string::npos);
        QVERIFY(head.find("User-Agent: Tributary/" TRIB_VERSION "\r\n") != std::string::npos);
        QVERIFY(head.find("Accept-Encoding: identity\r\n") != std::string::npos);
        QVERIFY(head.find("Cookie") == std::string::npos && head.find("Referer") == std::string::npos);
    }

    void refusesAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("error");
        const QString status = QStringLiteral("http-status");
        const QString large = QStringLiteral("response-too-large");
        const QString failed = QStringLiteral("connect-failed");
        QTest::newRow("404") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n") << status;
        QTest::newRow("403 with a huge page") << QByteArray("HTTP/1.1 403 No\r\nContent-Length: 99999999\r\n\r\n") << status;
        QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << status;
        QTest::newRow("206") << QByteArray("HTTP/1.1 206 Partial\r\nContent-Length: 1\r\n\r\nx") << status;
        QTest::newRow("304") << QByteArray("HTTP/1.1 304 Not Modified\r\n\r\n") << status;
        QTest::newRow("401") << QByteArray("HTTP/1.1 401 Who\r\nContent-Length: 0\r\n\r\n") << status;
        QTest::newRow("redirect without location") << QByteArray("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n") << status;
        QTest::newRow("gzip that was not asked for") << QByteArray("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx") << status;
        QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n") << status;
        QTest::newRow("broken content length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n") << status;
        QTest::newRow("broken chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n") << status;
        QTest::newRow("11 MiB announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 11534336\r\n\r\n") << large;
        QTest::newRow("2^64 announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 18446744073709551615\r\n\r\n") << large;
        QTest::newRow("a chunk of 2^60") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000000000000000\r\n") << large;
        QTest::newRow("ends within the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort") << failed;
        QTest::newRow("ends within a chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab") << failed;
        QTest::newRow("ends within the header") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << failed;
        QTest::newRow("says nothing") << QByteArray() << failed;
        QTest::newRow("body and end of header apart") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n") << failed;
    }
    void refusesAnswers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, error);
        LoopbackServer server(answering(answer.toStdString()));
        QCOMPARE(fetched(server.url()), error);
    }

    void endsAnswersThatNeverEnd_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QByteArray>("again");
        QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n") << QByteArray("4000\r\n" + QByteArray(0x4000, 'x') + "\r\n");
        QTest::newRow("body without length") << QByteArray("HTTP/1.0 200 OK\r\n\r\n") << QByteArray(65536, 'x');
        QTest::newRow("header fields") << QByteArray("HTTP/1.1 200 OK\r\n") << QByteArray("X-A: " + QByteArray(1000, 'x') + "\r\n");
        QTest::newRow("one header line") << QByteArray("HTTP/1.1 200 OK\r\nX-A: ") << QByteArray(1000, 'x');
        QTest::newRow("status line") << QByteArray("HTTP/1.1 200 ") << QByteArray(1000, 'x');
        QTest::newRow("trailer") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n") << QByteArray("X-A: " + QByteArray(1000, 'x') + "\r\n");
        QTest::newRow("chunk extension") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;") << QByteArray(1000, 'x');
    }
    void endsAnswersThatNeverEnd()
    {
        QFETCH(QByteArray, start);
        QFETCH(QByteArray, again);
        std::atomic<std::size_t> sent = 0;
        LoopbackServer server([&](Peer &peer) {
            (void)peer.readHead();
            peer.write(start.toStdString());
            while (sent < (64u << 20) && peer.write(again.toStdString()))
                sent += static_cast<std::size_t>(again.size());
        });
        QCOMPARE(fetched(server.url()), QStringLiteral("response-too-large"));
        QVERIFY2(sent < (24u << 20), "read on after the limit");
    }

    void theLimitIsExact()
    {
        LoopbackServer server(answering(okAnswer(std::string(1000, 'x'))));
        FetchPolicy policy;
        policy.maxSize = trib::Bytes(1000);
        QCOMPARE(fetched(server.url(), policy).size(), 1006);
        policy.maxSize = trib::Bytes(999);
        QCOMPARE(fetched(server.url(), policy), QStringLiteral("response-too-large"));
    }

    void endsInTime_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("silent after the request") << 0;
        QTest::newRow("silent within the header") << 1;
        QTest::newRow("silent within the body") << 2;
        QTest::newRow("a byte of the header now and then") << 3;
        QTest::newRow("a byte of the body now and then") << 4;
    }
    void endsInTime()
    {
        QFETCH(int, kind);
        LoopbackServer server([kind](Peer &peer) {
            (void)peer.readHead();
            if (kind == 1 || kind == 3)
                peer.write("HTTP/1.1 200 OK\r\n");
            if (kind == 2 || kind == 4)
                peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nd");
            while (kind >= 3 && peer.write("x"))
                std::this_thread::sleep_for(20ms); // the pace of a slow loris, not a wait for something
            peer.waitUntilGone();
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(fetched(server.url(), impatient()), QStringLiteral("timed-out"));
        const qint64 least = kind >= 3 ? 590 : 190; // who trickles is ended by the total, who is silent by the idle time
        QVERIFY2(timer.elapsed() >= least, qPrintable(QString::number(timer.elapsed())));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void aSteadySlowServerIsNotIdle()
    {
        LoopbackServer server([](Peer &peer) {
            (void)peer.readHead();
            peer.write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n");
            for (int i = 0; i < 8 && peer.write("x"); ++i)
                std::this_thread::sleep_for(50ms);
        });
        FetchPolicy policy;
        policy.idleTimeout = 300ms;
        QCOMPARE(fetched(server.url(), policy), QStringLiteral("body: xxxxxxxx"));
    }

    void followsRedirects_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("location");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status << QStringLiteral("/end.torrent?a=1");
        QTest::newRow("relative") << 302 << QStringLiteral("end.torrent?a=1");
        QTest::newRow("up") << 302 << QStringLiteral("../../end.torrent?a=1#f");
        QTest::newRow("same scheme") << 302 << QStringLiteral("//127.0.0.1:%1/end.torrent?a=1");
        QTest::newRow("absolute") << 302 << QStringLiteral("HTTP://127.0.0.1:%1/end.torrent?a=1");
    }
    void followsRedirects()
    {
        QFETCH(int, status);
        QFETCH(QString, location);
        std::atomic<int> port = 0;
        LoopbackServer server([&](Peer &peer) {
            const std::string head = peer.readHead();
            const QString to = location.contains(QStringLiteral("%1")) ? location.arg(port.load()) : location;
            const bool end = head.starts_with("GET /end.torrent?a=1 ") || head.starts_with("GET /folder/end.torrent?a=1 ");
            peer.write(end ? okAnswer("end") : redirectTo(to.toStdString(), status));
        });
        port = server.port();
        QCOMPARE(fetched(server.url("/folder/start.torrent")), QStringLiteral("body: end"));
        QCOMPARE(server.connections(), 2);
    }

    void followsFiveRedirectsAndNotSix()
    {
        LoopbackServer server([](Peer &peer) {
            const std::string head = peer.readHead();
            const int left = std::stoi("0" + head.substr(5, head.find(' ', 5) - 5));
            peer.write(left == 0 ? okAnswer("end") : redirectTo("/" + std::to_string(left - 1)));
        });
        QCOMPARE(fetched(server.url("/5")), QStringLiteral("body: end"));
        QCOMPARE(server.connections(), 6);
        QCOMPARE(fetched(server.url("/6")), QStringLiteral("url-refused"));
        QCOMPARE(server.connections(), 12);
    }

    void refusesRedirects_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::newRow("loop") << QByteArray("/a.torrent");
        QTest::newRow("file") << QByteArray("file:///etc/passwd");
        QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1/a.torrent");
        QTest::newRow("gopher") << QByteArray("gopher://127.0.0.1/1");
        QTest::newRow("magnet") << QByteArray("magnet:?xt=urn:btih:0123456789012345678901234567890123456789");
        QTest::newRow("data") << QByteArray("data:text/plain,x");
        QTest::newRow("user info") << QByteArray("http://user:pass@127.0.0.1/");
        QTest::newRow("no host") << QByteArray("http:///a.torrent");
        QTest::newRow("backslash") << QByteArray("\\\\127.0.0.1\\a");
    }
    void refusesRedirects()
    {
        QFETCH(QByteArray, location);
        LoopbackServer server(answering(redirectTo(location.toStdString())));
        QCOMPARE(fetched(server.url()), QStringLiteral("url-refused"));
        QCOMPARE(server.connections(), location == "/a.torrent" ? 6 : 1);
    }

    void refusesUrls_data()
    {
        QTest::addColumn<QByteArray>("url");
        for (const char *url : {"", "ftp://127.0.0.1/", "file:///etc/passwd", "http://", "http:///a", "http://u@127.0.0.1/", "http://u:p@127.0.0.1/",
                                "http://127.0.0.1:0/", "http://127.0.0.1:65536/", "http://127.1/", "http://0x7f000001/", "http://a\nb/"})
            QTest::newRow(qPrintable(QString::fromUtf8(url).replace(u'\n', u' ') + u' ')) << QByteArray(url);
    }
    void refusesUrls()
    {
        QFETCH(QByteArray, url);
        QCOMPARE(fetched(url.toStdString()), QStringLiteral("url-invalid"));
    }

    void goesNowherePrivateForAPublicSource_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("address") << QStringLiteral("127.0.0.1");
        QTest::newRow("name") << QStringLiteral("localhost");
    }

    void goesNowherePrivateForAPublicSource()
    {
        QFETCH(QString, host);
        LoopbackServer server([](Peer &peer) {
            (void)peer.readHead();
            peer.write(okAnswer("secret"));
        });
        const std::string url = "http://" + host.toStdString() + ':' + std::to_string(server.port()) + "/a.torrent";
        FetchPolicy policy;
        policy.sawPublic = std::make_shared<std::atomic<bool>>(false);
        QCOMPARE(fetched(url, policy), QStringLiteral("body: secret"));
        QVERIFY(!*policy.sawPublic);
        policy.fromPublic = true;
        QCOMPARE(fetched(url, policy), QStringLiteral("url-refused"));
        policy.proxy = server.url({}); // which would resolve the name and connect
        QCOMPARE(fetched(url, policy), QStringLiteral("url-refused"));
        QCOMPARE(server.connections(), 1);
    }

    void nobodyListens()
    {
        std::string url;
        {
            LoopbackServer server(answering({}));
            url = server.url();
        }
        QCOMPARE(fetched(url), QStringLiteral("connect-failed"));
    }

    void aNameIsResolved()
    {
        LoopbackServer server(answering(okAnswer("x")));
        QCOMPARE(fetched("http://localhost:" + std::to_string(server.port()) + "/"), QStringLiteral("body: x"));
    }

    void onlyTheChosenInterfaceIsUsed()
    {
        LoopbackServer server(answering(okAnswer("x")));
        FetchPolicy policy;
        for (const char *there : {"127.0.0.1", "lo", " lo ", "nosuch0, lo", "::1,127.0.0.1"}) {
            policy.interfaces = there;
            QCOMPARE(fetched(server.url(), policy), QStringLiteral("body: x"));
        }
        const int before = server.connections();
        for (const char *missing : {"nosuch0", "192.0.2.1", "::1", "nosuch0,192.0.2.1", ","}) {
            policy.interfaces = missing;
            QCOMPARE(fetched(server.url(), policy), QStringLiteral("connect-failed"));
        }
        QCOMPARE(server.connections(), before);
    }

    void cancellingTheFutureClosesTheConnection()
    {
        std::atomic<bool> gone = false;
        LoopbackServer server([&](Peer &peer) {
            (void)peer.readHead();
            peer.waitUntilGone();
            gone = true;
        });
        TorrentFetcher fetcher;
        auto future = fetcher.fetch(server.url(), {});
        QTRY_COMPARE(server.connections(), 1);
        future.cancel();
        QTRY_VERIFY(gone);
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.resultCount(), 0);
    }

    void theDestructorAnswersCancelled()
    {
        LoopbackServer server([](Peer &peer) { peer.waitUntilGone(); });
        std::vector<QFuture<trib::Result<std::vector<std::uint8_t>>>> futures;
        QElapsedTimer timer;
        {
            TorrentFetcher fetcher;
            for (int i = 0; i < 10; ++i)
                futures.push_back(fetcher.fetch(server.url(), {}));
            QTRY_COMPARE(server.connections(), 4); // the others wait for a thread
            timer.start();
        }
        QVERIFY(timer.elapsed() < 5000);
        for (const auto &future : futures)
            QCOMPARE(outcome(future.result()), QStringLiteral("cancelled"));
        QCOMPARE(server.connections(), 4);
    }

    void errorsDoNotTellTheUrl()
    {
        LoopbackServer server(answering(redirectTo("/other?passkey=SECRET", 404)));
        TorrentFetcher fetcher;
        for (const std::string &url : {server.url("/SECRET?passkey=SECRET"), std::string("http://user:SECRET@127.0.0.1/SECRET"), std::string("SECRET://a")}) {
            const auto result = fetcher.fetch(url, {}).result();
            QVERIFY(!result);
            QVERIFY2(result.error().detail.find("SECRET") == std::string::npos, result.error().detail.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestTorrentFetcher)
#include "tst_torrent_fetcher.moc"
