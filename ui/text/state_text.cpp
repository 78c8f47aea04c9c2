#include "ui/text/state_text.h"

#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QStringList>

namespace trib::ui {
namespace {

StateWords problemWords(const Problem &problem)
{
    const auto words = [&](StateTone tone, StateAction action) {
        const QString icon = tone == StateTone::Danger ? QStringLiteral("error") : QStringLiteral("warning");
        return StateWords{problemText(problem), tone, icon, action};
    };
    switch (problem.kind) {
    case ProblemKind::None: return words(StateTone::Problem, StateAction::Repair);
    case ProblemKind::NoSpace: return words(StateTone::Problem, StateAction::ChoosePlace);
    case ProblemKind::VolumeOffline: return words(StateTone::Problem, StateAction::Repair);
    case ProblemKind::MissingFiles: return words(StateTone::Danger, StateAction::Recheck);
    case ProblemKind::PermissionDenied: return words(StateTone::Problem, StateAction::ChoosePlace);
    case ProblemKind::DiskError: return words(StateTone::Danger, StateAction::Repair);
    case ProblemKind::UnreadableRecord: return words(StateTone::Danger, StateAction::Repair);
    case ProblemKind::PathInUse: return words(StateTone::Problem, StateAction::ChoosePlace);
    case ProblemKind::InvalidMetadata: return words(StateTone::Problem, StateAction::Remove);
    case ProblemKind::V2OnlyUnsafe: return words(StateTone::Problem, StateAction::Remove);
    case ProblemKind::Internal: return words(StateTone::Problem, StateAction::Repair);
    }
    return {};
}

StateWords downloadingWords(const TorrentSnapshot &t)
{
    if (t.downloadRate.count() > 0) {
        const QString text = t.forced ? TrText::tr("Downloading, ahead of the queue") : TrText::tr("Downloading");
        return {text, StateTone::Working, QStringLiteral("down"), StateAction::None};
    }
    if (!t.trackerMessage.empty() && t.seeds + t.peers == 0)
        return {TrText::tr("Tracker says: %1").arg(fromUtf8(t.trackerMessage)), StateTone::Problem, QStringLiteral("warning"),
                StateAction::None};
    if (t.seeds > 0)
        return {TrText::tr("Waiting for data (%n seed(s) connected)", nullptr, t.seeds), StateTone::Waiting, QStringLiteral("clock"),
                StateAction::None};
    if (t.swarmSeeds > 0)
        return {TrText::tr("Waiting for seeds (0 of %1 connected)").arg(t.swarmSeeds), StateTone::Waiting, QStringLiteral("clock"),
                StateAction::None};
    if (t.peers > 0)
        return {TrText::tr("Waiting for seeds (%n peer(s) connected)", nullptr, t.peers), StateTone::Waiting, QStringLiteral("clock"),
                StateAction::None};
    return {TrText::tr("Looking for peers"), StateTone::Waiting, QStringLiteral("clock"), StateAction::None};
}

StateWords seedingWords(const TorrentSnapshot &t)
{
    if (t.uploadRate.count() > 0)
        return {TrText::tr("Seeding"), StateTone::Done, QStringLiteral("seed"), StateAction::None};
    if (!t.trackerMessage.empty() && t.seeds + t.peers == 0)
        return {TrText::tr("Tracker says: %1").arg(fromUtf8(t.trackerMessage)), StateTone::Problem, QStringLiteral("warning"),
                StateAction::None};
    return {TrText::tr("Seeding, nobody asks just now"), StateTone::Done, QStringLiteral("seed"), StateAction::None};
}

StateWords metadataWords(const TorrentSnapshot &t)
{
    const QString text = t.peers + t.seeds > 0
        ? TrText::tr("Getting the file list (%n peer(s) connected)", nullptr, t.peers + t.seeds)
        : TrText::tr("Looking for peers to get the file list");
    return {text, StateTone::Waiting, QStringLiteral("metadata"), StateAction::None};
}

QString queueText(const TorrentSnapshot &t)
{
    return t.queuePosition.value() < 0 ? TrText::tr("Waiting in the queue")
                                       : TrText::tr("Waiting in the queue, number %1").arg(t.queuePosition.value() + 1);
}

} // namespace

StateWords stateWords(const TorrentSnapshot &t)
{
    const auto words = [](const QString &text, StateTone tone, const char *icon, StateAction action = StateAction::None) {
        return StateWords{text, tone, QString::fromLatin1(icon), action};
    };
    if (t.problem || t.state == TorrentState::Failed)
        return problemWords(t.problem);
    switch (t.state) {
    case TorrentState::Loading: return words(TrText::tr("Loading"), StateTone::Waiting, "clock");
    case TorrentState::FetchingMetadata: return metadataWords(t);
    case TorrentState::QueuedForCheck: return words(TrText::tr("Waiting to be checked"), StateTone::Waiting, "queue");
    case TorrentState::Checking:
        return words(TrText::tr("Checking files, %1 done").arg(formatPercent(t.progressPermille)), StateTone::Working, "recheck");
    case TorrentState::QueuedForDownload: return words(queueText(t), StateTone::Waiting, "queue");
    case TorrentState::Downloading: return downloadingWords(t);
    case TorrentState::Stopped: return words(TrText::tr("Stopped"), StateTone::Waiting, "pause", StateAction::Start);
    case TorrentState::Moving:
        return words(TrText::tr("Moving files, %1 done").arg(formatPercent(t.progressPermille)), StateTone::Working, "move");
    case TorrentState::QueuedForSeeding: return words(TrText::tr("Done, waiting to seed"), StateTone::Done, "queue");
    case TorrentState::Seeding: return seedingWords(t);
    case TorrentState::Finished: return words(TrText::tr("Done"), StateTone::Done, "done", StateAction::OpenFolder);
    case TorrentState::Failed: break;
    }
    return problemWords(t.problem);
}

QString actionText(StateAction action)
{
    switch (action) {
    case StateAction::None: return {};
    case StateAction::Start: return TrText::tr("Start");
    case StateAction::ChoosePlace: return TrText::tr("Choose another folder");
    case StateAction::Recheck: return TrText::tr("Check the files");
    case StateAction::Repair: return TrText::tr("Try again");
    case StateAction::OpenFolder: return TrText::tr("Open folder");
    case StateAction::Remove: return TrText::tr("Remove");
    }
    return {};
}

QString problemText(const Problem &problem)
{
    const QString path = fromUtf8(problem.path);
    const QString text = fromUtf8(problem.text);
    switch (problem.kind) {
    case ProblemKind::None: return TrText::tr("Stopped by an error");
    case ProblemKind::NoSpace:
        return problem.needed.count() > 0
            ? TrText::tr("No space: %1 needed in %2, %3 free").arg(formatBytes(problem.needed), path, formatBytes(problem.available))
            : TrText::tr("No space left in %1").arg(path);
    case ProblemKind::VolumeOffline: return TrText::tr("Drive ‘%1’ is not connected").arg(driveName(path));
    case ProblemKind::MissingFiles:
        return path.isEmpty() ? TrText::tr("Files are missing or were changed") : TrText::tr("Missing or changed: %1").arg(path);
    case ProblemKind::PermissionDenied: return TrText::tr("Not allowed to write to %1").arg(path);
    case ProblemKind::DiskError:
        return text.isEmpty() ? TrText::tr("The drive failed to read or write %1").arg(path)
                              : TrText::tr("The drive failed to read or write %1: %2").arg(path, text);
    case ProblemKind::UnreadableRecord: return TrText::tr("The saved entry of this torrent cannot be read");
    case ProblemKind::PathInUse:
        return text.isEmpty() ? TrText::tr("Another torrent writes the same files")
                              : TrText::tr("‘%1’ writes the same files").arg(text);
    case ProblemKind::InvalidMetadata:
        return text.isEmpty() ? TrText::tr("The file list that peers sent is not valid")
                              : TrText::tr("The file list that peers sent is not valid: %1").arg(text);
    case ProblemKind::V2OnlyUnsafe:
        return TrText::tr("Stopped: torrents of version 2 only are not safe with libtorrent %1").arg(text);
    case ProblemKind::Internal:
        return text.isEmpty() ? TrText::tr("Stopped by an error") : TrText::tr("Stopped by an error: %1").arg(text);
    }
    return {};
}

QString driveName(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const auto part = [&](qsizetype i) { return i < parts.size() ? parts.at(i) : path; };
    if (path.startsWith(QStringLiteral("/run/media/")))
        return part(3);
    if (path.startsWith(QStringLiteral("/media/")))
        return part(2);
    if (path.startsWith(QStringLiteral("/mnt/")))
        return part(1);
    return path;
}

} // namespace trib::ui
