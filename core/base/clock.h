// Clock: where the program gets the time, so that tests can own it. Implementations are thread-safe.
#pragma once

#include <chrono>

namespace trib {

using WallTime = std::chrono::sys_seconds;
using SteadyTime = std::chrono::steady_clock::time_point;

class Clock {
public:
    virtual ~Clock() = default;

    // For what is stored and shown; may jump.
    [[nodiscard]] virtual WallTime wallNow() const = 0;
    // For durations and deadlines; never goes back.
    [[nodiscard]] virtual SteadyTime steadyNow() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] WallTime wallNow() const override
    {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    }
    [[nodiscard]] SteadyTime steadyNow() const override { return std::chrono::steady_clock::now(); }
};

} // namespace trib
