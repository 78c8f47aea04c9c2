#include "core/remote/remote_server.h"

#include "core/remote/http_connection.h"
#include "core/remote/remote_error.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <mutex>
#include <optional>
#include <thread>

namespace trib::remote {
namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using asio::ip::tcp;
using ErrorCode = boost::system::error_code;

constexpr std::chrono::milliseconds kAcceptPause{100}; // when the process has no file descriptors left
// TLS 1.2 with forward secrecy and authenticated encryption; TLS 1.3 has its own list, which is as good.
constexpr const char *kCiphers = "ECDHE+AESGCM:ECDHE+CHACHA20";

// The way onto the thread, for those who may outlive it.
struct PostBox {
    std::mutex mutex;
    asio::io_context *io = nullptr; // until the end
};

[[nodiscard]] Failure wrongFile(const char *key, const ErrorCode &error)
{
    return failure(RemoteErrc::InvalidSetting, std::string(key) + ": " + error.message());
}

[[nodiscard]] Result<std::unique_ptr<ssl::context>> makeTls(const ServerConfig &config)
{
    if (config.certificate.empty())
        return std::unique_ptr<ssl::context>();
    auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
    context->set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 | ssl::context::no_tlsv1
                         | ssl::context::no_tlsv1_1 | ssl::context::single_dh_use | SSL_OP_NO_RENEGOTIATION);
    ErrorCode error;
    context->use_certificate_chain_file(config.certificate, error);
    if (error)
        return wrongFile("remote/certificate", error);
    context->use_private_key_file(config.privateKey, ssl::context::pem, error); // fails for another certificate's key
    if (error)
        return wrongFile("remote/private_key", error);
    if (SSL_CTX_set_cipher_list(context->native_handle(), kCiphers) != 1)
        return failure(RemoteErrc::InvalidSetting, "TLS: OpenSSL knows none of the ciphers");
    return context;
}

} // namespace

class RemoteServer::Private {
public:
    Private(ServerConfig config, const ServerContext &context, const HttpLimits &limits)
        : m_config(std::move(config)), m_context(context), m_limits(limits), m_acceptor(m_io), m_pause(m_io)
    {
        m_box->io = &m_io;
    }
    ~Private() { stop(); }

    [[nodiscard]] Post post() const;
    [[nodiscard]] Result<> start(RequestHandler methods);
    void stop();
    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    [[nodiscard]] Result<> listen();
    void accept();
    void takeConnection(tcp::socket socket);

    const ServerConfig m_config;
    const ServerContext m_context;
    const HttpLimits m_limits;
    const std::shared_ptr<PostBox> m_box = std::make_shared<PostBox>();
    std::unique_ptr<ssl::context> m_tls;       // the connections, in m_io's handlers, refer to it,
    std::unique_ptr<Gatekeeper> m_gatekeeper;  // to this,
    std::optional<ConnectionShared> m_shared;  // and to this
    asio::io_context m_io{1};
    tcp::acceptor m_acceptor;
    asio::steady_timer m_pause;
    std::uint16_t m_port = 0;
    std::thread m_thread;
};

Post RemoteServer::Private::post() const
{
    return [box = m_box](std::function<void()> function) {
        const std::lock_guard lock(box->mutex);
        if (box->io)
            asio::post(*box->io, std::move(function));
    };
}

Result<> RemoteServer::Private::listen()
{
    const tcp::endpoint endpoint(asio::ip::make_address(m_config.address), m_config.port);
    ErrorCode error;
    m_acceptor.open(endpoint.protocol(), error);
#ifndef _WIN32 // there it would let another program take the port over
    if (!error)
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), error);
#endif
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return failure(RemoteErrc::CannotListen, "the API cannot listen on " + m_config.address + " port " + std::to_string(m_config.port) + ": " + error.message());
    m_port = m_acceptor.local_endpoint(error).port();
    return success();
}

Result<> RemoteServer::Private::start(RequestHandler methods)
{
    if (auto checked = check(m_config); !checked)
        return checked;
    auto tls = makeTls(m_config);
    if (!tls)
        return failure(tls.error());
    m_tls = std::move(*tls);
    if (auto listening = listen(); !listening)
        return listening;
    m_gatekeeper = std::make_unique<Gatekeeper>(m_config, m_port, m_limits, m_context, post(), std::move(methods));
    m_shared.emplace(ConnectionShared{m_limits, *m_gatekeeper});
    accept();
    m_thread = std::thread([this] { m_io.run(); });
    return success();
}

void RemoteServer::Private::accept()
{
    m_acceptor.async_accept([this](const ErrorCode &error, tcp::socket socket) {
        if (error == asio::error::operation_aborted)
            return;
        if (!error) {
            takeConnection(std::move(socket));
            return accept();
        }
        m_pause.expires_after(kAcceptPause);
        m_pause.async_wait([this](const ErrorCode &aborted) {
            if (!aborted)
                accept();
        });
    });
}

void RemoteServer::Private::takeConnection(tcp::socket socket)
{
    ErrorCode ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto connection = makeConnection(std::move(socket), m_tls.get(), *m_shared);
    if (m_shared->book.enter(connection))
        connection->start();
}

void RemoteServer::Private::stop()
{
    {
        const std::lock_guard lock(m_box->mutex);
        m_box->io = nullptr;
    }
    if (!m_thread.joinable())
        return;
    m_io.stop();
    m_thread.join();
    ErrorCode ignored;
    m_acceptor.close(ignored);
    m_shared->book.closeAll(); // nothing runs any more: this is the one thread now
}

RemoteServer::RemoteServer(ServerConfig config, const ServerContext &context, const HttpLimits &limits)
    : d(std::make_unique<Private>(std::move(config), context, limits))
{
}

RemoteServer::~RemoteServer() = default;

Post RemoteServer::post() const
{
    return d->post();
}

Result<> RemoteServer::start(RequestHandler methods)
{
    return d->start(std::move(methods));
}

void RemoteServer::stop()
{
    d->stop();
}

std::uint16_t RemoteServer::port() const
{
    return d->port();
}

} // namespace trib::remote
