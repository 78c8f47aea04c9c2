// Amount<Asset>: a number of an asset's smallest units, 0 to 2^256 - 1. No operators: add, subtract and multiply are computed in
// 512 bits and return a Result, because the plain type wraps (0 - 1 would be the largest amount there is).
// Two assets do not mix: Amount<Token> + Amount<Native> does not compile.
#pragma once

#include "core/base/base_error.h"
#include "core/base/result.h"
#include "core/base/u256.h"

#include <compare>
#include <string>
#include <string_view>

namespace trib {

namespace detail {

[[nodiscard]] Result<U256> checkedAdd(const U256 &a, const U256 &b);
[[nodiscard]] Result<U256> checkedSubtract(const U256 &a, const U256 &b);
[[nodiscard]] Result<U256> checkedMultiply(const U256 &a, const U256 &b);
[[nodiscard]] Result<U256> parseDecimal(std::string_view text, int decimals);
[[nodiscard]] std::string printDecimal(const U256 &units, int decimals);

} // namespace detail

// Asset is a tag type with `static constexpr int kDecimals`.
template <class Asset>
class Amount {
public:
    Amount() = default;

    [[nodiscard]] static Amount fromUnits(const U256 &units) { return Amount(units); }

    // Plain decimal text such as "12" or "0.5": ASCII digits and at most one point, no sign, no exponent, no grouping, no locale.
    [[nodiscard]] static Result<Amount> parse(std::string_view text)
    {
        return detail::parseDecimal(text, Asset::kDecimals).map([](const U256 &units) { return Amount(units); });
    }

    // The exact decimal text, without trailing zeros after the point: parse(print()) is the same amount.
    [[nodiscard]] std::string print() const { return detail::printDecimal(m_units, Asset::kDecimals); }

    [[nodiscard]] const U256 &units() const { return m_units; }
    [[nodiscard]] bool isZero() const { return m_units.is_zero(); }

    [[nodiscard]] Result<Amount> add(const Amount &other) const { return wrap(detail::checkedAdd(m_units, other.m_units)); }
    [[nodiscard]] Result<Amount> subtract(const Amount &other) const { return wrap(detail::checkedSubtract(m_units, other.m_units)); }
    [[nodiscard]] Result<Amount> multiply(const U256 &factor) const { return wrap(detail::checkedMultiply(m_units, factor)); }

    std::strong_ordering operator<=>(const Amount &other) const
    {
        const int order = m_units.compare(other.m_units);
        return order < 0 ? std::strong_ordering::less : order > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
    }
    bool operator==(const Amount &other) const { return m_units == other.m_units; }

private:
    explicit Amount(const U256 &units) : m_units(units) {}

    [[nodiscard]] static Result<Amount> wrap(Result<U256> result)
    {
        return result.map([](const U256 &units) { return Amount(units); });
    }

    U256 m_units{};
};

} // namespace trib
