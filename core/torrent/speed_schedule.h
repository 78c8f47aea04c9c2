// When the alternative limits hold by the clock. Pure: the time and the zone are handed in. Any thread.
#pragma once

#include "core/base/clock.h"
#include "core/settings/automation_settings.h"

#include <QTimeZone>

namespace trib::torrent {

struct SchedulePoint {
    bool on = false;      // the alternative limits
    WallTime boundary{};  // when that began: what a user has switched since then holds

    bool operator==(const SchedulePoint &) const = default;
};

// `boundary` is the last beginning or end at or before `now`, or the epoch if the days of the last week have none. Where a clock that is
// put forward skips the time of a boundary, it is as long after midnight as it would have been. A day that ends when it begins lasts
// 24 hours.
[[nodiscard]] SchedulePoint scheduleAt(const settings::ScheduleSettings &schedule, WallTime now, const QTimeZone &zone);

} // namespace trib::torrent
