#include "core/remote/http_connection.h"

#include "core/base/ascii.h"
#include "core/remote/response_text.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

namespace trib::remote {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

using Plain = beast::tcp_stream;
using Tls = asio::ssl::stream<beast::tcp_stream>;
using ErrorCode = boost::system::error_code;

constexpr std::size_t kReadChunk = 4096;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

[[nodiscard]] std::string addressOf(const asio::ip::tcp::socket &socket)
{
    ErrorCode error;
    asio::ip::address address = socket.remote_endpoint(error).address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return address.to_string();
}

// What a request that cannot be read is answered; nullopt: nothing, for the client is gone or too late.
[[nodiscard]] std::optional<HttpResponse> responseTo(const ErrorCode &error)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return plainResponse(431, "The request's header is too large.");
    if (error == http::error::body_limit)
        return plainResponse(413, "The request's body is too large.");
    const bool isHttp = error.category() == http::make_error_code(http::error::bad_version).category();
    if (isHttp && error != http::error::end_of_stream && error != http::error::partial_message)
        return plainResponse(400, "This is not a well-formed HTTP request.");
    return std::nullopt;
}

template <class Stream>
class Connection final : public HttpConnection, public std::enable_shared_from_this<Connection<Stream>> {
public:
    Connection(Stream stream, ConnectionShared &shared)
        : m_shared(shared), m_stream(std::move(stream)), m_address(addressOf(lowest().socket())), m_buffer(shared.limits.header + kReadChunk)
    {
    }

    void start() override;
    void close() override;
    [[nodiscard]] const std::string &address() const override { return m_address; }
    [[nodiscard]] bool isWaiting() const override { return m_isWaiting; }
    [[nodiscard]] bool isTrusted() const override { return m_isTrusted; }

private:
    using Parser = http::request_parser<http::string_body>;

    [[nodiscard]] beast::tcp_stream &lowest() { return beast::get_lowest_layer(m_stream); }

    // A handler of an asynchronous step: keeps the connection alive, and ends it where the step has failed.
    template <class F>
    [[nodiscard]] auto then(F next)
    {
        return [self = this->shared_from_this(), next](ErrorCode error, std::size_t size = 0) {
            if (!self->m_isOpen)
                return;
            if (error)
                self->close();
            else
                next(*self, size);
        };
    }

    void awaitRequest(std::chrono::milliseconds time);
    void readHeader();
    void takeHeader(const ErrorCode &error);
    [[nodiscard]] Result<> readHead();
    void takeAdmission(Admission admission);
    void beginBody(std::size_t size);
    void readBody();
    void takeBody(const ErrorCode &error);
    void carryOut();
    void respond(HttpResponse response);
    void endRequest();
    void refuse(HttpResponse response);
    void linger();
    void drain();

    // Answers the request that is under way now, and no other.
    template <class F>
    [[nodiscard]] auto once(F take)
    {
        return [weak = this->weak_from_this(), number = m_number, take](auto value) {
            const auto self = weak.lock();
            if (self && self->m_isOpen && self->m_number == number)
                take(*self, std::move(value));
        };
    }

    ConnectionShared &m_shared;
    Stream m_stream;
    const std::string m_address;
    beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    RequestHead m_head;
    Admission m_admission;
    HttpResponse m_response;
    std::string m_responseHead;
    std::chrono::steady_clock::time_point m_bodyEnd;
    std::size_t m_reserved = 0; // of ConnectionShared::bodies
    std::size_t m_drained = 0;
    std::uint64_t m_number = 0; // of the step that an answer belongs to
    bool m_keepAlive = false;
    bool m_isOpen = true;
    bool m_isWaiting = true;
    bool m_isTrusted = false;
};

template <class Stream>
void Connection<Stream>::start()
{
    if constexpr (std::is_same_v<Stream, Tls>) {
        lowest().expires_after(m_shared.limits.headerTime);
        m_stream.async_handshake(asio::ssl::stream_base::server,
            then([](Connection &self, std::size_t) { self.awaitRequest(self.m_shared.limits.headerTime); }));
    } else {
        awaitRequest(m_shared.limits.headerTime);
    }
}

template <class Stream>
void Connection<Stream>::close()
{
    if (!std::exchange(m_isOpen, false))
        return;
    const auto self = this->shared_from_this(); // the book may hold the last one
    m_shared.bodies -= std::exchange(m_reserved, 0);
    lowest().close();
    m_shared.book.leave(this);
}

// Until the first byte of a request. What is left in the buffer is the next request, or its beginning.
template <class Stream>
void Connection<Stream>::awaitRequest(std::chrono::milliseconds time)
{
    m_isWaiting = true;
    if (m_buffer.size() > 0)
        return readHeader();
    lowest().expires_after(time);
    m_stream.async_read_some(m_buffer.prepare(kReadChunk), then([](Connection &self, std::size_t size) {
        self.m_buffer.commit(size);
        self.readHeader();
    }));
}

template <class Stream>
void Connection<Stream>::readHeader()
{
    m_parser.emplace();
    m_parser->header_limit(m_shared.limits.header);
    m_parser->body_limit(std::numeric_limits<std::uint64_t>::max()); // decided with the header. (Boost 1.74 compares with none as with zero)
    lowest().expires_after(m_shared.limits.headerTime);
    http::async_read_header(m_stream, m_buffer, *m_parser,
        [self = this->shared_from_this()](const ErrorCode &error, std::size_t) { self->takeHeader(error); });
}

template <class Stream>
void Connection<Stream>::takeHeader(const ErrorCode &error)
{
    if (!m_isOpen)
        return;
    if (error) {
        auto response = responseTo(error);
        return response ? refuse(std::move(*response)) : close();
    }
    m_keepAlive = m_parser->keep_alive();
    if (auto read = readHead(); !read)
        return refuse(remote::responseTo(read.error()));
    m_isWaiting = false;
    m_shared.service.admit(m_head, once([](Connection &self, Admission admission) { self.takeAdmission(std::move(admission)); }));
}

template <class Stream>
Result<> Connection<Stream>::readHead()
{
    const auto text = [](auto view) { return std::string(view.data(), view.size()); };
    const auto &message = m_parser->get();
    m_head = {text(message.method_string()), text(message.target()), m_address, {}};
    for (const auto &field : message) {
        if (auto put = putHeader(m_head, text(field.name_string()), text(field.value())); !put)
            return put;
    }
    return success();
}

template <class Stream>
void Connection<Stream>::takeAdmission(Admission admission)
{
    ++m_number;
    m_admission = std::move(admission);
    const auto length = m_parser->content_length();
    const bool hasBody = m_parser->chunked() || (length && *length > 0);
    if (m_admission.refusal)
        return hasBody ? refuse(std::move(*m_admission.refusal)) : respond(std::move(*m_admission.refusal));
    m_isTrusted |= m_admission.to != Admission::To::Login;
    if (!hasBody)
        return carryOut();
    const std::size_t limit = m_admission.bodyLimit;
    if (length && *length > limit)
        return refuse(plainResponse(413, "The request's body is too large."));
    beginBody(m_parser->chunked() ? limit : static_cast<std::size_t>(*length));
}

template <class Stream>
void Connection<Stream>::beginBody(std::size_t size)
{
    if (m_shared.bodies + size > m_shared.limits.bodiesTogether)
        return refuse(plainResponse(503, "Too much is being uploaded. Try again in a moment."));
    m_reserved = size;
    m_shared.bodies += size;
    m_isWaiting = m_admission.to == Admission::To::Login; // a stranger's
    m_parser->body_limit(size);
    m_parser->eager(true);
    m_bodyEnd = std::chrono::steady_clock::now() + m_shared.limits.bodyTime;
    const std::string *expect = m_head.header("expect");
    if (!expect || !equalsNoCase(*expect, "100-continue") || m_buffer.size() > 0)
        return readBody();
    lowest().expires_after(m_shared.limits.bodyIdleTime);
    asio::async_write(m_stream, asio::buffer(kContinue), then([](Connection &self, std::size_t) { self.readBody(); }));
}

template <class Stream>
void Connection<Stream>::readBody()
{
    const auto idle = std::chrono::steady_clock::now() + m_shared.limits.bodyIdleTime;
    lowest().expires_at(std::min(idle, m_bodyEnd));
    http::async_read_some(m_stream, m_buffer, *m_parser,
        [self = this->shared_from_this()](const ErrorCode &error, std::size_t) { self->takeBody(error); });
}

template <class Stream>
void Connection<Stream>::takeBody(const ErrorCode &error)
{
    if (!m_isOpen)
        return;
    if (error) {
        auto response = responseTo(error);
        return response ? refuse(std::move(*response)) : close();
    }
    if (!m_parser->is_done())
        return readBody();
    carryOut();
}

template <class Stream>
void Connection<Stream>::carryOut()
{
    m_isWaiting = false;
    const std::string body = std::move(m_parser->get().body());
    m_parser.reset();
    m_shared.service.carryOut(m_head, m_admission, body, once([](Connection &self, HttpResponse response) { self.respond(std::move(response)); }));
}

template <class Stream>
void Connection<Stream>::respond(HttpResponse response)
{
    ++m_number;
    m_response = std::move(response);
    m_responseHead = responseHead(m_response, m_keepAlive, SystemClock().wallNow());
    lowest().expires_after(m_shared.limits.writeTime);
    const std::array<asio::const_buffer, 2> parts{asio::buffer(m_responseHead), asio::buffer(m_response.body)};
    asio::async_write(m_stream, parts, then([](Connection &self, std::size_t) { self.endRequest(); }));
}

template <class Stream>
void Connection<Stream>::endRequest()
{
    m_shared.bodies -= std::exchange(m_reserved, 0);
    m_response = {};
    m_head = {};
    if (m_keepAlive)
        awaitRequest(m_shared.limits.idleTime);
    else
        linger();
}

// Answers without reading what is left of the request; the connection ends with it.
template <class Stream>
void Connection<Stream>::refuse(HttpResponse response)
{
    m_keepAlive = false;
    m_isWaiting = true;
    respond(std::move(response));
}

// A socket that is closed over unread bytes takes the answer back from a client that is still sending.
template <class Stream>
void Connection<Stream>::linger()
{
    m_isWaiting = true;
    ErrorCode ignored;
    lowest().socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    lowest().expires_after(m_shared.limits.lingerTime);
    m_buffer.clear();
    drain();
}

template <class Stream>
void Connection<Stream>::drain()
{
    lowest().async_read_some(m_buffer.prepare(kReadChunk), then([](Connection &self, std::size_t size) {
        self.m_drained += size;
        if (self.m_drained > self.m_shared.limits.lingerBytes)
            return self.close();
        self.drain();
    }));
}

} // namespace

std::shared_ptr<HttpConnection> makeConnection(asio::ip::tcp::socket socket, asio::ssl::context *tls, ConnectionShared &shared)
{
    beast::tcp_stream stream(std::move(socket));
    if (tls)
        return std::make_shared<Connection<Tls>>(Tls(std::move(stream), *tls), shared);
    return std::make_shared<Connection<Plain>>(std::move(stream), shared);
}

} // namespace trib::remote
