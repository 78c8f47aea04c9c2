// mmdbOf: a database of countries in the format of MaxMind, made here by its published specification (MaxMind DB 2.0, "record size 24"):
// prefixes of addresses and the two letters of each. For tests; no data of anybody's is in it.
#pragma once

#include <boost/asio/ip/address.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace trib::test {

struct CountryPrefix {
    std::string address;
    int bits = 0;
    std::string country; // two letters
};

// The bytes of a control byte and a text, both short; of a map that follows; of a number.
[[nodiscard]] inline std::string mmdbText(const std::string &text)
{
    return std::string(1, static_cast<char>((2 << 5) | text.size())) + text;
}

[[nodiscard]] inline std::string mmdbMap(std::size_t entries)
{
    return std::string(1, static_cast<char>((7 << 5) | entries));
}

[[nodiscard]] inline std::string mmdbNumber(int type, std::uint32_t value)
{
    std::string bytes;
    for (int shift = type == 5 ? 8 : 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift);
    return std::string(1, static_cast<char>((type << 5) | static_cast<int>(bytes.size()))) + bytes;
}

[[nodiscard]] inline std::string mmdbOf(const std::vector<CountryPrefix> &prefixes, const std::string &type = "Test-Country")
{
    constexpr std::uint32_t kNothing = 0xffffffff;
    constexpr std::uint32_t kData = 0x80000000; // with the number of the prefix
    std::vector<std::array<std::uint32_t, 2>> nodes{{kNothing, kNothing}};
    std::string data;
    std::vector<std::uint32_t> offsets;
    for (const CountryPrefix &prefix : prefixes) {
        const auto address = boost::asio::ip::make_address(prefix.address);
        std::array<std::uint8_t, 16> bytes{}; // IPv4 lies below ::/96
        if (address.is_v4()) {
            const auto four = address.to_v4().to_bytes();
            std::copy(four.begin(), four.end(), bytes.begin() + 12);
        } else {
            bytes = address.to_v6().to_bytes();
        }
        const int depth = prefix.bits + (address.is_v4() ? 96 : 0);
        std::uint32_t node = 0;
        for (int bit = 0; bit < depth; ++bit) {
            const std::size_t side = (bytes[static_cast<std::size_t>(bit / 8)] >> (7 - bit % 8)) & 1;
            if (bit + 1 == depth) {
                nodes[node][side] = kData | static_cast<std::uint32_t>(offsets.size());
            } else {
                if (nodes[node][side] == kNothing) {
                    const auto fresh = static_cast<std::uint32_t>(nodes.size());
                    nodes[node][side] = fresh;
                    nodes.push_back({kNothing, kNothing});
                }
                node = nodes[node][side];
            }
        }
        offsets.push_back(static_cast<std::uint32_t>(data.size()));
        data += mmdbMap(1) + mmdbText("country") + mmdbMap(1) + mmdbText("iso_code") + mmdbText(prefix.country);
    }
    const auto count = static_cast<std::uint32_t>(nodes.size());
    std::string file;
    for (const auto &node : nodes) {
        for (const std::uint32_t record : node) {
            const std::uint32_t value = record == kNothing ? count : record & kData ? count + 16 + offsets[record & ~kData] : record;
            for (const int shift : {16, 8, 0})
                file += static_cast<char>(value >> shift);
        }
    }
    file += std::string(16, '\0') + data + "\xab\xcd\xefMaxMind.com";
    file += mmdbMap(9) + mmdbText("node_count") + mmdbNumber(6, count) + mmdbText("record_size") + mmdbNumber(5, 24) + mmdbText("ip_version") + mmdbNumber(5, 6);
    file += mmdbText("database_type") + mmdbText(type);
    file += mmdbText("binary_format_major_version") + mmdbNumber(5, 2) + mmdbText("binary_format_minor_version") + mmdbNumber(5, 0);
    const std::string epoch = std::string({8, 2}) + std::string(7, '\0') + '\x01'; // a number of 8 bytes
    file += mmdbText("languages") + std::string({1, 4}) + mmdbText("en") + mmdbText("build_epoch") + epoch;
    file += mmdbText("description") + mmdbMap(1) + mmdbText("en") + mmdbText("for tests");
    return file;
}

} // namespace trib::test
