// The server on a real socket: logins, guards, framing and bounds.
#include "core/remote/remote_server.h"

#include "core/remote/remote_error.h"
#include "tests/core/remote/http_client.h"

using namespace trib;
using namespace trib::remote;
using namespace std::chrono_literals;
using test::ApiServer;
using test::HttpAnswer;
using test::HttpClient;

namespace {

constexpr const char *kVersion = "/api/v2/app/version";
constexpr const char *kAdd = "/api/v2/torrents/add";

[[nodiscard]] QByteArray basic(const QByteArray &user, const QByteArray &password)
{
    return "Authorization: Basic " + (user + ":" + password).toBase64() + "\r\n";
}

[[nodiscard]] QByteArray login(const QByteArray &password)
{
    return "username=admin&password=" + password;
}

} // namespace

class TestRemoteServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLoginOpensTheMethods()
    {
        ApiServer api;
        QVERIFY(api.start());
        HttpClient client = api.client();
        const HttpAnswer answer = client.post("/api/v2/auth/login", login(test::kPassword));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray("Ok."));
        const QByteArray cookie = answer.headers.value("set-cookie");
        const QByteArray name = "QBT_SID_" + QByteArray::number(api.server->port());
        QVERIFY2(cookie.startsWith(name + "="), cookie.constData());
        QVERIFY(cookie.endsWith("; HttpOnly; SameSite=Strict; Path=/"));
        const HttpAnswer version = client.get(QByteArray(kVersion) + "?a=b%20c", "Cookie: other=1; " + cookie.left(cookie.indexOf(';')) + "\r\n");
        QCOMPARE(version.status, 200);
        QCOMPARE(version.body, QByteArray("GET /api/v2/app/version\na=b c"));
        QVERIFY(api.requests().front().session == "session 1");
    }

    void withoutCredentialsEverythingAnswers403_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("headers");
        const auto row = [](const char *title, const char *method, const char *path, const QByteArray &headers = {}) {
            QTest::addRow("%s", title) << QByteArray(method) << QByteArray(path) << headers;
        };
        row("the probe of Sonarr", "GET", "/api/v2/app/webapiVersion");
        row("a method", "GET", "/api/v2/torrents/info");
        row("a change", "POST", "/api/v2/torrents/delete");
        row("no method at all", "GET", "/api/v2/none");
        row("logout", "POST", "/api/v2/auth/logout");
        row("a name that only begins like login", "POST", "/api/v2/auth/login/");
        row("an invented cookie", "GET", kVersion, "Cookie: QBT_SID_1=0000; SID=1\r\n");
        row("an invented key", "GET", kVersion, "Authorization: Bearer 0123456789abcdefghijABCDEFGHIJxz\r\n");
        row("no key", "GET", kVersion, "Authorization: Bearer \r\n");
        row("the password as a key", "GET", kVersion, QByteArray("Authorization: Bearer ") + test::kPassword + "\r\n");
        row("the key as a password", "GET", kVersion, basic("admin", test::kKey));
        row("another user", "GET", kVersion, basic("root", test::kPassword));
        row("no user", "GET", kVersion, basic("", test::kPassword));
        row("a wrong password", "GET", kVersion, basic("admin", "wrong"));
        row("no base64", "GET", kVersion, "Authorization: Basic !!!!\r\n");
        row("another scheme", "GET", kVersion, "Authorization: Digest username=\"admin\"\r\n");
    }
    void withoutCredentialsEverythingAnswers403()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, headers);
        ApiServer api;
        QVERIFY(api.start());
        HttpClient client = api.client();
        QCOMPARE(client.ask(client.request(method, path, {}, headers)).status, 403);
        QVERIFY(api.requests().empty());
    }

    void thePasswordAndTheKeyOpenTheMethodsAsWell()
    {
        ApiServer api;
        QVERIFY(api.start());
        HttpClient client = api.client();
        QCOMPARE(client.get(kVersion, basic("admin", test::kPassword)).status, 200);
        QCOMPARE(client.get(kVersion, QByteArray("authorization: bearer ") + test::kKey + "\r\n").status, 200);
        // As @ctrl/qbittorrent does: a cookie that has expired, and the password behind it.
        QCOMPARE(client.get(kVersion, "Cookie: QBT_SID_1=1\r\n" + basic("admin", test::kPassword)).status, 200);
        QVERIFY(api.requests()[0].session == "password" && api.requests()[1].session == "key");
    }

    void thereIsNoDefaultPassword_data()
    {
        QTest::addColumn<QByteArray>("password");
        for (const char *password : {"", "adminadmin", "admin", "password"})
            QTest::addRow("'%s'", password) << QByteArray(password);
    }
    void thereIsNoDefaultPassword()
    {
        QFETCH(QByteArray, password);
        ApiServer api({}, [](ServerConfig &config) { config.passwordHash = config.apiKeyHash = ""; });
        QVERIFY(api.start());
        HttpClient client = api.client();
        QCOMPARE(client.post("/api/v2/auth/login", login(password)).status, 401);
        QCOMPARE(client.get(kVersion, basic("admin", password)).status, 403);
        QCOMPARE(client.get(kVersion, "Authorization: Bearer " + password + "\r\n").status, 403);
        QVERIFY(api.requests().empty());
    }

    void aWrongPasswordFailsAndFiveOfThemBan()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        HttpClient client = api.client();
        for (int i = 0; i < LoginGuard::kMaxFailures; ++i) {
            const HttpAnswer answer = client.post("/api/v2/auth/login", login("wrong " + QByteArray::number(i)));
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.body, QByteArray("Fails."));
            QVERIFY(!answer.headers.contains("set-cookie"));
        }
        QCOMPARE(client.post("/api/v2/auth/login", login(test::kPassword)).status, 403);
        QCOMPARE(api.client().get(kVersion, basic("admin", test::kPassword)).status, 403);
        QCOMPARE(api.client().get(kVersion, cookie).status, 200); // whoever is in stays in
        api.clock.advance(LoginGuard::kBan);
        QVERIFY(!api.logIn().isEmpty());
    }

    void loginsAreNotedAndNoSecretIs()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        for (int i = 0; i < LoginGuard::kMaxFailures; ++i)
            QCOMPARE(api.client().post("/api/v2/auth/login", login("WRONG-PASSWORD")).status, 401);
        QCOMPARE(api.client().get(QByteArray(kVersion) + "?passkey=PASSKEY", cookie).status, 200);
        QCOMPARE(api.client().post("/api/v2/auth/logout", "", cookie).status, 200);
        std::string all;
        for (const LogEntry &entry : api.log.since(0))
            all += entry.text + "\n";
        for (const char *part : {"login from 127.0.0.1", "a login from 127.0.0.1 failed", "127.0.0.1 is banned", "logout of session 1 from 127.0.0.1"})
            QVERIFY2(all.find(part) != std::string::npos, (part + ("\n" + all)).c_str());
        const std::string token = cookie.mid(cookie.indexOf('=') + 1).trimmed().toStdString();
        QVERIFY(token.size() > 20);
        for (const std::string &secret : {token, std::string(test::kPassword), std::string(test::kKey), std::string("WRONG-PASSWORD"), std::string("PASSKEY")})
            QVERIFY2(all.find(secret) == std::string::npos, all.c_str());
    }

    void aWrongUserNameFailsLikeAWrongPassword()
    {
        ApiServer api;
        QVERIFY(api.start());
        QCOMPARE(api.client().post("/api/v2/auth/login", QByteArray("username=root&password=") + test::kPassword).status, 401);
        QCOMPARE(api.client().post("/api/v2/auth/login", "").status, 401);
    }

    void anExpiredSessionAnswers403()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        QCOMPARE(api.client().get(kVersion, cookie).status, 200);
        api.clock.advance(SessionBook::kIdle);
        QCOMPARE(api.client().get(kVersion, cookie).status, 403);
    }

    void aLogoutEndsTheSession()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        QCOMPARE(api.client().get("/api/v2/auth/logout", cookie).status, 405);
        QCOMPARE(api.client().get(kVersion, cookie).status, 200);
        QCOMPARE(api.client().post("/api/v2/auth/logout", "", cookie).status, 200);
        QCOMPARE(api.client().get(kVersion, cookie).status, 403);
    }

    void aNewLoginTakesTheOldOnesPlace()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        QCOMPARE(api.client().post("/api/v2/auth/login", login(test::kPassword), cookie).status, 200);
        QCOMPARE(api.client().get(kVersion, cookie).status, 403);
    }

    void foreignHostsAndPagesAreRefusedWhateverTheyCarry()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        const QByteArray port = QByteArray::number(api.server->port());
        const auto ask = [&](const QByteArray &host, const QByteArray &more) {
            return api.client().ask("POST /api/v2/torrents/delete HTTP/1.1\r\nHost: " + host + "\r\n" + cookie + more + "\r\n").status;
        };
        QCOMPARE(ask("localhost:" + port, ""), 200);
        QCOMPARE(ask("evil.example:" + port, ""), 403); // that evil.example leads to 127.0.0.1 is the attack
        QCOMPARE(ask("localhost:" + port, "Origin: http://evil.example\r\n"), 403);
        QCOMPARE(ask("localhost:" + port, "Sec-Fetch-Site: cross-site\r\n"), 403);
        QCOMPARE(ask("localhost:" + port + "\r\nHost: localhost:" + port, ""), 400);
        QCOMPARE(api.requests().size(), std::size_t(1));
    }

    void everyPathOutsideIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        const auto row = [](const char *target, int status) { QTest::addRow("%s", target) << QByteArray(target) << status; };
        for (const char *target : {"/", "/index.html", "/../../etc/passwd", "/api/v1/torrents", "/api/v2", "/..%2f..%2fetc/passwd", "/%5c..%5cwindows\\win.ini",
                 "/C:/windows/win.ini", "//host/share", "/favicon.ico", "/api/v2%2Ftorrents/info/../../../etc/passwd?"})
            row(target, QByteArray(target).contains("v2%2F") ? 403 : 404);
        for (const char *target : {"/%00", "/%", "/%zz", "/%ff", "/%0d%0aSet-Cookie:x", "*", "http://localhost/api/v2/app/version", "api/v2"})
            row(target, 400);
    }
    void everyPathOutsideIsUnknown()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        ApiServer api;
        QVERIFY(api.start());
        HttpClient client = api.client();
        const HttpAnswer answer = client.ask(client.request("GET", target));
        QCOMPARE(answer.status, status);
        QVERIFY(answer.body.size() < 100 && !answer.body.contains("root:"));
        QVERIFY(!answer.headers.contains("set-cookie"));
    }

    void everyAnswerKeepsBrowsersFromMisusingIt()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        for (const HttpAnswer &answer : {api.client().get(kVersion, cookie), api.client().get("/"), api.client().get(kVersion)}) {
            QVERIFY(answer.headers.value("content-security-policy").contains("default-src 'none'"));
            QVERIFY(answer.headers.value("content-security-policy").contains("frame-ancestors 'none'"));
            QCOMPARE(answer.headers.value("x-frame-options"), QByteArray("DENY"));
            QCOMPARE(answer.headers.value("x-content-type-options"), QByteArray("nosniff"));
            QCOMPARE(answer.headers.value("referrer-policy"), QByteArray("no-referrer"));
            QCOMPARE(answer.headers.value("cache-control"), QByteArray("no-store"));
            QVERIFY(answer.headers.value("date").endsWith(" GMT"));
        }
        const HttpAnswer split = api.client().get("/api/v2/split", cookie);
        QVERIFY(!split.headers.contains("set-cookie") && !split.headers.contains("x-name"));
    }

    void oneConnectionCarriesManyRequests()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        HttpClient client = api.client();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(client.post("/api/v2/torrents/stop", "hashes=" + QByteArray::number(i), cookie).body, "POST /api/v2/torrents/stop\nhashes=" + QByteArray::number(i));
        QCOMPARE(client.get("/api/v2/none", cookie).headers.value("connection"), QByteArray("keep-alive"));
    }

    void pipelinedRequestsAreAnsweredInOrder()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        HttpClient client = api.client();
        const QByteArray form = "Content-Type: application/x-www-form-urlencoded\r\n" + cookie;
        client.send(client.request("GET", "/api/v2/later", {}, cookie) + client.request("POST", "/api/v2/b", "x=1", form) + client.request("GET", "/api/v2/c", {}, cookie)
            + "GET /api/v2/d HTTP");
        QTRY_COMPARE(api.requests().size(), std::size_t(1));
        QVERIFY2(!client.socket().waitForReadyRead(50), "nothing overtakes the first");
        api.answerLater();
        QCOMPARE(client.read().body, QByteArray("later"));
        QCOMPARE(client.read().body, QByteArray("POST /api/v2/b\nx=1"));
        QCOMPARE(client.read().body, QByteArray("GET /api/v2/c"));
        client.send("/1.1\r\nHost: localhost:" + QByteArray::number(api.server->port()) + "\r\n" + cookie + "\r\n");
        QCOMPARE(client.read().body, QByteArray("GET /api/v2/d"));
    }

    void aSecondAnswerIsDropped()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        HttpClient client = api.client();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(client.get("/api/v2/twice", cookie).body, QByteArray("GET /api/v2/twice"));
            QCOMPARE(client.get("/api/v2/c", cookie).body, QByteArray("GET /api/v2/c"));
        }
    }

    void aBodyMayComeInChunksAndWaitForThe100()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        HttpClient client = api.client();
        const QByteArray form = "Content-Type: application/x-www-form-urlencoded\r\n";
        QCOMPARE(client.ask(client.request("POST", "/api/v2/a", {}, cookie + form + "Transfer-Encoding: chunked\r\n") + "3\r\na=1\r\n4\r\n&b=2\r\n0\r\n\r\n").body,
            QByteArray("POST /api/v2/a\na=1\nb=2"));
        QCOMPARE(client.ask(client.request("POST", "/api/v2/a", {}, cookie + form + "Content-Length: 3\r\nExpect: 100-continue\r\n")).status, 100);
        QCOMPARE(client.ask("c=3").body, QByteArray("POST /api/v2/a\nc=3"));
        // Who may not ask is told so instead of being asked for the body.
        QCOMPARE(client.ask(client.request("POST", "/api/v2/a", {}, form + "Content-Length: 3\r\nExpect: 100-continue\r\n")).status, 403);
        QVERIFY(client.isClosed());
    }

    void torrentsAreUploaded()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        QByteArray body;
        for (int i = 0; i < 3; ++i)
            body += "--b\r\nContent-Disposition: form-data; name=\"torrents\"; filename=\"" + QByteArray::number(i) + "\"\r\n\r\n" + QByteArray(5 << 20, 'x') + "\r\n";
        body += "--b\r\nContent-Disposition: form-data; name=\"savepath\"\r\n\r\n/data\r\n--b--\r\n";
        const QByteArray type = "Content-Type: multipart/form-data; boundary=b\r\n";
        HttpClient client = api.client();
        QCOMPARE(client.ask(client.request("POST", kAdd, body, cookie + type)).body,
            QByteArray("POST /api/v2/torrents/add\nsavepath=/data\n0:5242880\n1:5242880\n2:5242880"));
        QCOMPARE(client.ask(client.request("POST", kAdd, "nothing", cookie + type)).status, 400);
        QCOMPARE(client.ask(client.request("POST", kAdd, "{}", cookie + "Content-Type: application/json\r\n")).status, 400);
        QCOMPARE(client.ask(client.request("POST", kAdd, "{}", cookie)).status, 400);
        QCOMPARE(client.get(kVersion, cookie).status, 200);
        // Too much for any other method.
        QCOMPARE(api.client().ask(client.request("POST", "/api/v2/torrents/stop", {}, cookie + type + "Content-Length: 15728640\r\n")).status, 413);
        QCOMPARE(api.client().ask(client.request("POST", kAdd, {}, cookie + type + "Content-Length: 33554433\r\n")).status, 413);
    }

    void whatIsTooLargeOrMalformedIsRefused_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row = [](const char *title, const QByteArray &request, int status) { QTest::addRow("%s", title) << request << status; };
        const QByteArray get = "GET /api/v2/app/version HTTP/1.1\r\n";
        const QByteArray post = "POST /api/v2/auth/login HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        row("a header of 17 KiB", get + "Host: HOST\r\nX: " + QByteArray(17 << 10, 'x') + "\r\n\r\n", 431);
        row("a path of 17 KiB", "GET /" + QByteArray(17 << 10, 'x') + " HTTP/1.1\r\nHost: HOST\r\n\r\n", 431);
        row("a path of 3 KiB", "GET /" + QByteArray(3 << 10, 'x') + " HTTP/1.1\r\nHost: HOST\r\n\r\n", 400);
        row("no HTTP", "hello\r\n\r\n", 400);
        row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + QByteArray(64, 'x') + "\r\n\r\n", 400);
        row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400);
        row("no Host", get + "\r\n", 403);
        row("two lengths", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400);
        row("a length and chunks", post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n", 400);
        row("a length that is no number", post + "Content-Length: -3\r\n\r\nabc", 400);
        row("a length that does not fit", post + "Content-Length: 99999999999999999999\r\n\r\nabc", 400);
        row("a chunk that is no number", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400);
        row("a login of 5 KiB", post + "Content-Length: 5120\r\n\r\n", 413);
        row("a login of 5 KiB in chunks", post + "Transfer-Encoding: chunked\r\n\r\n1400\r\n" + QByteArray(5120, 'a') + "\r\n0\r\n\r\n", 413);
        row("a malformed login", post + "Content-Length: 3\r\n\r\na=%", 400);
        row("a header with a blank in its name", get + "Host : HOST\r\n\r\n", 400);
        row("a folded header", get + "Host: HOST\r\nX: a\r\n b\r\n\r\n", 403); // unfolded by Beast, as RFC 7230 3.2.4 allows
        row("another method", "DELETE /api/v2/app/version HTTP/1.1\r\nHost: HOST\r\n\r\n", 405);
        row("TRACE", "TRACE /api/v2/app/version HTTP/1.1\r\nHost: HOST\r\n\r\n", 405);
        row("CONNECT", "CONNECT evil.example:443 HTTP/1.1\r\nHost: HOST\r\n\r\n", 400);
        row("a login by GET", "GET /api/v2/auth/login?username=admin&password=x HTTP/1.1\r\nHost: HOST\r\n\r\n", 405);
    }
    void whatIsTooLargeOrMalformedIsRefused()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        ApiServer api;
        QVERIFY(api.start());
        HttpClient client = api.client();
        const HttpAnswer answer = client.ask(request.replace("HOST", "127.0.0.1:" + QByteArray::number(api.server->port())));
        QCOMPARE(answer.status, status);
        QVERIFY(answer.body.size() < 100);
        QVERIFY(api.requests().empty());
        QVERIFY(!api.logIn().isEmpty());
    }

    void whoEndsAConnectionBreaksNothing()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        {
            HttpClient client = api.client();
            client.send(client.request("GET", "/api/v2/later", {}, cookie));
            QTRY_COMPARE(api.requests().size(), std::size_t(1));
            client.socket().abort();
        }
        api.answerLater();
        {
            HttpClient client = api.client();
            client.send(client.request("GET", "/api/v2/large", {}, cookie));
            client.socket().waitForReadyRead();
            client.socket().abort();
        }
        QCOMPARE(api.client().get("/api/v2/large", cookie).body.size(), qsizetype(8 << 20));
    }

    void http10EndsWithItsAnswer()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        HttpClient client = api.client();
        const HttpAnswer answer = client.ask("GET /api/v2/a HTTP/1.0\r\nHost: localhost:" + QByteArray::number(api.server->port()) + "\r\n" + cookie + "\r\n");
        QCOMPARE(answer.body, QByteArray("GET /api/v2/a"));
        QCOMPARE(answer.headers.value("connection"), QByteArray("close"));
        QVERIFY(client.isClosed());
    }

    void doesNotStartUnprotected_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("hash");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("code"); // empty: it starts
        SystemRandom random;
        const QByteArray hash = QByteArray::fromStdString(*hashPassword(test::kPassword, random, 1'000));
        const auto row = [](const char *title, const char *address, const QByteArray &password, const QByteArray &key, const char *code) {
            QTest::addRow("%s", title) << QByteArray(address) << password << key << QString::fromLatin1(code);
        };
        row("loopback without anything", "127.0.0.1", "", "", "");
        row("another loopback address", "127.0.0.2", "", "", "");
        row("everywhere without anything", "0.0.0.0", "", "", "not-protected");
        row("everywhere, IPv6", "::", "", "", "not-protected");
        row("loopback in disguise", "::ffff:0.0.0.0", "", "", "not-protected");
        row("another address", "192.0.2.1", "", "", "not-protected");
        row("everywhere with a password", "0.0.0.0", hash, "", "");
        row("everywhere with a key", "0.0.0.0", "", hash, "");
        row("everywhere with what is no hash", "0.0.0.0", "correct horse battery", "", "invalid-setting");
        row("loopback with what is no hash", "127.0.0.1", "", "key", "invalid-setting");
        row("a name", "localhost", "", "", "invalid-setting");
        row("nothing", "", "", "", "invalid-setting");
    }
    void doesNotStartUnprotected()
    {
        QFETCH(QByteArray, address);
        QFETCH(QByteArray, hash);
        QFETCH(QByteArray, key);
        QFETCH(QString, code);
        ApiServer api({}, [&](ServerConfig &config) {
            config.address = address.toStdString();
            config.passwordHash = hash.toStdString();
            config.apiKeyHash = key.toStdString();
        });
        const auto started = api.start();
        QCOMPARE(started ? QString() : QString::fromStdString(started.error().code.message()), code);
    }

    void saysWhenThePortIsTaken()
    {
        ApiServer first;
        QVERIFY(first.start());
        ApiServer second({}, [&](ServerConfig &config) { config.port = first.server->port(); });
        const auto started = second.start();
        QVERIFY(!started && started.error().code == RemoteErrc::CannotListen);
        QVERIFY(started.error().detail.find(std::to_string(first.server->port())) != std::string::npos);
    }

    void endsWhateverIsUnderWay()
    {
        ApiServer api;
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        HttpClient idle = api.client();
        HttpClient waiting = api.client();
        waiting.send(waiting.request("GET", "/api/v2/later", {}, cookie));
        QTRY_COMPARE(api.requests().size(), std::size_t(1));
        const Post post = api.server->post();
        api.server->stop();
        QVERIFY(idle.isClosed() && waiting.isClosed());
        const auto held = std::make_shared<int>();
        post([held] { });
        QCOMPARE(held.use_count(), 1L); // dropped, not kept for later
        api.server.reset();
        api.later(plainResponse(200, "too late"));
        post([held] { });
        QCOMPARE(held.use_count(), 1L);
    }
};

QTEST_GUILESS_MAIN(TestRemoteServer)
#include "tst_remote_server.moc"
