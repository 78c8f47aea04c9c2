// A blocking HTTP client for tests that sends exactly what it is told, and a server to send it to. Loopback only.
#pragma once

#include "core/remote/password_hash.h"
#include "core/remote/remote_server.h"
#include "tests/support/manual_clock.h"

#include <QMap>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace trib::test {

struct HttpAnswer {
    int status = 0; // zero: the connection ended without an answer
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
};

class HttpClient {
public:
    static constexpr int kPatience = 10'000;

    explicit HttpClient(std::uint16_t port, std::unique_ptr<QTcpSocket> socket = std::make_unique<QTcpSocket>()) : m_socket(std::move(socket)), m_port(port)
    {
        if (auto *tls = qobject_cast<QSslSocket *>(m_socket.get())) {
            tls->connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
            tls->waitForEncrypted(kPatience);
        } else {
            m_socket->connectToHost(QStringLiteral("127.0.0.1"), port);
            m_socket->waitForConnected(kPatience);
        }
    }

    [[nodiscard]] QTcpSocket &socket() { return *m_socket; }

    void send(const QByteArray &bytes)
    {
        m_socket->write(bytes);
        while (m_socket->bytesToWrite() > 0 && m_socket->waitForBytesWritten(kPatience)) { }
    }

    // A request with the right Host; `headers` are lines that end in \r\n.
    [[nodiscard]] QByteArray request(const QByteArray &method, const QByteArray &path, const QByteArray &body = {}, const QByteArray &headers = {}) const
    {
        const QByteArray length = body.isEmpty() ? QByteArray() : "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n" + length + headers + "\r\n" + body;
    }

    [[nodiscard]] HttpAnswer ask(const QByteArray &bytes)
    {
        send(bytes);
        return read();
    }
    [[nodiscard]] HttpAnswer get(const QByteArray &path, const QByteArray &headers = {}) { return ask(request("GET", path, {}, headers)); }
    [[nodiscard]] HttpAnswer post(const QByteArray &path, const QByteArray &form, const QByteArray &headers = {})
    {
        return ask(request("POST", path, form, headers + "Content-Type: application/x-www-form-urlencoded\r\n"));
    }

    // The next answer; one of 100 Continue is an answer, too.
    [[nodiscard]] HttpAnswer read()
    {
        HttpAnswer answer;
        if (!fillUntil([this] { return m_input.contains("\r\n\r\n"); }))
            return answer;
        const QList<QByteArray> lines = take(m_input.indexOf("\r\n\r\n") + 4).trimmed().split('\n');
        for (const QByteArray &line : lines.mid(1))
            answer.headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
        const qsizetype size = answer.headers.value("content-length").toLongLong();
        if (!fillUntil([&] { return m_input.size() >= size; }))
            return answer;
        answer.body = take(size);
        answer.status = lines.first().split(' ').value(1).toInt();
        return answer;
    }

    // True when the server closes within the time.
    [[nodiscard]] bool isClosed(int patience = kPatience)
    {
        return fillUntil([] { return false; }, patience) || m_socket->state() != QAbstractSocket::ConnectedState;
    }

private:
    template <class Done>
    [[nodiscard]] bool fillUntil(Done done, int patience = kPatience)
    {
        m_input += m_socket->readAll();
        while (!done()) {
            if (!m_socket->waitForReadyRead(patience))
                return false;
            m_input += m_socket->readAll();
        }
        return true;
    }

    [[nodiscard]] QByteArray take(qsizetype size)
    {
        const QByteArray taken = m_input.left(size);
        m_input.remove(0, size);
        return taken;
    }

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_input;
    std::uint16_t m_port;
};

inline constexpr const char *kPassword = "correct horse battery";
inline constexpr const char *kKey = "0123456789abcdefghijABCDEFGHIJxy";

// A server whose methods answer with what they were asked, and remember it.
class ApiServer {
public:
    explicit ApiServer(remote::HttpLimits limits = {}, const std::function<void(remote::ServerConfig &)> &change = {})
    {
        config.passwordHash = *remote::hashPassword(kPassword, random, 1'000);
        config.apiKeyHash = *remote::hashPassword(kKey, random, 1'000);
        if (change)
            change(config);
        server = std::make_unique<remote::RemoteServer>(config, remote::ServerContext{clock, random, log}, limits);
    }

    [[nodiscard]] Result<> start()
    {
        return server->start([this](const remote::HttpRequest &request, const remote::Respond &respond) { answer(request, respond); });
    }

    [[nodiscard]] HttpClient client() const { return HttpClient(server->port()); }

    // "Cookie: ...\r\n" of a new login; empty when it failed.
    [[nodiscard]] QByteArray logIn()
    {
        HttpClient fresh = client();
        const HttpAnswer answer = fresh.post("/api/v2/auth/login", QByteArray("username=admin&password=") + kPassword);
        const QByteArray cookie = answer.headers.value("set-cookie");
        return answer.status == 200 ? "Cookie: " + cookie.left(cookie.indexOf(';')) + "\r\n" : QByteArray();
    }

    [[nodiscard]] std::vector<remote::HttpRequest> requests()
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    // What "/api/v2/later" asks for, one at a time.
    void answerLater()
    {
        server->post()([this] {
            remote::Respond respond;
            {
                const std::lock_guard lock(m_mutex);
                respond = std::exchange(later, {});
            }
            if (respond)
                respond(remote::plainResponse(200, "later"));
        });
    }

    ManualClock clock;
    SystemRandom random;
    NullLog nowhere;
    LogHistory log{clock, nowhere};
    remote::ServerConfig config;
    remote::Respond later; // under the mutex while the server runs
    std::unique_ptr<remote::RemoteServer> server;

private:
    void answer(const remote::HttpRequest &request, const remote::Respond &respond)
    {
        remote::HttpResponse response;
        response.body = request.method + " " + request.path;
        for (const auto &[name, value] : request.fields)
            response.body += "\n" + name + "=" + value;
        for (const auto &file : request.files)
            response.body += "\n" + file.name + ":" + std::to_string(file.bytes.size());
        {
            const std::lock_guard lock(m_mutex);
            m_requests.push_back(request);
            m_requests.back().files.clear();
            if (request.path == "/api/v2/later") {
                later = respond;
                return;
            }
        }
        if (request.path == "/api/v2/large")
            response.body = std::string(8u << 20, 'x');
        if (request.path == "/api/v2/split")
            response.headers.emplace_back("X-Name", "a\r\nSet-Cookie: b");
        if (request.path == "/api/v2/twice")
            respond(response);
        respond(std::move(response));
    }

    std::mutex m_mutex;
    std::vector<remote::HttpRequest> m_requests;
};

} // namespace trib::test
