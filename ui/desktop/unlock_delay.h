// UnlockDelay: how long to wait for the next password after wrong ones: nothing after the first two, then 2 s, 4 s and so on, up to a
// minute. Pure; any thread.
#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <chrono>

namespace trib::ui {

class UnlockDelay {
public:
    static constexpr int kFree = 2; // wrong ones
    static constexpr std::chrono::seconds kLongest{60};

    void failed(SteadyTime now)
    {
        m_failures = std::min(m_failures + 1, 30);
        if (m_failures > kFree)
            m_until = now + std::min(kLongest, std::chrono::seconds(1 << std::min(m_failures - kFree, 6)));
    }

    void succeeded() { *this = {}; }

    // Whole seconds, rounded up; zero when the next one may be tried.
    [[nodiscard]] std::chrono::seconds left(SteadyTime now) const
    {
        return now >= m_until ? std::chrono::seconds(0) : std::chrono::ceil<std::chrono::seconds>(m_until - now);
    }

private:
    int m_failures = 0;
    SteadyTime m_until = SteadyTime::min();
};

} // namespace trib::ui
