// Where a fetch may go: which addresses are public, and which redirects are followed (S11). Pure; any thread.
#pragma once

#include "core/torrent/url.h"

#include <boost/asio/ip/address.hpp>

#include <string_view>

namespace trib::torrent {

// An address that anyone on the internet can mean by it. False for loopback, private, link-local, shared (CGNAT), multicast, documentation
// and reserved ranges, and for IPv4 addresses in IPv6 clothes (mapped; 6to4 and NAT64 by what they hold).
[[nodiscard]] bool isPublicAddress(const boost::asio::ip::address &address);

// What can be known without asking a resolver: false for an address that is not public, and for names that are local by definition
// ("localhost", ".local", ".internal", ".home.arpa", names without a dot).
[[nodiscard]] bool isPublicHost(const Url &url);

// Whether a connection for a redirect may go to `address`, when something before it came from a public address.
[[nodiscard]] inline bool mayConnect(bool fromPublic, const boost::asio::ip::address &address)
{
    return !fromPublic || isPublicAddress(address);
}

// Where `location` leads from `from`. UrlRefused: not http or https, malformed, from https to http, or from public to what is not.
[[nodiscard]] Result<Url> followRedirect(const Url &from, bool fromPublic, std::string_view location);

} // namespace trib::torrent
