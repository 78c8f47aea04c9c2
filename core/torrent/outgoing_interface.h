// Binds a socket to the interface or address that the user chose, so that nothing leaves by another way (a VPN that went down).
#pragma once

#include "core/base/result.h"
#include "core/model/engine_error.h"

#include <boost/asio/ip/tcp.hpp>

#include <string>

namespace trib::torrent {

// `interfaces` as network/interfaces: addresses and interface names with commas between; empty binds nothing. The first entry that is
// there and fits the family of `destination` is used. ConnectFailed when none is: never another way out.
[[nodiscard]] Result<> bindToInterface(boost::asio::ip::tcp::socket &socket, const boost::asio::ip::address &destination,
                                       const std::string &interfaces);

// Whether at least one of them is there: an interface that is up and has an address, or an address that such an interface has. True for
// no interfaces: then any will do.
[[nodiscard]] bool isAnyInterfaceThere(const std::string &interfaces);

} // namespace trib::torrent
