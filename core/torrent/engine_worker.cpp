#include "core/torrent/engine_worker.h"

#include "core/torrent/alert_handler.h"
#include "core/torrent/engine_parts.h"
#include "core/torrent/session_filter.h"
#include "core/torrent/session_loader.h"
#include "core/torrent/session_start.h"
#include "core/torrent/session_settings.h"
#include "core/torrent/stored_params.h"
#include "core/torrent/volumes.h"

#include <libtorrent/session.hpp>
#include <libtorrent/session_params.hpp>

#include <QTimer>

#include <algorithm>

namespace trib::torrent {
namespace {

using namespace std::chrono_literals;

constexpr auto kLookingTick = 500ms;
constexpr auto kAwayTick = 2s;
constexpr std::chrono::milliseconds kLeastGap = 50ms; // between two deltas, however much happens
constexpr auto kHousekeeping = 2s;      // resume data, volumes, share limits
constexpr auto kSnapshotCheck = 1h;
constexpr auto kShutdownPatience = 10s; // for resume data; what is not there by then is found again by its hashes
constexpr auto kStatisticsEvery = 2s;   // at most, when nothing but these has changed

// `status` with those figures of `other` that statistics alone show.
[[nodiscard]] SessionStatus withStatisticsOf(SessionStatus status, const SessionStatus &other)
{
    status.sessionDownloaded = other.sessionDownloaded;
    status.sessionUploaded = other.sessionUploaded;
    status.wasted = other.wasted;
    status.failedHash = other.failedHash;
    status.connections = other.connections;
    status.diskJobs = other.diskJobs;
    return status;
}

} // namespace

class EngineWorker::Private {
public:
    Private(EngineWorker &worker, const EngineOptions &given)
        : q(worker), options(given), context(worker, given.profile, given.clock, given.log, given.defaultSavePath)
    {
    }

    void begin();
    void pump();
    void lookSoon();
    void tick();
    void publish();
    void publishSoon();
    void housekeeping();
    void writeSnapshot();
    void emitStatus();
    void storeStatistics();
    void endWhenIdle(const Answer<std::monostate> &answer, SteadyTime deadline);
    void end(const Answer<std::monostate> &answer);

    EngineWorker &q;
    const EngineOptions options;
    EngineContext context;
    std::unique_ptr<EngineParts> parts; // null before start and after the end
    std::unique_ptr<AlertHandler> alerts;
    std::unique_ptr<SessionLoader> loader;
    settings::TextMap storedSettings;
    Statistics statistics;              // of what has left the list or was counted before this start
    QTimer ticker;
    QTimer housekeeper;
    QTimer snapshots;
    SessionStatus lastStatus;
    SteadyTime lastStatusAt{};
    const WallTime started = context.clock.wallNow();
    std::optional<Bytes> freeSpace;
    std::function<void()> listed;       // gives the answer of start(), once every row has been handed out
    SteadyTime lastPublished{};
    bool publishPlanned = false;
    bool lookPlanned = false;
    bool publishOnAck = false;          // something was to be published and the last delta was not acknowledged
    bool ending = false;
};

EngineWorker::EngineWorker(const EngineOptions &options) : d(std::make_unique<Private>(*this, options))
{
    for (QTimer *timer : {&d->ticker, &d->housekeeper, &d->snapshots})
        timer->setParent(this); // so that they move to the engine thread with it
}

EngineWorker::~EngineWorker()
{
    d->context.stopping = true;
    d->context.pool.waitForDone();
    *d->context.running = false;
    d->loader.reset();
    d->alerts.reset();
    d->parts.reset();
    d->context.session.reset();
    for (QTimer *timer : {&d->ticker, &d->housekeeper, &d->snapshots})
        timer->setParent(nullptr);
}

void EngineWorker::start(const Answer<std::monostate> &answer)
{
    auto started = openSession(d->options, d->context);
    if (!started) {
        answer.give(failure(std::move(started.error())));
        return;
    }
    d->statistics = started->statistics;
    d->begin();
    d->parts->labels.load(started->stored);
    d->parts->watched.load(started->stored);
    d->parts->schedule.load(started->stored);
    d->parts->feeds.load(started->stored);
    d->parts->filters.start();
    Q_EMIT settingsChanged(d->context.settings);
    d->loader->run([this, answer](Result<> listed) {
        d->listed = [this, answer, listed = std::move(listed)] {
            Q_EMIT this->listed();
            answer.give(listed);
        };
        d->emitStatus();
        d->publish();
        d->parts->watched.begin();
        d->parts->feeds.begin();
    });
}

void EngineWorker::Private::begin()
{
    parts = std::make_unique<EngineParts>(context, [this](const TorrentPreview &preview) { Q_EMIT q.previewStarted(preview); },
                                          [this](const Labels &labels) { Q_EMIT q.labelsChanged(labels); },
                                          [this](const WatchedFolders &folders) { Q_EMIT q.watchedFoldersChanged(folders); },
                                          [this](const engine::FeedsPointer &feeds) { Q_EMIT q.feedsChanged(feeds); }, options.backupFiles);
    alerts = std::make_unique<AlertHandler>(context, *parts, [this](const TorrentSnapshot &row) { Q_EMIT q.finished(row); });
    loader = std::make_unique<SessionLoader>(context, *parts);
    context.session->set_alert_notify([worker = &q, this] {
        QMetaObject::invokeMethod(worker, [this] { pump(); }, Qt::QueuedConnection);
    });
    parts->gate.watch();
    QObject::connect(&ticker, &QTimer::timeout, &q, [this] { tick(); });
    QObject::connect(&housekeeper, &QTimer::timeout, &q, [this] { housekeeping(); });
    QObject::connect(&snapshots, &QTimer::timeout, &q, [this] { writeSnapshot(); });
    ticker.start(kLookingTick);
    housekeeper.start(kHousekeeping);
    snapshots.start(kSnapshotCheck);
    writeSnapshot();
}

void EngineWorker::Private::pump()
{
    if (!context.session || !alerts)
        return;
    std::vector<lt::alert *> popped;
    context.session->pop_alerts(&popped);
    for (const lt::alert *alert : popped)
        alerts->handle(*alert);
    if (context.listChanged)
        publishSoon();
    if (std::exchange(context.stateChanged, false) && !ending)
        lookSoon();
}

// While thousands of torrents are being loaded, each of which changes its state, the next tick is soon enough.
void EngineWorker::Private::lookSoon()
{
    if (lastStatus.loading > 0 || std::exchange(lookPlanned, true))
        return;
    QTimer::singleShot(kLeastGap, &q, [this] {
        lookPlanned = false;
        if (!ending)
            context.statusPosts.post(*context.session);
    });
}

void EngineWorker::Private::publishSoon()
{
    if (std::exchange(publishPlanned, true))
        return;
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(context.clock.steadyNow() - lastPublished);
    QTimer::singleShot(std::clamp(kLeastGap - since, 0ms, kLeastGap), &q, [this] { publish(); });
}

void EngineWorker::Private::tick()
{
    context.statusPosts.post(*context.session);
    context.session->post_session_stats();
    parts->moves.tick();
    parts->watched.tick();
    publish();
    emitStatus();
    if (const engine::DetailPointer detail = parts->details.read())
        Q_EMIT q.detailChanged(detail);
}

void EngineWorker::Private::publish()
{
    publishPlanned = false;
    context.listChanged = false;
    lastPublished = context.clock.steadyNow();
    if (const auto delta = context.deltas.take())
        Q_EMIT q.changed(delta);
    publishOnAck = context.deltas.pending() > 0;
    if (!publishOnAck && listed)
        std::exchange(listed, {})(); // every row has been handed out
    if (std::exchange(context.settingsChanged, false))
        Q_EMIT q.settingsChanged(context.settings);
}

void EngineWorker::Private::housekeeping()
{
    parts->saver.tick();
    parts->space.tick();
    parts->gate.check();
    parts->shares.tick();
    parts->feeds.tick();
    parts->filters.tick();
    parts->schedule.tick();
    parts->backups.tick();
    storeStatistics();
    auto look = [path = context.savePathOr({})] { return torrent::freeSpace(path); };
    context.onPool(std::move(look), [this](const Result<Bytes> &free) { freeSpace = free ? std::optional(*free) : std::nullopt; });
}

void EngineWorker::Private::writeSnapshot()
{
    auto work = [folder = context.profile, &clock = context.clock] { return SessionStore::writeSnapshot(folder, clock); };
    context.onPool(std::move(work), [this](const Result<> &written) {
        if (!written)
            context.log.warning("the daily snapshot of session.db was not written: " + written.error().detail);
    });
}

void EngineWorker::Private::emitStatus()
{
    SessionStatus status = alerts->status();
    context.table.forEach([&](const Torrent &torrent) {
        status.downloadRate += torrent.shown->downloadRate;
        status.uploadRate += torrent.shown->uploadRate;
        status.loading += torrent.phase == Phase::Loading;
    });
    status.downloadLimit = torrent::downloadLimit(context.settings.transfer);
    status.uploadLimit = torrent::uploadLimit(context.settings.transfer);
    status.alternativeLimits = context.settings.transfer.useAlternativeLimits;
    if (!parts->gate.isOpen()) {
        status.listening = false;
        status.hasIncoming = false;
        status.listenError = parts->gate.reason();
    }
    status.dhtEnabled = context.settings.network.dht;
    status.torrents = static_cast<std::int32_t>(context.table.size());
    status.freeSpace = freeSpace;
    parts->filters.fill(status);
    status.downloadedEver = statistics.downloaded;
    status.uploadedEver = statistics.uploaded;
    status.started = started;
    const SteadyTime now = context.clock.steadyNow();
    if (status == lastStatus || (now < lastStatusAt + kStatisticsEvery && withStatisticsOf(status, lastStatus) == lastStatus))
        return;
    lastStatus = status;
    lastStatusAt = now;
    Q_EMIT q.statusChanged(status);
}

void EngineWorker::Private::storeStatistics()
{
    const Statistics before = statistics;
    statistics.downloaded += context.sessionDownloaded - context.countedDownloaded;
    statistics.uploaded += context.sessionUploaded - context.countedUploaded;
    context.countedDownloaded = context.sessionDownloaded;
    context.countedUploaded = context.sessionUploaded;
    if (before == statistics)
        return;
    if (const auto saved = context.store->saveStatistics(statistics); !saved)
        context.log.warning("statistics were not stored: " + saved.error().detail);
}

void EngineWorker::preview(const TorrentSource &source, const Answer<TorrentPreview> &answer)
{
    if (!d->parts || d->ending)
        return;
    d->parts->sources.resolve(source, NamedBy::User, [this, answer](Result<ParsedSource> parsed) {
        if (parsed && d->parts)
            d->parts->previews.show(std::move(*parsed), answer);
        else if (!parsed)
            answer.give(failure(std::move(parsed.error())));
    });
}

void EngineWorker::add(const AddRequest &request, const Answer<TorrentId> &answer)
{
    if (!d->parts || d->ending)
        return;
    d->parts->intake.add(request, NamedBy::User, answer, [this] { d->publish(); });
}

void EngineWorker::submit(const Command &command, const Answer<std::monostate> &answer)
{
    if (!d->parts || d->ending)
        return;
    d->parts->commands.run(command, answer);
    d->publish();
}

void EngineWorker::planRemoval(const TorrentIds &ids, const Answer<RemovalPlan> &answer)
{
    if (d->parts && !d->ending)
        d->parts->removals.plan(ids, answer);
}

void EngineWorker::exportTorrent(const TorrentId &id, const Answer<std::vector<std::uint8_t>> &answer)
{
    if (!d->parts || d->ending)
        return;
    auto work = [folder = d->context.profile, id]() -> Result<std::vector<std::uint8_t>> {
        auto stored = SessionStore::readTorrent(folder, id);
        if (!stored)
            return failure(std::move(stored.error()));
        if (stored->metainfo.empty())
            return failure(EngineErrc::NoMetadataYet);
        return std::move(stored->metainfo);
    };
    d->context.onPool(std::move(work), [answer](Result<std::vector<std::uint8_t>> bytes) { answer.give(std::move(bytes)); });
}

void EngineWorker::detail(const TorrentId &id, DetailParts parts, const Answer<engine::DetailPointer> &answer)
{
    if (d->parts && !d->ending)
        answer.give(d->parts->details.readOnce(id, parts));
}

void EngineWorker::watch(std::optional<TorrentId> id, DetailParts parts)
{
    if (!d->parts)
        return;
    d->parts->details.watch(id, parts);
    if (const engine::DetailPointer detail = d->parts->details.read())
        Q_EMIT detailChanged(detail);
}

void EngineWorker::acknowledge(DeltaSequence sequence)
{
    d->context.deltas.acknowledge(sequence);
    if (d->publishOnAck && d->parts)
        d->publishSoon();
}

void EngineWorker::setAudience(engine::Audience audience)
{
    if (d->ticker.isActive())
        d->ticker.start(audience == engine::Audience::Looking ? std::chrono::milliseconds(kLookingTick) : std::chrono::milliseconds(kAwayTick));
}

void EngineWorker::configure(const settings::EngineSettings &settings, const Answer<std::monostate> &answer)
{
    if (!d->parts || d->ending)
        return;
    if (auto valid = settings::validate(settings); !valid) {
        answer.give(std::move(valid));
        return;
    }
    if (auto saved = d->context.store->saveSettings(withoutOverrides(settings, d->options.overrides, *d->context.store)); !saved) {
        answer.give(std::move(saved));
        return;
    }
    const settings::EngineSettings before = std::exchange(d->context.settings, settings);
    if (before.network.bannedPeers != settings.network.bannedPeers)
        applySessionFilter(d->context);
    d->context.session->apply_settings(changedSettings(settings));
    d->parts->gate.check();
    d->parts->feeds.configured(before.feeds);
    d->parts->filters.configured(before.filter);
    d->context.table.forEach([&](const Torrent &torrent) { d->parts->attachment.apply(torrent); });
    answer.give(success());
    Q_EMIT settingsChanged(settings);
}

void EngineWorker::shutdown(const Answer<std::monostate> &answer)
{
    if (d->ending)
        return;
    d->ending = true;
    d->ticker.stop();
    d->housekeeper.stop();
    d->snapshots.stop();
    if (!d->parts) {
        answer.give(success());
        return;
    }
    d->context.stopping = true;
    d->parts->moves.stopAll();
    d->context.session->pause();
    d->parts->saver.requestAll();
    d->endWhenIdle(answer, d->context.clock.steadyNow() + kShutdownPatience);
}

void EngineWorker::Private::endWhenIdle(const Answer<std::monostate> &answer, SteadyTime deadline)
{
    pump();
    if (parts->saver.isIdle() || context.clock.steadyNow() >= deadline) {
        end(answer);
        return;
    }
    QTimer::singleShot(20ms, &q, [this, answer, deadline] { endWhenIdle(answer, deadline); });
}

void EngineWorker::Private::end(const Answer<std::monostate> &answer)
{
    storeStatistics();
    const bool allSaved = parts->saver.isIdle();
    context.table.forEach([allSaved](Torrent &torrent) {
        torrent.recordDirty = torrent.recordDirty || torrent.needsResume;
        if (!allSaved || !torrent.record.active || torrent.phase != Phase::Attached)
            return;
        torrent.record.active = false; // what is on disk is recorded: nothing to look for at the next start
        torrent.recordDirty = true;
    });
    const bool stored = parts->saver.storeRecords();
    closeSession(context);
    context.pool.waitForDone();
    *context.running = false; // whatever is still on its way back finds nobody
    loader.reset();
    alerts.reset();
    parts.reset();
    context.store.reset();
    answer.give(stored ? success() : failure(EngineErrc::StoreUnavailable));
}

} // namespace trib::torrent
