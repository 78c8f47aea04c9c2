// Url: a strictly parsed http or https URL, and the URL of a proxy. Values; any thread. What a Url holds can be put on the wire as it is:
// no control characters, spaces or non-ASCII in any part, never user info, never a host that a resolver would read as another address.
#pragma once

#include "core/base/result.h"
#include "core/model/engine_error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace trib::torrent {

inline constexpr std::size_t kMaxUrl = 8192; // bytes; what common servers accept

enum class UrlScheme { Http, Https };

struct Url {
    UrlScheme scheme = UrlScheme::Http;
    std::string host;              // a lower-case name, or an address without brackets
    bool isAddress = false;        // the host is an IPv4 or IPv6 address
    std::uint16_t port = 0;
    std::string target;            // path and query, beginning with '/'

    // "host", "host:8080" or "[::1]:8080": without the scheme's own port.
    [[nodiscard]] std::string authority() const;
    // "host:443": always with a port.
    [[nodiscard]] std::string hostAndPort() const;
    [[nodiscard]] std::string text() const;

    bool operator==(const Url &) const = default;
};

// The fragment is dropped, dot segments are removed, characters that may not stand in a URL are percent-encoded, an international host
// becomes its ASCII form. UrlInvalid: another scheme, no host, user info, a port of 0, control characters, a malformed host.
[[nodiscard]] Result<Url> parseUrl(std::string_view text);

// What `reference` (absolute, or relative as in RFC 3986, 4.2) means at `base`. UrlInvalid as above.
[[nodiscard]] Result<Url> resolveUrl(const Url &base, std::string_view reference);

struct ProxyUrl {
    std::string scheme;            // "socks5" or "http"
    std::string host;              // as in Url
    bool isAddress = false;
    std::uint16_t port = 0;
    std::string user;              // percent-decoded; empty: none
    std::string password;

    bool operator==(const ProxyUrl &) const = default;
};

// socks5://[user:password@]host:port or http://[user:password@]host:port, with at most a '/' behind. InvalidSetting otherwise.
[[nodiscard]] Result<ProxyUrl> parseProxyUrl(std::string_view text);

} // namespace trib::torrent
