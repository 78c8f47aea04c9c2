#include "core/torrent/address_lines.h"

#include <boost/asio/ip/address_v6.hpp>

#include <charconv>
#include <optional>
#include <variant>

namespace trib::torrent {
namespace {

constexpr int kLetInFrom = 128; // eMule's access level

using Address = std::variant<std::uint32_t, Bytes6>;

[[nodiscard]] std::string_view stripped(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

[[nodiscard]] std::optional<int> decimalOf(std::string_view text, int most)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || value < 0 || value > most)
        return std::nullopt;
    return value;
}

// Four decimal numbers; leading zeros mean nothing here ("001.002.003.004" is how eMule writes it).
[[nodiscard]] std::optional<std::uint32_t> parse4(std::string_view text)
{
    std::uint32_t address = 0;
    for (int part = 0; part < 4; ++part) {
        const auto dot = part < 3 ? text.find('.') : text.size();
        if (dot == std::string_view::npos || dot > 3)
            return std::nullopt;
        const auto number = decimalOf(text.substr(0, dot), 255);
        if (!number)
            return std::nullopt;
        address = address << 8 | static_cast<std::uint32_t>(*number);
        text.remove_prefix(part < 3 ? dot + 1 : dot);
    }
    return address;
}

// An IPv4 address in IPv6 clothes is one.
[[nodiscard]] std::optional<Address> parseAddress(std::string_view text)
{
    text = stripped(text);
    if (const auto v4 = parse4(text))
        return Address(*v4);
    if (text.size() > 45 || text.find(':') == std::string_view::npos)
        return std::nullopt;
    boost::system::error_code error;
    const auto v6 = boost::asio::ip::make_address_v6(std::string(text), error);
    if (error || v6.scope_id() != 0)
        return std::nullopt;
    const Bytes6 bytes = v6.to_bytes();
    if (v6.is_v4_mapped())
        return Address(std::uint32_t{bytes[12]} << 24 | std::uint32_t{bytes[13]} << 16 | std::uint32_t{bytes[14]} << 8 | bytes[15]);
    return Address(bytes);
}

[[nodiscard]] bool append(const std::optional<Address> &first, const std::optional<Address> &last, AddressRanges &ranges)
{
    if (!first || !last || first->index() != last->index() || *last < *first)
        return false;
    if (const auto *v4 = std::get_if<std::uint32_t>(&*first))
        ranges.v4.emplace_back(*v4, std::get<std::uint32_t>(*last));
    else
        ranges.v6.emplace_back(std::get<Bytes6>(*first), std::get<Bytes6>(*last));
    return true;
}

[[nodiscard]] bool appendNetwork(const Address &address, std::string_view length, AddressRanges &ranges)
{
    const auto *v4 = std::get_if<std::uint32_t>(&address);
    const auto bits = decimalOf(stripped(length), v4 ? 32 : 128);
    if (!bits)
        return false;
    if (v4) {
        const std::uint32_t host = *bits == 0 ? 0xFFFFFFFF : static_cast<std::uint32_t>((std::uint64_t{1} << (32 - *bits)) - 1);
        ranges.v4.emplace_back(*v4 & ~host, *v4 | host);
        return true;
    }
    Bytes6 first = std::get<Bytes6>(address);
    Bytes6 last = first;
    for (int bit = *bits; bit < 128; ++bit) {
        const auto mask = static_cast<std::uint8_t>(0x80 >> bit % 8);
        first[static_cast<std::size_t>(bit / 8)] &= static_cast<std::uint8_t>(~mask);
        last[static_cast<std::size_t>(bit / 8)] |= mask;
    }
    ranges.v6.emplace_back(first, last);
    return true;
}

[[nodiscard]] bool readRange(std::string_view text, AddressRanges &ranges)
{
    const auto dash = text.find('-');
    return dash != std::string_view::npos && append(parseAddress(text.substr(0, dash)), parseAddress(text.substr(dash + 1)), ranges);
}

// "1.2.3.0/24", "1.2.3.4-1.2.3.9", "1.2.3.4", with a comment behind.
[[nodiscard]] bool readPlain(std::string_view line, AddressRanges &ranges)
{
    const std::string_view text = stripped(line.substr(0, line.find_first_of("#;")));
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        const auto address = parseAddress(text.substr(0, slash));
        return address && appendNetwork(*address, text.substr(slash + 1), ranges);
    }
    const auto single = parseAddress(text);
    return single ? append(single, single, ranges) : readRange(text, ranges);
}

// "1.2.3.4 - 1.2.3.9 , 100 , name"
[[nodiscard]] std::optional<LineKind> readDat(std::string_view line, AddressRanges &ranges)
{
    const auto comma = line.find(',');
    if (comma == std::string_view::npos)
        return std::nullopt;
    const std::string_view behind = line.substr(comma + 1);
    const auto level = decimalOf(stripped(behind.substr(0, behind.find(','))), 1'000'000);
    AddressRanges own;
    if (!level || !readRange(line.substr(0, comma), own))
        return std::nullopt;
    if (*level >= kLetInFrom)
        return LineKind::Nothing;
    ranges.append(own);
    return LineKind::Range;
}

// "name:1.2.3.4-1.2.3.9": the name may hold anything, colons too, and so does an IPv6 address: the longest one is meant.
[[nodiscard]] bool readP2p(std::string_view line, AddressRanges &ranges)
{
    const auto dash = line.rfind('-');
    const auto last = dash == std::string_view::npos ? std::nullopt : parseAddress(line.substr(dash + 1));
    if (!last)
        return false;
    for (auto colon = line.find(':'); colon < dash; colon = line.find(':', colon + 1)) {
        if (append(parseAddress(line.substr(colon + 1, dash - colon - 1)), last, ranges))
            return true;
    }
    return false;
}

} // namespace

LineKind readAddressLine(std::string_view line, AddressRanges &ranges)
{
    if (line.starts_with("\xEF\xBB\xBF"))
        line.remove_prefix(3);
    line = stripped(line);
    if (line.empty() || line.starts_with('#') || line.starts_with(';') || line.starts_with("//"))
        return LineKind::Nothing;
    if (readPlain(line, ranges))
        return LineKind::Range;
    if (const auto kind = readDat(line, ranges))
        return *kind;
    return readP2p(line, ranges) ? LineKind::Range : LineKind::Junk;
}

} // namespace trib::torrent
