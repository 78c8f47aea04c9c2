#include "core/torrent/command_runner.h"

#include "core/base/remote_text.h"
#include "core/torrent/metainfo_urls.h"
#include "core/torrent/peer_filter.h"
#include "core/torrent/session_filter.h"
#include "core/torrent/session_settings.h"
#include "core/torrent/snapshot_builder.h"

#include <libtorrent/announce_entry.hpp>
#include <libtorrent/socket.hpp>

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <charconv>

namespace trib::torrent {
namespace {

[[nodiscard]] Result<lt::tcp::endpoint> parseEndpoint(const std::string &text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string::npos)
        return failure(EngineErrc::UrlInvalid, "no port");
    std::string host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), port);
    boost::system::error_code invalid;
    const auto address = boost::asio::ip::make_address(host, invalid);
    if (error != std::errc{} || end != text.data() + text.size() || port == 0 || invalid)
        return failure(EngineErrc::UrlInvalid, "not an address and port");
    return lt::tcp::endpoint(address, port);
}

void announceTo(const lt::torrent_handle &handle, const std::vector<std::string> &urls)
{
    const std::vector<lt::announce_entry> trackers = handle.trackers();
    for (std::size_t i = 0; i < trackers.size(); ++i) {
        if (std::ranges::find(urls, trackers[i].url) != urls.end())
            handle.force_reannounce(0, static_cast<int>(i), lt::torrent_handle::ignore_min_interval);
    }
}

} // namespace

void CommandRunner::run(const Command &command, const Done &done)
{
    std::visit([&](const auto &value) { (*this)(value, done); }, command);
}

void CommandRunner::forEach(const TorrentIds &ids, const Done &done, const std::function<void(Torrent &)> &change)
{
    bool any = false;
    bool unreadable = false;
    for (const TorrentId &id : ids) {
        Torrent *torrent = m_context.table.find(id);
        if (!torrent)
            continue;
        if (torrent->problem.kind == ProblemKind::UnreadableRecord) {
            unreadable = true; // a change would be stored over what may still be repaired
            continue;
        }
        any = true;
        change(*torrent);
        m_parts.attachment.apply(*torrent);
        torrent->recordDirty = true;
        refreshRow(*torrent);
        m_context.publish(*torrent);
    }
    if (!any)
        done.give(failure(unreadable ? EngineErrc::StoreDamaged : EngineErrc::NoSuchTorrent));
    else if (!m_parts.saver.storeRecords())
        done.give(failure(EngineErrc::StoreUnavailable));
    else
        done.give(success());
}

void CommandRunner::operator()(const StartTorrents &command, const Done &done)
{
    forEach(command.ids, done, [&](Torrent &torrent) {
        torrent.record.stopped = false;
        torrent.checkOnly = false;
        torrent.record.forced = command.forced;
        if (torrent.phase == Phase::Attached && torrent.problem.kind != ProblemKind::NoSpace && torrent.problem)
            repair(torrent);
        if (torrent.phase == Phase::Attached && command.forced && !torrent.move)
            torrent.handle.set_flags({}, lt::torrent_flags::paused | lt::torrent_flags::auto_managed);
    });
}

void CommandRunner::operator()(const StopTorrents &command, const Done &done)
{
    forEach(command.ids, done, [&](Torrent &torrent) {
        torrent.record.stopped = true;
        torrent.checkOnly = false;
        torrent.record.forced = false;
        m_parts.saver.request(torrent);
    });
}

void CommandRunner::operator()(const RecheckTorrents &command, const Done &done)
{
    forEach(command.ids, done, [&](Torrent &torrent) {
        if (torrent.phase == Phase::Attached && !torrent.problem) {
            torrent.handle.force_recheck();
            torrent.checkOnly = torrent.record.stopped; // libtorrent checks none that stands still
            return;
        }
        if (torrent.problem.kind == ProblemKind::VolumeOffline || torrent.move || torrent.phase == Phase::Loading)
            return; // nothing to check there now
        if (torrent.phase == Phase::Attached)
            m_parts.attachment.detach(torrent, {});
        m_parts.attachment.reattach(torrent.record.id, true);
    });
}

void CommandRunner::operator()(const ReannounceTorrents &command, const Done &done)
{
    forEach(command.ids, done, [&](Torrent &torrent) {
        if (torrent.phase != Phase::Attached)
            return;
        if (!command.trackers.empty()) {
            announceTo(torrent.handle, command.trackers);
            return;
        }
        torrent.handle.force_reannounce();
        torrent.handle.force_dht_announce();
    });
}

void CommandRunner::operator()(const MoveInQueue &command, const Done &done)
{
    // so that several keep their order among themselves
    TorrentIds ids = command.ids;
    if (command.move == QueueMove::Top || command.move == QueueMove::Down)
        std::reverse(ids.begin(), ids.end());
    bool any = false;
    for (const TorrentId &id : ids) {
        const Torrent *found = m_context.table.find(id);
        any = any || found;
        if (!found || found->phase != Phase::Attached)
            continue;
        const Torrent &torrent = *found;
        switch (command.move) {
        case QueueMove::Top: torrent.handle.queue_position_top(); break;
        case QueueMove::Up: torrent.handle.queue_position_up(); break;
        case QueueMove::Down: torrent.handle.queue_position_down(); break;
        case QueueMove::Bottom: torrent.handle.queue_position_bottom(); break;
        }
    }
    if (!any) {
        done.give(failure(EngineErrc::NoSuchTorrent));
        return;
    }
    // others change their places too: libtorrent knows which
    m_context.statusPosts.post(*m_context.session, [this, done] {
        done.give(m_parts.saver.storeRecords() ? success() : Result<>(failure(EngineErrc::StoreUnavailable)));
    });
}

void CommandRunner::operator()(const SetSequential &command, const Done &done)
{
    forEach(command.ids, done, [&](Torrent &torrent) { torrent.record.sequential = command.on; });
}

void CommandRunner::operator()(const SetFirstLastFirst &command, const Done &done)
{
    forEach(command.ids, done, [&](Torrent &torrent) {
        torrent.record.firstLastFirst = command.on;
        if (torrent.phase == Phase::Attached)
            applyFirstLastFirst(torrent.handle, command.on);
    });
}

void CommandRunner::operator()(const SetFilePriorities &command, const Done &done)
{
    m_parts.files.setPriorities(command, done);
}

void CommandRunner::operator()(const RenameTorrent &command, const Done &done)
{
    const std::string name = remoteText(command.name);
    if (name.empty() || name.find_first_not_of(' ') == std::string::npos) {
        done.give(failure(EngineErrc::NameInvalid));
        return;
    }
    forEach({command.id}, done, [&](Torrent &torrent) { torrent.record.name = name; });
}

void CommandRunner::operator()(const RenameFile &command, const Done &done)
{
    m_parts.files.rename(command, done);
}

void CommandRunner::operator()(const RenameFolder &command, const Done &done)
{
    m_parts.files.rename(command, done);
}

void CommandRunner::operator()(const MoveStorage &command, const Done &done)
{
    m_parts.moves.start(command, done);
}

void CommandRunner::operator()(const CancelMove &command, const Done &done)
{
    m_parts.moves.cancel(command, done);
}

void CommandRunner::operator()(const RemoveTorrents &command, const Done &done)
{
    m_parts.removals.remove(command, done);
}

void CommandRunner::operator()(const SetTorrentLimits &command, const Done &done)
{
    forEach(command.ids, done, [&](Torrent &torrent) { torrent.record.limits = command.limits; });
}

void CommandRunner::operator()(const SetShareLimits &command, const Done &done)
{
    forEach(command.ids, done, [&](Torrent &torrent) { torrent.record.shareLimits = command.limits; });
}

void CommandRunner::operator()(const MergeTrackers &command, const Done &done)
{
    Torrent *torrent = m_context.table.find(command.id);
    const bool usable = std::ranges::all_of(command.trackers, isTrackerUrl);
    if (!usable)
        done.give(failure(EngineErrc::UrlInvalid));
    else if (torrent)
        m_parts.adding.mergeTrackers(*torrent, command.trackers, false, [done](Result<> merged) { done.give(std::move(merged)); });
    else
        done.give(failure(EngineErrc::NoSuchTorrent));
}

void CommandRunner::operator()(const AddPeer &command, const Done &done)
{
    const Torrent *torrent = m_context.table.find(command.id);
    const auto endpoint = parseEndpoint(command.endpoint);
    if (!torrent || torrent->phase != Phase::Attached) {
        done.give(failure(EngineErrc::NoSuchTorrent));
    } else if (!endpoint) {
        done.give(failure(endpoint.error()));
    } else {
        torrent->handle.connect_peer(*endpoint);
        done.give(success());
    }
}

void CommandRunner::operator()(const BanPeers &command, const Done &done)
{
    auto banned = withBanned(m_context.settings.network.bannedPeers, command.addresses);
    if (!banned) {
        done.give(failure(std::move(banned.error())));
        return;
    }
    settings::NetworkSettings network = m_context.settings.network;
    network.bannedPeers = std::move(*banned);
    if (auto saved = m_context.store->saveSettings({{"network/banned_peers", network.bannedPeers}}); !saved) {
        done.give(std::move(saved));
        return;
    }
    m_context.settings.network = std::move(network);
    applySessionFilter(m_context);
    m_context.settingsChanged = true;
    done.give(success());
}

void CommandRunner::operator()(const RepairTorrent &command, const Done &done)
{
    Torrent *torrent = m_context.table.find(command.id);
    if (!torrent) {
        done.give(failure(EngineErrc::NoSuchTorrent));
        return;
    }
    repair(*torrent);
    done.give(success());
}

void CommandRunner::repair(Torrent &torrent)
{
    switch (torrent.problem.kind) {
    case ProblemKind::None:
        return;
    case ProblemKind::NoSpace:
    case ProblemKind::VolumeOffline:
        m_parts.space.check();
        return;
    case ProblemKind::UnreadableRecord:
        m_parts.files.restoreRecord(torrent.record.id);
        return;
    case ProblemKind::MissingFiles:
        if (torrent.phase == Phase::Attached)
            m_parts.attachment.detach(torrent, {});
        m_parts.attachment.reattach(torrent.record.id, true);
        return;
    case ProblemKind::PermissionDenied:
    case ProblemKind::DiskError:
    case ProblemKind::PathInUse:
    case ProblemKind::InvalidMetadata:
    case ProblemKind::V2OnlyUnsafe:
    case ProblemKind::Internal:
        if (torrent.phase == Phase::Attached)
            m_parts.attachment.detach(torrent, {});
        m_parts.attachment.reattach(torrent.record.id, false);
        return;
    }
}

void CommandRunner::operator()(const UseAlternativeLimits &command, const Done &done)
{
    m_context.settings.transfer.useAlternativeLimits = command.on;
    m_context.session->apply_settings(changedSettings(m_context.settings));
    done.give(m_context.store->saveSettings(settings::toMap(m_context.settings)));
    m_context.settingsChanged = true;
}

void CommandRunner::operator()(const CancelPreview &command, const Done &done)
{
    m_parts.previews.cancel(command.infoHash);
    done.give(success());
}

} // namespace trib::torrent
