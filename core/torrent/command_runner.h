// CommandRunner: carries out the commands that change what a torrent wants, in the record first and then with libtorrent. Moves and
// removals have classes of their own. Engine thread.
#pragma once

#include "core/model/commands.h"
#include "core/torrent/adding.h"
#include "core/torrent/answer.h"
#include "core/torrent/backup_keeper.h"
#include "core/torrent/feed_keeper.h"
#include "core/torrent/file_commands.h"
#include "core/torrent/filter_lists.h"
#include "core/torrent/label_book.h"
#include "core/torrent/move_jobs.h"
#include "core/torrent/previews.h"
#include "core/torrent/removal_jobs.h"
#include "core/torrent/space_guard.h"
#include "core/torrent/watch_keeper.h"

namespace trib::torrent {

class CommandRunner {
public:
    using Done = Answer<std::monostate>;

    struct Parts {
        Attachment &attachment;
        ResumeSaver &saver;
        LabelBook &labels;
        Adding &adding;
        Previews &previews;
        MoveJobs &moves;
        RemovalJobs &removals;
        SpaceGuard &space;
        FileCommands &files;
        WatchKeeper &watched;
        BackupKeeper &backups;
        FeedKeeper &feeds;
        FilterLists &filters;
    };

    CommandRunner(EngineContext &context, Parts parts) : m_context(context), m_parts(parts) {}

    void run(const Command &command, const Done &done);

private:
    void operator()(const StartTorrents &command, const Done &done);
    void operator()(const StopTorrents &command, const Done &done);
    void operator()(const RecheckTorrents &command, const Done &done);
    void operator()(const ReannounceTorrents &command, const Done &done);
    void operator()(const MoveInQueue &command, const Done &done);
    void operator()(const SetSequential &command, const Done &done);
    void operator()(const SetFirstLastFirst &command, const Done &done);
    void operator()(const SetFilePriorities &command, const Done &done);
    void operator()(const RenameTorrent &command, const Done &done);
    void operator()(const RenameFile &command, const Done &done);
    void operator()(const RenameFolder &command, const Done &done);
    void operator()(const MoveStorage &command, const Done &done);
    void operator()(const CancelMove &command, const Done &done);
    void operator()(const RemoveTorrents &command, const Done &done);
    void operator()(const SetTorrentLimits &command, const Done &done);
    void operator()(const SetShareLimits &command, const Done &done);
    void operator()(const MergeTrackers &command, const Done &done);
    void operator()(const AddTrackers &command, const Done &done);
    void operator()(const ReplaceTracker &command, const Done &done);
    void operator()(const SetTrackerTier &command, const Done &done);
    void operator()(const RemoveTrackers &command, const Done &done);
    void operator()(const ChangeWebSeeds &command, const Done &done);
    void operator()(const SetSuperSeeding &command, const Done &done);
    void operator()(const SetCategory &command, const Done &done);
    void operator()(const ChangeTags &command, const Done &done);
    void operator()(const SaveCategory &command, const Done &done);
    void operator()(const RemoveCategories &command, const Done &done);
    void operator()(const CreateTags &command, const Done &done);
    void operator()(const DeleteTags &command, const Done &done);
    void operator()(const AddPeer &command, const Done &done);
    void operator()(const BanPeers &command, const Done &done);
    void operator()(const RepairTorrent &command, const Done &done);
    void operator()(const UseAlternativeLimits &command, const Done &done);
    void operator()(const CancelPreview &command, const Done &done);
    void operator()(const SaveWatchedFolder &command, const Done &done);
    void operator()(const RemoveWatchedFolders &command, const Done &done);
    void operator()(const MakeBackup &command, const Done &done);
    void operator()(const SaveFeed &command, const Done &done);
    void operator()(const RemoveFeeds &command, const Done &done);
    void operator()(const RefreshFeeds &command, const Done &done);
    void operator()(const MarkFeedItems &command, const Done &done);
    void operator()(const SaveFeedRule &command, const Done &done);
    void operator()(const RemoveFeedRules &command, const Done &done);
    void operator()(const UpdateFilterLists &command, const Done &done);

    // `change` on each torrent that is there; then its row, its record (durably) and libtorrent follow.
    void forEach(const TorrentIds &ids, const Done &done, const std::function<void(Torrent &)> &change);
    // `change` on libtorrent's torrent, unless `checked` says no; its resume data is stored then.
    void changeUrls(const TorrentId &id, Result<> checked, const Done &done, const std::function<Result<>(lt::torrent_handle &)> &change);
    // The same on each torrent of the list for which it returns true.
    [[nodiscard]] Result<> changeWhere(const std::function<bool(TorrentRecord &)> &change);
    void repair(Torrent &torrent);

    EngineContext &m_context;
    Parts m_parts;
};

} // namespace trib::torrent
