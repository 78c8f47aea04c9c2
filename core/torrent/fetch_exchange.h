// One HTTP request and its answer, plain or over TLS, with every size limited before it is buffered. Used on a fetch's thread.
#pragma once

#include "core/base/bytes.h"
#include "core/torrent/fetch_connection.h"
#include "core/torrent/url.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trib::torrent {

struct HttpAnswer {
    unsigned status = 0;
    std::string location;            // of a redirect; empty: none
    std::vector<std::uint8_t> body;  // of a 200 alone: others are not read
};

// Sends `request` and reads the answer. ConnectFailed, HttpStatus (no HTTP at all), ResponseTooLarge, TimedOut, Cancelled.
[[nodiscard]] Result<HttpAnswer> exchangePlain(FetchConnection &connection, const std::string &request, Bytes maxBody);

// The same within TLS 1.2 or newer. The certificate must be valid, for the host of `url`, and lead to one in `caFile` (PEM; empty: the
// system's certificates). TlsFailed besides.
[[nodiscard]] Result<HttpAnswer> exchangeTls(FetchConnection &connection, const Url &url, const std::string &caFile,
                                             const std::string &request, Bytes maxBody);

} // namespace trib::torrent
