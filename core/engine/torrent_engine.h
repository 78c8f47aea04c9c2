// TorrentEngine: all that the window, the daemon's command line and the remote API know of BitTorrent.
// Lives on the thread of whoever created it and is called from that thread alone; does its work on threads of its own; owned by app.
// Answers come as futures (use .then with a context), streams as signals with values. No call blocks.
#pragma once

#include "core/base/result.h"
#include "core/model/add_request.h"
#include "core/model/commands.h"
#include "core/model/delta.h"
#include "core/model/feeds.h"
#include "core/model/session_status.h"
#include "core/model/torrent_detail.h"
#include "core/model/watched_folder.h"
#include "core/settings/engine_settings.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace trib::engine {

using DeltaPointer = std::shared_ptr<const TransferDelta>;
using FeedsPointer = std::shared_ptr<const Feeds>;
using DetailPointer = std::shared_ptr<const TorrentDetail>;

// How often deltas are published: 500 ms while someone looks, 2 s while nobody does.
enum class Audience { Looking, Away };

class TorrentEngine : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Opens session.db and streams its torrents into the list. The answer comes when every row is in the list (not yet with
    // libtorrent); StoreUnavailable, StoreNewer or AlreadyRunning if it cannot be opened.
    virtual QFuture<Result<>> start() = 0;

    // What a source holds, before anything of it is downloaded or added: reads the file, fetches the URL, or waits for the metadata
    // of a magnet link until CancelPreview or `shutdown`. The answer of a magnet link whose metadata is unknown comes by signal
    // previewStarted at once, and by the future when the metadata is there.
    virtual QFuture<Result<TorrentPreview>> preview(TorrentSource source) = 0;

    // The answer comes when the torrent is durable in session.db.
    virtual QFuture<Result<TorrentId>> add(AddRequest request) = 0;

    // NoSuchTorrent if none of the ids is in the list; ids that are gone are passed over otherwise.
    virtual QFuture<Result<>> submit(Command command) = 0;

    // What RemoveTorrents with files would take away just now.
    virtual QFuture<Result<RemovalPlan>> planRemoval(TorrentIds ids) = 0;

    // The .torrent of a torrent with metadata.
    virtual QFuture<Result<std::vector<std::uint8_t>>> exportTorrent(TorrentId id) = 0;

    // The parts of one torrent as they are just now, whatever is being watched. Of a torrent that is not with libtorrent (loading, or
    // kept away by a problem) no part is set.
    virtual QFuture<Result<DetailPointer>> detail(TorrentId id, DetailParts parts) = 0;

    // Which parts of which torrent detailChanged() reports, from now on, with every tick; nullopt for none.
    virtual void watch(std::optional<TorrentId> id, DetailParts parts) = 0;

    // The next delta comes only after the last one was acknowledged; meanwhile changes merge.
    virtual void acknowledge(DeltaSequence sequence) = 0;

    virtual void setAudience(Audience audience) = 0;

    // Validated, applied and stored; InvalidSetting leaves everything as it was. settingsChanged() follows.
    virtual QFuture<Result<>> configure(settings::EngineSettings settings) = 0;

    // Orderly end: announces "stopped", writes what was verified to disk and resume data to session.db. The engine does nothing
    // afterwards; the answer of anything still pending is ShuttingDown.
    virtual QFuture<Result<>> shutdown() = 0;

Q_SIGNALS:
    void changed(const trib::engine::DeltaPointer &delta);
    void listed(); // once: every row that start() found has gone out by changed(), or cannot be read
    void detailChanged(const trib::engine::DetailPointer &detail);
    void statusChanged(const trib::SessionStatus &status);
    void settingsChanged(const trib::settings::EngineSettings &settings);
    void labelsChanged(const trib::Labels &labels); // once after start(), too
    void watchedFoldersChanged(const trib::WatchedFolders &folders); // likewise
    void feedsChanged(const trib::engine::FeedsPointer &feeds);      // likewise
    void previewStarted(const trib::TorrentPreview &preview);
    // Once, when a download completes while the program runs.
    void finished(const trib::TorrentSnapshot &torrent);
};

} // namespace trib::engine
