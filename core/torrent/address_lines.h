// One line of a list of addresses. Pure; any thread.
#pragma once

#include "core/torrent/address_list.h"

#include <string_view>

namespace trib::torrent {

enum class LineKind { Range, Nothing, Junk }; // Nothing: empty, a comment, or a range that the list lets in

// Appends its range, if it has one.
[[nodiscard]] LineKind readAddressLine(std::string_view line, AddressRanges &ranges);

} // namespace trib::torrent
