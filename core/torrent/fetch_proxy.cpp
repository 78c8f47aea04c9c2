#include "core/torrent/fetch_proxy.h"

#include <QByteArray>

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/read_until.hpp>

#include <cstdint>

namespace trib::torrent {
namespace {

constexpr std::size_t kMaxAnswer = 16384;
constexpr char kSocksVersion = 5;
constexpr char kNoAuthentication = 0;
constexpr char kUserAndPassword = 2;
constexpr char kAddress4 = 1;
constexpr char kName = 3;
constexpr char kAddress6 = 4;

[[nodiscard]] Failure proxyFailed(const char *why)
{
    return failure(EngineErrc::ConnectFailed, std::string("proxy: ") + why);
}

[[nodiscard]] std::string counted(const std::string &text)
{
    return static_cast<char>(text.size()) + text;
}

[[nodiscard]] std::string bytesOf(const boost::asio::ip::address &address)
{
    if (address.is_v4()) {
        const auto bytes = address.to_v4().to_bytes();
        return std::string(bytes.begin(), bytes.end());
    }
    const auto bytes = address.to_v6().to_bytes();
    return std::string(bytes.begin(), bytes.end());
}

[[nodiscard]] std::string connectRequest(const Url &url)
{
    std::string request{kSocksVersion, 1, 0};
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(url.host, error);
    if (error)
        request += kName + counted(url.host);
    else
        request += (address.is_v4() ? kAddress4 : kAddress6) + bytesOf(address);
    request += static_cast<char>(url.port >> 8);
    request += static_cast<char>(url.port & 0xFF);
    return request;
}

[[nodiscard]] Result<std::string> ask(FetchConnection &connection, const std::string &question, std::size_t answerSize)
{
    if (auto written = connection.write(question); !written)
        return failure(written.error());
    return connection.readExactly(answerSize);
}

[[nodiscard]] Result<> authenticate(FetchConnection &connection, const ProxyUrl &proxy)
{
    const bool withUser = !proxy.user.empty();
    const std::string greeting = withUser ? std::string{kSocksVersion, 2, kNoAuthentication, kUserAndPassword}
                                          : std::string{kSocksVersion, 1, kNoAuthentication};
    const auto chosen = ask(connection, greeting, 2);
    if (!chosen)
        return failure(chosen.error());
    if (chosen->at(0) != kSocksVersion)
        return proxyFailed("does not speak SOCKS 5");
    if (chosen->at(1) == kNoAuthentication)
        return success();
    if (chosen->at(1) != kUserAndPassword || !withUser)
        return proxyFailed("wants a way of authentication that is not offered");
    const auto verdict = ask(connection, '\1' + counted(proxy.user) + counted(proxy.password), 2);
    if (!verdict)
        return failure(verdict.error());
    return verdict->at(1) == 0 ? success() : Result<>(proxyFailed("user name or password refused"));
}

// The answer names the address that the proxy bound: read, so that the stream begins behind it, and not used.
[[nodiscard]] Result<> skipBoundAddress(FetchConnection &connection, char type)
{
    std::size_t size = type == kAddress4 ? 4 : type == kAddress6 ? 16 : 0;
    if (type == kName) {
        const auto length = connection.readExactly(1);
        if (!length)
            return failure(length.error());
        size = static_cast<std::uint8_t>(length->front());
    } else if (size == 0) {
        return proxyFailed("malformed answer");
    }
    const auto rest = connection.readExactly(size + 2);
    return rest ? success() : Result<>(failure(rest.error()));
}

[[nodiscard]] Result<> openSocks5(FetchConnection &connection, const ProxyUrl &proxy, const Url &url)
{
    if (auto authenticated = authenticate(connection, proxy); !authenticated)
        return authenticated;
    const auto answer = ask(connection, connectRequest(url), 4);
    if (!answer)
        return failure(answer.error());
    if (answer->at(0) != kSocksVersion || answer->at(1) != 0)
        return proxyFailed("cannot connect to the host");
    return skipBoundAddress(connection, answer->at(3));
}

// "HTTP/1.1 200 ...": the proxy has connected.
[[nodiscard]] bool isSuccess(const std::string &answer)
{
    return answer.size() > 12 && answer.starts_with("HTTP/1.") && answer[8] == ' ' && answer[9] == '2' && (answer[12] == ' ' || answer[12] == '\r');
}

[[nodiscard]] Result<> openHttp(FetchConnection &connection, const ProxyUrl &proxy, const Url &url)
{
    const std::string request = "CONNECT " + url.hostAndPort() + " HTTP/1.1\r\nHost: " + url.hostAndPort() + "\r\n" + proxyAuthorization(proxy) + "\r\n";
    if (auto written = connection.write(request); !written)
        return written;
    std::string answer;
    const auto step = connection.run([&](auto handler) {
        boost::asio::async_read_until(connection.socket(), boost::asio::dynamic_buffer(answer, kMaxAnswer), "\r\n\r\n", std::move(handler));
    });
    if (!step)
        return failure(step.error());
    if (step->error || !isSuccess(answer))
        return proxyFailed("cannot connect to the host");
    // The host speaks only after it was spoken to: more bytes are somebody else's.
    return step->size == answer.size() ? success() : Result<>(proxyFailed("malformed answer"));
}

} // namespace

Result<> openTunnel(FetchConnection &connection, const ProxyUrl &proxy, const Url &url)
{
    return proxy.scheme == "socks5" ? openSocks5(connection, proxy, url) : openHttp(connection, proxy, url);
}

std::string proxyAuthorization(const ProxyUrl &proxy)
{
    if (proxy.user.empty())
        return {};
    return "Proxy-Authorization: Basic " + QByteArray::fromStdString(proxy.user + ":" + proxy.password).toBase64().toStdString() + "\r\n";
}

} // namespace trib::torrent
