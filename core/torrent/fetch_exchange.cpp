#include "core/torrent/fetch_exchange.h"

#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/vector_body.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace trib::torrent {
namespace {

namespace http = boost::beast::http;
namespace ssl = boost::asio::ssl;

constexpr std::uint32_t kMaxHeader = 32u << 10;
constexpr std::size_t kReadBuffer = 64u << 10;
constexpr std::string_view kNotAccepted = "TLS: ";

using Parser = http::response_parser<http::vector_body<std::uint8_t>>;

[[nodiscard]] Failure readFailed(const boost::system::error_code &error)
{
    if (error == http::error::header_limit || error == http::error::body_limit || error == http::error::buffer_overflow)
        return failure(EngineErrc::ResponseTooLarge, error.message());
    if (error == http::error::end_of_stream || error == http::error::partial_message)
        return failure(EngineErrc::ConnectFailed, "the server ended the connection before its answer was complete");
    if (error.category() == http::make_error_code(http::error::bad_version).category())
        return failure(EngineErrc::HttpStatus, "the answer is not HTTP: " + error.message());
    if (error.category() == boost::asio::error::get_ssl_category())
        return failure(EngineErrc::TlsFailed, error.message());
    return failure(EngineErrc::ConnectFailed, error.message());
}

// What has arrived and is not parsed yet. A parser that takes nothing of a full buffer is being fed a line without an end.
class Input {
public:
    // Parses what has arrived, or reads once more: every byte that arrives starts the idle time anew.
    template <class Stream>
    [[nodiscard]] Result<boost::system::error_code> readOnce(FetchConnection &connection, Stream &stream, Parser &parser)
    {
        if (m_size == m_bytes.size())
            return http::make_error_code(http::error::buffer_overflow);
        const auto step = connection.run([&](auto handler) {
            stream.async_read_some(boost::asio::buffer(m_bytes.data() + m_size, m_bytes.size() - m_size), std::move(handler));
        });
        if (!step)
            return failure(step.error());
        m_size += step->size;
        boost::system::error_code error;
        if (step->error == boost::asio::error::eof && parser.got_some())
            parser.put_eof(error); // the end of a body without a length, or an answer that breaks off
        else
            error = step->error ? step->error : parse(parser);
        return error;
    }

    // Stops behind the header, unless the parser is eager.
    [[nodiscard]] boost::system::error_code parse(Parser &parser)
    {
        if (m_size == 0)
            return {}; // Beast's reader would point behind the end of a body that is still empty
        boost::system::error_code error;
        const std::size_t used = parser.put(boost::asio::const_buffer(m_bytes.data(), m_size), error);
        std::copy(m_bytes.begin() + std::ptrdiff_t(used), m_bytes.begin() + std::ptrdiff_t(m_size), m_bytes.begin());
        m_size -= used;
        return error == http::error::need_more ? boost::system::error_code() : error;
    }

private:
    std::array<char, kReadBuffer> m_bytes{};
    std::size_t m_size = 0;
};

template <class Stream, class IsDone>
[[nodiscard]] Result<boost::system::error_code> readUntil(FetchConnection &connection, Stream &stream, Input &input, Parser &parser, IsDone isDone)
{
    while (!isDone()) {
        const auto error = input.readOnce(connection, stream, parser);
        if (!error || *error)
            return error;
    }
    return boost::system::error_code();
}

[[nodiscard]] bool isEncoded(const Parser &parser)
{
    const auto encoding = parser.get()[http::field::content_encoding];
    return !encoding.empty() && !boost::beast::iequals(encoding, "identity");
}

template <class Stream>
[[nodiscard]] Result<HttpAnswer> readAnswer(FetchConnection &connection, Stream &stream, Bytes maxBody)
{
    Parser parser;
    parser.header_limit(kMaxHeader);
    parser.body_limit(static_cast<std::uint64_t>(std::max<std::int64_t>(maxBody.count(), 0)));
    const auto input = std::make_unique<Input>();
    const auto header = readUntil(connection, stream, *input, parser, [&] { return parser.is_header_done(); });
    if (!header)
        return failure(header.error());
    // A body that is too large for us does not matter where the body is not read.
    const bool unwanted = parser.get().result_int() != 200 && (!*header || *header == http::error::body_limit);
    if (*header && !unwanted)
        return readFailed(*header);
    const auto location = parser.get()[http::field::location];
    HttpAnswer answer{parser.get().result_int(), std::string(location.data(), location.size()), {}};
    if (unwanted)
        return answer;
    if (isEncoded(parser))
        return failure(EngineErrc::HttpStatus, "the server used an encoding that was not asked for");
    parser.eager(true);
    Result<boost::system::error_code> body = parser.is_done() ? boost::system::error_code() : input->parse(parser);
    if (!*body)
        body = readUntil(connection, stream, *input, parser, [&] { return parser.is_done(); });
    if (!body)
        return failure(body.error());
    if (*body)
        return readFailed(*body);
    answer.body = std::move(parser.get().body());
    return answer;
}

template <class Stream>
[[nodiscard]] Result<HttpAnswer> exchange(FetchConnection &connection, Stream &stream, const std::string &request, Bytes maxBody)
{
    const auto sent = connection.run([&](auto handler) { boost::asio::async_write(stream, boost::asio::buffer(request), std::move(handler)); });
    if (!sent)
        return failure(sent.error());
    if (sent->error)
        return readFailed(sent->error);
    return readAnswer(connection, stream, maxBody);
}

[[nodiscard]] Failure tlsFailed(const std::string &why)
{
    return failure(EngineErrc::TlsFailed, std::string(kNotAccepted) + why);
}

[[nodiscard]] Result<> prepareContext(ssl::context &context, const std::string &caFile)
{
    context.set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3
                        | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
    context.set_verify_mode(ssl::verify_peer);
    boost::system::error_code error;
    if (caFile.empty())
        context.set_default_verify_paths(error);
    else
        context.load_verify_file(caFile, error);
    return error ? Result<>(tlsFailed("the trusted certificates cannot be read")) : success();
}

// OpenSSL itself compares the certificate's names with the host: part of the verification, so that no callback can forget it.
[[nodiscard]] bool expectHost(SSL *tls, const Url &url)
{
    if (url.isAddress)
        return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls), url.host.c_str()) == 1;
    SSL_set_hostflags(tls, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    std::string name = url.host; // SSL_ctrl copies it, and takes a pointer to what is not const
    return SSL_set1_host(tls, name.c_str()) == 1
        && SSL_ctrl(tls, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data()) == 1;
}

} // namespace

Result<HttpAnswer> exchangePlain(FetchConnection &connection, const std::string &request, Bytes maxBody)
{
    return exchange(connection, connection.socket(), request, maxBody);
}

Result<HttpAnswer> exchangeTls(FetchConnection &connection, const Url &url, const std::string &caFile, const std::string &request, Bytes maxBody)
{
    ssl::context context(ssl::context::tls_client);
    if (auto prepared = prepareContext(context, caFile); !prepared)
        return failure(prepared.error());
    ssl::stream<FetchConnection::Socket &> stream(connection.socket(), context);
    if (!expectHost(stream.native_handle(), url))
        return tlsFailed("the host cannot be checked");
    const auto shaken = connection.run([&](auto handler) { stream.async_handshake(ssl::stream_base::client, std::move(handler)); });
    if (!shaken)
        return failure(shaken.error());
    if (shaken->error)
        return tlsFailed(X509_verify_cert_error_string(SSL_get_verify_result(stream.native_handle())) + std::string("; ") + shaken->error.message());
    return exchange(connection, stream, request, maxBody);
}

} // namespace trib::torrent
