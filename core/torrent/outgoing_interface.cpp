#include "core/torrent/outgoing_interface.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#if __has_include(<ifaddrs.h>)
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>
#include <memory>
#endif

namespace trib::torrent {
namespace {

using boost::asio::ip::address;
using boost::asio::ip::tcp;

[[nodiscard]] std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

[[nodiscard]] std::vector<std::string> entries(std::string_view interfaces)
{
    std::vector<std::string> result;
    while (!interfaces.empty()) {
        const std::string_view entry = interfaces.substr(0, interfaces.find(','));
        interfaces.remove_prefix(std::min(entry.size() + 1, interfaces.size()));
        if (const std::string_view name = trimmed(entry); !name.empty())
            result.emplace_back(name);
    }
    return result;
}

[[nodiscard]] bool bindToAddress(tcp::socket &socket, const address &local)
{
    boost::system::error_code error;
    socket.bind(tcp::endpoint(local, 0), error);
    return !error;
}

#if __has_include(<ifaddrs.h>)

[[nodiscard]] std::optional<address> addressOf(const sockaddr *raw)
{
    if (raw && raw->sa_family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, raw, sizeof in);
        return boost::asio::ip::address_v4(ntohl(in.sin_addr.s_addr));
    }
    if (raw && raw->sa_family == AF_INET6) {
        sockaddr_in6 in{};
        std::memcpy(&in, raw, sizeof in);
        boost::asio::ip::address_v6::bytes_type bytes;
        std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
        return boost::asio::ip::address_v6(bytes, in.sin6_scope_id);
    }
    return std::nullopt;
}

// The addresses of the interface `name` in the family of `destination`; link-local ones last, as they reach the link alone.
[[nodiscard]] std::vector<address> addressesOf(const std::string &name, const address &destination)
{
    ifaddrs *raw = nullptr;
    if (getifaddrs(&raw) != 0)
        return {};
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> all(raw, &freeifaddrs);
    std::vector<address> found;
    std::vector<address> linkLocal;
    for (const ifaddrs *entry = all.get(); entry; entry = entry->ifa_next) {
        const auto own = name == entry->ifa_name ? addressOf(entry->ifa_addr) : std::nullopt;
        if (own && own->is_v4() == destination.is_v4())
            (own->is_v6() && own->to_v6().is_link_local() ? linkLocal : found).push_back(*own);
    }
    found.insert(found.end(), linkLocal.begin(), linkLocal.end());
    return found;
}

// By the device where the system allows it (its traffic then cannot leave elsewhere), else by an address of the device.
[[nodiscard]] bool bindToDevice(tcp::socket &socket, const address &destination, const std::string &name)
{
    if (if_nametoindex(name.c_str()) == 0)
        return false;
    const std::vector<address> locals = addressesOf(name, destination);
    if (locals.empty())
        return false;
#ifdef SO_BINDTODEVICE
    if (setsockopt(socket.native_handle(), SOL_SOCKET, SO_BINDTODEVICE, name.c_str(), static_cast<socklen_t>(name.size() + 1)) == 0)
        return true;
#endif
    return bindToAddress(socket, locals.front());
}

// The interface called `name`, or the one that has the address `wanted`, is up, connected, and has an address.
[[nodiscard]] bool isThere(const std::string &name, const std::optional<address> &wanted)
{
    ifaddrs *raw = nullptr;
    if (getifaddrs(&raw) != 0)
        return false;
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> all(raw, &freeifaddrs);
    constexpr unsigned kRuns = IFF_UP | IFF_RUNNING;
    for (const ifaddrs *entry = all.get(); entry; entry = entry->ifa_next) {
        const auto own = (entry->ifa_flags & kRuns) == kRuns ? addressOf(entry->ifa_addr) : std::nullopt;
        if (own && (wanted ? *own == *wanted : name == entry->ifa_name))
            return true;
    }
    return false;
}

#else

[[nodiscard]] bool bindToDevice(tcp::socket &, const address &, const std::string &)
{
    return false;
}

// Cannot be known here: sockets that are bound to it fail by themselves.
[[nodiscard]] bool isThere(const std::string &, const std::optional<address> &)
{
    return true;
}

#endif

[[nodiscard]] std::optional<address> entryAddress(const std::string &entry)
{
    const bool bracketed = entry.size() > 2 && entry.front() == '[' && entry.back() == ']';
    boost::system::error_code error;
    const address local = boost::asio::ip::make_address(bracketed ? entry.substr(1, entry.size() - 2) : entry, error);
    return error ? std::nullopt : std::optional(local);
}

} // namespace

Result<> bindToInterface(tcp::socket &socket, const address &destination, const std::string &interfaces)
{
    if (trimmed(interfaces).empty())
        return success();
    for (const std::string &entry : entries(interfaces)) {
        const std::optional<address> local = entryAddress(entry);
        const bool fits = local && local->is_v4() == destination.is_v4();
        if (local ? fits && (local->is_unspecified() || bindToAddress(socket, *local)) : bindToDevice(socket, destination, entry))
            return success();
    }
    return failure(EngineErrc::ConnectFailed, "none of the chosen interfaces is there for this address");
}

bool isAnyInterfaceThere(const std::string &interfaces)
{
    const std::vector<std::string> all = entries(interfaces);
    return all.empty() || std::any_of(all.begin(), all.end(), [](const std::string &entry) {
        const std::optional<address> local = entryAddress(entry);
        return (local && (local->is_unspecified() || local->is_loopback())) || isThere(entry, local);
    });
}

} // namespace trib::torrent
