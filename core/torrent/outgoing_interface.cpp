#include "core/torrent/outgoing_interface.h"

#include <algorithm>
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
        if (!entry->ifa_addr || name != entry->ifa_name)
            continue;
        if (destination.is_v4() && entry->ifa_addr->sa_family == AF_INET) {
            sockaddr_in in{};
            std::memcpy(&in, entry->ifa_addr, sizeof in);
            found.emplace_back(boost::asio::ip::address_v4(ntohl(in.sin_addr.s_addr)));
        } else if (destination.is_v6() && entry->ifa_addr->sa_family == AF_INET6) {
            sockaddr_in6 in{};
            std::memcpy(&in, entry->ifa_addr, sizeof in);
            boost::asio::ip::address_v6::bytes_type bytes;
            std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
            const boost::asio::ip::address_v6 v6(bytes, in.sin6_scope_id);
            (v6.is_link_local() ? linkLocal : found).emplace_back(v6);
        }
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

#else

[[nodiscard]] bool bindToDevice(tcp::socket &, const address &, const std::string &)
{
    return false;
}

#endif

} // namespace

Result<> bindToInterface(tcp::socket &socket, const address &destination, const std::string &interfaces)
{
    if (trimmed(interfaces).empty())
        return success();
    for (const std::string &entry : entries(interfaces)) {
        boost::system::error_code error;
        const bool bracketed = entry.size() > 2 && entry.front() == '[' && entry.back() == ']';
        const address local = boost::asio::ip::make_address(bracketed ? entry.substr(1, entry.size() - 2) : entry, error);
        const bool anyAddress = !error && local.is_unspecified();
        const bool fits = !error && local.is_v4() == destination.is_v4();
        if (error ? bindToDevice(socket, destination, entry) : fits && (anyAddress || bindToAddress(socket, local)))
            return success();
    }
    return failure(EngineErrc::ConnectFailed, "none of the chosen interfaces is there for this address");
}

} // namespace trib::torrent
