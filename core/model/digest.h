// Fixed-size byte strings with an identity of their own: the hashes of BitTorrent.
#pragma once

#include "core/base/hex.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace trib {

template <std::size_t N, class Tag>
class Digest {
public:
    static constexpr std::size_t kSize = N;

    constexpr Digest() = default;
    constexpr explicit Digest(std::span<const std::uint8_t, N> bytes) { std::copy(bytes.begin(), bytes.end(), m_bytes.begin()); }

    // WrongLength or InvalidHex unless the text is exactly 2 * N hexadecimal digits.
    [[nodiscard]] static Result<Digest> fromHex(std::string_view text)
    {
        Digest digest;
        return fromHexInto(text, digest.m_bytes).map([&](std::monostate) { return digest; });
    }

    [[nodiscard]] std::string toHex() const { return trib::toHex(m_bytes); }
    [[nodiscard]] constexpr std::span<const std::uint8_t, N> bytes() const { return m_bytes; }

    constexpr auto operator<=>(const Digest &) const = default;

private:
    std::array<std::uint8_t, N> m_bytes{};
};

} // namespace trib

template <std::size_t N, class Tag>
struct std::hash<trib::Digest<N, Tag>> {
    // The bytes are hashes already: the first eight are as good as any mix.
    std::size_t operator()(const trib::Digest<N, Tag> &digest) const noexcept
    {
        std::size_t value = 0;
        std::memcpy(&value, digest.bytes().data(), sizeof value);
        return value;
    }
};
