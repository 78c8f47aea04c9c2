// 300 half-open connections, bodies of 400 MiB and headers of 64 MiB, all at once: a good client is answered as before, and the memory stays
// where it was (S25). What they do is measured against the same requests in peace, in the same run.
#include "tests/core/remote/http_client.h"

#include <QElapsedTimer>
#include <QFile>

#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace trib;
using namespace trib::remote;
using namespace std::chrono_literals;
using test::ApiServer;
using test::HttpAnswer;
using test::HttpClient;

namespace {

constexpr const char *kVersion = "/api/v2/app/version";

// A connection of the attacker: plain system calls, so that the memory measured is the server's.
class Attacker {
public:
    explicit Attacker(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    Attacker(Attacker &&other) noexcept : m_socket(std::exchange(other.m_socket, -1)), m_isConnected(other.m_isConnected) {}
    Attacker &operator=(Attacker &&) = delete;
    ~Attacker()
    {
        if (m_socket >= 0)
            ::close(m_socket);
    }

    [[nodiscard]] bool isConnected() const { return m_isConnected; }

    // False once the server has had enough.
    bool send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    // `total` bytes of the same; returns how many were taken.
    std::size_t flood(std::size_t total)
    {
        const std::string chunk(64u << 10, 'x');
        std::size_t sent = 0;
        while (sent < total && send(chunk))
            sent += chunk.size();
        return sent;
    }

    [[nodiscard]] bool isClosedWithin(std::chrono::milliseconds time)
    {
        pollfd descriptor{m_socket, POLLIN, 0};
        const auto end = std::chrono::steady_clock::now() + time;
        char byte[4096];
        for (;;) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
            if (left.count() <= 0 || ::poll(&descriptor, 1, static_cast<int>(left.count())) <= 0)
                return false;
            if (::recv(m_socket, byte, sizeof byte, 0) <= 0)
                return true;
        }
    }

private:
    int m_socket;
    bool m_isConnected = false;
};

[[nodiscard]] qint64 residentKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return -1;
}

// Milliseconds for `count` requests on connections of their own, all of them answered; -1 otherwise.
[[nodiscard]] qint64 timeOfRequests(const ApiServer &api, const QByteArray &cookie, int count)
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        if (api.client().get(kVersion, cookie).status != 200)
            return -1;
    }
    return timer.elapsed();
}

} // namespace

class TestHostileLoad : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doesNotSlowAGoodClientNorGrow()
    {
        ApiServer api;
        QVERIFY(api.start());
        const std::uint16_t port = api.server->port();
        const QByteArray cookie = api.logIn();
        constexpr int kRequests = 100;
        const qint64 inPeace = timeOfRequests(api, cookie, kRequests);
        QVERIFY(inPeace >= 0);
        HttpClient good = api.client(); // that stays connected
        QCOMPARE(good.get(kVersion, cookie).status, 200);
        const qint64 before = residentKiB();

        std::vector<Attacker> halfOpen;
        for (int i = 0; i < 300; ++i) {
            halfOpen.emplace_back(port);
            QVERIFY(halfOpen.back().isConnected());
            if (i % 3 == 1)
                halfOpen.back().send("GET /api/v2/app/version HTTP/1.1\r\nHost: ");
            if (i % 3 == 2)
                halfOpen.back().send("POST /api/v2/auth/login HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\nContent-Length: 100\r\n\r\n");
        }
        std::atomic<bool> ends = false;
        std::atomic<std::size_t> taken = 0;
        const std::string session = "Host: 127.0.0.1:" + std::to_string(port) + "\r\n" + cookie.toStdString();
        const auto attack = [&](const std::string &head, std::size_t size) {
            return std::thread([&, head, size] {
                while (!ends) {
                    Attacker attacker(port);
                    if (attacker.send(head))
                        taken += attacker.flood(size);
                }
            });
        };
        std::vector<std::thread> threads;
        threads.push_back(attack("POST /api/v2/torrents/add HTTP/1.1\r\nContent-Length: 419430400\r\n\r\n", 400u << 20)); // a stranger
        threads.push_back(attack("POST /api/v2/torrents/add HTTP/1.1\r\n" + session + "Content-Length: 419430400\r\n\r\n", 400u << 20));
        threads.push_back(attack("GET / HTTP/1.1\r\nX: ", 64u << 20));

        const qint64 underAttack = timeOfRequests(api, cookie, kRequests);
        const HttpAnswer kept = good.get(kVersion, cookie);
        const qint64 after = residentKiB();
        ends = true;
        for (std::thread &thread : threads)
            thread.join();
        qInfo("%d requests: %lld ms in peace, %lld ms under attack; memory %lld KiB before, %lld KiB then; attackers got rid of %zu MiB", kRequests, inPeace,
            underAttack, before, after, taken.load() >> 20);
        QVERIFY2(underAttack >= 0, "every request was answered");
        QCOMPARE(kept.status, 200); // a known client's idle connection is not what makes room
        // Three threads that send as fast as they can share the machine with the client, so a few times as long is the scheduler's.
        QVERIFY2(underAttack < 15 * inPeace + 3000, "the good client is not slowed");
        QVERIFY2(after - before < 64 * 1024, "the memory is bounded");
    }

    void endlessBodiesOfOnesOwnAreBoundedTogether()
    {
        HttpLimits limits;
        limits.bodiesTogether = 40u << 20;
        ApiServer api(limits);
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        const std::string head = "POST /api/v2/torrents/add HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(api.server->port()) + "\r\n" + cookie.toStdString();
        Attacker first(api.server->port());
        QVERIFY(first.send(head + "Content-Length: 33554432\r\n\r\nx"));
        // The room is taken when the server has read that.
        QTRY_COMPARE(api.client().ask(QByteArray::fromStdString(head) + "Transfer-Encoding: chunked\r\n\r\n").status, 503);
        QCOMPARE(api.client().get(kVersion, cookie).status, 200);
        {
            const Attacker gone(std::move(first));
        }
        // Given back when the connection ends: what is left out of its form then is what is wrong.
        QTRY_COMPARE(api.client().ask(QByteArray::fromStdString(head) + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n").status, 400);
    }

    void slowClientsComeToAnEnd_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addRow("silence") << QByteArray();
        QTest::addRow("half a header") << QByteArray("GET /api/v2/app/version HTTP/1.1\r\nHost: ");
        QTest::addRow("half a login") << QByteArray("POST /api/v2/auth/login HTTP/1.1\r\nHost: HOST\r\nContent-Length: 100\r\n\r\nuser");
        QTest::addRow("half an upload") << QByteArray("POST /api/v2/torrents/add HTTP/1.1\r\nHost: HOST\r\nCOOKIEContent-Length: 100\r\n\r\nx");
        QTest::addRow("nothing after an answer") << QByteArray("GET /api/v2/app/version HTTP/1.1\r\nHost: HOST\r\nCOOKIE\r\n");
        QTest::addRow("nothing after a refusal") << QByteArray("POST /api/v2/torrents/add HTTP/1.1\r\nHost: HOST\r\nContent-Length: 100\r\n\r\nx");
        QTest::addRow("an answer that is not read") << QByteArray("GET /api/v2/large HTTP/1.1\r\nHost: HOST\r\nCOOKIE\r\n");
    }
    void slowClientsComeToAnEnd()
    {
        QFETCH(QByteArray, sent);
        HttpLimits limits;
        limits.headerTime = limits.idleTime = limits.bodyIdleTime = limits.writeTime = limits.lingerTime = 200ms;
        ApiServer api(limits);
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        Attacker attacker(api.server->port());
        sent.replace("HOST", "127.0.0.1:" + QByteArray::number(api.server->port())).replace("COOKIE", cookie);
        QVERIFY(attacker.send(sent.toStdString()));
        QVERIFY(attacker.isClosedWithin(10s));
    }

    // A byte now and then does not begin the time anew.
    void aHeaderInDripsComesToAnEnd()
    {
        HttpLimits limits;
        limits.headerTime = 300ms;
        ApiServer api(limits);
        QVERIFY(api.start());
        Attacker attacker(api.server->port());
        const auto begun = std::chrono::steady_clock::now();
        bool isClosed = false;
        while (!isClosed && std::chrono::steady_clock::now() - begun < 10s) {
            attacker.send("X");
            isClosed = attacker.isClosedWithin(20ms);
        }
        QVERIFY(isClosed);
    }

    void anUploadInDripsComesToAnEnd()
    {
        HttpLimits limits;
        limits.bodyTime = 300ms;
        ApiServer api(limits);
        QVERIFY(api.start());
        const QByteArray cookie = api.logIn();
        Attacker attacker(api.server->port());
        attacker.send("POST /api/v2/torrents/add HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(api.server->port()) + "\r\n" + cookie.toStdString()
            + "Content-Length: 1000000\r\n\r\n");
        const auto begun = std::chrono::steady_clock::now();
        bool isClosed = false;
        while (!isClosed && std::chrono::steady_clock::now() - begun < 10s) {
            attacker.send("X");
            isClosed = attacker.isClosedWithin(20ms);
        }
        QVERIFY(isClosed);
    }
};

QTEST_GUILESS_MAIN(TestHostileLoad)
#include "tst_hostile_load.moc"
