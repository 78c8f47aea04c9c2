#include "core/torrent/peer_filter.h"

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>

namespace trib::torrent {
namespace {

using IpAddress = boost::asio::ip::address;

[[nodiscard]] std::optional<IpAddress> parsedAddress(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    boost::system::error_code invalid;
    const IpAddress address = boost::asio::ip::make_address(std::string(text), invalid);
    if (invalid || address.is_unspecified())
        return std::nullopt;
    return address;
}

[[nodiscard]] std::set<IpAddress> bannedAddresses(std::string_view list)
{
    std::set<IpAddress> addresses;
    while (!list.empty()) {
        const std::string_view one = list.substr(0, list.find(','));
        list.remove_prefix(std::min(one.size() + 1, list.size()));
        if (const auto address = parsedAddress(one); address && addresses.size() < kMaxBanned)
            addresses.insert(*address);
    }
    return addresses;
}

// An IPv6 address with another interface identifier, its lower half; an IPv4 address as it is.
[[nodiscard]] IpAddress withInterface(const IpAddress &address, std::uint8_t each)
{
    if (address.is_v4())
        return address;
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + bytes.size() / 2, bytes.end(), each);
    return boost::asio::ip::address_v6(bytes);
}

} // namespace

void addPeers(lt::ip_filter &filter, const settings::NetworkSettings &network, const std::set<lt::address> &corrupters)
{
    for (const IpAddress &address : bannedAddresses(network.bannedPeers))
        filter.add_rule(address, address, lt::ip_filter::blocked);
    for (const IpAddress &address : corrupters)
        filter.add_rule(withInterface(address, 0x00), withInterface(address, 0xff), lt::ip_filter::blocked);
}

Result<std::string> withBanned(std::string_view banned, const std::vector<std::string> &addresses)
{
    std::set<IpAddress> all = bannedAddresses(banned);
    for (const std::string &text : addresses) {
        const auto address = parsedAddress(text);
        if (!address)
            return failure(EngineErrc::InvalidSetting, "not an address: " + text.substr(0, 64));
        all.insert(*address);
    }
    if (all.size() > kMaxBanned)
        return failure(EngineErrc::InvalidSetting, "too many banned peers");
    std::string list;
    for (const IpAddress &address : all)
        list.append(list.empty() ? "" : ",").append(address.to_string());
    return list;
}

} // namespace trib::torrent
