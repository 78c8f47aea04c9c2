#include "core/torrent/import_qbittorrent.h"

#include "core/base/remote_text.h"
#include "core/model/engine_error.h"
#include "core/torrent/content_layout.h"
#include "core/torrent/lt_convert.h"
#include "core/torrent/metainfo.h"

#include <libtorrent/magnet_uri.hpp>
#include <libtorrent/read_resume_data.hpp>
#include <libtorrent/torrent_flags.hpp>
#include <libtorrent/torrent_info.hpp>

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace trib::torrent {
namespace {

constexpr std::int64_t kGlobalRatio = -2000; // in thousandths, as are ratios
constexpr std::int64_t kGlobalTime = -2;     // minutes; -1: no limit

[[nodiscard]] std::string textIn(const lt::bdecode_node &node, const char *key)
{
    const lt::string_view text = node.dict_find_string_value(key);
    return std::string(text.data(), text.size());
}

// Labels that cannot be ours are left out, and said to be.
void takeNamedLabels(const std::string &category, const std::vector<std::string> &tags, ImportedTorrent &torrent)
{
    if (isCategoryName(category))
        torrent.request.category = category;
    else if (!category.empty())
        torrent.notes.push_back(ImportNote::CategoryNameInvalid);
    for (const std::string &tag : tags) {
        if (isTagName(tag))
            torrent.request.tags.push_back(tag);
        else
            torrent.notes.push_back(ImportNote::TagNameInvalid);
    }
}

void takeShareLimits(const QBittorrentRow &row, ImportedTorrent &torrent)
{
    if (row.ratioLimit == kGlobalRatio && row.seedingTimeLimit == kGlobalTime && row.inactiveTimeLimit == kGlobalTime)
        return;
    ShareLimits limits;
    if (row.ratioLimit >= 0)
        limits.ratioPermille = row.ratioLimit;
    if (row.seedingTimeLimit >= 0)
        limits.seedingTime = std::chrono::minutes(row.seedingTimeLimit);
    if (row.inactiveTimeLimit >= 0)
        limits.inactiveTime = std::chrono::minutes(row.inactiveTimeLimit);
    limits.action = row.action == 1 ? ShareLimitAction::Remove : row.action == 3 ? ShareLimitAction::RemoveWithFiles : ShareLimitAction::Stop;
    torrent.request.shareLimits = limits;
}

[[nodiscard]] std::optional<WallTime> optionalTime(std::time_t time)
{
    return time > 0 ? std::optional(fromTimeT(time)) : std::nullopt;
}

void takeHistoryOf(const lt::add_torrent_params &params, TakenOver &known)
{
    known.uploaded = Bytes(std::max<std::int64_t>(params.total_uploaded, 0));
    known.downloaded = Bytes(std::max<std::int64_t>(params.total_downloaded, 0));
    known.added = optionalTime(params.added_time);
    known.completed = optionalTime(params.completed_time);
    known.activeTime = std::chrono::seconds(std::max(params.active_time, 0));
    known.seedingTime = std::chrono::seconds(std::max(params.seeding_time, 0));
    for (std::size_t i = 0; i < std::min(params.trackers.size(), kMaxTrackers); ++i)
        known.trackers.emplace_back(params.trackers[i], i < params.tracker_tiers.size() ? params.tracker_tiers[i] : 0);
    known.webSeeds = params.url_seeds;
}

void takeRates(const lt::add_torrent_params &params, TorrentLimits &limits)
{
    limits.upload = BytesPerSecond(std::max(params.upload_limit, 0));
    limits.download = BytesPerSecond(std::max(params.download_limit, 0));
}

void takePriorities(const lt::add_torrent_params &params, AddRequest &request)
{
    if (params.file_priorities.empty())
        return;
    for (const lt::file_index_t file : contentFiles(params.ti->files())) {
        const auto index = static_cast<std::size_t>(static_cast<int>(file));
        request.priorities.push_back(index < params.file_priorities.size() ? fromLt(params.file_priorities[index]) : FilePriority::Normal);
    }
}

[[nodiscard]] Result<lt::add_torrent_params> paramsOf(const QBittorrentItem &item, const lt::bdecode_node &dictionary)
{
    lt::error_code error;
    lt::add_torrent_params params = lt::read_resume_data(dictionary, error);
    if (error)
        return failure(EngineErrc::InvalidInfo, item.name + ": " + error.message());
    params.ti.reset(); // what the resume data has of it is not checked as a .torrent is
    if (item.metainfo.empty())
        return params;
    auto metainfo = parseMetainfo(item.metainfo);
    if (!metainfo)
        return failure(Error{metainfo.error().code, item.name + ": " + metainfo.error().detail});
    params.ti = metainfo->ti;
    for (const auto &[file, path] : metainfo->renamed_files) // those that we could not keep; the other client's own win
        params.renamed_files.emplace(file, path);
    return params;
}

// Of both stores: everything but what qBittorrent itself adds.
[[nodiscard]] Result<ImportedTorrent> readParams(const QBittorrentItem &item, lt::add_torrent_params params, const QBittorrentRow &row)
{
    ImportedTorrent torrent;
    torrent.file = item.name;
    torrent.infoHash = params.ti ? fromLt(params.ti->info_hashes()) : fromLt(params.info_hashes);
    if (torrent.infoHash.isEmpty())
        return failure(EngineErrc::InvalidInfoHash, item.name + ": no info-hash");
    torrent.name = remoteText(!row.name.empty() ? row.name : params.ti ? params.ti->name() : params.name);
    torrent.request.name = row.name.empty() ? std::string() : torrent.name;
    TakenOver &known = torrent.request.takenOver.emplace();
    takeHistoryOf(params, known);
    takeRates(params, torrent.request.limits);
    takeShareLimits(row, torrent);
    torrent.request.stopped = row.stopped;
    known.forced = row.forced;
    torrent.request.sequential = bool(params.flags & lt::torrent_flags::sequential_download);
    torrent.request.firstLastFirst = row.firstLastFirst;
    if (params.ti) {
        torrent.request.source = TorrentFileBytes{item.metainfo};
        takePriorities(params, torrent.request);
    } else {
        torrent.request.source = MagnetLink{lt::make_magnet_uri(params)};
    }
    const std::string savePath = params.save_path;
    if (!savePath.starts_with('/'))
        return failure(EngineErrc::PathInvalid, item.name + ": its folder is not an absolute path");
    judge({std::move(params), savePath, item.remembered, {}, ".!qB"}, torrent);
    return torrent;
}

} // namespace

Result<ImportedTorrent> readFastResume(const QBittorrentItem &item)
{
    const auto dictionary = decodeDictionary(item.resume);
    if (!dictionary)
        return failure(Error{dictionary.error().code, item.name + ": " + dictionary.error().detail});
    auto params = paramsOf(item, *dictionary);
    if (!params)
        return failure(params.error());
    QBittorrentRow row;
    row.name = textIn(*dictionary, "qBt-name");
    row.ratioLimit = dictionary->dict_find_int_value("qBt-ratioLimit", kGlobalRatio);
    row.seedingTimeLimit = dictionary->dict_find_int_value("qBt-seedingTimeLimit", kGlobalTime);
    row.inactiveTimeLimit = dictionary->dict_find_int_value("qBt-inactiveSeedingTimeLimit", kGlobalTime);
    row.action = dictionary->dict_find_int_value("qBt-shareLimitAction", -1);
    row.firstLastFirst = dictionary->dict_find_int_value("qBt-firstLastPiecePriority", 0) != 0;
    const bool paused = dictionary->dict_find_int_value("paused", 0) != 0;
    const bool managed = dictionary->dict_find_int_value("auto_managed", 1) != 0;
    row.stopped = paused && !managed;
    row.forced = !paused && !managed;
    auto torrent = readParams(item, std::move(*params), row);
    if (!torrent)
        return torrent;
    std::vector<std::string> tags;
    const lt::bdecode_node list = dictionary->dict_find_list("qBt-tags");
    for (int i = 0; list && i < list.list_size(); ++i) {
        const lt::string_view tag = list.list_string_value_at(i);
        tags.emplace_back(tag.data(), tag.size());
    }
    takeNamedLabels(textIn(*dictionary, "qBt-category"), tags, *torrent);
    return torrent;
}

Result<ImportedTorrent> readDatabaseRow(const QBittorrentItem &item, const QBittorrentRow &row)
{
    const auto dictionary = decodeDictionary(item.resume);
    if (!dictionary)
        return failure(Error{dictionary.error().code, item.name + ": " + dictionary.error().detail});
    auto params = paramsOf(item, *dictionary);
    if (!params)
        return failure(params.error());
    auto torrent = readParams(item, std::move(*params), row);
    if (torrent)
        takeNamedLabels(row.category, splitTags(row.tags), *torrent);
    return torrent;
}

std::vector<Category> readCategories(std::span<const std::uint8_t> json)
{
    const auto text = QByteArray::fromRawData(reinterpret_cast<const char *>(json.data()), static_cast<qsizetype>(json.size()));
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    std::vector<Category> categories;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        Category category{entry.key().toStdString(), {}};
        const std::string path = entry->toObject().value(QStringLiteral("save_path")).toString().toStdString();
        if (path.starts_with('/'))
            category.savePath = path;
        if (isCategoryName(category.name))
            categories.push_back(std::move(category));
    }
    return categories;
}

} // namespace trib::torrent
