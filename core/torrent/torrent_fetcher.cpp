#include "core/torrent/torrent_fetcher.h"

#include "core/torrent/fetch_connection.h"
#include "core/torrent/fetch_exchange.h"
#include "core/torrent/fetch_proxy.h"
#include "core/torrent/fetch_rules.h"
#include "core/torrent/outgoing_interface.h"
#include "core/torrent/url.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <exception>
#include <optional>
#include <utility>

namespace trib::torrent {
namespace {

using Body = std::vector<std::uint8_t>;

constexpr int kFetchesAtOnce = 4; // more wait: dropping fifty URLs must not open fifty connections

// One fetch with all its redirects. Lives on its worker thread.
class Fetch {
public:
    Fetch(FetchPolicy policy, std::function<bool()> isCancelled)
        : m_policy(std::move(policy)), m_limits{std::chrono::steady_clock::now() + m_policy.totalTimeout, m_policy.idleTimeout, std::move(isCancelled)}
    {
    }

    [[nodiscard]] Result<Body> get(const std::string &text);

private:
    [[nodiscard]] Result<HttpAnswer> ask(const Url &url, bool isRedirect);
    [[nodiscard]] Result<std::vector<FetchConnection::Endpoint>> endpoints(const Url &url, bool isRedirect) const;
    [[nodiscard]] std::string request(const Url &url, bool throughHttpProxy) const;

    const FetchPolicy m_policy;
    const FetchLimits m_limits;
    std::optional<ProxyUrl> m_proxy;
    bool m_fromPublic = m_policy.fromPublic; // something on the way came from a public address
};

[[nodiscard]] bool isRedirectStatus(unsigned status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

[[nodiscard]] Result<std::vector<boost::asio::ip::address>> addressesOf(const std::string &host, bool isAddress, const FetchLimits &limits)
{
    if (!isAddress)
        return resolveHost(host, limits);
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(host, error);
    if (error)
        return failure(EngineErrc::UrlInvalid, "not an address");
    return std::vector{address};
}

Result<Body> Fetch::get(const std::string &text)
{
    auto url = parseUrl(text);
    if (url && m_fromPublic && !isPublicHost(*url))
        return failure(EngineErrc::UrlRefused, "a public source names an address that is not");
    if (!m_policy.proxy.empty()) {
        auto proxy = parseProxyUrl(m_policy.proxy);
        if (!proxy) // never around a proxy that was asked for
            return failure(EngineErrc::ConnectFailed, proxy.error().detail);
        m_proxy = std::move(*proxy);
    }
    for (int redirects = 0; url; ++redirects) {
        auto answer = ask(*url, redirects > 0 || m_policy.fromPublic);
        if (!answer)
            return failure(answer.error());
        if (answer->status == 200)
            return std::move(answer->body);
        if (!isRedirectStatus(answer->status) || answer->location.empty())
            return failure(EngineErrc::HttpStatus, url->host + " answered " + std::to_string(answer->status));
        if (redirects == m_policy.maxRedirects)
            return failure(EngineErrc::UrlRefused, "too many redirects");
        url = followRedirect(*url, m_fromPublic, answer->location);
    }
    return failure(url.error());
}

Result<std::vector<FetchConnection::Endpoint>> Fetch::endpoints(const Url &url, bool isRedirect) const
{
    const auto addresses = m_proxy ? addressesOf(m_proxy->host, m_proxy->isAddress, m_limits) : addressesOf(url.host, url.isAddress, m_limits);
    if (!addresses)
        return failure(addresses.error());
    std::vector<FetchConnection::Endpoint> result;
    for (const auto &address : *addresses) {
        if (m_proxy || !isRedirect || mayConnect(m_fromPublic, address))
            result.emplace_back(address, m_proxy ? m_proxy->port : url.port);
    }
    if (result.empty())
        return failure(EngineErrc::UrlRefused, "a redirect from a public address to one that is not");
    return result;
}

std::string Fetch::request(const Url &url, bool throughHttpProxy) const
{
    return "GET " + (throughHttpProxy ? url.text() : url.target) + " HTTP/1.1\r\nHost: " + url.authority()
        + "\r\nUser-Agent: Tributary/" TRIB_VERSION "\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n"
        + (throughHttpProxy ? proxyAuthorization(*m_proxy) : std::string()) + "\r\n";
}

Result<HttpAnswer> Fetch::ask(const Url &url, bool isRedirect)
{
    if (!isAnyInterfaceThere(m_policy.interfaces)) // before a name is looked up, which may leave by another way
        return failure(EngineErrc::ConnectFailed, "none of the chosen interfaces is there");
    const auto where = endpoints(url, isRedirect);
    if (!where)
        return failure(where.error());
    FetchConnection connection(m_limits);
    if (auto connected = connection.connect(*where, m_policy.interfaces); !connected)
        return failure(connected.error());
    boost::system::error_code error;
    const auto remote = connection.socket().remote_endpoint(error);
    m_fromPublic = m_fromPublic || (m_proxy ? isPublicHost(url) : error || isPublicAddress(remote.address()));
    if (m_fromPublic && m_policy.sawPublic)
        *m_policy.sawPublic = true;
    const bool absolute = m_proxy && m_proxy->scheme == "http" && url.scheme == UrlScheme::Http;
    if (m_proxy && !absolute) {
        if (auto opened = openTunnel(connection, *m_proxy, url); !opened)
            return failure(opened.error());
    }
    const std::string text = request(url, absolute);
    return url.scheme == UrlScheme::Https ? exchangeTls(connection, url, m_policy.caFile, text, m_policy.maxSize)
                                          : exchangePlain(connection, text, m_policy.maxSize);
}

// Exceptions of Boost and the allocator end here, at the edge of the thread.
[[nodiscard]] Result<Body> fetchNow(const std::string &url, FetchPolicy policy, std::function<bool()> isCancelled)
{
    try {
        return Fetch(std::move(policy), std::move(isCancelled)).get(url);
    } catch (const std::exception &e) {
        return failure(EngineErrc::ConnectFailed, e.what());
    }
}

} // namespace

class TorrentFetcher::Private {
public:
    Private() { m_pool.setMaxThreadCount(kFetchesAtOnce); }
    ~Private() { m_stopping = true; } // the pool waits for its threads, which notice within a moment

    void start(std::shared_ptr<QPromise<Result<Body>>> promise, std::string url, FetchPolicy policy)
    {
        m_pool.start([this, promise = std::move(promise), url = std::move(url), policy = std::move(policy)] {
            promise->addResult(fetchNow(url, policy, [&] { return m_stopping || promise->isCanceled(); }));
            promise->finish();
        });
    }

private:
    std::atomic<bool> m_stopping = false;
    QThreadPool m_pool; // last: destroyed first, while what its threads read is still there
};

TorrentFetcher::TorrentFetcher()
    : d(std::make_unique<Private>())
{
}

TorrentFetcher::~TorrentFetcher() = default;

QFuture<Result<std::vector<std::uint8_t>>> TorrentFetcher::fetch(std::string url, FetchPolicy policy)
{
    const auto promise = std::make_shared<QPromise<Result<Body>>>();
    promise->start();
    auto future = promise->future();
    d->start(promise, std::move(url), std::move(policy));
    return future;
}

} // namespace trib::torrent
