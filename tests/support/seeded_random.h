// SeededRandom: a Random whose bytes follow from its seed alone, the same on every machine. One thread.
#pragma once

#include "core/base/random.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trib::test {

class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : m_engine(seed) {}

    [[nodiscard]] Result<> fill(std::span<std::uint8_t> bytes) override
    {
        for (std::uint8_t &byte : bytes)
            byte = static_cast<std::uint8_t>(m_engine() >> 32);
        return success();
    }

    [[nodiscard]] std::uint64_t next() { return m_engine(); }

    // From `lowest` to `highest`, both included. (Not std::uniform_int_distribution, which differs between libraries.)
    template <std::integral T>
    [[nodiscard]] T number(T lowest, T highest)
    {
        const std::uint64_t span = static_cast<std::uint64_t>(highest) - static_cast<std::uint64_t>(lowest);
        const std::uint64_t drawn = span == std::numeric_limits<std::uint64_t>::max() ? next() : next() % (span + 1);
        return static_cast<T>(static_cast<std::uint64_t>(lowest) + drawn);
    }

    // True once in `times`.
    [[nodiscard]] bool oneIn(std::uint64_t times) { return next() % times == 0; }

    template <class T>
    [[nodiscard]] const T &pick(const std::vector<T> &values) { return values[number<std::size_t>(0, values.size() - 1)]; }

    [[nodiscard]] std::vector<std::uint8_t> bytes(std::size_t size)
    {
        std::vector<std::uint8_t> result(size);
        for (std::uint8_t &byte : result)
            byte = static_cast<std::uint8_t>(m_engine() >> 32);
        return result;
    }

    // `size` characters out of `alphabet`.
    [[nodiscard]] std::string text(std::size_t size, std::string_view alphabet)
    {
        std::string result(size, ' ');
        for (char &c : result)
            c = alphabet[number<std::size_t>(0, alphabet.size() - 1)];
        return result;
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace trib::test
