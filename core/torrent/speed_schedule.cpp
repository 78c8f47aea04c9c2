#include "core/torrent/speed_schedule.h"

#include <QDateTime>

#include <algorithm>

namespace trib::torrent {
namespace {

[[nodiscard]] WallTime moment(const QDate &day, std::chrono::minutes time, const QTimeZone &zone)
{
    const QTime ofDay = QTime::fromMSecsSinceStartOfDay(static_cast<int>(std::chrono::milliseconds(time).count()));
    QDateTime local(day, ofDay, zone);
    if (!local.isValid() || local.date() != day || local.time() != ofDay) // the clock is put forward over it
        local = day.startOfDay(zone).addSecs(std::chrono::seconds(time).count());
    return WallTime(std::chrono::seconds(local.toSecsSinceEpoch()));
}

} // namespace

SchedulePoint scheduleAt(const settings::ScheduleSettings &schedule, WallTime now, const QTimeZone &zone)
{
    constexpr int kDaysBack = 8; // whatever day of a week it was, and the end a day after
    const QDate today = QDateTime::fromSecsSinceEpoch(now.time_since_epoch().count(), zone).date();
    SchedulePoint point;
    for (int back = kDaysBack; back >= 0; --back) {
        const QDate day = today.addDays(-back);
        if ((schedule.days >> (day.dayOfWeek() - 1) & 1) == 0)
            continue;
        const WallTime begin = moment(day, schedule.from, zone);
        const WallTime end = moment(schedule.to > schedule.from ? day : day.addDays(1), schedule.to, zone);
        point.on = point.on || (begin <= now && now < end);
        for (const WallTime boundary : {begin, end}) {
            if (boundary <= now)
                point.boundary = std::max(point.boundary, boundary);
        }
    }
    return point;
}

} // namespace trib::torrent
