// SessionStore: session.db. Engine thread only, but for Loader, which has a connection of its own and streams on a worker.
// Every function that returns success has made its change durable (WAL, synchronous FULL), unless it says otherwise.
// One record that cannot be read harms no other: it is reported, and stays in the file until it is removed.
#pragma once

#include "core/base/result.h"
#include "core/database/database.h"
#include "core/settings/field.h"
#include "core/torrent/torrent_record.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace trib {
class Clock;
class Log;
}

namespace trib::torrent {

using Blob = std::vector<std::uint8_t>;

// One torrent as it is loaded. `damage` is empty, or says (for the log) why the record or a blob of it cannot be read; then `record`
// holds what could be read, at least the id.
struct StoredTorrent {
    TorrentRecord record;
    Blob metainfo; // the .torrent (bencoded); empty for a magnet link without metadata
    Blob resume;   // libtorrent's resume data without the info dictionary, zlib-free bencoding
    std::string damage;
};

// What one save writes: the hot row, and the resume data where it is new. A metainfo is written once, when it becomes known.
struct TorrentUpdate {
    TorrentRecord record;
    std::optional<Blob> resume;
    std::optional<Blob> metainfo;
};

struct Statistics {
    Bytes downloaded; // ever, of all torrents, those removed too
    Bytes uploaded;

    bool operator==(const Statistics &) const = default;
};

class SessionStore {
public:
    // Opens or creates session.db in `folder`, migrates older versions, and takes the profile's lock. StoreNewer, AlreadyRunning,
    // or StoreUnavailable. A file that is no database, or whose pages are damaged, is set aside (renamed, never deleted) and replaced
    // by what can be salvaged of it row by row and, for torrents missing there, by the newest snapshot; recovered() then tells.
    [[nodiscard]] static Result<std::unique_ptr<SessionStore>> open(const std::filesystem::path &folder, const Clock &clock, Log &log);
    ~SessionStore();

    // Durable when it returns. DuplicateTorrent if the id is there already.
    [[nodiscard]] Result<> insert(const StoredTorrent &torrent);
    // All in one transaction; ids that are gone are passed over. Blobs that are not given stay, and damage that was stored with the
    // torrent is forgotten: a repair gives all three parts.
    [[nodiscard]] Result<> update(std::span<const TorrentUpdate> updates);
    [[nodiscard]] Result<> remove(std::span<const TorrentId> ids);

    [[nodiscard]] Result<settings::TextMap> loadSettings();
    // Adds and replaces; keys that are not given stay, so that an older version keeps what a newer one wrote. `gone` are erased.
    [[nodiscard]] Result<> saveSettings(const settings::TextMap &settings, std::span<const std::string> gone = {});
    [[nodiscard]] Result<Blob> loadSessionState(); // libtorrent's session state (DHT nodes); empty if there is none
    [[nodiscard]] Result<> saveSessionState(std::span<const std::uint8_t> state);
    [[nodiscard]] Result<Statistics> loadStatistics();
    [[nodiscard]] Result<> saveStatistics(const Statistics &statistics);

    // Reads all torrents in one ordered pass over the hot rows, in queue order and then by time of adding, and hands them over in batches of at most
    // `batch`. May run on any thread, beside the store's own use: it opens a read-only connection of its own. Stops early when
    // `sink` returns false.
    [[nodiscard]] static Result<> streamTorrents(const std::filesystem::path &folder, std::size_t batch,
                                                 const std::function<bool(std::vector<StoredTorrent>)> &sink);
    // The hot rows alone, for the list.
    [[nodiscard]] static Result<> streamRecords(const std::filesystem::path &folder, std::size_t batch,
                                                const std::function<bool(std::vector<StoredTorrent>)> &sink);

    // One torrent with its blobs, as it is stored now; NoSuchTorrent if it is not. On any thread, with a connection of its own.
    [[nodiscard]] static Result<StoredTorrent> readTorrent(const std::filesystem::path &folder, const TorrentId &id);

    // Copies the database to snapshots/session-YYYY-MM-DD.db unless today's exists, and keeps the newest seven. Takes as long as
    // copying the file does: any thread, with a connection of its own.
    [[nodiscard]] static Result<> writeSnapshot(const std::filesystem::path &folder, const Clock &clock);

    // The metainfo and resume data of one torrent from the newest snapshot that has it readable; for RepairTorrent.
    [[nodiscard]] static Result<StoredTorrent> readFromSnapshot(const std::filesystem::path &folder, const TorrentId &id);

    // True if open() had to set a damaged file aside.
    [[nodiscard]] bool recovered() const;

private:
    class Private;
    explicit SessionStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace trib::torrent
