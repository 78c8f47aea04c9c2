// The handshakes with a proxy: SOCKS 5 (RFC 1928, RFC 1929) and HTTP CONNECT. The proxy resolves host names. Used on a fetch's thread.
#pragma once

#include "core/torrent/fetch_connection.h"
#include "core/torrent/url.h"

namespace trib::torrent {

// Afterwards `connection`, which is connected to the proxy, is a pipe to the host of `url`. ConnectFailed, TimedOut, Cancelled.
[[nodiscard]] Result<> openTunnel(FetchConnection &connection, const ProxyUrl &proxy, const Url &url);

// "Proxy-Authorization: Basic ...\r\n", or nothing for a proxy without a user.
[[nodiscard]] std::string proxyAuthorization(const ProxyUrl &proxy);

} // namespace trib::torrent
