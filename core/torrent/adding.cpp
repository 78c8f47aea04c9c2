#include "core/torrent/adding.h"

#include "core/base/utf8_path.h"
#include "core/torrent/content_layout.h"
#include "core/torrent/library_safety.h"
#include "core/torrent/lt_convert.h"
#include "core/torrent/metainfo.h"
#include "core/torrent/safe_names.h"
#include "core/torrent/snapshot_builder.h"
#include "core/torrent/stored_params.h"
#include "core/torrent/taking_over.h"
#include "core/torrent/volumes.h"

#include <libtorrent/announce_entry.hpp>
#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <filesystem>

namespace trib::torrent {
namespace {

constexpr int kMostSuffixes = 1000;

[[nodiscard]] Result<> makeFolder(const std::string &path)
{
    const auto folder = fromUtf8(path);
    if (path.empty() || !folder.is_absolute())
        return failure(EngineErrc::PathInvalid, "not an absolute path");
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || !std::filesystem::is_directory(folder, error))
        return failure(EngineErrc::PathInvalid, error ? error.message() : "not a folder");
    return success();
}

[[nodiscard]] std::string firstTrackerHost(const lt::add_torrent_params &params)
{
    return params.trackers.empty() ? std::string() : hostOf(params.trackers.front());
}

void setPriorities(lt::add_torrent_params &params, const std::vector<FilePriority> &wanted)
{
    if (wanted.empty())
        return;
    const std::vector<lt::file_index_t> files = contentFiles(params.ti->files());
    params.file_priorities.assign(static_cast<std::size_t>(params.ti->num_files()), lt::default_priority);
    for (std::size_t i = 0; i < std::min(files.size(), wanted.size()); ++i)
        params.file_priorities[static_cast<std::size_t>(static_cast<int>(files[i]))] = toLt(wanted[i]);
}

// so= of a magnet link counts all files that the metadata has, pad files too.
void setPrioritiesOfLink(lt::add_torrent_params &params, const MetadataWishes &wishes)
{
    for (const FilePriority priority : wishes.priorities)
        params.file_priorities.push_back(toLt(priority));
    params.file_priorities.resize(static_cast<std::size_t>(params.ti->num_files()), lt::dont_download);
}

// so= of a magnet link (BEP 53) names all that is wanted; libtorrent says so by a flag, which would hold for ever.
void skipOthers(lt::add_torrent_params &params)
{
    if (!(params.flags & lt::torrent_flags::default_dont_download))
        return;
    params.flags &= ~lt::torrent_flags::default_dont_download;
    if (!params.file_priorities.empty())
        params.file_priorities.resize(static_cast<std::size_t>(params.ti->num_files()), lt::dont_download);
}

[[nodiscard]] std::vector<FilePriority> prioritiesOf(const lt::add_torrent_params &params)
{
    std::vector<FilePriority> priorities;
    for (const lt::download_priority_t priority : params.file_priorities)
        priorities.push_back(fromLt(priority));
    return priorities;
}

[[nodiscard]] Bytes wantedSize(const lt::add_torrent_params &params)
{
    Bytes wanted;
    const lt::file_storage &files = params.ti->files();
    for (const lt::file_index_t file : contentFiles(files)) {
        const auto index = static_cast<std::size_t>(static_cast<int>(file));
        const bool skipped = index < params.file_priorities.size() && params.file_priorities[index] == lt::dont_download;
        if (!skipped)
            wanted += Bytes(files.file_size(file));
    }
    return wanted;
}

} // namespace

void addTrackers(const lt::torrent_handle &handle, const std::vector<std::string> &urls)
{
    const std::vector<lt::announce_entry> known = handle.trackers();
    int tier = 0;
    for (const lt::announce_entry &entry : known)
        tier = std::max(tier, int(entry.tier) + 1);
    for (const std::string &url : urls) {
        if (std::ranges::find(known, url, &lt::announce_entry::url) != known.end())
            continue;
        lt::announce_entry entry(url);
        entry.tier = static_cast<std::uint8_t>(std::min(tier, 255));
        handle.add_tracker(entry);
    }
}

void Adding::add(const AddRequest &request, ParsedSource source, const Answer<TorrentId> &answer)
{
    const InfoHash hash = source.params.ti ? fromLt(source.params.ti->info_hashes()) : fromLt(source.params.info_hashes);
    if (Torrent *existing = m_context.table.findMatching(hash)) {
        duplicate(request, source, *existing, answer);
        return;
    }
    if (auto labelled = m_labels.add(request.category, request.tags); !labelled) {
        answer.give(failure(std::move(labelled.error())));
        return;
    }
    auto record = newRecord(request, source);
    if (!record) {
        answer.give(failure(std::move(record.error())));
        return;
    }
    if (request.takenOver) {
        if (auto taken = takeOver(*request.takenOver, source.params, *record); !taken) {
            answer.give(failure(std::move(taken.error())));
            return;
        }
    }
    std::optional<MetadataWishes> wishes;
    if (source.params.ti) {
        setPriorities(source.params, request.priorities);
        skipOthers(source.params);
        if (auto placed = place(source.params, *record, request.layout, request.onPathConflict); !placed) {
            answer.give(failure(std::move(placed.error())));
            return;
        }
        record->wanted = wantedSize(source.params);
    } else {
        wishes = MetadataWishes{request.priorities.empty() ? prioritiesOf(source.params) : request.priorities, request.layout,
                                request.onPathConflict, request.name,
                                request.priorities.empty() && bool(source.params.flags & lt::torrent_flags::default_dont_download)};
        source.params.file_priorities.clear();
    }
    source.params.save_path = record->savePath;
    if (request.skipCheck)
        source.params.flags |= lt::torrent_flags::seed_mode;

    StoredTorrent stored{*record, source.metainfo, encodeResume(source.params, wishes), {}};
    if (auto inserted = m_context.store->insert(stored); !inserted) {
        answer.give(failure(std::move(inserted.error())));
        return;
    }
    Torrent &torrent = m_context.table.insert(std::move(*record));
    torrent.wishes = std::move(wishes);
    torrent.phase = Phase::Detached;
    takeMetadata(m_context, torrent, source.params);
    m_attachment.attachNow(torrent, std::move(source.params));
    if (torrent.phase == Phase::Attached && request.topOfQueue)
        torrent.handle.queue_position_top();
    answer.give(torrent.record.id);
}

void Adding::duplicate(const AddRequest &request, const ParsedSource &source, Torrent &existing, const Answer<TorrentId> &answer)
{
    const TorrentId id = existing.record.id;
    if (request.onDuplicate == OnDuplicate::Refuse) {
        answer.give(failure(EngineErrc::DuplicateTorrent, id.toHex()));
        return;
    }
    const bool fromPrivate = source.params.ti && source.params.ti->priv();
    mergeTrackers(existing, source.params.trackers, fromPrivate, [id, answer](const Result<> &merged) {
        answer.give(merged.map([&](std::monostate) { return id; }));
    });
}

void Adding::mergeTrackers(Torrent &torrent, const std::vector<std::string> &trackers, bool fromPrivate, std::function<void(Result<>)> then)
{
    if (fromPrivate || torrent.record.isPrivate) {
        then(failure(EngineErrc::PrivateMergeRefused));
        return;
    }
    if (torrent.phase != Phase::Attached) {
        then(failure(torrent.problem.kind == ProblemKind::VolumeOffline ? EngineErrc::VolumeOffline : EngineErrc::NoMetadataYet));
        return;
    }
    addTrackers(torrent.handle, trackers);
    m_saver.request(torrent, [then = std::move(then)](bool stored) { then(stored ? success() : Result<>(failure(EngineErrc::StoreUnavailable))); });
}

Result<TorrentRecord> Adding::newRecord(const AddRequest &request, const ParsedSource &source) const
{
    TorrentRecord record;
    record.infoHash = source.params.ti ? fromLt(source.params.ti->info_hashes()) : fromLt(source.params.info_hashes);
    record.id = record.infoHash.toId();
    record.category = request.category;
    record.tags = splitTags(joinTags(request.tags));
    record.savePath = m_context.savePathOr(request.savePath.empty() ? m_labels.savePathOf(request.category) : request.savePath);
    if (auto made = makeFolder(record.savePath); !made)
        return failure(std::move(made.error()));
    record.savePath = toUtf8(fromUtf8(record.savePath).lexically_normal());
    if (record.savePath.size() > 1 && record.savePath.ends_with('/'))
        record.savePath.pop_back();
    record.volume = volumeOf(record.savePath);
    record.name = !request.name.empty() ? request.name : source.params.ti ? source.params.ti->name() : source.params.name;
    if (record.name.empty())
        record.name = record.id.toHex();
    record.stopped = request.stopped;
    record.sequential = request.sequential;
    record.firstLastFirst = request.firstLastFirst;
    record.limits = request.limits;
    record.shareLimits = request.shareLimits;
    record.added = m_context.clock.wallNow();
    record.tracker = firstTrackerHost(source.params);
    return record;
}

Result<> Adding::place(lt::add_torrent_params &params, const TorrentRecord &record, ContentLayout layout, OnPathConflict onConflict) const
{
    const lt::file_storage &files = params.ti->files();
    Renames renames(params.renamed_files.begin(), params.renamed_files.end());
    applyLayout(files, layout, renames);
    const Renames original = renames;
    for (int number = 2;; ++number) {
        const auto other = m_context.paths.conflict(claimedPaths(record.savePath, relativePaths(files, renames)), record.id);
        if (!other)
            break;
        if (onConflict == OnPathConflict::Refuse || number > kMostSuffixes)
            return failure(EngineErrc::PathInUse, other->toHex());
        renames = withSuffix(files, original, number);
    }
    params.renamed_files.clear();
    for (auto &[file, path] : renames)
        params.renamed_files[file] = std::move(path);
    return success();
}

void Adding::metadataReceived(Torrent &torrent)
{
    const auto received = torrent.handle.torrent_file();
    if (!received || torrent.record.hasMetadata)
        return;
    const auto refuse = [&](ProblemKind kind, const std::string &why) {
        m_context.log.warning("the metadata of " + torrent.record.id.toHex() + " is refused: " + why);
        m_attachment.detach(torrent, {kind, {}, why, {}, {}});
    };
    if (const auto checked = checkTorrentInfo(*received); !checked) {
        refuse(ProblemKind::InvalidMetadata, checked.error().code.message() + ": " + checked.error().detail);
        return;
    }
    if (auto problem = libraryProblem(received->info_hashes())) { // not known before of a link that has the v2 hash alone
        m_attachment.detach(torrent, std::move(*problem));
        return;
    }
    lt::add_torrent_params params;
    params.ti = std::make_shared<lt::torrent_info>(*received);
    for (auto &[file, path] : safeRenames(received->files()))
        params.renamed_files[file] = path;
    const MetadataWishes wishes = torrent.wishes.value_or(MetadataWishes{});
    if (const auto placed = place(params, torrent.record, wishes.layout, wishes.onPathConflict); !placed) {
        refuse(ProblemKind::PathInUse, placed.error().detail);
        return;
    }
    startWithMetadata(torrent, wishes, std::move(params));
}

void Adding::startWithMetadata(Torrent &torrent, const MetadataWishes &wishes, lt::add_torrent_params params)
{
    auto metainfo = encodeMetainfo(params);
    if (!metainfo) {
        m_attachment.detach(torrent, {ProblemKind::InvalidMetadata, {}, metainfo.error().detail, {}, {}});
        return;
    }
    if (wishes.skipOthers)
        setPrioritiesOfLink(params, wishes);
    else
        setPriorities(params, wishes.priorities);
    params.file_priorities.resize(static_cast<std::size_t>(params.ti->num_files()), lt::default_priority);
    m_context.table.setInfoHash(torrent, fromLt(params.ti->info_hashes()));
    if (wishes.name.empty())
        torrent.record.name = params.ti->name();
    torrent.record.wanted = wantedSize(params);
    takeMetadata(m_context, torrent, params);
    torrent.wishes.reset();

    params.info_hashes = params.ti->info_hashes();
    params.save_path = torrent.record.savePath;
    for (const lt::announce_entry &entry : torrent.handle.trackers()) {
        params.trackers.push_back(entry.url);
        params.tracker_tiers.push_back(entry.tier);
    }
    const TorrentUpdate update{torrent.record, encodeResume(params, std::nullopt), std::move(*metainfo)};
    if (const auto stored = m_context.store->update(std::span(&update, 1)); !stored) {
        m_context.log.error("metadata could not be stored: " + stored.error().detail);
        torrent.recordDirty = true;
    }
    for (const auto &[file, path] : params.renamed_files)
        torrent.handle.rename_file(file, path);
    torrent.awaitingPriorities = true;
    torrent.handle.prioritize_files(params.file_priorities);
    refreshRow(torrent);
    m_context.publish(torrent);
}

void applyFirstLastFirst(const lt::torrent_handle &handle, bool on)
{
    const auto info = handle.torrent_file();
    if (!info)
        return;
    const lt::file_storage &files = info->files();
    const auto priorities = handle.get_file_priorities();
    std::vector<std::pair<lt::piece_index_t, lt::download_priority_t>> pieces;
    for (const lt::file_index_t file : files.file_range()) {
        const auto index = static_cast<std::size_t>(static_cast<int>(file));
        const lt::download_priority_t own = index < priorities.size() ? priorities[index] : lt::default_priority;
        if (files.pad_file_at(file) || files.file_size(file) == 0 || own == lt::dont_download)
            continue;
        const lt::download_priority_t wanted = on ? lt::top_priority : own;
        const std::int64_t end = files.file_offset(file) + files.file_size(file) - 1;
        pieces.emplace_back(lt::piece_index_t(static_cast<int>(files.file_offset(file) / info->piece_length())), wanted);
        pieces.emplace_back(lt::piece_index_t(static_cast<int>(end / info->piece_length())), wanted);
    }
    handle.prioritize_pieces(pieces);
}

} // namespace trib::torrent
