#include "core/remote/request_guard.h"

#include "core/base/ascii.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <optional>
#include <string_view>

namespace trib::remote {
namespace {

constexpr std::uint16_t kHttpPort = 80;
constexpr std::uint16_t kHttpsPort = 443;

[[nodiscard]] std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), toLowerAscii);
    return lower;
}

// "https://host:port" of an origin or an URL; nullopt for anything else, "null" among it.
[[nodiscard]] std::optional<std::string> hostOf(std::string_view url)
{
    const std::size_t scheme = startsWithNoCase(url, "http://") ? 7 : startsWithNoCase(url, "https://") ? 8 : 0;
    if (scheme == 0)
        return std::nullopt;
    url.remove_prefix(scheme);
    const std::string_view host = url.substr(0, url.find_first_of("/?#"));
    return lowered(host);
}

[[nodiscard]] bool hasPort(const std::string &name)
{
    const std::size_t colon = name.rfind(':');
    return colon != std::string::npos && name.find(']', colon) == std::string::npos;
}

// As it stands in a Host header; empty for what is no address of one machine.
[[nodiscard]] std::string literalOf(const std::string &address)
{
    boost::system::error_code error;
    const auto parsed = boost::asio::ip::make_address(address, error);
    if (error || parsed.is_unspecified())
        return {};
    return parsed.is_v6() ? "[" + parsed.to_string() + "]" : parsed.to_string();
}

} // namespace

RequestGuard::RequestGuard(const std::vector<std::string> &hostNames, const std::string &address, std::uint16_t port)
{
    const std::string ourPort = ":" + std::to_string(port);
    for (const std::string &name : {std::string("127.0.0.1"), std::string("localhost"), std::string("[::1]"), literalOf(address)}) {
        if (name.empty())
            continue;
        m_hosts.push_back(name + ourPort);
        if (port == kHttpPort || port == kHttpsPort)
            m_hosts.push_back(name); // browsers leave the scheme's own port out
    }
    for (const std::string &name : hostNames) {
        m_hosts.push_back(lowered(name));
        if (!hasPort(name))
            m_hosts.push_back(lowered(name) + ourPort);
    }
}

bool RequestGuard::isOurs(const std::string &host) const
{
    return std::find(m_hosts.begin(), m_hosts.end(), host) != m_hosts.end();
}

const char *RequestGuard::refusal(const RequestHead &head) const
{
    const std::string *host = head.header("host");
    if (!host || !isOurs(lowered(*host)))
        return "This host name is not one of the server's.";
    constexpr const char *kForeign = "The request comes from another site.";
    if (const std::string *site = head.header("sec-fetch-site"); site && *site != "same-origin" && *site != "none")
        return kForeign;
    const std::string *source = head.header("origin");
    if (!source)
        source = head.header("referer");
    if (source && hostOf(*source) != lowered(*host))
        return kForeign;
    return nullptr;
}

} // namespace trib::remote
