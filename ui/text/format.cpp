#include "ui/text/format.h"

#include "ui/text/tr.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace trib::ui {
namespace {

constexpr std::array kUnits{"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
constexpr QChar kDash(0x2013);
constexpr QChar kInfinity(0x221E);

struct Scaled {
    QString number;
    int unit = 0;
};

// At most three significant digits: 9.99, 99.9, 999, and 1,000 to 1,023 become 0.98 to 1.00 of the next unit.
Scaled scale(std::int64_t count)
{
    double value = static_cast<double>(count);
    int unit = 0;
    while (std::abs(value) >= 999.5 && unit + 1 < static_cast<int>(kUnits.size())) {
        value /= 1024;
        ++unit;
    }
    const double size = std::abs(value);
    const int decimals = unit == 0 ? 0 : size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
    return {QLocale().toString(value, 'f', decimals), unit};
}

QString withUnit(const Scaled &scaled, const QString &suffix)
{
    return scaled.number + QChar::Nbsp + QString::fromLatin1(kUnits.at(static_cast<std::size_t>(scaled.unit))) + suffix;
}

} // namespace

QString formatBytes(Bytes size)
{
    return withUnit(scale(size.count()), {});
}

QString formatBytesExact(Bytes size)
{
    const QString bytes = TrText::tr("%1 bytes").arg(QLocale().toString(static_cast<qlonglong>(size.count())));
    return size.count() < 1000 ? bytes : TrText::tr("%1 (%2)", "rounded size (exact size)").arg(formatBytes(size), bytes);
}

QString formatRate(BytesPerSecond rate)
{
    return withUnit(scale(rate.count()), TrText::tr("/s", "per second, after a unit of size"));
}

QString formatRateOrDash(BytesPerSecond rate)
{
    return rate.count() > 0 ? formatRate(rate) : QString(kDash);
}

QString formatLimit(BytesPerSecond limit)
{
    return limit.count() > 0 ? formatRate(limit) : TrText::tr("no limit");
}

QString formatDuration(std::chrono::seconds time)
{
    const qint64 seconds = std::max<qint64>(0, time.count());
    const auto two = [](qint64 a, const QString &major, qint64 b, const QString &minor) {
        return b == 0 ? major.arg(a) : TrText::tr("%1 %2", "two units of time, such as 3 h 20 min").arg(major.arg(a), minor.arg(b));
    };
    const QString d = TrText::tr("%1 d", "days");
    const QString h = TrText::tr("%1 h", "hours");
    const QString min = TrText::tr("%1 min", "minutes");
    const QString s = TrText::tr("%1 s", "seconds");
    if (seconds < 60)
        return s.arg(seconds);
    if (seconds < 3600)
        return seconds < 600 ? two(seconds / 60, min, seconds % 60, s) : min.arg(seconds / 60);
    if (seconds < 86400)
        return two(seconds / 3600, h, seconds % 3600 / 60, min);
    const qint64 days = seconds / 86400;
    return days < 100 ? two(days, d, seconds % 86400 / 3600, h) : d.arg(days);
}

QString formatEta(std::optional<std::chrono::seconds> eta)
{
    constexpr std::chrono::seconds kTooLong = std::chrono::hours(24 * 365);
    return eta && *eta < kTooLong ? formatDuration(*eta) : QString(kInfinity);
}

QString formatRatio(std::int64_t permille)
{
    if (permille < 0)
        return kDash;
    const double ratio = static_cast<double>(permille) / 1000;
    return QLocale().toString(ratio, 'f', ratio < 9.995 ? 2 : ratio < 99.95 ? 1 : 0);
}

QString formatPercent(std::int32_t permille)
{
    const QString number = permille >= 1000 ? QStringLiteral("100")
        : permille >= 990 ? QLocale().toString(permille / 10.0, 'f', 1)
                          : QString::number(std::max(0, permille) / 10);
    return TrText::tr("%1 %", "percent").arg(number);
}

QString formatCount(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString formatTime(WallTime time)
{
    const qint64 seconds = time.time_since_epoch().count();
    return seconds == 0 ? QString() : QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds), QLocale::ShortFormat);
}

QString formatConnected(std::int32_t connected, std::int32_t known)
{
    return known < 0 ? QString::number(connected) : TrText::tr("%1 (%2)", "connected (in the swarm)").arg(connected).arg(known);
}

} // namespace trib::ui
