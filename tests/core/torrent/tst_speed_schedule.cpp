#include "core/torrent/speed_schedule.h"

#include <QDateTime>
#include <QTest>

using namespace trib;
using namespace trib::torrent;

namespace {

constexpr int kMonday = 1;
constexpr int kFriday = 16;
constexpr int kEveryDay = 127;

[[nodiscard]] WallTime at(const QString &local, const QTimeZone &zone)
{
    QDateTime time = QDateTime::fromString(local.left(16), QStringLiteral("yyyy-MM-dd hh:mm"));
    return WallTime(std::chrono::seconds(QDateTime(time.date(), time.time(), zone).toSecsSinceEpoch()));
}

} // namespace

// Dates: 2026-11-23 is a Monday. Clocks of Berlin went forward on 2026-03-29 at 02:00 and back on 2026-10-25 at 03:00.
class tst_speed_schedule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isOnAtItsTimes_data();
    void isOnAtItsTimes();
    void hasABoundaryWheneverItSwitches();
    void survivesAClockThatIsPutForwardOrBack_data();
    void survivesAClockThatIsPutForwardOrBack();
};

void tst_speed_schedule::isOnAtItsTimes_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("now");
    QTest::addColumn<bool>("on");
    QTest::addColumn<QString>("since"); // empty: none
    const auto row = [](const char *name, int from, int to, int days, const char *now, bool on, const char *since) {
        QTest::newRow(name) << from * 60 << to * 60 << days << QString::fromLatin1(now) << on << QString::fromLatin1(since);
    };
    row("before", 8, 20, kEveryDay, "2026-11-23 07:59", false, "2026-11-22 20:00");
    row("at the beginning", 8, 20, kEveryDay, "2026-11-23 08:00", true, "2026-11-23 08:00");
    row("within", 8, 20, kEveryDay, "2026-11-23 12:00", true, "2026-11-23 08:00");
    row("a minute before the end", 8, 20, kEveryDay, "2026-11-23 19:59", true, "2026-11-23 08:00");
    row("at the end", 8, 20, kEveryDay, "2026-11-23 20:00", false, "2026-11-23 20:00");
    row("over midnight, evening", 22, 6, kEveryDay, "2026-11-23 23:00", true, "2026-11-23 22:00");
    row("over midnight, night", 22, 6, kEveryDay, "2026-11-24 05:59", true, "2026-11-23 22:00");
    row("over midnight, morning", 22, 6, kEveryDay, "2026-11-24 06:00", false, "2026-11-24 06:00");
    row("the day it starts on counts", 22, 6, kMonday, "2026-11-24 03:00", true, "2026-11-23 22:00");
    row("not the day it ends on", 22, 6, kMonday, "2026-11-23 03:00", false, "2026-11-17 06:00");
    row("another day", 8, 20, kFriday, "2026-11-23 12:00", false, "2026-11-20 20:00");
    row("last week's end", 8, 20, kMonday, "2026-11-23 07:00", false, "2026-11-16 20:00");
    row("no day at all", 8, 20, 0, "2026-11-23 12:00", false, "");
    row("a whole day", 8, 8, kMonday, "2026-11-24 07:59", true, "2026-11-23 08:00");
    row("a whole day is over", 8, 8, kMonday, "2026-11-24 08:00", false, "2026-11-24 08:00");
    row("whole days one after the other", 0, 0, kEveryDay, "2026-11-24 00:00", true, "2026-11-24 00:00");
}

void tst_speed_schedule::isOnAtItsTimes()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(int, days);
    QFETCH(QString, now);
    QFETCH(bool, on);
    QFETCH(QString, since);
    const QTimeZone zone("Europe/Berlin");
    const settings::ScheduleSettings schedule{true, std::chrono::minutes(from), std::chrono::minutes(to), days};
    const SchedulePoint point = scheduleAt(schedule, at(now, zone), zone);
    QCOMPARE(point.on, on);
    QCOMPARE(point.boundary, since.isEmpty() ? WallTime{} : at(since, zone));
}

// Minute by minute through two weeks and both changes of the clock: what is switched by hand holds until a boundary, so none may be missing.
void tst_speed_schedule::hasABoundaryWheneverItSwitches()
{
    const QTimeZone zone("Europe/Berlin");
    for (const char *start : {"2026-03-22 00:00", "2026-10-18 00:00", "2026-12-25 00:00"}) {
        for (const int days : {kEveryDay, kMonday | kFriday, 64}) {
            const settings::ScheduleSettings schedule{true, std::chrono::minutes(150), std::chrono::minutes(90), days};
            SchedulePoint last = scheduleAt(schedule, at(QString::fromLatin1(start), zone), zone);
            int switches = 0;
            for (int minute = 1; minute < 14 * 24 * 60; minute += 5) {
                const WallTime now = at(QString::fromLatin1(start), zone) + std::chrono::minutes(minute);
                const SchedulePoint point = scheduleAt(schedule, now, zone);
                QVERIFY(point.boundary >= last.boundary && point.boundary <= now);
                QVERIFY(point.on == last.on || point.boundary > last.boundary);
                switches += point.on != last.on;
                last = point;
            }
            QVERIFY(switches >= 2);
        }
    }
}

void tst_speed_schedule::survivesAClockThatIsPutForwardOrBack_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("day");
    QTest::addColumn<int>("hours"); // that it is on, counted in real time
    QTest::newRow("night forward") << 1 << 5 << QStringLiteral("2026-03-29 00:00") << 3;
    QTest::newRow("night back") << 1 << 5 << QStringLiteral("2026-10-25 00:00") << 5;
    QTest::newRow("day forward") << 8 << 20 << QStringLiteral("2026-03-29 00:00") << 12;
    QTest::newRow("begins in the hour that is not") << 2 << 5 << QStringLiteral("2026-03-29 00:00") << 2;
}

void tst_speed_schedule::survivesAClockThatIsPutForwardOrBack()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, day);
    QFETCH(int, hours);
    const QTimeZone zone("Europe/Berlin");
    const settings::ScheduleSettings schedule{true, std::chrono::minutes(from * 60), std::chrono::minutes(to * 60), 64};
    int minutes = 0;
    for (int minute = 0; minute < 26 * 60; ++minute)
        minutes += scheduleAt(schedule, at(day, zone) + std::chrono::minutes(minute), zone).on;
    QCOMPARE(minutes, hours * 60);
}

QTEST_GUILESS_MAIN(tst_speed_schedule)
#include "tst_speed_schedule.moc"
