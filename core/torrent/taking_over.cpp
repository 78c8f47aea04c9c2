#include "core/torrent/taking_over.h"

#include "core/model/engine_error.h"
#include "core/torrent/content_layout.h"
#include "core/torrent/lt_convert.h"
#include "core/torrent/metainfo_urls.h"
#include "core/torrent/safe_path.h"

#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <limits>

namespace trib::torrent {
namespace {

[[nodiscard]] int wholeSeconds(std::chrono::seconds time)
{
    return static_cast<int>(std::clamp<std::int64_t>(time.count(), 0, std::numeric_limits<int>::max()));
}

[[nodiscard]] Bytes amount(Bytes bytes) { return std::max(bytes, Bytes(0)); }

void takeHistory(const TakenOver &known, lt::add_torrent_params &params, TorrentRecord &record)
{
    record.uploaded = amount(known.uploaded);
    record.downloaded = amount(known.downloaded);
    record.added = known.added.value_or(record.added);
    record.completed = known.completed;
    record.activeTime = std::chrono::seconds(wholeSeconds(known.activeTime));
    record.seedingTime = std::chrono::seconds(wholeSeconds(known.seedingTime));
    record.forced = known.forced && !record.stopped;
    params.total_uploaded = record.uploaded.count();
    params.total_downloaded = record.downloaded.count();
    params.added_time = toTimeT(record.added);
    params.completed_time = known.completed ? toTimeT(*known.completed) : 0;
    params.active_time = wholeSeconds(known.activeTime);
    params.seeding_time = wholeSeconds(known.seedingTime);
    params.finished_time = params.seeding_time;
}

void takeUrls(const TakenOver &known, lt::add_torrent_params &params)
{
    if (!known.trackers.empty()) {
        params.trackers.clear();
        params.tracker_tiers.clear();
        for (const auto &[url, tier] : known.trackers) {
            params.trackers.push_back(url);
            params.tracker_tiers.push_back(std::clamp(tier, 0, 255));
        }
    }
    if (!known.webSeeds.empty())
        params.url_seeds = known.webSeeds;
    keepUsableUrls(params);
}

[[nodiscard]] Result<> takeNames(const TakenOver &known, lt::add_torrent_params &params)
{
    const std::vector<lt::file_index_t> files = contentFiles(params.ti->files());
    for (const auto &[file, path] : known.renamed) {
        if (file.value() < 0 || static_cast<std::size_t>(file.value()) >= files.size())
            return failure(EngineErrc::NoSuchFile, std::to_string(file.value()));
        const auto safe = safeRelativePath(path);
        if (!safe || *safe != path)
            return failure(EngineErrc::NameInvalid, path);
        params.renamed_files[files[static_cast<std::size_t>(file.value())]] = path;
    }
    return success();
}

void takePieces(const TakenOver &known, lt::add_torrent_params &params, TorrentRecord &record)
{
    if (std::ssize(known.pieces) != params.ti->num_pieces())
        return;
    params.have_pieces.resize(params.ti->num_pieces(), false);
    Bytes done;
    for (int i = 0; i < params.ti->num_pieces(); ++i) {
        if (!known.pieces[static_cast<std::size_t>(i)])
            continue;
        params.have_pieces.set_bit(lt::piece_index_t(i));
        done += Bytes(params.ti->piece_size(lt::piece_index_t(i)));
    }
    record.done = std::min(done, contentSize(params.ti->files()));
}

} // namespace

Result<> takeOver(const TakenOver &known, lt::add_torrent_params &params, TorrentRecord &record)
{
    takeHistory(known, params, record);
    takeUrls(known, params);
    if (!params.ti)
        return success();
    takePieces(known, params, record);
    return takeNames(known, params);
}

} // namespace trib::torrent
