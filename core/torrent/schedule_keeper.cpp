#include "core/torrent/schedule_keeper.h"

#include <array>
#include <string>

namespace trib::torrent {
namespace {

constexpr std::string_view kOnKey = "scheduled/on";
constexpr std::string_view kBoundaryKey = "scheduled/since";

} // namespace

bool isScheduleKey(std::string_view key) { return key == kOnKey || key == kBoundaryKey; }

void ScheduleKeeper::load(const settings::TextMap &stored)
{
    const auto on = stored.find(kOnKey);
    const auto boundary = stored.find(kBoundaryKey);
    if (on == stored.end() || boundary == stored.end())
        return;
    const auto isOn = settings::parseBoolean(on->second);
    const auto since = settings::parseInteger(boundary->second, {});
    if (isOn && since)
        m_done = SchedulePoint{*isOn, WallTime(std::chrono::seconds(*since))};
}

void ScheduleKeeper::tick()
{
    const settings::ScheduleSettings &schedule = m_context.settings.schedule;
    if (!schedule.enabled) {
        if (m_done)
            remember(std::nullopt);
        return;
    }
    const SchedulePoint point = scheduleAt(schedule, m_context.clock.wallNow(), QTimeZone::systemTimeZone());
    if (m_done == point)
        return;
    remember(point);
    if (m_context.settings.transfer.useAlternativeLimits != point.on)
        m_switch(point.on);
}

void ScheduleKeeper::remember(std::optional<SchedulePoint> point)
{
    m_done = point;
    settings::TextMap keys;
    std::array gone{std::string(kOnKey), std::string(kBoundaryKey)};
    if (point) {
        keys.emplace(kOnKey, settings::toText(point->on));
        keys.emplace(kBoundaryKey, std::to_string(point->boundary.time_since_epoch().count()));
    }
    const auto saved = point ? m_context.store->saveSettings(keys) : m_context.store->saveSettings({}, gone);
    if (!saved)
        m_context.log.warning("what the schedule has done was not stored: " + saved.error().detail);
}

} // namespace trib::torrent
