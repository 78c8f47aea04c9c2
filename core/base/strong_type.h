// Strong<Rep, Tag>: an index or identifier that mixes with nothing else, not even with its own representation.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <functional>

namespace trib {

template <std::integral Rep, class Tag>
class Strong {
public:
    constexpr Strong() = default;
    constexpr explicit Strong(Rep value) : m_value(value) {}

    [[nodiscard]] constexpr Rep value() const { return m_value; }

    constexpr auto operator<=>(const Strong &) const = default;

    constexpr Strong &operator++()
    {
        ++m_value;
        return *this;
    }

private:
    Rep m_value{};
};

} // namespace trib

template <class Rep, class Tag>
struct std::hash<trib::Strong<Rep, Tag>> {
    std::size_t operator()(const trib::Strong<Rep, Tag> &s) const noexcept { return std::hash<Rep>{}(s.value()); }
};
