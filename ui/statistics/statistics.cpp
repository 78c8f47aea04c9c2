#include "ui/statistics/statistics.h"

#include "ui/statistics/words.h"
#include "ui/text/format.h"

#include <cmath>

namespace trib::ui {
namespace {

[[nodiscard]] Figure bytes(const QString &name, Bytes size)
{
    return {name, formatBytes(size), formatBytesExact(size)};
}

[[nodiscard]] FigureGroup traffic(const QString &title, Bytes downloaded, Bytes uploaded)
{
    return {title, {bytes(TrStatistics::tr("Downloaded"), downloaded), bytes(TrStatistics::tr("Uploaded"), uploaded),
                       {TrStatistics::tr("Ratio"), formatRatio(ratioOf(uploaded, downloaded))}}};
}

} // namespace

std::int64_t ratioOf(Bytes uploaded, Bytes downloaded)
{
    if (downloaded.count() <= 0)
        return -1;
    return std::llround(static_cast<qreal>(uploaded.count()) / static_cast<qreal>(downloaded.count()) * 1000);
}

QList<FigureGroup> statisticsOf(const SessionStatus &status, WallTime now)
{
    FigureGroup session = traffic(TrStatistics::tr("Since the start"), status.sessionDownloaded, status.sessionUploaded);
    const bool isKnown = status.started != WallTime{} && now >= status.started;
    const QString time = isKnown ? formatDuration(now - status.started) : QString(QChar(0x2013));
    session.figures.prepend({TrStatistics::tr("Running for"), time, isKnown ? TrStatistics::tr("%1 (since %2)", "duration (date and time)").arg(time, formatTime(status.started)) : QString()});
    session.figures += bytes(TrStatistics::tr("Wasted: came twice or too late"), status.wasted);
    session.figures += bytes(TrStatistics::tr("Wrong data, thrown away"), status.failedHash);
    const FigureGroup moment{TrStatistics::tr("At this moment"),
        {{TrStatistics::tr("Download speed"), formatRate(status.downloadRate)}, {TrStatistics::tr("Upload speed"), formatRate(status.uploadRate)},
            {TrStatistics::tr("Connections to peers"), formatCount(status.connections)},
            {TrStatistics::tr("Nodes of the DHT"), status.dhtEnabled ? formatCount(status.dhtNodes) : TrStatistics::tr("Off", "the DHT")},
            {TrStatistics::tr("Waiting for the disk"), formatCount(status.diskJobs)},
            {TrStatistics::tr("Free where downloads go"), status.freeSpace ? formatBytes(*status.freeSpace) : QString(QChar(0x2013)),
                status.freeSpace ? formatBytesExact(*status.freeSpace) : QString()}}};
    return {traffic(TrStatistics::tr("All the time"), status.downloadedEver, status.uploadedEver), session, moment};
}

} // namespace trib::ui
