#include "core/torrent/attachment.h"

#include "core/base/remote_text.h"
#include "core/torrent/adding.h"
#include "core/torrent/content_layout.h"
#include "core/torrent/loaded_torrent.h"
#include "core/torrent/library_safety.h"
#include "core/torrent/lt_convert.h"
#include "core/torrent/snapshot_builder.h"

#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_info.hpp>

#include <utility>

namespace trib::torrent {
namespace {

namespace flags = lt::torrent_flags;

[[nodiscard]] int orUnlimited(std::int64_t limit)
{
    return limit > 0 ? static_cast<int>(std::min<std::int64_t>(limit, 0x7fffffff)) : -1;
}

// Stopped: paused and not managed. Forced: neither. Otherwise libtorrent's queue decides, also when one that is stopped is checked.
[[nodiscard]] lt::torrent_flags_t wantedFlags(const TorrentRecord &record, bool checkOnly)
{
    lt::torrent_flags_t wanted{};
    if (record.stopped && checkOnly)
        wanted |= flags::auto_managed | flags::stop_when_ready;
    else if (record.stopped)
        wanted |= flags::paused;
    else if (!record.forced)
        wanted |= flags::auto_managed;
    if (record.sequential)
        wanted |= flags::sequential_download;
    if (record.superSeeding)
        wanted |= flags::super_seeding;
    return wanted;
}

[[nodiscard]] bool isQueued(const Torrent &torrent)
{
    return torrent.record.stopped ? torrent.checkOnly : !torrent.record.forced;
}

// As libtorrent counts: -1 is "no limit".
struct LtLimits {
    int download;
    int upload;
    int connections;
    int slots;
};

[[nodiscard]] LtLimits ltLimits(const TorrentLimits &own, const settings::NetworkSettings &network)
{
    constexpr int kFewestConnections = 2; // libtorrent takes less for "no limit"
    const auto orElse = [](int limit, int otherwise) { return limit > 0 ? limit : otherwise; };
    return {orUnlimited(own.download.count()), orUnlimited(own.upload.count()),
            std::max(orElse(own.connections, network.connectionsPerTorrent), kFewestConnections),
            orUnlimited(orElse(own.uploadSlots, network.uploadSlotsPerTorrent))};
}

// Until an announce says which of them works.
void showFirstTracker(Torrent &torrent, const lt::add_torrent_params &params)
{
    if (!params.trackers.empty() && torrent.shown->trackerUrl.empty())
        torrent.shown.edit().trackerUrl = remoteText(params.trackers.front());
}

constexpr lt::torrent_flags_t kOurFlags = flags::paused | flags::auto_managed | flags::sequential_download | flags::super_seeding | flags::stop_when_ready;

} // namespace

void Attachment::prepare(const Torrent &torrent, lt::add_torrent_params &params) const
{
    const TorrentRecord &record = torrent.record;
    params.save_path = record.savePath;
    params.banned_peers.clear(); // libtorrent bans honest peers with a corrupting one: see PeerJudge
    params.flags &= ~(kOurFlags | flags::upload_mode | flags::share_mode);
    params.flags |= wantedFlags(record, torrent.checkOnly) | flags::update_subscribe | flags::duplicate_is_error | flags::apply_ip_filter;
    if (isQueued(torrent) && torrent.lt.paused)
        params.flags |= flags::paused; // until the queue lets it go
    if (!params.ti && torrent.wishes)
        params.flags |= flags::default_dont_download;
    if (!m_context.settings.network.pex)
        params.flags |= flags::disable_pex;
    const LtLimits limits = ltLimits(record.limits, m_context.settings.network);
    params.download_limit = limits.download;
    params.upload_limit = limits.upload;
    params.max_connections = limits.connections;
    params.max_uploads = limits.slots;
    if (torrent.recheck) {
        params.have_pieces.clear();
        params.verified_pieces.clear();
        params.unfinished_pieces.clear();
        params.flags &= ~(flags::seed_mode | flags::no_verify_files);
    }
}

// A torrent that was stored with another libtorrent stays in the list.
bool Attachment::isKeptAway(Torrent &torrent, const lt::add_torrent_params &params)
{
    auto problem = params.ti ? libraryProblem(params.ti->info_hashes()) : std::nullopt;
    if (!problem)
        return false;
    torrent.phase = Phase::Detached;
    torrent.problem = std::move(*problem);
    refreshRow(torrent);
    m_context.publish(torrent);
    return true;
}

void Attachment::attachNow(Torrent &torrent, lt::add_torrent_params params)
{
    if (isKeptAway(torrent, params))
        return;
    torrent.lt = {};
    torrent.lt.paused = !queueHasRoom();
    torrent.checkOnly = torrent.recheck && torrent.record.stopped;
    prepare(torrent, params);
    showFirstTracker(torrent, params);
    torrent.problem = {};
    lt::error_code error;
    const lt::torrent_handle handle = m_context.session->add_torrent(std::move(params), error);
    if (error) {
        failed(torrent, error.message());
        return;
    }
    torrent.recheck = false;
    m_context.table.attach(torrent, handle);
    attached(torrent);
    refreshRow(torrent);
    m_context.publish(torrent);
}

void Attachment::attached(const Torrent &torrent)
{
    if (torrent.record.firstLastFirst && torrent.record.hasMetadata)
        applyFirstLastFirst(torrent.handle, true);
}

void Attachment::isChecked(const lt::torrent_handle &handle)
{
    Torrent *torrent = m_context.table.find(handle);
    if (!torrent || !std::exchange(torrent->checkOnly, false))
        return;
    apply(*torrent);
}

// libtorrent's queue looks again half a second after a change; where there is plainly room a torrent need not wait for it.
bool Attachment::queueHasRoom() const
{
    const settings::TransferSettings &limits = m_context.settings.transfer;
    int active = 0;
    int downloading = 0;
    int checking = 0;
    m_context.table.forEach([&](const Torrent &torrent) {
        const LtView &view = torrent.lt;
        if (torrent.phase != Phase::Attached || view.paused || torrent.record.stopped || torrent.record.forced)
            return;
        ++active;
        downloading += !view.finished;
        checking += !view.known || view.state == lt::torrent_status::checking_files;
    });
    return active < limits.activeTotal && downloading < limits.activeDownloads && checking < limits.activeChecks;
}

void Attachment::attachLater(Torrent &torrent, lt::add_torrent_params params)
{
    if (isKeptAway(torrent, params))
        return;
    torrent.checkOnly = false;
    prepare(torrent, params);
    showFirstTracker(torrent, params);
    torrent.problem = {};
    torrent.recheck = false;
    m_context.session->async_add_torrent(std::move(params));
}

void Attachment::added(const lt::add_torrent_params &params, const lt::torrent_handle &handle, const lt::error_code &error)
{
    const InfoHash hash = fromLt(params.info_hashes);
    Torrent *torrent = m_context.table.findMatching(hash);
    if (!torrent || torrent->phase != Phase::Loading) {
        const bool isItself = torrent && torrent->phase == Phase::Attached && torrent->handle == handle;
        if (!error && !isItself)
            m_context.session->remove_torrent(handle); // removed, or begun to move, while it was being handed over
        return;
    }
    if (error) {
        failed(*torrent, error.message());
        return;
    }
    m_context.table.attach(*torrent, handle);
    attached(*torrent);
    apply(*torrent); // the record may have changed meanwhile
    refreshRow(*torrent);
    m_context.publish(*torrent);
}

void Attachment::failed(Torrent &torrent, const std::string &why)
{
    m_context.log.error("libtorrent refused " + torrent.record.id.toHex() + ": " + why);
    torrent.phase = Phase::Detached;
    torrent.problem = {ProblemKind::Internal, torrent.record.savePath, remoteText(why), {}, {}};
    refreshRow(torrent);
    m_context.publish(torrent);
}

void Attachment::detach(Torrent &torrent, Problem problem)
{
    if (torrent.phase == Phase::Attached) {
        const lt::torrent_handle handle = torrent.handle;
        m_context.table.detach(torrent);
        m_context.session->remove_torrent(handle);
    }
    torrent.phase = Phase::Detached;
    torrent.lt = {};
    torrent.problem = std::move(problem);
    refreshRow(torrent);
    m_context.publish(torrent);
}

void Attachment::apply(const Torrent &torrent) const
{
    if (torrent.phase != Phase::Attached || torrent.move)
        return; // a move has brought it to rest, and reattaches it with all that follows
    const TorrentRecord &record = torrent.record;
    const lt::torrent_handle &handle = torrent.handle;
    lt::torrent_flags_t wanted = wantedFlags(record, torrent.checkOnly);
    lt::torrent_flags_t mask = kOurFlags;
    if (isQueued(torrent) && torrent.lt.known)
        mask &= ~flags::paused; // the queue's to decide
    if (isQueued(torrent) && !torrent.lt.known && torrent.lt.paused)
        wanted |= flags::paused;
    handle.set_flags(wanted, mask);
    const LtLimits limits = ltLimits(record.limits, m_context.settings.network);
    handle.set_download_limit(limits.download);
    handle.set_upload_limit(limits.upload);
    handle.set_max_connections(limits.connections);
    handle.set_max_uploads(limits.slots);
}

void Attachment::reattach(const TorrentId &id, bool recheck)
{
    Torrent *torrent = m_context.table.find(id);
    if (!torrent || torrent->phase == Phase::Attached)
        return;
    torrent->phase = Phase::Loading;
    torrent->problem = {};
    torrent->recheck = recheck;
    refreshRow(*torrent);
    m_context.publish(*torrent);
    auto work = [folder = m_context.profile, record = torrent->record, recheck, &stopping = m_context.stopping] {
        return loadOne(folder, record, recheck, stopping);
    };
    m_context.onPool(std::move(work), [this, id](LoadedTorrent loaded) {
        if (Torrent *found = m_context.table.find(id); found && found->phase == Phase::Loading)
            takeLoaded(m_context, *this, *found, std::move(loaded), LoadUrgency::Now);
    });
}

void takeMetadata(EngineContext &context, Torrent &torrent, const lt::add_torrent_params &params)
{
    if (!params.ti)
        return;
    TorrentRecord &record = torrent.record;
    const lt::file_storage &files = params.ti->files();
    const Renames renames(params.renamed_files.begin(), params.renamed_files.end());
    const std::vector<std::string> relative = relativePaths(files, renames);
    record.hasMetadata = true;
    record.isPrivate = params.ti->priv();
    record.size = contentSize(files);
    record.fileCount = static_cast<std::int32_t>(std::count_if(relative.begin(), relative.end(), [](const auto &p) { return !p.empty(); }));
    record.contentPath = contentPath(record.savePath, relative);
    if (record.wanted.count() == 0)
        record.wanted = record.size;
    context.paths.set(record.id, claimedPaths(record.savePath, relative));
}

} // namespace trib::torrent
