// ManualClock: a Clock that stands still until the test moves it. Thread-safe.
#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <chrono>

namespace trib::test {

class ManualClock final : public Clock {
public:
    // 2026-01-01 00:00:00 UTC unless told: a date that no test mistakes for "never".
    explicit ManualClock(WallTime start = WallTime(std::chrono::seconds(1'767'225'600)))
        : m_wall(start.time_since_epoch()), m_steady(std::chrono::hours(1))
    {
    }

    [[nodiscard]] WallTime wallNow() const override { return WallTime(std::chrono::floor<std::chrono::seconds>(m_wall.load())); }
    [[nodiscard]] SteadyTime steadyNow() const override { return SteadyTime(m_steady.load()); }

    // Both clocks go on by `time`.
    void advance(std::chrono::steady_clock::duration time)
    {
        auto wall = m_wall.load();
        while (!m_wall.compare_exchange_weak(wall, wall + time)) { }
        auto steady = m_steady.load();
        while (!m_steady.compare_exchange_weak(steady, steady + time)) { }
    }

    // The wall clock jumps, as when a user or a time server sets it; the steady clock stays.
    void setWall(WallTime time) { m_wall = time.time_since_epoch(); }

private:
    std::atomic<std::chrono::steady_clock::duration> m_wall;
    std::atomic<std::chrono::steady_clock::duration> m_steady;
};

} // namespace trib::test
