// EngineContext: what the parts of the engine share. Owned by EngineWorker; engine thread only.
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/engine/delta_coalescer.h"
#include "core/settings/engine_settings.h"
#include "core/torrent/session_store.h"
#include "core/torrent/status_posts.h"
#include "core/torrent/torrent_table.h"

#include <libtorrent/ip_filter.hpp>
#include <libtorrent/session.hpp>

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <type_traits>
#include <utility>

namespace trib::torrent {

struct EngineContext {
    EngineContext(QObject &engine, std::filesystem::path profileFolder, const Clock &theClock, Log &theLog, std::string savePath)
        : owner(engine), profile(std::move(profileFolder)), clock(theClock), log(theLog), defaultSavePath(std::move(savePath))
    {
    }

    QObject &owner;                     // lives on the engine thread: the context of every continuation
    std::filesystem::path profile;
    const Clock &clock;
    Log &log;
    std::string defaultSavePath;

    std::unique_ptr<SessionStore> store;
    std::unique_ptr<lt::session> session;
    settings::EngineSettings settings;
    std::set<lt::address> corrupters;   // peers that sent wrong data, shut out until the next start
    std::shared_ptr<const lt::ip_filter> listedAddresses; // of the lists; null: none
    bool listsPending = false;          // the session stands still until the lists were read
    TorrentTable table;
    PathRegistry paths;
    engine::DeltaCoalescer deltas;
    StatusPosts statusPosts;
    QThreadPool pool;
    std::shared_ptr<bool> running = std::make_shared<bool>(true); // false once the parts of the engine are gone
    std::atomic<bool> stopping{false};  // long work on the pool gives up when it becomes true
    Bytes sessionDownloaded{};          // payload since this start, as the session's counters say
    Bytes sessionUploaded{};
    Bytes countedDownloaded{};          // of that, what is in the stored statistics already
    Bytes countedUploaded{};
    bool settingsChanged = false;       // by a command; settingsChanged() is still to be emitted
    bool listChanged = false;           // something was put into `deltas` since the last publication
    bool stateChanged = false;          // libtorrent told of a change that the next status must show without waiting for a tick

    // Runs `work` on the pool, then `then` with its value on the engine thread: always later, after all that `work` itself has posted
    // there; not at all once the engine has gone.
    template <class Work, class Then>
    void onPool(Work work, Then then)
    {
        auto job = std::make_shared<std::pair<Work, Then>>(std::move(work), std::move(then));
        pool.start([target = &owner, alive = running, job] {
            auto value = std::make_shared<std::invoke_result_t<Work>>(job->first());
            QMetaObject::invokeMethod(target, [alive, job, value] {
                if (*alive)
                    job->second(std::move(*value));
            }, Qt::QueuedConnection);
        });
    }

    // `f` for as long as the engine has not ended: around whatever comes back to the engine thread later than it was sent. Called there.
    template <class Value, class F>
    [[nodiscard]] auto guarded(F f) const
    {
        return [alive = running, f = std::move(f)](Value value) mutable {
            if (*alive)
                f(std::move(value));
        };
    }

    template <class F>
    [[nodiscard]] auto guarded(F f) const
    {
        return [alive = running, f = std::move(f)]() mutable {
            if (*alive)
                f();
        };
    }

    // Rebuilds the row from what is known without libtorrent (status: see SnapshotBuilder) and publishes it with the next delta.
    void publish(Torrent &torrent)
    {
        deltas.upsert(torrent.shown.share());
        listChanged = true;
    }

    [[nodiscard]] std::string savePathOr(const std::string &path) const
    {
        if (!path.empty())
            return path;
        return settings.storage.savePath.empty() ? defaultSavePath : settings.storage.savePath;
    }
};

} // namespace trib::torrent
