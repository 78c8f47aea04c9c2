// EngineParts: the parts of the engine, made in the order in which they need each other. Engine thread.
#pragma once

#include "core/torrent/adding.h"
#include "core/torrent/attachment.h"
#include "core/torrent/backup_keeper.h"
#include "core/torrent/command_runner.h"
#include "core/torrent/detail_reader.h"
#include "core/torrent/file_commands.h"
#include "core/torrent/intake.h"
#include "core/torrent/label_book.h"
#include "core/torrent/move_jobs.h"
#include "core/torrent/network_gate.h"
#include "core/torrent/peer_judge.h"
#include "core/torrent/previews.h"
#include "core/torrent/quiescence.h"
#include "core/torrent/removal_jobs.h"
#include "core/torrent/resume_saver.h"
#include "core/torrent/schedule_keeper.h"
#include "core/torrent/share_guard.h"
#include "core/torrent/space_guard.h"
#include "core/torrent/torrent_sources.h"
#include "core/torrent/watch_keeper.h"

#include <functional>

namespace trib::torrent {

struct EngineParts {
    EngineParts(EngineContext &context, std::function<void(const TorrentPreview &)> previewStarted,
                std::function<void(const Labels &)> labelsChanged, std::function<void(const WatchedFolders &)> watchedChanged,
                std::function<void(const engine::FeedsPointer &)> feedsChanged,
                BackupFiles backupFiles)
        : gate(context), judge(context), attachment(context), saver(context), quiescence(context), sources(context), labels(context, std::move(labelsChanged)), adding(context, attachment, saver, labels),
          previews(context, std::move(previewStarted)), intake(context, sources, previews, adding), watched(context, intake, std::move(watchedChanged)), backups(context, std::move(backupFiles)), feeds(context, gate, intake, std::move(feedsChanged)), filters(context, gate), space(context, attachment, saver), moves(context, attachment, saver, quiescence),
          removals(context, moves, quiescence), files(context, attachment, saver, quiescence), details(context),
          commands(context, {attachment, saver, labels, adding, previews, moves, removals, space, files, watched, backups, feeds, filters}), shares(context, commands),
          schedule(context, [this](bool on) { commands.run(UseAlternativeLimits{on}, {}); })
    {
    }

    NetworkGate gate;
    PeerJudge judge; // before a torrent is added
    Attachment attachment;
    ResumeSaver saver;
    Quiescence quiescence;
    TorrentSources sources;
    LabelBook labels;
    Adding adding;
    Previews previews;
    Intake intake;
    WatchKeeper watched;
    BackupKeeper backups;
    FeedKeeper feeds;
    FilterLists filters;
    SpaceGuard space;
    MoveJobs moves;
    RemovalJobs removals;
    FileCommands files;
    DetailReader details;
    CommandRunner commands;
    ShareGuard shares;
    ScheduleKeeper schedule;
};

} // namespace trib::torrent
