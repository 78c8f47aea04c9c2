#include "ui/models/speed_history.h"

#include <algorithm>

namespace trib::ui {
namespace {

struct RangeOfRing {
    std::size_t ring;
    std::size_t samples;
};

constexpr RangeOfRing ringOf(SpeedRange range)
{
    switch (range) {
    case SpeedRange::Minute: return {0, 60};
    case SpeedRange::FiveMinutes: return {0, 300};
    case SpeedRange::HalfHour: return {1, 300};
    case SpeedRange::ThreeHours: return {2, 300};
    case SpeedRange::Day: return {3, 300};
    }
    return {0, 60};
}

std::int64_t secondOf(SteadyTime time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

} // namespace

std::chrono::seconds spanOf(SpeedRange range)
{
    const RangeOfRing place = ringOf(range);
    return std::chrono::seconds(kSpeedSteps.at(place.ring) * static_cast<std::int64_t>(place.samples));
}

void SpeedHistory::Ring::advance(std::int64_t cell)
{
    if (cell <= newest)
        return;
    const std::int64_t skipped = std::min<std::int64_t>(cell - newest, kCells);
    for (std::int64_t at = cell - skipped + 1; at <= cell; ++at)
        cells[static_cast<std::size_t>(at) % kCells] = {};
    newest = cell;
    downSum = upSum = count = 0;
}

void SpeedHistory::add(SteadyTime now, BytesPerSecond down, BytesPerSecond up)
{
    for (std::size_t i = 0; i < m_rings.size(); ++i) {
        Ring &ring = m_rings[i];
        ring.advance(secondOf(now) / kSpeedSteps[i]);
        ring.downSum += down.count();
        ring.upSum += up.count();
        ++ring.count;
        ring.cells[static_cast<std::size_t>(ring.newest) % kCells] = {ring.downSum / ring.count, ring.upSum / ring.count};
    }
}

std::vector<SpeedSample> SpeedHistory::samples(SpeedRange range, SteadyTime now) const
{
    const RangeOfRing place = ringOf(range);
    const Ring &ring = m_rings[place.ring];
    const std::int64_t last = std::max(secondOf(now) / kSpeedSteps[place.ring], ring.newest);
    std::vector<SpeedSample> samples(place.samples);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const std::int64_t cell = last - static_cast<std::int64_t>(samples.size() - 1 - i);
        const bool kept = cell >= 0 && cell <= ring.newest && cell > ring.newest - static_cast<std::int64_t>(kCells);
        if (kept)
            samples[i] = ring.cells[static_cast<std::size_t>(cell) % kCells];
    }
    return samples;
}

} // namespace trib::ui
