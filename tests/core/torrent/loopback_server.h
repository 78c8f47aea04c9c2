// LoopbackServer: a real TCP or TLS server on 127.0.0.1 that lets a script answer each connection, on a thread for each. Owned by the test;
// its destructor waits for the scripts, which end when their client has gone.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace trib::test {

class Peer {
public:
    virtual ~Peer() = default;

    // False, or empty, once the other side has gone.
    virtual bool write(std::string_view bytes) = 0;
    virtual std::string readSome() = 0;
    virtual void shutDownWriting() = 0;

    [[nodiscard]] std::string readExactly(std::size_t size);
    // Up to and with an empty line.
    [[nodiscard]] std::string readHead();
    void waitUntilGone();

private:
    std::string m_ahead;
};

struct TlsFiles {
    std::string certificate;
    std::string key;
    std::optional<int> onlyVersion; // such as TLS1_1_VERSION
};

class LoopbackServer {
public:
    using Script = std::function<void(Peer &)>;

    explicit LoopbackServer(Script script, std::optional<TlsFiles> tls = {}, const std::string &address = "127.0.0.1", std::uint16_t port = 0);
    ~LoopbackServer();

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] std::string url(const std::string &path = "/a.torrent") const;
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void accept();
    void serve(boost::asio::ip::tcp::socket socket);

    const Script m_script;
    const std::optional<TlsFiles> m_tls;
    boost::asio::io_context m_io;
    boost::asio::ip::tcp::acceptor m_acceptor;
    std::string m_address;
    std::uint16_t m_port = 0;
    std::atomic<bool> m_stopping = false;
    std::atomic<int> m_connections = 0;
    std::vector<std::thread> m_scripts; // touched by the accepting thread alone until that has ended
    std::thread m_accepting;
};

// A blocking connection to 127.0.0.1:`port`, and the two pumps of a proxy between `client` and it, until both sides have ended.
void pumpTo(Peer &client, std::uint16_t port);

// "HTTP/1.1 200 OK" with Content-Length.
[[nodiscard]] std::string okAnswer(std::string_view body);
[[nodiscard]] std::string redirectTo(std::string_view location, int status = 302);

// A list that several threads append to.
class Record {
public:
    void add(std::string entry);
    [[nodiscard]] std::vector<std::string> entries() const;

private:
    mutable std::mutex m_mutex;
    std::vector<std::string> m_entries;
};

} // namespace trib::test
