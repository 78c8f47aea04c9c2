// Bytes and BytesPerSecond: amounts and rates of data. Signed 64 bits, saturating: a hostile size can neither wrap nor trap.
// 1000 or 1024 is a matter of ui/text alone.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>

namespace trib {

namespace detail {

[[nodiscard]] constexpr std::int64_t saturatingAdd(std::int64_t a, std::int64_t b)
{
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(a, b, &sum))
        return sum;
    return a < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

[[nodiscard]] constexpr std::int64_t saturatingSubtract(std::int64_t a, std::int64_t b)
{
    std::int64_t difference = 0;
    if (!__builtin_sub_overflow(a, b, &difference))
        return difference;
    return a < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

[[nodiscard]] constexpr std::int64_t saturatingMultiply(std::int64_t a, std::int64_t b)
{
    std::int64_t product = 0;
    if (!__builtin_mul_overflow(a, b, &product))
        return product;
    return (a < 0) == (b < 0) ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
}

} // namespace detail

class Bytes {
public:
    constexpr Bytes() = default;
    constexpr explicit Bytes(std::int64_t count) : m_count(count) {}

    [[nodiscard]] constexpr std::int64_t count() const { return m_count; }

    constexpr auto operator<=>(const Bytes &) const = default;

    constexpr Bytes &operator+=(Bytes other)
    {
        m_count = detail::saturatingAdd(m_count, other.m_count);
        return *this;
    }
    constexpr Bytes &operator-=(Bytes other)
    {
        m_count = detail::saturatingSubtract(m_count, other.m_count);
        return *this;
    }
    friend constexpr Bytes operator+(Bytes a, Bytes b) { return a += b; }
    friend constexpr Bytes operator-(Bytes a, Bytes b) { return a -= b; }

private:
    std::int64_t m_count = 0;
};

// Zero as a limit means "no limit"; functions that take a limit say so.
class BytesPerSecond {
public:
    constexpr BytesPerSecond() = default;
    constexpr explicit BytesPerSecond(std::int64_t count) : m_count(count) {}

    [[nodiscard]] constexpr std::int64_t count() const { return m_count; }

    constexpr auto operator<=>(const BytesPerSecond &) const = default;

    constexpr BytesPerSecond &operator+=(BytesPerSecond other)
    {
        m_count = detail::saturatingAdd(m_count, other.m_count);
        return *this;
    }
    friend constexpr BytesPerSecond operator+(BytesPerSecond a, BytesPerSecond b) { return a += b; }

private:
    std::int64_t m_count = 0;
};

[[nodiscard]] constexpr Bytes operator*(BytesPerSecond rate, std::chrono::seconds time)
{
    return Bytes(detail::saturatingMultiply(rate.count(), time.count()));
}

// The rate at which `amount` passes in `time`; zero for a time that is not positive.
[[nodiscard]] constexpr BytesPerSecond operator/(Bytes amount, std::chrono::seconds time)
{
    return BytesPerSecond(time.count() > 0 ? amount.count() / time.count() : 0);
}

} // namespace trib
