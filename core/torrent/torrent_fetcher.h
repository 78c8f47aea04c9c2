// TorrentFetcher: downloads a .torrent by http or https, through the bound interface and the proxy. Any one thread; the work is done on up
// to four threads of its own, more fetches wait for one of these. Rules (S7, S11): certificates are checked always; at most 5 redirects, to
// http or https only, never from https to http, never from a public address to a private, loopback or link-local one (the address that is
// connected to counts; behind a proxy, which resolves names, the name); at most maxSize; 30 s without a byte or 120 s in all end it.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <QFuture>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace trib::torrent {

struct FetchPolicy {
    std::string interfaces;    // as network/interfaces; empty: any
    std::string proxy;         // as network/proxy; empty: none. Host names are resolved by the proxy
    std::string caFile;        // PEM file of trusted certificates; empty: the system's
    Bytes maxSize{10 << 20};
    std::chrono::milliseconds idleTimeout{30'000};
    std::chrono::milliseconds totalTimeout{120'000};
    int maxRedirects = 5;
    bool fromPublic = false;   // something from a public address named the URL: it is followed as a redirect from there would be
    std::shared_ptr<std::atomic<bool>> sawPublic; // becomes true before the answer, if anything came from a public address
};

class TorrentFetcher {
public:
    TorrentFetcher();
    ~TorrentFetcher(); // what is under way or waiting answers Cancelled

    // Cancelling the future ends the fetch. UrlInvalid, UrlRefused, ConnectFailed, TlsFailed, HttpStatus, ResponseTooLarge, TimedOut, Cancelled.
    [[nodiscard]] QFuture<Result<std::vector<std::uint8_t>>> fetch(std::string url, FetchPolicy policy);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trib::torrent
