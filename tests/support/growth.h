// growth(less, more): how many times the processor's time of `less` that of `more` is. It tells work that grows with the square of its input from
// work that grows with it, on a busy machine and an instrumented build as on a fast one; a limit in seconds does not.
#pragma once

#include <algorithm>
#include <concepts>
#include <ctime>

namespace trib::test {

template <std::invocable Less, std::invocable More>
[[nodiscard]] double growth(Less less, More more)
{
    const std::clock_t start = std::clock();
    less();
    const std::clock_t between = std::clock();
    more();
    const std::clock_t end = std::clock();
    constexpr std::clock_t kShortest = CLOCKS_PER_SEC / 1000; // what is shorter would be noise
    return static_cast<double>(end - between) / static_cast<double>(std::max(between - start, kShortest));
}

} // namespace trib::test
