// SpeedHistory: the rates of the last day, finer the nearer: rings of a fixed size, filled as time passes. A value of kBytes bytes,
// whatever happens. SpeedSample: the mean of its span.
#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

namespace trib::ui {

struct SpeedSample {
    std::int64_t down = kUnknown; // bytes per second
    std::int64_t up = kUnknown;

    static constexpr std::int64_t kUnknown = -1; // the program did not run or the machine slept

    [[nodiscard]] bool isKnown() const { return down != kUnknown; }
    bool operator==(const SpeedSample &) const = default;
};

enum class SpeedRange { Minute, FiveMinutes, HalfHour, ThreeHours, Day };
inline constexpr std::array kSpeedRanges{SpeedRange::Minute, SpeedRange::FiveMinutes, SpeedRange::HalfHour, SpeedRange::ThreeHours, SpeedRange::Day};

// Seconds that a sample of each ring stands for; with 300 of them: five minutes, half an hour, three hours, a day.
inline constexpr std::array<std::int64_t, 4> kSpeedSteps{1, 6, 36, 288};

[[nodiscard]] std::chrono::seconds spanOf(SpeedRange range);

class SpeedHistory {
public:
    // Several within a second count as their mean; time never goes back.
    void add(SteadyTime now, BytesPerSecond down, BytesPerSecond up);

    // Oldest first, the last one is that of `now`. As many as the range has steps, unknown ones among them.
    [[nodiscard]] std::vector<SpeedSample> samples(SpeedRange range, SteadyTime now) const;

private:
    static constexpr std::size_t kCells = 300;

    struct Ring {
        std::array<SpeedSample, kCells> cells{};
        std::int64_t newest = -1; // its number since the clock's beginning; -1: none yet
        std::int64_t downSum = 0;
        std::int64_t upSum = 0;
        std::int64_t count = 0;   // of what is summed up for the newest

        void advance(std::int64_t cell);
    };

    std::array<Ring, kSpeedSteps.size()> m_rings{};

public:
    static constexpr std::size_t kBytes = sizeof(m_rings);
    static_assert(kBytes <= 20'000);
};

} // namespace trib::ui
