// An amount that was read prints as a text that reads as the same amount, and no sum is smaller than its parts.
#include "tests/fuzz/fuzz.h"

#include "core/base/amount.h"

namespace {

struct Whole { static constexpr int kDecimals = 0; };
struct Fine { static constexpr int kDecimals = 18; };

template <class Asset>
void checkRoundTrip(std::string_view text)
{
    using Amount = trib::Amount<Asset>;
    const auto amount = Amount::parse(text);
    if (!amount)
        return;
    const auto again = Amount::parse(amount->print());
    TRIB_ASSERT(again && *again == *amount);
    if (const auto sum = amount->add(*amount)) {
        TRIB_ASSERT(*sum >= *amount);
        TRIB_ASSERT(sum->subtract(*amount) == trib::Result<Amount>(*amount));
        TRIB_ASSERT(amount->multiply(2) == trib::Result<Amount>(*sum));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    checkRoundTrip<Whole>(trib::test::textOf(data, size));
    checkRoundTrip<Fine>(trib::test::textOf(data, size));
    return 0;
}
