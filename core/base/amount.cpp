#include "core/base/amount.h"

#include <algorithm>
#include <limits>

namespace trib::detail {
namespace {

[[nodiscard]] Result<U256> narrow(const U512 &wide)
{
    if (wide > U512(std::numeric_limits<U256>::max()))
        return failure(BaseErrc::Overflow, "more than 2^256 - 1 units");
    return static_cast<U256>(wide);
}

[[nodiscard]] bool isDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 2^256 has 78 digits: anything longer than this many significant digits cannot fit, and is refused before any arithmetic.
constexpr std::size_t kMaxDigits = 78;

} // namespace

Result<U256> checkedAdd(const U256 &a, const U256 &b)
{
    return narrow(U512(a) + U512(b));
}

Result<U256> checkedSubtract(const U256 &a, const U256 &b)
{
    if (a < b)
        return failure(BaseErrc::Underflow, "the difference is below zero");
    return static_cast<U256>(a - b);
}

Result<U256> checkedMultiply(const U256 &a, const U256 &b)
{
    return narrow(U512(a) * U512(b));
}

Result<U256> parseDecimal(std::string_view text, int decimals)
{
    const auto point = text.find('.');
    std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (whole.empty() || !isDigits(whole) || !isDigits(fraction) || (point != std::string_view::npos && fraction.empty()))
        return failure(BaseErrc::InvalidNumber, "not a plain decimal number");
    if (fraction.size() > static_cast<std::size_t>(decimals))
        return failure(BaseErrc::TooManyDecimals, "more decimals than the asset has");

    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    std::string digits(whole);
    digits.append(fraction);
    digits.append(static_cast<std::size_t>(decimals) - fraction.size(), '0');
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.size() > kMaxDigits)
        return failure(BaseErrc::Overflow, "more than 2^256 - 1 units");

    U512 units = 0;
    for (const char c : digits)
        units = units * 10 + static_cast<unsigned>(c - '0');
    return narrow(units);
}

std::string printDecimal(const U256 &units, int decimals)
{
    std::string digits = units.str();
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    if (places == 0)
        return digits;
    digits.insert(digits.size() - places, 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.')
        digits.pop_back();
    return digits;
}

} // namespace trib::detail
