#include "core/torrent/previews.h"

#include "core/base/utf8_path.h"
#include "core/torrent/library_safety.h"
#include "core/torrent/lt_convert.h"
#include "core/torrent/metainfo.h"
#include "core/torrent/safe_names.h"
#include "core/torrent/stored_params.h"

#include <libtorrent/announce_entry.hpp>
#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>

namespace trib::torrent {

void Previews::show(ParsedSource source, const Answer<TorrentPreview> &answer)
{
    if (!source.params.ti) {
        const Torrent *existing = m_context.table.findMatching(fromLt(source.params.info_hashes));
        const auto info = existing && existing->phase == Phase::Attached ? existing->handle.torrent_file() : nullptr;
        if (!info && !existing) {
            askSwarm(std::move(source), answer);
            return;
        }
        if (info)
            source.params.ti = std::make_shared<lt::torrent_info>(*info);
    }
    TorrentPreview preview = previewOf(source.params);
    preview.metainfo = std::move(source.metainfo);
    complete(preview, source.params.trackers);
    answer.give(std::move(preview));
}

void Previews::complete(TorrentPreview &preview, const std::vector<std::string> &trackers)
{
    const Torrent *existing = m_context.table.findMatching(preview.infoHash);
    if (!existing)
        return;
    preview.duplicateOf = existing->record.id;
    if (preview.isPrivate || existing->record.isPrivate || existing->phase != Phase::Attached)
        return;
    const auto known = existing->handle.trackers();
    preview.canMergeTrackers = std::any_of(trackers.begin(), trackers.end(), [&](const std::string &url) {
        return std::none_of(known.begin(), known.end(), [&](const lt::announce_entry &entry) { return entry.url == url; });
    });
}

void Previews::askSwarm(ParsedSource source, const Answer<TorrentPreview> &answer)
{
    const InfoHash hash = fromLt(source.params.info_hashes);
    TorrentPreview known = previewOf(source.params);
    for (auto &[id, pending] : m_pending) {
        if (pending.hash.matches(hash)) {
            for (const std::string &tracker : source.params.trackers)
                pending.handle.add_tracker(lt::announce_entry(tracker));
            pending.asked.emplace_back(std::move(source), answer);
            m_started(known);
            return;
        }
    }
    lt::add_torrent_params params = source.params;
    params.file_priorities.clear();
    params.save_path = toUtf8(m_context.profile / "metadata"); // nothing is ever written there
    params.flags &= ~(lt::torrent_flags::paused | lt::torrent_flags::auto_managed);
    params.flags |= lt::torrent_flags::default_dont_download | lt::torrent_flags::duplicate_is_error;
    lt::error_code error;
    const lt::torrent_handle handle = m_context.session->add_torrent(std::move(params), error);
    if (error) {
        answer.give(failure(EngineErrc::MetadataUnavailable, error.message()));
        return;
    }
    Pending &pending = m_pending[handle.id()];
    pending.handle = handle;
    pending.hash = hash;
    pending.asked.emplace_back(std::move(source), answer);
    m_started(known);
}

void Previews::metadataReceived(const lt::torrent_handle &handle)
{
    auto node = m_pending.extract(handle.id());
    if (!node)
        return;
    const auto received = handle.torrent_file();
    m_context.session->remove_torrent(handle);
    for (auto &[source, answer] : node.mapped().asked) {
        const auto checked = !received ? Result<>(failure(EngineErrc::MetadataUnavailable))
            : checkTorrentInfo(*received).and_then([&](std::monostate) { return checkLibrary(received->info_hashes()); });
        if (!checked) {
            answer.give(failure(checked.error()));
            continue;
        }
        source.params.ti = std::make_shared<lt::torrent_info>(*received);
        source.params.info_hashes = received->info_hashes();
        for (auto &[file, path] : safeRenames(received->files()))
            source.params.renamed_files[file] = path;
        auto metainfo = encodeMetainfo(source.params);
        if (!metainfo) {
            answer.give(failure(std::move(metainfo.error())));
            continue;
        }
        source.metainfo = std::move(*metainfo);
        TorrentPreview preview = previewOf(source.params);
        if (!received->v2()) // without piece layers, which come later, a v2 torrent's file is not complete
            preview.metainfo = source.metainfo;
        remember(source);
        complete(preview, source.params.trackers);
        answer.give(std::move(preview));
    }
}

void Previews::remember(const ParsedSource &source)
{
    constexpr std::size_t kMostRecent = 16;
    m_recent.push_back(source);
    if (m_recent.size() > kMostRecent)
        m_recent.pop_front();
}

void Previews::recall(ParsedSource &source) const
{
    if (source.params.ti)
        return;
    const InfoHash hash = fromLt(source.params.info_hashes);
    for (const ParsedSource &recent : m_recent) {
        if (!fromLt(recent.params.info_hashes).matches(hash))
            continue;
        source.params.ti = recent.params.ti;
        source.params.info_hashes = recent.params.info_hashes;
        source.params.renamed_files = recent.params.renamed_files;
        source.metainfo = recent.metainfo;
        return;
    }
}

void Previews::cancel(const InfoHash &hash)
{
    for (auto pending = m_pending.begin(); pending != m_pending.end(); ++pending) {
        if (!pending->second.hash.matches(hash))
            continue;
        m_context.session->remove_torrent(pending->second.handle);
        for (const auto &[source, answer] : pending->second.asked)
            answer.give(failure(EngineErrc::MetadataUnavailable, "given up"));
        m_pending.erase(pending);
        return;
    }
}

} // namespace trib::torrent
