// FetchConnection: one TCP connection of a fetch, driven step by step. Every step ends by itself: when it is done, after its limit, at
// the end of the whole fetch, or when the fetch is cancelled. Lives on, and blocks, the worker thread of its fetch; owned by it.
#pragma once

#include "core/base/result.h"
#include "core/model/engine_error.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace trib::torrent {

// When a fetch ends whatever it is doing.
struct FetchLimits {
    std::chrono::steady_clock::time_point end;
    std::chrono::milliseconds idle;
    std::function<bool()> isCancelled; // thread-safe

    // Cancelled or TimedOut, once it is; a step that has run since `started` ends after `limit`.
    [[nodiscard]] Result<> check(std::chrono::steady_clock::time_point started, std::chrono::milliseconds limit) const;
};

class FetchConnection {
public:
    using Socket = boost::asio::ip::tcp::socket;
    using Endpoint = boost::asio::ip::tcp::endpoint;

    explicit FetchConnection(const FetchLimits &limits);

    // Connects to the first of `endpoints` that answers, from one of `interfaces` (as network/interfaces). ConnectFailed, TimedOut, Cancelled.
    [[nodiscard]] Result<> connect(const std::vector<Endpoint> &endpoints, const std::string &interfaces);

    [[nodiscard]] Socket &socket() { return m_socket; }
    [[nodiscard]] Result<> write(const std::string &bytes);
    [[nodiscard]] Result<std::string> readExactly(std::size_t size);

    // Starts one asynchronous operation and waits for it. `start` gets the completion handler, (error) or (error, size). The error of
    // the operation itself comes as a value: boost's code and the size. TimedOut and Cancelled close the socket.
    struct Step {
        boost::system::error_code error;
        std::size_t size = 0;
    };
    template <class Start>
    [[nodiscard]] Result<Step> run(Start start)
    {
        return run(std::move(start), m_limits.idle);
    }
    template <class Start>
    [[nodiscard]] Result<Step> run(Start start, std::chrono::milliseconds limit)
    {
        if (auto state = m_limits.check(std::chrono::steady_clock::now(), limit); !state) // steps that are quick add up
            return failure(state.error());
        std::optional<Step> done;
        start([&done](boost::system::error_code error, std::size_t size = 0) { done = Step{error, size}; });
        const Result<> ended = drive([&done] { return done.has_value(); }, limit);
        return ended ? Result<Step>(*done) : failure(ended.error());
    }

private:
    [[nodiscard]] Result<> drive(const std::function<bool()> &isDone, std::chrono::milliseconds limit);
    [[nodiscard]] Result<> tryEndpoint(const Endpoint &endpoint, const std::string &interfaces, std::chrono::milliseconds limit);

    const FetchLimits &m_limits;
    boost::asio::io_context m_io;
    Socket m_socket;
};

// The addresses of `host`. On a thread that is left behind when the fetch ends first: the system's resolver cannot be interrupted.
[[nodiscard]] Result<std::vector<boost::asio::ip::address>> resolveHost(const std::string &host, const FetchLimits &limits);

} // namespace trib::torrent
