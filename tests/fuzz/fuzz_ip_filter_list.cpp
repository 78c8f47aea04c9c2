// Whatever a list of addresses holds: its ranges are in order and apart, and reading them again gives the same.
#include "tests/fuzz/fuzz.h"

#include "core/torrent/address_list.h"

using namespace trib::torrent;

namespace {

template <class Address>
void check(const std::vector<std::pair<Address, Address>> &ranges)
{
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        TRIB_ASSERT(ranges[i].first <= ranges[i].second);
        TRIB_ASSERT(i == 0 || ranges[i - 1].second < ranges[i].first);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto list = parseAddressList({data, size});
    if (!list)
        return 0;
    TRIB_ASSERT(list->ranges.size() > 0);
    check(list->ranges.v4);
    check(list->ranges.v6);
    AddressRanges again = list->ranges;
    again.append(list->ranges);
    again.merge();
    TRIB_ASSERT(again == list->ranges);
    return 0;
}
