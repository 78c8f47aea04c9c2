#include "core/torrent/share_guard.h"

#include "core/torrent/share_limiter.h"
#include "core/torrent/snapshot_builder.h"

#include <algorithm>
#include <chrono>
#include <vector>

namespace trib::torrent {

void ShareGuard::take(Torrent &torrent, const lt::torrent_status &status) const
{
    using std::chrono::seconds;
    const auto seeding = seconds(status.finished_duration);
    const bool everUploaded = status.last_upload.time_since_epoch().count() != 0;
    const auto sinceUpload = everUploaded ? std::chrono::duration_cast<seconds>(lt::clock_type::now() - status.last_upload) : seeding;
    torrent.inactive = std::clamp(sinceUpload, seconds(0), seeding);
    torrent.lastStatus = m_context.clock.steadyNow();
    takeActivity(torrent, status);
}

// The time is reckoned when libtorrent tells of a new one, and kept: reckoned again it would differ by a second now and then.
void ShareGuard::takeActivity(Torrent &torrent, const lt::torrent_status &status) const
{
    const lt::time_point last = std::max(status.last_upload, status.last_download);
    if (last.time_since_epoch().count() == 0 || last == torrent.lastActivity)
        return;
    torrent.lastActivity = last;
    torrent.shown.edit().lastActivity = m_context.clock.wallNow() - std::chrono::duration_cast<std::chrono::seconds>(lt::clock_type::now() - last);
}

void ShareGuard::tick()
{
    std::vector<std::pair<TorrentId, ShareLimitAction>> enough;
    m_context.table.forEach([&](Torrent &torrent) {
        letTimePass(torrent);
        const TorrentRecord &record = torrent.record;
        if (torrent.shown->state != TorrentState::Seeding || record.forced || record.stopped || torrent.move || torrent.leaving)
            return;
        const ShareLimits limits = effectiveLimits(record, m_context.settings.transfer);
        if (hasGivenEnough(torrent, limits))
            enough.emplace_back(record.id, limits.action);
    });
    for (const auto &[id, action] : enough) {
        switch (action) {
        case ShareLimitAction::Stop: m_commands.run(StopTorrents{{id}}, {}); break;
        case ShareLimitAction::Remove: m_commands.run(RemoveTorrents{{id}, FileDisposal::Keep}, {}); break;
        case ShareLimitAction::RemoveWithFiles: removeWithFiles(id); break;
        }
    }
}

// What cannot go to the trash is kept, for nobody is there to be asked: the torrent only stops.
void ShareGuard::removeWithFiles(const TorrentId &id)
{
    const FileDisposal disposal = m_context.settings.storage.useTrash ? FileDisposal::Trash : FileDisposal::Delete;
    const CommandRunner::Done done;
    done.future().then(&m_context.owner, m_context.guarded<Result<>>([this, id](const Result<> &result) {
        if (result || !m_context.table.find(id))
            return;
        m_context.log.warning("a share limit could not remove " + id.toHex() + ", which stops: " + result.error().code.message());
        m_commands.run(StopTorrents{{id}}, {});
    }));
    m_commands.run(RemoveTorrents{{id}, disposal}, done);
}

void ShareGuard::letTimePass(Torrent &torrent) const
{
    using namespace std::chrono_literals;
    const bool seeds = torrent.shown->state == TorrentState::Seeding;
    if (!seeds && torrent.shown->state != TorrentState::Downloading)
        return;
    const auto since = std::chrono::duration_cast<std::chrono::seconds>(m_context.clock.steadyNow() - torrent.lastStatus);
    if (since < 1min)
        return; // a row need not tell seconds
    torrent.lastStatus += since;
    torrent.record.activeTime += since;
    if (seeds) {
        torrent.record.seedingTime += since;
        torrent.inactive += since;
    }
    refreshRow(torrent);
    m_context.publish(torrent);
}

bool ShareGuard::hasGivenEnough(const Torrent &torrent, const ShareLimits &limits) const
{
    const auto since = std::chrono::duration_cast<std::chrono::seconds>(m_context.clock.steadyNow() - torrent.lastStatus);
    return isMet(limits, torrent.shown->ratioPermille, torrent.record.seedingTime + since, torrent.inactive + since);
}

} // namespace trib::torrent
