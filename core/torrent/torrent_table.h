// TorrentTable: the torrents of the list, with what the engine knows of each beyond its stored record. Engine thread.
#pragma once

#include "core/base/clock.h"
#include "core/model/add_request.h"
#include "core/torrent/path_registry.h"
#include "core/torrent/shared_row.h"
#include "core/torrent/storage_mover.h"
#include "core/torrent/torrent_record.h"

#include <libtorrent/bitfield.hpp>
#include <libtorrent/time.hpp>
#include <libtorrent/torrent_handle.hpp>
#include <libtorrent/torrent_status.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace trib::torrent {

// What was asked of a magnet link and can only be done when its metadata is there.
struct MetadataWishes {
    std::vector<FilePriority> priorities;
    ContentLayout layout = ContentLayout::Original;
    OnPathConflict onPathConflict = OnPathConflict::Suffix;
    std::string name;
    bool skipOthers = false; // `priorities` are of a link with so=: by libtorrent's index, and files beyond them are not downloaded
};

enum class Phase {
    Loading,  // known from session.db, being read by the loader
    Attached, // with libtorrent
    Detached, // kept away from libtorrent: see `problem`, or a move of its files is under way
};

// What libtorrent last said, as far as the state of the row depends on it.
struct LtView {
    lt::torrent_status::state_t state = lt::torrent_status::checking_resume_data;
    bool paused = true;
    bool finished = false;
    bool known = false; // false until the first status
};

struct Torrent {
    TorrentRecord record;
    SharedRow shown;             // as last published
    LtView lt;
    Phase phase = Phase::Loading;
    Problem problem;
    lt::torrent_handle handle;   // valid while attached
    std::optional<MetadataWishes> wishes;
    std::shared_ptr<MoveProgress> move;

    bool isDownloading = false;      // libtorrent has been fetching pieces since it was last complete
    int fileJobs = 0;                // renames and priorities that libtorrent has still to confirm
    bool awaitingPriorities = false; // metadata has come, what is to be downloaded is being set: not finished, whatever libtorrent says
    bool recordDirty = false;    // the record differs from what is stored
    bool needsResume = false;    // libtorrent says its resume data is newer than what it last gave
    bool saving = false;         // resume data has been asked for, and is not stored yet
    std::uint64_t saveSerial = 0; // of TorrentTable::nextSaveSerial(); grows when what has been asked for is out of date before it is stored
    bool leavingSource = false;  // what a move left at its source is being removed: files keep their names until that is done
    bool recheck = false;        // check all files when it is next attached
    bool checkOnly = false;      // stopped, and let go to be checked
    bool leaving = false;        // it is being removed: nothing new is begun for it
    SteadyTime lastSave{};
    lt::typed_bitfield<lt::piece_index_t> durable; // pieces whose bytes were flushed to the disk before they were recorded
    BytesPerSecond smoothedRate; // for the ETA
    SteadyTime lastStatus{};
    lt::time_point lastActivity{};   // as libtorrent told last
    std::chrono::seconds inactive{}; // for how long nobody had taken anything, at that time
};

class TorrentTable {
public:
    // The reference stays valid until the torrent is removed. The id must not be in the table.
    Torrent &insert(TorrentRecord record);
    void remove(const TorrentId &id);

    [[nodiscard]] Torrent *find(const TorrentId &id);
    [[nodiscard]] Torrent *find(const lt::torrent_handle &handle);
    [[nodiscard]] Torrent *findMatching(const InfoHash &hash);

    void attach(Torrent &torrent, const lt::torrent_handle &handle);
    void detach(Torrent &torrent);
    // After metadata: both hashes of a hybrid become known.
    void setInfoHash(Torrent &torrent, const InfoHash &hash);

    void forEach(const std::function<void(Torrent &)> &visit);
    [[nodiscard]] std::size_t size() const { return m_torrents.size(); }

    // Never the same twice, nor for a torrent that was removed and has been added again: its id is the same.
    [[nodiscard]] std::uint64_t nextSaveSerial() { return ++m_saveSerials; }

private:
    void index(const Torrent &torrent);
    void unindex(const Torrent &torrent);

    std::unordered_map<TorrentId, std::unique_ptr<Torrent>> m_torrents;
    std::unordered_map<std::uint32_t, Torrent *> m_handles; // by lt::torrent_handle::id()
    std::unordered_map<Sha1, TorrentId> m_v1;
    std::unordered_map<Sha256, TorrentId> m_v2;
    std::uint64_t m_saveSerials = 0;
};

} // namespace trib::torrent
