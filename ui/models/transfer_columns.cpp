#include "ui/models/transfer_columns.h"

#include "ui/models/label_names.h"
#include "ui/text/format.h"
#include "ui/text/state_text.h"
#include "ui/text/tr.h"

#include <QLocale>

#include <limits>

namespace trib::ui {
namespace {

using T = TorrentSnapshot;
using R = TransferRow;
using C = TransferColumn;

template <auto Member>
std::strong_ordering orderOf(const R &a, const R &b)
{
    return (*a.torrent).*Member <=> (*b.torrent).*Member;
}

// Unknown or never comes after every known time.
std::int64_t etaKey(const T &t)
{
    return t.eta ? t.eta->count() : std::numeric_limits<std::int64_t>::max();
}

template <class V>
std::int64_t figureOf(const V &value)
{
    if constexpr (requires { value.has_value(); })
        return value ? figureOf(*value) : 0;
    else if constexpr (requires { value.time_since_epoch(); })
        return value.time_since_epoch().count();
    else if constexpr (requires { value.count(); })
        return value.count();
    else if constexpr (requires { value.value(); })
        return value.value();
    else
        return value;
}

template <auto Member>
std::int64_t figureBy(const T &t)
{
    return figureOf(t.*Member);
}

// Problems first, then what works, what waits, what is done: the order in which a user wants to see them.
std::int64_t stateKey(const T &t)
{
    if (t.problem || t.state == TorrentState::Failed)
        return -1;
    switch (t.state) {
    case TorrentState::Downloading: return 0;
    case TorrentState::FetchingMetadata: return 1;
    case TorrentState::Checking: return 2;
    case TorrentState::Moving: return 3;
    case TorrentState::QueuedForDownload: return 4;
    case TorrentState::QueuedForCheck: return 5;
    case TorrentState::Loading: return 6;
    case TorrentState::Seeding: return 7;
    case TorrentState::QueuedForSeeding: return 8;
    case TorrentState::Stopped: return 9;
    case TorrentState::Finished: return 10;
    case TorrentState::Failed: return -1;
    }
    return 11;
}

QString sizeText(const T &t)
{
    return t.hasMetadata ? formatBytes(t.wanted) : QString(QChar(0x2013));
}

QString sizeExact(const T &t)
{
    if (!t.hasMetadata)
        return TrModels::tr("Not known yet");
    const QString wanted = formatBytesExact(t.wanted);
    return t.wanted == t.size ? wanted : TrModels::tr("%1 of %2", "wanted size of whole size").arg(wanted, formatBytesExact(t.size));
}

QString progressExact(const T &t)
{
    return TrModels::tr("%1 of %2", "wanted size of whole size").arg(formatBytesExact(t.done), formatBytesExact(t.wanted));
}

bool hasEnded(const T &t)
{
    return t.state == TorrentState::Stopped || t.state == TorrentState::Finished || t.state == TorrentState::Failed;
}

QString etaText(const T &t)
{
    const bool downloads = t.state == TorrentState::Downloading;
    return t.eta || downloads ? formatEta(t.eta) : QString();
}

QString ratioExact(const T &t)
{
    return TrModels::tr("%1 uploaded, %2 downloaded").arg(formatBytesExact(t.uploaded), formatBytesExact(t.downloaded));
}

QString swarmExact(std::int32_t connected, std::int32_t known)
{
    const QString here = TrModels::tr("%1 connected").arg(connected);
    return known < 0 ? here : TrModels::tr("%1, %2 in the swarm").arg(here).arg(known);
}

Bytes remaining(const T &t)
{
    return t.wanted > t.done ? t.wanted - t.done : Bytes();
}

// With the second of two decimals cut off: 1.99 copies are not two.
QString copiesText(const T &t)
{
    return t.availabilityPermille < 0 ? QString(QChar(0x2013)) : QLocale().toString(t.availabilityPermille / 10 / 100.0, 'f', 2);
}

QString durationText(std::chrono::seconds time)
{
    return time.count() == 0 ? QString() : formatDuration(time);
}

QString limitText(BytesPerSecond limit)
{
    return limit.count() == 0 ? QString() : formatRate(limit);
}

QString hashText(const T &t)
{
    return t.infoHash.v1 ? fromUtf8(t.infoHash.v1->toHex()) : t.infoHash.v2 ? fromUtf8(t.infoHash.v2->toHex()) : QString();
}

constexpr std::array<TransferColumnInfo, kTransferColumns> kColumns{{
    {C::Name, QT_TRANSLATE_NOOP("ui_models", "Name"), false, false, true, 34,
     [](const T &t) { return fromUtf8(t.name); }, nullptr, [](const R &a, const R &b) { return a.nameKey.compare(b.nameKey) <=> 0; }, nullptr},
    {C::Size, QT_TRANSLATE_NOOP("ui_models", "Size"), true, false, true, 9, sizeText, sizeExact, nullptr, figureBy<&T::wanted>},
    {C::Progress, QT_TRANSLATE_NOOP("ui_models", "Progress"), false, true, true, 14,
     [](const T &t) { return formatPercent(t.progressPermille); }, progressExact, nullptr, figureBy<&T::progressPermille>},
    {C::State, QT_TRANSLATE_NOOP("ui_models", "State"), false, true, true, 42,
     [](const T &t) { return stateWords(t).text; }, nullptr,
     nullptr, stateKey},
    {C::Down, QT_TRANSLATE_NOOP("ui_models", "Down"), true, true, true, 11,
     [](const T &t) { return formatRateOrDash(downRate(t)); }, nullptr,
     nullptr, [](const T &t) { return downRate(t).count(); }},
    {C::Up, QT_TRANSLATE_NOOP("ui_models", "Up"), true, true, true, 11,
     [](const T &t) { return formatRateOrDash(upRate(t)); }, nullptr,
     nullptr, [](const T &t) { return upRate(t).count(); }},
    {C::Eta, QT_TRANSLATE_NOOP("ui_models", "Time left"), true, true, true, 11, etaText, nullptr,
     nullptr, etaKey},
    {C::Ratio, QT_TRANSLATE_NOOP("ui_models", "Ratio"), true, true, false, 7,
     [](const T &t) { return formatRatio(t.ratioPermille); }, ratioExact, nullptr, figureBy<&T::ratioPermille>},
    {C::Seeds, QT_TRANSLATE_NOOP("ui_models", "Seeds"), true, true, false, 9,
     [](const T &t) { return formatConnected(t.seeds, t.swarmSeeds); },
     [](const T &t) { return swarmExact(t.seeds, t.swarmSeeds); }, nullptr, figureBy<&T::seeds>},
    {C::Peers, QT_TRANSLATE_NOOP("ui_models", "Peers"), true, true, false, 9,
     [](const T &t) { return formatConnected(t.peers, t.swarmPeers); },
     [](const T &t) { return swarmExact(t.peers, t.swarmPeers); }, nullptr, figureBy<&T::peers>},
    {C::Uploaded, QT_TRANSLATE_NOOP("ui_models", "Uploaded"), true, true, false, 10,
     [](const T &t) { return formatBytes(t.uploaded); }, [](const T &t) { return formatBytesExact(t.uploaded); }, nullptr, figureBy<&T::uploaded>},
    {C::Downloaded, QT_TRANSLATE_NOOP("ui_models", "Downloaded"), true, true, false, 10,
     [](const T &t) { return formatBytes(t.downloaded); }, [](const T &t) { return formatBytesExact(t.downloaded); }, nullptr, figureBy<&T::downloaded>},
    {C::Remaining, QT_TRANSLATE_NOOP("ui_models", "Remaining"), true, true, false, 10,
     [](const T &t) { return remaining(t).count() == 0 ? QString() : formatBytes(remaining(t)); }, [](const T &t) { return formatBytesExact(remaining(t)); },
     nullptr, [](const T &t) { return remaining(t).count(); }},
    {C::Availability, QT_TRANSLATE_NOOP("ui_models", "Availability"), true, true, false, 10, copiesText, nullptr, nullptr, figureBy<&T::availabilityPermille>},
    {C::ActiveTime, QT_TRANSLATE_NOOP("ui_models", "Time active"), true, true, false, 13,
     [](const T &t) { return durationText(t.activeTime); }, nullptr, nullptr, figureBy<&T::activeTime>},
    {C::SeedingTime, QT_TRANSLATE_NOOP("ui_models", "Time seeding"), true, true, false, 13,
     [](const T &t) { return durationText(t.seedingTime); }, nullptr, nullptr, figureBy<&T::seedingTime>},
    {C::LastActivity, QT_TRANSLATE_NOOP("ui_models", "Last activity"), false, true, false, 16,
     [](const T &t) { return t.lastActivity ? formatTime(*t.lastActivity) : QString(); }, nullptr,
     nullptr, figureBy<&T::lastActivity>},
    {C::Queue, QT_TRANSLATE_NOOP("ui_models", "Queue"), true, true, false, 7,
     [](const T &t) { return t.queuePosition.value() < 0 ? QString() : QString::number(t.queuePosition.value() + 1); }, nullptr,
     nullptr, figureBy<&T::queuePosition>},
    {C::Added, QT_TRANSLATE_NOOP("ui_models", "Added"), false, false, false, 16,
     [](const T &t) { return formatTime(t.added); }, nullptr, nullptr, figureBy<&T::added>},
    {C::Completed, QT_TRANSLATE_NOOP("ui_models", "Completed"), false, false, false, 16,
     [](const T &t) { return t.completed ? formatTime(*t.completed) : QString(); }, nullptr,
     nullptr, figureBy<&T::completed>},
    {C::Tracker, QT_TRANSLATE_NOOP("ui_models", "Tracker"), false, false, false, 20,
     [](const T &t) { return fromUtf8(t.tracker); }, nullptr, orderOf<&T::tracker>, nullptr},
    {C::SavePath, QT_TRANSLATE_NOOP("ui_models", "Saved in"), false, false, false, 28,
     [](const T &t) { return fromUtf8(t.savePath); }, nullptr, orderOf<&T::savePath>, nullptr},
    {C::Category, QT_TRANSLATE_NOOP("ui_models", "Category"), false, false, false, 18,
     [](const T &t) { return fromUtf8(t.category); }, nullptr, orderOf<&T::category>, nullptr},
    {C::Tags, QT_TRANSLATE_NOOP("ui_models", "Tags"), false, false, false, 18,
     [](const T &t) { return tagsText(t.tags); }, nullptr, orderOf<&T::tags>, nullptr},
    {C::DownLimit, QT_TRANSLATE_NOOP("ui_models", "Down limit"), true, false, false, 11,
     [](const T &t) { return limitText(t.limits.download); }, nullptr,
     nullptr, [](const T &t) { return t.limits.download.count(); }},
    {C::UpLimit, QT_TRANSLATE_NOOP("ui_models", "Up limit"), true, false, false, 11,
     [](const T &t) { return limitText(t.limits.upload); }, nullptr,
     nullptr, [](const T &t) { return t.limits.upload.count(); }},
    {C::WholeSize, QT_TRANSLATE_NOOP("ui_models", "Whole size"), true, false, false, 9,
     [](const T &t) { return t.hasMetadata ? formatBytes(t.size) : QString(); }, [](const T &t) { return formatBytesExact(t.size); }, nullptr, figureBy<&T::size>},
    {C::Files, QT_TRANSLATE_NOOP("ui_models", "Files"), true, false, false, 7,
     [](const T &t) { return t.hasMetadata ? formatCount(t.fileCount) : QString(); }, nullptr, nullptr, figureBy<&T::fileCount>},
    {C::Private, QT_TRANSLATE_NOOP("ui_models", "Private"), false, false, false, 8,
     [](const T &t) { return t.isPrivate ? TrModels::tr("Yes", "private") : QString(); }, nullptr, nullptr, figureBy<&T::isPrivate>},
    {C::InfoHash, QT_TRANSLATE_NOOP("ui_models", "Info-hash"), false, false, false, 42, hashText, nullptr,
     orderOf<&T::infoHash>, nullptr},
}};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
        const bool between = kColumns[i].id >= kFirstVolatile && kColumns[i].id <= kLastVolatile;
        if (kColumns[i].id != static_cast<TransferColumn>(i) || kColumns[i].isVolatile != between)
            return false;
    }
    return true;
}
static_assert(inOrder());

} // namespace

BytesPerSecond downRate(const TorrentSnapshot &torrent)
{
    return hasEnded(torrent) || torrent.state == TorrentState::Seeding ? BytesPerSecond() : torrent.downloadRate;
}

BytesPerSecond upRate(const TorrentSnapshot &torrent)
{
    return hasEnded(torrent) ? BytesPerSecond() : torrent.uploadRate;
}

const std::array<TransferColumnInfo, kTransferColumns> &transferColumns()
{
    return kColumns;
}

std::strong_ordering orderBy(TransferColumn column, const TransferRow &a, const TransferRow &b)
{
    const TransferColumnInfo &info = transferColumns()[static_cast<std::size_t>(column)];
    return info.figure ? info.figure(*a.torrent) <=> info.figure(*b.torrent) : info.order(a, b);
}

QString transferColumnTitle(TransferColumn column)
{
    return TrModels::tr(kColumns.at(static_cast<std::size_t>(column)).title);
}

} // namespace trib::ui
