// Reading what qBittorrent (4.2 to 5.x) keeps, in both of its stores: BT_backup (a .torrent and a .fastresume each) and torrents.db
// (SQLite). Changes nothing there: a database is read from a copy. Hostile input; blocks; any thread.
#pragma once

#include "core/base/result.h"
#include "core/torrent/import_store.h"

#include <functional>
#include <string>

namespace trib::torrent {

// Called for each torrent with how many were read and how many there are; false gives up with Cancelled.
using ImportProgress = std::function<bool(std::size_t done, std::size_t of)>;

// `folder`: BT_backup, the folder that it or torrents.db lies in, or that of a --profile. Where both stores are, the one that was
// written to last. PathInvalid if there is neither; a torrent that cannot be read is named in the plan, and the others are.
[[nodiscard]] Result<ImportPlan> readQBittorrent(const std::string &folder, const ImportProgress &progress);

// One torrent: its resume data and, if there is one, its .torrent. `remembered`: when they were written.
struct QBittorrentItem {
    std::string name;                     // of the files, or the id in the database
    std::vector<std::uint8_t> resume;
    std::vector<std::uint8_t> metainfo;   // may be empty
    FileTime remembered;
};
[[nodiscard]] Result<ImportedTorrent> readFastResume(const QBittorrentItem &item);

// What the database knows beside the resume data.
struct QBittorrentRow {
    std::string name;
    std::string category;
    std::string tags;       // with commas
    std::int64_t ratioLimit = -2000;
    std::int64_t seedingTimeLimit = -2;
    std::int64_t inactiveTimeLimit = -2;
    std::int64_t action = -1;
    bool firstLastFirst = false;
    bool stopped = false;
    bool forced = false;
};
[[nodiscard]] Result<ImportedTorrent> readDatabaseRow(const QBittorrentItem &item, const QBittorrentRow &row);

// categories.json: names to folders.
[[nodiscard]] std::vector<Category> readCategories(std::span<const std::uint8_t> json);

} // namespace trib::torrent
