// One client's connection: requests one after the other, each answered before the next is read; plain or over TLS. The one user of Beast.
#pragma once

#include "core/remote/connection_book.h"
#include "core/remote/http_service.h"

#include <boost/asio/ip/tcp.hpp>

#include <cstddef>
#include <memory>

namespace boost::asio::ssl {
class context;
}

namespace trib::remote {

// What all connections of a server share; outlives them. `service` goes last of all.
struct ConnectionShared {
    const HttpLimits limits;
    HttpService &service;
    ConnectionBook book{limits};
    std::size_t bodies = 0; // bytes of bodies that are being read or answered
};

// `tls` is nullptr for a plain connection.
[[nodiscard]] std::shared_ptr<HttpConnection> makeConnection(
    boost::asio::ip::tcp::socket socket, boost::asio::ssl::context *tls, ConnectionShared &shared);

} // namespace trib::remote
