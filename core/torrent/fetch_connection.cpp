#include "core/torrent/fetch_connection.h"

#include "core/torrent/outgoing_interface.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace trib::torrent {
namespace {

using std::chrono::steady_clock;

// How soon a cancelled fetch notices: only while one is under way.
constexpr std::chrono::milliseconds kPoll{50};
// For one of several addresses: a dead one must not use up the time of the others.
constexpr std::chrono::milliseconds kOneOfSeveral{8000};

[[nodiscard]] Failure connectFailed(std::string why)
{
    return failure(EngineErrc::ConnectFailed, std::move(why));
}

struct Lookup {
    std::mutex mutex;
    std::condition_variable changed;
    bool done = false;
    boost::system::error_code error;
    std::vector<boost::asio::ip::address> addresses;
};

void lookUp(const std::string &host, const std::shared_ptr<Lookup> &lookup)
{
    boost::asio::io_context io;
    boost::asio::ip::tcp::resolver resolver(io);
    boost::system::error_code error;
    std::vector<boost::asio::ip::address> addresses;
    for (const auto &entry : resolver.resolve(host, "", boost::asio::ip::resolver_base::flags(), error))
        addresses.push_back(entry.endpoint().address());
    const std::lock_guard lock(lookup->mutex);
    lookup->addresses = std::move(addresses);
    lookup->error = error;
    lookup->done = true;
    lookup->changed.notify_all();
}

} // namespace

Result<> FetchLimits::check(steady_clock::time_point started, std::chrono::milliseconds limit) const
{
    if (isCancelled())
        return failure(EngineErrc::Cancelled);
    const auto now = steady_clock::now();
    if (now >= end)
        return failure(EngineErrc::TimedOut, "the whole fetch took too long");
    if (now - started >= limit)
        return failure(EngineErrc::TimedOut, "no answer in time");
    return success();
}

FetchConnection::FetchConnection(const FetchLimits &limits)
    : m_limits(limits), m_socket(m_io)
{
}

Result<> FetchConnection::drive(const std::function<bool()> &isDone, std::chrono::milliseconds limit)
{
    const auto started = steady_clock::now();
    Result<> state = success();
    while (!isDone()) {
        m_io.restart();
        m_io.run_one_for(kPoll);
        if (isDone() || !state)
            continue;
        state = m_limits.check(started, limit);
        if (!state) {
            boost::system::error_code ignored; // closing is what makes the operation end
            m_socket.close(ignored);
        }
    }
    return state;
}

Result<> FetchConnection::tryEndpoint(const Endpoint &endpoint, const std::string &interfaces, std::chrono::milliseconds limit)
{
    boost::system::error_code error;
    m_socket.close(error);
    m_socket.open(endpoint.protocol(), error);
    if (error)
        return connectFailed("no socket: " + error.message());
    if (auto bound = bindToInterface(m_socket, endpoint.address(), interfaces); !bound)
        return bound;
    const auto step = run([&](auto handler) { m_socket.async_connect(endpoint, std::move(handler)); }, limit);
    if (!step)
        return failure(step.error());
    return step->error ? Result<>(connectFailed("no connection: " + step->error.message())) : success();
}

Result<> FetchConnection::connect(const std::vector<Endpoint> &endpoints, const std::string &interfaces)
{
    Result<> last = connectFailed("no address");
    for (const Endpoint &endpoint : endpoints) {
        const bool isLast = &endpoint == &endpoints.back();
        last = tryEndpoint(endpoint, interfaces, isLast ? m_limits.idle : std::min(m_limits.idle, kOneOfSeveral));
        if (last || !m_limits.check(steady_clock::now(), m_limits.idle))
            return last;
    }
    return last;
}

Result<> FetchConnection::write(const std::string &bytes)
{
    const auto step = run([&](auto handler) { boost::asio::async_write(m_socket, boost::asio::buffer(bytes), std::move(handler)); });
    if (!step)
        return failure(step.error());
    return step->error ? Result<>(connectFailed("the connection ended: " + step->error.message())) : success();
}

Result<std::string> FetchConnection::readExactly(std::size_t size)
{
    std::string bytes(size, '\0');
    const auto step = run([&](auto handler) { boost::asio::async_read(m_socket, boost::asio::buffer(bytes), std::move(handler)); });
    if (!step)
        return failure(step.error());
    if (step->error)
        return connectFailed("the connection ended: " + step->error.message());
    return bytes;
}

Result<std::vector<boost::asio::ip::address>> resolveHost(const std::string &host, const FetchLimits &limits)
{
    const auto lookup = std::make_shared<Lookup>();
    std::thread(lookUp, host, lookup).detach();
    const auto started = steady_clock::now();
    std::unique_lock lock(lookup->mutex);
    while (!lookup->changed.wait_for(lock, kPoll, [&] { return lookup->done; })) {
        if (auto state = limits.check(started, limits.idle); !state)
            return failure(state.error());
    }
    if (lookup->error || lookup->addresses.empty())
        return connectFailed("the host was not found: " + lookup->error.message());
    return std::move(lookup->addresses);
}

} // namespace trib::torrent
