#include "core/torrent/fetch_rules.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace trib::torrent {
namespace {

using boost::asio::ip::address;
using boost::asio::ip::address_v4;
using boost::asio::ip::address_v6;

struct Range4 {
    std::uint32_t first;
    int bits;
};

// IANA's IPv4 special-purpose registry, what is not globally reachable, with multicast and the reserved 240.0.0.0/4.
constexpr Range4 kNotPublic4[] = {
    {0x00000000, 8},  // 0.0.0.0/8: this network
    {0x0A000000, 8},  // 10.0.0.0/8: private
    {0x64400000, 10}, // 100.64.0.0/10: shared by carriers' NAT
    {0x7F000000, 8},  // 127.0.0.0/8: loopback
    {0xA9FE0000, 16}, // 169.254.0.0/16: link-local
    {0xAC100000, 12}, // 172.16.0.0/12: private
    {0xC0000000, 24}, // 192.0.0.0/24: protocol assignments
    {0xC0000200, 24}, // 192.0.2.0/24: documentation
    {0xC0586300, 24}, // 192.88.99.0/24: 6to4 relays
    {0xC0A80000, 16}, // 192.168.0.0/16: private
    {0xC6120000, 15}, // 198.18.0.0/15: benchmarks
    {0xC6336400, 24}, // 198.51.100.0/24: documentation
    {0xCB007100, 24}, // 203.0.113.0/24: documentation
    {0xE0000000, 3},  // 224.0.0.0/3: multicast and reserved
};

[[nodiscard]] bool isPublic(const address_v4 &v4)
{
    const std::uint32_t value = v4.to_uint();
    return std::none_of(std::begin(kNotPublic4), std::end(kNotPublic4),
                        [&](const Range4 &range) { return (value ^ range.first) >> (32 - range.bits) == 0; });
}

[[nodiscard]] address_v4 embedded(const address_v6::bytes_type &bytes, std::size_t at)
{
    return address_v4({bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]});
}

[[nodiscard]] bool startsWith(const address_v6::bytes_type &bytes, std::initializer_list<std::uint8_t> prefix)
{
    return std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

// Only 2000::/3 is handed out; of that, documentation, benchmarks, Teredo and ORCHID are not places to connect to.
[[nodiscard]] bool isPublic(const address_v6 &v6)
{
    const auto bytes = v6.to_bytes();
    if (startsWith(bytes, {0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) // 64:ff9b::/96: NAT64
        return isPublic(embedded(bytes, 12));
    if (startsWith(bytes, {0x20, 0x02})) // 2002::/16: 6to4
        return isPublic(embedded(bytes, 2));
    const bool protocol = startsWith(bytes, {0x20, 0x01}) && bytes[2] < 2;           // 2001::/23: Teredo, ORCHID, benchmarks
    const bool documentation = startsWith(bytes, {0x20, 0x01, 0x0D, 0xB8})          // 2001:db8::/32
        || (startsWith(bytes, {0x3F, 0xFF}) && bytes[2] < 0x10);                     // 3fff::/20
    return (bytes[0] & 0xE0) == 0x20 && !protocol && !documentation;
}

[[nodiscard]] Failure refused(const char *why)
{
    return failure(EngineErrc::UrlRefused, why);
}

} // namespace

bool isPublicAddress(const address &where)
{
    return where.is_v4() ? isPublic(where.to_v4()) : isPublic(where.to_v6());
}

bool isPublicHost(const Url &url)
{
    if (url.isAddress) {
        boost::system::error_code error;
        const auto where = boost::asio::ip::make_address(url.host, error);
        return !error && isPublicAddress(where);
    }
    const std::string_view host = url.host;
    static constexpr std::array<std::string_view, 7> kLocal{".localhost", ".local", ".localdomain", ".internal", ".lan", ".home", ".home.arpa"};
    return host.find('.') != std::string_view::npos
        && std::none_of(kLocal.begin(), kLocal.end(), [&](std::string_view suffix) { return host.ends_with(suffix); });
}

Result<Url> followRedirect(const Url &from, bool fromPublic, std::string_view location)
{
    auto to = resolveUrl(from, location);
    if (!to)
        return refused("a redirect to what is no http or https URL");
    if (from.scheme == UrlScheme::Https && to->scheme == UrlScheme::Http)
        return refused("a redirect from https to http");
    if (fromPublic && !isPublicHost(*to))
        return refused("a redirect from a public address to one that is not");
    return to;
}

} // namespace trib::torrent
