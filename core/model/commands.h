// Commands to the engine: values, carried out in the order of submission. The answer comes when the effect is durable.
#pragma once

#include "core/base/bytes.h"
#include "core/model/feeds.h"
#include "core/model/indexes.h"
#include "core/model/info_hash.h"
#include "core/model/labels.h"
#include "core/model/torrent_detail.h"
#include "core/model/torrent_limits.h"
#include "core/model/watched_folder.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace trib {

using TorrentIds = std::vector<TorrentId>;

enum class QueueMove { Top, Up, Down, Bottom };

// What becomes of the files of a torrent that leaves the list.
enum class FileDisposal { Keep, Trash, Delete };

// A FileIndex counts the files of the content, as the details and the preview list them: pad files (BEP 47) are none of them.

struct StartTorrents { TorrentIds ids; bool forced = false; };
struct StopTorrents { TorrentIds ids; };
struct RecheckTorrents { TorrentIds ids; };
struct ReannounceTorrents { TorrentIds ids; std::vector<std::string> trackers{}; };      // none named: all of them, and the DHT
struct MoveInQueue { TorrentIds ids; QueueMove move = QueueMove::Top; };
struct SetSequential { TorrentIds ids; bool on = false; };
struct SetFirstLastFirst { TorrentIds ids; bool on = false; };
struct SetFilePriorities { TorrentId id; std::vector<std::pair<FileIndex, FilePriority>> priorities; };
struct RenameTorrent { TorrentId id; std::string name; };                                 // as shown; the files keep theirs
struct RenameFile { TorrentId id; FileIndex file; std::string path; };                    // relative to the save path
struct RenameFolder { TorrentId id; std::string from; std::string to; };                  // both relative to the save path
struct MoveStorage { TorrentIds ids; std::string savePath; };                             // each is a job, with progress in its row
struct CancelMove { TorrentId id; };                                                      // answered when all is where it was
// Calls a move under way back first.
struct RemoveTorrents { TorrentIds ids; FileDisposal files = FileDisposal::Keep; };
struct SetTorrentLimits { TorrentIds ids; TorrentLimits limits; };
struct SetShareLimits { TorrentIds ids; std::optional<ShareLimits> limits; };              // nullopt: the session's
struct MergeTrackers { TorrentId id; std::vector<std::string> trackers; };                // PrivateMergeRefused for a private torrent
// Whatever the torrent: for a private one it is the user's own risk. New trackers are one tier behind the others (BEP 12).
struct AddTrackers { TorrentId id; std::vector<std::string> trackers; };
struct ReplaceTracker { TorrentId id; std::string from; std::string to; };                // in the tier of the old one
struct SetTrackerTier { TorrentId id; std::string tracker; std::int32_t tier = 0; };       // 0 is asked first
struct RemoveTrackers { TorrentId id; std::vector<std::string> trackers; };
struct ChangeWebSeeds { TorrentId id; std::vector<std::string> add; std::vector<std::string> remove; }; // BEP 19
struct SetSuperSeeding { TorrentIds ids; bool on = false; };                              // BEP 16
struct SetCategory { TorrentIds ids; std::string category; };                             // empty: none; the files stay where they are
struct ChangeTags { TorrentIds ids; std::vector<std::string> add; std::vector<std::string> remove; };
struct SaveCategory { Category category; };                                               // makes it, or changes its folder
struct RemoveCategories { std::vector<std::string> names; };                              // with those below; their torrents have none then
struct CreateTags { std::vector<std::string> tags; };
struct DeleteTags { std::vector<std::string> tags; };                                     // from all torrents
struct AddPeer { TorrentId id; std::string endpoint; };                                   // "address:port"
// IP addresses without ports, of all torrents and for good: they are added to the setting network/banned_peers.
struct BanPeers { std::vector<std::string> addresses; };
struct RepairTorrent { TorrentId id; };                                                   // the action of every problem: try again
struct UseAlternativeLimits { bool on = false; };
struct CancelPreview { InfoHash infoHash; };                                              // give up waiting for metadata
struct SaveWatchedFolder { WatchedFolder folder; };                                       // makes it, or changes that of its path
struct RemoveWatchedFolders { std::vector<std::string> paths; };
struct SaveFeed { std::string url; std::string name; };                                   // makes it and reads it, or renames it
struct RemoveFeeds { std::vector<std::string> urls; };                                    // with what was known of their items
struct RefreshFeeds { std::vector<std::string> urls; };                                   // empty: all
struct MarkFeedItems { std::string url; std::vector<std::string> ids; bool read = true; bool added = false; }; // no ids: all; added: those are in the list
struct SaveFeedRule { std::string before; FeedRule rule; };                               // `before`: its name until now; empty: a new one
struct RemoveFeedRules { std::vector<std::string> names; };
struct UpdateFilterLists {};                                                              // fetches those of URLs now, reads all
struct MakeBackup { std::string path; std::vector<std::pair<std::string, std::string>> files; }; // a new file; `files`: path and name of what goes with it

using Command = std::variant<StartTorrents, StopTorrents, RecheckTorrents, ReannounceTorrents, MoveInQueue, SetSequential,
    SetFirstLastFirst, SetFilePriorities, RenameTorrent, RenameFile, RenameFolder, MoveStorage, CancelMove, RemoveTorrents,
    SetTorrentLimits, SetShareLimits, MergeTrackers,
    AddTrackers, ReplaceTracker, SetTrackerTier, RemoveTrackers, ChangeWebSeeds, SetSuperSeeding, SetCategory, ChangeTags, SaveCategory, RemoveCategories, CreateTags, DeleteTags, AddPeer, BanPeers, RepairTorrent, UseAlternativeLimits, CancelPreview, SaveWatchedFolder,
    RemoveWatchedFolders, SaveFeed, RemoveFeeds, RefreshFeeds, MarkFeedItems, SaveFeedRule, RemoveFeedRules, UpdateFilterLists, MakeBackup>;

// Exactly what RemoveTorrents with files would take away.
struct RemovalPlan {
    std::vector<std::string> files;   // absolute paths that exist
    Bytes size;
    std::vector<std::string> shared;  // files that stay, because another torrent in the list uses them
    bool trashAvailable = true;       // false: the volume has no trash folder, and files would be deleted for good
};

} // namespace trib
