// CommandRunner's part for trackers, web seeds and super seeding. What libtorrent is told stands in its resume data, which is stored
// before the answer.
#include "core/torrent/command_runner.h"
#include "core/torrent/metainfo_urls.h"

#include <libtorrent/announce_entry.hpp>

#include <algorithm>

namespace trib::torrent {
namespace {

using Check = bool (*)(std::string_view);

[[nodiscard]] Result<> checkUrls(const std::vector<std::string> &urls, Check isUsable)
{
    for (const std::string &url : urls) {
        if (!isUsable(url))
            return failure(EngineErrc::UrlInvalid, url.substr(0, kMaxListedUrl));
    }
    return success();
}

[[nodiscard]] bool isOneOf(const std::vector<std::string> &urls, const std::string &url)
{
    return std::ranges::find(urls, url) != urls.end();
}

} // namespace

void CommandRunner::changeUrls(const TorrentId &id, Result<> checked, const Done &done, const std::function<Result<>(lt::torrent_handle &)> &change)
{
    Torrent *torrent = m_context.table.find(id);
    if (!torrent)
        checked = failure(EngineErrc::NoSuchTorrent);
    else if (checked && torrent->phase != Phase::Attached)
        checked = failure(torrent->problem.kind == ProblemKind::VolumeOffline ? EngineErrc::VolumeOffline : EngineErrc::NoMetadataYet);
    if (checked)
        checked = change(torrent->handle);
    if (!checked) {
        done.give(std::move(checked));
        return;
    }
    m_parts.saver.request(*torrent, [done](bool stored) { done.give(stored ? success() : Result<>(failure(EngineErrc::StoreUnavailable))); });
}

void CommandRunner::operator()(const AddTrackers &command, const Done &done)
{
    changeUrls(command.id, checkUrls(command.trackers, isTrackerUrl), done, [&](lt::torrent_handle &handle) {
        addTrackers(handle, command.trackers);
        return success();
    });
}

void CommandRunner::operator()(const ReplaceTracker &command, const Done &done)
{
    changeUrls(command.id, checkUrls({command.to}, isTrackerUrl), done, [&](lt::torrent_handle &handle) -> Result<> {
        std::vector<lt::announce_entry> trackers = handle.trackers();
        const auto old = std::ranges::find(trackers, command.from, &lt::announce_entry::url);
        if (old == trackers.end())
            return failure(EngineErrc::NoSuchTracker, command.from);
        lt::announce_entry entry(command.to);
        entry.tier = old->tier;
        *old = entry; // without what was known of the other
        const auto twin = std::find_if(trackers.begin(), trackers.end(), [&](const lt::announce_entry &other) { return &other != &*old && other.url == command.to; });
        if (twin != trackers.end())
            trackers.erase(twin);
        handle.replace_trackers(trackers);
        return success();
    });
}

void CommandRunner::operator()(const SetTrackerTier &command, const Done &done)
{
    constexpr std::int32_t kLastTier = 255; // libtorrent's type
    changeUrls(command.id, success(), done, [&](lt::torrent_handle &handle) -> Result<> {
        std::vector<lt::announce_entry> trackers = handle.trackers();
        const auto found = std::ranges::find(trackers, command.tracker, &lt::announce_entry::url);
        if (found == trackers.end())
            return failure(EngineErrc::NoSuchTracker, command.tracker);
        found->tier = static_cast<std::uint8_t>(std::clamp(command.tier, 0, kLastTier));
        std::ranges::stable_sort(trackers, {}, &lt::announce_entry::tier);
        handle.replace_trackers(trackers);
        return success();
    });
}

void CommandRunner::operator()(const RemoveTrackers &command, const Done &done)
{
    changeUrls(command.id, success(), done, [&](lt::torrent_handle &handle) {
        std::vector<lt::announce_entry> trackers = handle.trackers();
        std::erase_if(trackers, [&](const lt::announce_entry &entry) { return isOneOf(command.trackers, entry.url); });
        handle.replace_trackers(trackers);
        return success();
    });
}

void CommandRunner::operator()(const ChangeWebSeeds &command, const Done &done)
{
    changeUrls(command.id, checkUrls(command.add, isWebSeedUrl), done, [&](lt::torrent_handle &handle) {
        for (const std::string &url : command.remove)
            handle.remove_url_seed(url);
        for (const std::string &url : command.add)
            handle.add_url_seed(url);
        return success();
    });
}

void CommandRunner::operator()(const SetSuperSeeding &command, const Done &done)
{
    forEach(command.ids, done, [&](Torrent &torrent) { torrent.record.superSeeding = command.on; });
}

} // namespace trib::torrent
