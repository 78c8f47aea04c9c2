#include "core/torrent/import_transmission.h"

#include "core/base/remote_text.h"
#include "core/base/utf8_path.h"
#include "core/model/engine_error.h"
#include "core/torrent/content_layout.h"
#include "core/torrent/import_transmission_progress.h"
#include "core/torrent/lt_convert.h"
#include "core/torrent/metainfo.h"

#include <libtorrent/magnet_uri.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <set>

namespace trib::torrent {
namespace {

namespace fs = std::filesystem;

// Keys are written with dashes up to 4.0, in camel case in places, with underscores since 4.1.
using Spellings = std::initializer_list<const char *>;

[[nodiscard]] lt::bdecode_node findIn(const lt::bdecode_node &node, Spellings keys)
{
    for (const char *key : keys) {
        if (node && node.type() == lt::bdecode_node::dict_t) {
            if (const lt::bdecode_node value = node.dict_find(key))
                return value;
        }
    }
    return {};
}

[[nodiscard]] std::int64_t numberIn(const lt::bdecode_node &node, Spellings keys, std::int64_t otherwise = 0)
{
    const lt::bdecode_node value = findIn(node, keys);
    return value && value.type() == lt::bdecode_node::int_t ? value.int_value() : otherwise;
}

[[nodiscard]] std::string wordsIn(const lt::bdecode_node &node, Spellings keys)
{
    const lt::bdecode_node value = findIn(node, keys);
    if (!value || value.type() != lt::bdecode_node::string_t)
        return {};
    const lt::string_view text = value.string_value();
    return std::string(text.data(), text.size());
}

[[nodiscard]] lt::bdecode_node itemsIn(const lt::bdecode_node &node, Spellings keys)
{
    const lt::bdecode_node value = findIn(node, keys);
    return value && value.type() == lt::bdecode_node::list_t ? value : lt::bdecode_node();
}

// "2.5000", as a text since bencoding has no fractions.
[[nodiscard]] std::optional<std::int64_t> ratioThousandths(const std::string &text)
{
    const std::string_view whole = std::string_view(text).substr(0, text.find('.'));
    std::string fraction = whole.size() < text.size() ? text.substr(whole.size() + 1, 3) : std::string();
    fraction.resize(3, '0');
    std::int64_t units = 0;
    int rest = 0;
    const bool isNumber = std::from_chars(whole.data(), whole.data() + whole.size(), units).ec == std::errc{}
        && std::from_chars(fraction.data(), fraction.data() + 3, rest).ec == std::errc{};
    return isNumber && units >= 0 && units < 1'000'000 && rest >= 0 ? std::optional(units * 1000 + rest) : std::nullopt;
}

// Modes: 0 as the session, 1 its own, 2 none.
void takeResumeShareLimits(const lt::bdecode_node &resume, AddRequest &request)
{
    const lt::bdecode_node ratio = findIn(resume, {"ratio-limit", "ratio_limit"});
    const lt::bdecode_node idle = findIn(resume, {"idle-limit", "idle_limit"});
    const std::int64_t ratioMode = numberIn(ratio, {"ratio-mode", "ratio_mode"});
    const std::int64_t idleMode = numberIn(idle, {"idle-mode", "idle_mode"});
    if (ratioMode != 1 && ratioMode != 2 && idleMode != 1 && idleMode != 2)
        return;
    ShareLimits limits;
    if (ratioMode == 1)
        limits.ratioPermille = ratioThousandths(wordsIn(ratio, {"ratio-limit", "ratio_limit"}));
    if (idleMode == 1)
        limits.inactiveTime = std::chrono::minutes(std::clamp<std::int64_t>(numberIn(idle, {"idle-limit", "idle_limit"}), 0, 1'000'000));
    request.shareLimits = limits;
}

[[nodiscard]] BytesPerSecond resumeLimit(const lt::bdecode_node &resume, Spellings keys)
{
    const lt::bdecode_node limit = findIn(resume, keys);
    if (numberIn(limit, {"use-speed-limit", "use_speed_limit"}) == 0)
        return {};
    const std::int64_t rate = numberIn(limit, {"speed-Bps", "speed-bps", "speed_Bps", "speed_bps"}, -1);
    return BytesPerSecond(std::clamp<std::int64_t>(rate >= 0 ? rate : numberIn(limit, {"speed"}) * 1000, 0, std::int64_t{1} << 40));
}

void takeResumePriorities(const lt::bdecode_node &resume, const lt::file_storage &files, AddRequest &request)
{
    const lt::bdecode_node skipped = itemsIn(resume, {"dnd"});
    const lt::bdecode_node priorities = itemsIn(resume, {"priority"});
    if (!skipped && !priorities)
        return;
    for (const lt::file_index_t file : contentFiles(files)) {
        const int i = static_cast<int>(file); // Transmission counts pad files as any others
        const std::int64_t priority = priorities && i < priorities.list_size() ? priorities.list_int_value_at(i) : 0;
        const bool skip = skipped && i < skipped.list_size() && skipped.list_int_value_at(i) != 0;
        request.priorities.push_back(skip ? FilePriority::DoNotDownload : priority < 0 ? FilePriority::Low : priority > 0 ? FilePriority::High : FilePriority::Normal);
    }
}

void takeFileNames(const lt::bdecode_node &resume, lt::add_torrent_params &params)
{
    const lt::bdecode_node names = itemsIn(resume, {"files"});
    for (const lt::file_index_t file : contentFiles(params.ti->files())) {
        const int i = static_cast<int>(file);
        const lt::string_view name = names && i < names.list_size() ? names.list_string_value_at(i) : lt::string_view();
        if (!name.empty())
            params.renamed_files[file] = std::string(name.data(), name.size());
    }
}

[[nodiscard]] std::optional<WallTime> resumeDate(std::int64_t time)
{
    return time > 0 ? std::optional(fromTimeT(static_cast<std::time_t>(time))) : std::nullopt;
}

[[nodiscard]] std::chrono::seconds timeSpent(std::int64_t seconds)
{
    return std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, std::int64_t{1} << 31));
}

void takeResumeHistory(const lt::bdecode_node &resume, TakenOver &known)
{
    known.uploaded = Bytes(std::max<std::int64_t>(numberIn(resume, {"uploaded"}), 0));
    known.downloaded = Bytes(std::max<std::int64_t>(numberIn(resume, {"downloaded"}), 0));
    known.added = resumeDate(numberIn(resume, {"added-date", "added_date"}));
    known.completed = resumeDate(numberIn(resume, {"done-date", "done_date"}));
    known.seedingTime = timeSpent(numberIn(resume, {"seeding-time-seconds", "seeding_time_seconds"}));
    known.activeTime = known.seedingTime + timeSpent(numberIn(resume, {"downloading-time-seconds", "downloading_time_seconds"}));
}

void takeResumeLabels(const lt::bdecode_node &resume, ImportedTorrent &torrent)
{
    const lt::bdecode_node labels = itemsIn(resume, {"labels"});
    for (int i = 0; labels && i < labels.list_size(); ++i) {
        const lt::string_view label = labels.list_string_value_at(i);
        if (isTagName({label.data(), label.size()}))
            torrent.request.tags.emplace_back(label.data(), label.size());
        else
            torrent.notes.push_back(ImportNote::TagNameInvalid);
    }
}

// While it downloads, Transmission may keep the files in another folder.
[[nodiscard]] std::string resumeFolder(const lt::bdecode_node &resume, const lt::add_torrent_params &params)
{
    const std::string destination = wordsIn(resume, {"destination"});
    const std::string incomplete = wordsIn(resume, {"incomplete-dir", "incomplete_dir"});
    if (!incomplete.starts_with('/') || !params.ti)
        return destination;
    const Renames renames(params.renamed_files.begin(), params.renamed_files.end());
    const Folder folder = Folder::open(incomplete);
    for (const std::string &path : relativePaths(params.ti->files(), renames)) {
        const auto names = splitRelative(path);
        const Folder parent = names && folder.isOpen() ? folder.descend(parentOf(*names)) : Folder();
        if (parent.isOpen() && (parent.look(names->back()) || parent.look(names->back() + ".part")))
            return incomplete;
    }
    return destination;
}

[[nodiscard]] Result<lt::add_torrent_params> resumeContent(const TransmissionItem &item)
{
    if (!item.isMagnet)
        return parseMetainfo(item.metainfo);
    const std::string_view text(reinterpret_cast<const char *>(item.metainfo.data()), item.metainfo.size());
    return parseMagnet(text.substr(0, text.find_first_of("\r\n")));
}

void takeResume(const lt::bdecode_node &resume, ImportedTorrent &torrent)
{
    AddRequest &request = torrent.request;
    takeResumeHistory(resume, *request.takenOver);
    takeResumeLabels(resume, torrent);
    takeResumeShareLimits(resume, request);
    request.limits.download = resumeLimit(resume, {"speed-limit-down", "speed_limit_down"});
    request.limits.upload = resumeLimit(resume, {"speed-limit-up", "speed_limit_up"});
    request.limits.connections = static_cast<int>(std::clamp<std::int64_t>(numberIn(resume, {"max-peers", "max_peers"}), 0, 10'000));
    request.stopped = numberIn(resume, {"paused"}) != 0;
    const std::string name = remoteText(wordsIn(resume, {"name"}));
    if (!name.empty() && name != torrent.name)
        torrent.name = request.name = name;
    if (!wordsIn(resume, {"group"}).empty())
        torrent.notes.push_back(ImportNote::BandwidthGroup);
}

} // namespace

Result<ImportedTorrent> readTransmissionItem(const TransmissionItem &item)
{
    auto params = resumeContent(item);
    if (!params)
        return failure(Error{params.error().code, item.name + ": " + params.error().detail});
    ImportedTorrent torrent;
    torrent.file = item.name;
    torrent.infoHash = params->ti ? fromLt(params->ti->info_hashes()) : fromLt(params->info_hashes);
    torrent.name = remoteText(params->ti ? params->ti->name() : params->name);
    torrent.request.takenOver.emplace();
    if (item.isMagnet)
        torrent.request.source = MagnetLink{std::string(item.metainfo.begin(), std::ranges::find_if(item.metainfo, [](auto c) { return c == '\r' || c == '\n'; }))};
    else
        torrent.request.source = TorrentFileBytes{item.metainfo};
    lt::bdecode_node resume;
    if (!item.resume.empty()) {
        auto decoded = decodeDictionary(item.resume);
        if (!decoded)
            return failure(Error{decoded.error().code, item.name + ": " + decoded.error().detail});
        resume = std::move(*decoded);
        takeResume(resume, torrent);
    }
    OtherTorrent other{std::move(*params), {}, item.remembered, {}, ".part"};
    if (other.params.ti) {
        const lt::bdecode_node progress = findIn(resume, {"progress"});
        takeResumePriorities(resume, other.params.ti->files(), torrent.request);
        const std::vector<lt::file_index_t> files = contentFiles(other.params.ti->files());
        other.params.file_priorities.assign(static_cast<std::size_t>(other.params.ti->num_files()), lt::default_priority);
        for (std::size_t i = 0; i < torrent.request.priorities.size(); ++i)
            other.params.file_priorities[static_cast<std::size_t>(static_cast<int>(files[i]))] = toLt(torrent.request.priorities[i]);
        takeFileNames(resume, other.params);
        other.params.have_pieces = transmissionPieces(progress, other.params.ti->files());
        other.fileTimes = transmissionTimes(progress, other.params.ti->files(), item.remembered);
    }
    other.savePath = resumeFolder(resume, other.params);
    if (!other.savePath.starts_with('/'))
        return failure(EngineErrc::PathInvalid, item.name + ": where its files are is not known");
    judge(other, torrent);
    return torrent;
}

namespace {

// Up to 3.00 a magnet link whose metadata has not come is kept as a .torrent with "magnet-info" in place of an info dictionary.
[[nodiscard]] std::optional<std::string> linkIn(std::span<const std::uint8_t> metainfo)
{
    const auto dictionary = decodeDictionary(metainfo);
    const lt::bdecode_node magnet = dictionary ? findIn(*dictionary, {"magnet-info", "magnet_info"}) : lt::bdecode_node();
    const std::string hash = wordsIn(magnet, {"info_hash", "info-hash"});
    if (hash.size() != static_cast<std::size_t>(lt::sha1_hash::size()))
        return std::nullopt;
    lt::add_torrent_params params;
    params.info_hashes.v1 = lt::sha1_hash(hash.data());
    params.name = wordsIn(magnet, {"display-name", "display_name"});
    const lt::bdecode_node tiers = itemsIn(*dictionary, {"announce-list"});
    for (int i = 0; tiers && i < tiers.list_size(); ++i) {
        const lt::bdecode_node tier = tiers.list_at(i);
        for (int j = 0; tier.type() == lt::bdecode_node::list_t && j < tier.list_size(); ++j) {
            const lt::string_view url = tier.list_string_value_at(j);
            params.trackers.emplace_back(url.data(), url.size());
        }
    }
    if (const std::string url = wordsIn(*dictionary, {"announce"}); params.trackers.empty() && !url.empty())
        params.trackers.push_back(url);
    return lt::make_magnet_uri(params);
}

[[nodiscard]] Result<ImportedTorrent> readResumeFiles(const Folder &torrents, const Folder &resumes, const std::string &name)
{
    TransmissionItem item;
    const auto dot = name.rfind('.');
    item.name = name;
    item.isMagnet = name.ends_with(".magnet");
    auto metainfo = readBounded(torrents, name, item.isMagnet ? static_cast<std::int64_t>(kMaxMagnet) : kMaxTorrentFile.count());
    if (!metainfo)
        return failure(metainfo.error());
    item.metainfo = std::move(*metainfo);
    if (const auto link = item.isMagnet ? std::nullopt : linkIn(item.metainfo)) {
        item.metainfo.assign(link->begin(), link->end());
        item.isMagnet = true;
    }
    const std::string resume = name.substr(0, dot) + ".resume";
    if (const auto info = resumes.isOpen() ? resumes.look(resume) : std::nullopt) {
        auto bytes = readBounded(resumes, resume, kMaxResumeFile);
        if (!bytes)
            return failure(bytes.error());
        item.resume = std::move(*bytes);
        item.remembered = info->modified;
    }
    return readTransmissionItem(item);
}

} // namespace

Result<ImportPlan> readTransmission(const std::string &folder, const ImportProgress &progress)
{
    const fs::path given = fromUtf8(folder);
    const Folder torrents = Folder::open((given / "torrents").string());
    const Folder resumes = Folder::open((given / "resume").string());
    if (!torrents.isOpen())
        return failure(EngineErrc::PathInvalid, folder + ": there is no folder \"torrents\"");
    ImportPlan plan;
    plan.store = toUtf8(given);
    std::set<std::string> names;
    for (const std::string &name : torrents.names()) {
        if ((name.ends_with(".torrent") || name.ends_with(".magnet")) && names.size() < kMaxImported)
            names.insert(name);
    }
    for (const std::string &name : names) {
        if (!progress(plan.torrents.size() + plan.unreadable.size(), names.size()))
            return failure(EngineErrc::Cancelled);
        if (auto torrent = readResumeFiles(torrents, resumes, name))
            plan.torrents.push_back(std::move(*torrent));
        else
            plan.unreadable.emplace_back(remoteText(name), torrent.error());
    }
    return plan;
}

} // namespace trib::torrent
