#include "tests/core/torrent/loopback_server.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

#include <array>

namespace trib::test {
namespace {

namespace asio = boost::asio;
using boost::asio::ip::tcp;

template <class Stream>
class StreamPeer final : public Peer {
public:
    StreamPeer(Stream &stream, tcp::socket &socket) : m_stream(stream), m_socket(socket) {}

    bool write(std::string_view bytes) override
    {
        boost::system::error_code error;
        asio::write(m_stream, asio::buffer(bytes.data(), bytes.size()), error);
        return !error;
    }

    std::string readSome() override
    {
        std::array<char, 16384> buffer{};
        boost::system::error_code error;
        const std::size_t size = m_stream.read_some(asio::buffer(buffer), error);
        return error ? std::string() : std::string(buffer.data(), size);
    }

    void shutDownWriting() override
    {
        boost::system::error_code ignored;
        m_socket.shutdown(tcp::socket::shutdown_send, ignored);
    }

private:
    Stream &m_stream;
    tcp::socket &m_socket;
};

} // namespace

std::string Peer::readExactly(std::size_t size)
{
    while (m_ahead.size() < size) {
        const std::string more = readSome();
        if (more.empty())
            return {};
        m_ahead += more;
    }
    std::string result = m_ahead.substr(0, size);
    m_ahead.erase(0, size);
    return result;
}

std::string Peer::readHead()
{
    while (m_ahead.find("\r\n\r\n") == std::string::npos) {
        const std::string more = readSome();
        if (more.empty())
            return {};
        m_ahead += more;
    }
    return readExactly(m_ahead.find("\r\n\r\n") + 4);
}

void Peer::waitUntilGone()
{
    while (!readSome().empty()) { }
}

LoopbackServer::LoopbackServer(Script script, std::optional<TlsFiles> tls, const std::string &address, std::uint16_t port)
    : m_script(std::move(script)), m_tls(std::move(tls)), m_acceptor(m_io, tcp::endpoint(asio::ip::make_address(address), port)), m_address(address)
{
    m_port = m_acceptor.local_endpoint().port();
    m_accepting = std::thread([this] { accept(); });
}

LoopbackServer::~LoopbackServer()
{
    m_stopping = true;
    asio::io_context io; // wakes accept()
    tcp::socket knock(io);
    boost::system::error_code ignored;
    knock.connect(tcp::endpoint(asio::ip::make_address(m_address), m_port), ignored);
    m_accepting.join();
    for (std::thread &script : m_scripts)
        script.join();
}

std::string LoopbackServer::url(const std::string &path) const
{
    return (m_tls ? "https://" : "http://") + m_address + ":" + std::to_string(m_port) + path;
}

void LoopbackServer::accept()
{
    while (true) {
        boost::system::error_code error;
        tcp::socket socket = m_acceptor.accept(error);
        if (m_stopping || error)
            return;
        ++m_connections;
        m_scripts.emplace_back([this, s = std::move(socket)]() mutable { serve(std::move(s)); });
    }
}

void LoopbackServer::serve(tcp::socket socket)
{
    boost::system::error_code error;
    if (!m_tls) {
        StreamPeer<tcp::socket> peer(socket, socket);
        m_script(peer);
        socket.shutdown(tcp::socket::shutdown_both, error);
        return;
    }
    asio::ssl::context context(asio::ssl::context::tls_server);
    context.use_certificate_chain_file(m_tls->certificate);
    context.use_private_key_file(m_tls->key, asio::ssl::context::pem);
    if (m_tls->onlyVersion) {
        SSL_CTX_set_security_level(context.native_handle(), 0); // lets a test offer what OpenSSL no longer does
        SSL_CTX_set_min_proto_version(context.native_handle(), *m_tls->onlyVersion);
        SSL_CTX_set_max_proto_version(context.native_handle(), *m_tls->onlyVersion);
    }
    asio::ssl::stream<tcp::socket &> stream(socket, context);
    stream.handshake(asio::ssl::stream_base::server, error);
    if (error)
        return;
    StreamPeer<asio::ssl::stream<tcp::socket &>> peer(stream, socket);
    m_script(peer);
    stream.shutdown(error);
}

void pumpTo(Peer &client, std::uint16_t port)
{
    asio::io_context io;
    tcp::socket socket(io);
    boost::system::error_code error;
    socket.connect(tcp::endpoint(asio::ip::address_v4::loopback(), port), error);
    if (error)
        return;
    StreamPeer<tcp::socket> origin(socket, socket);
    std::thread upstream([&] {
        for (std::string bytes = client.readSome(); !bytes.empty() && origin.write(bytes); bytes = client.readSome()) { }
        origin.shutDownWriting();
    });
    for (std::string bytes = origin.readSome(); !bytes.empty() && client.write(bytes); bytes = origin.readSome()) { }
    client.shutDownWriting();
    upstream.join();
}

std::string okAnswer(std::string_view body)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

std::string redirectTo(std::string_view location, int status)
{
    return "HTTP/1.1 " + std::to_string(status) + " Elsewhere\r\nLocation: " + std::string(location) + "\r\nContent-Length: 0\r\n\r\n";
}

void Record::add(std::string entry)
{
    const std::lock_guard lock(m_mutex);
    m_entries.push_back(std::move(entry));
}

std::vector<std::string> Record::entries() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries;
}

} // namespace trib::test
