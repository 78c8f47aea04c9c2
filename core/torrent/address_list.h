// Reads lists of addresses that are to be shut out: PeerGuardian text (.p2p: "name:1.2.3.4-1.2.3.9"), eMule (.dat: "1.2.3.4 - 1.2.3.9 , 100 ,
// name", shut out below level 128), and plain ones ("1.2.3.0/24", "1.2.3.4-1.2.3.9", "1.2.3.4"), line by line, each in any form, IPv4 and
// IPv6, also gzipped. Pure; any thread. Lines that are none are passed over and counted.
#pragma once

#include "core/base/result.h"
#include "core/model/engine_error.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace trib::torrent {

inline constexpr std::size_t kMaxAddressList = 64 << 20;       // bytes of a list as it comes
inline constexpr std::size_t kMaxInflatedList = 256u << 20;    // and of what a gzipped one holds
inline constexpr std::size_t kMaxAddressRanges = 5'000'000;    // of one list

using Bytes6 = std::array<std::uint8_t, 16>;

struct AddressRanges {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> v4; // first and last, both in
    std::vector<std::pair<Bytes6, Bytes6>> v6;

    [[nodiscard]] std::size_t size() const { return v4.size() + v6.size(); }
    // Sorted, those that touch or overlap made one.
    void merge();
    void append(const AddressRanges &other);

    bool operator==(const AddressRanges &) const = default;
};

struct AddressList {
    AddressRanges ranges;    // merged
    std::size_t skipped = 0; // lines that are no range
};

// AddressListUnusable for one without a single range, too large, or whose gzip is damaged.
[[nodiscard]] Result<AddressList> parseAddressList(std::span<const std::uint8_t> bytes);

} // namespace trib::torrent
