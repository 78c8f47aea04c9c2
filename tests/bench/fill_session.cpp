// fill_session PROFILE SAVE_PATH [--stopped]: writes a session.db whose torrents were finished long ago, for measuring the start.
// The paths of their .torrent files come on standard input, one a line; nothing is checked against the disk.
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/torrent/lt_convert.h"
#include "core/torrent/metainfo.h"
#include "core/torrent/session_store.h"
#include "core/torrent/stored_params.h"
#include "core/torrent/volumes.h"

#include <libtorrent/torrent_info.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

using namespace trib;

namespace {

struct Options {
    std::filesystem::path profile;
    std::string savePath;
    bool stopped = false;
};

[[nodiscard]] torrent::Blob readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

[[nodiscard]] torrent::TorrentRecord finishedRecord(const lt::add_torrent_params &params, const Options &options, WallTime now)
{
    torrent::TorrentRecord record;
    record.infoHash = torrent::fromLt(params.info_hashes);
    record.id = record.infoHash.toId();
    record.name = params.ti->name();
    record.savePath = options.savePath;
    record.volume = torrent::volumeOf(options.savePath);
    record.stopped = options.stopped;
    record.isPrivate = params.ti->priv();
    record.hasMetadata = true;
    record.size = record.wanted = record.done = record.downloaded = Bytes(params.ti->total_size());
    record.fileCount = params.ti->num_files();
    record.added = now - std::chrono::hours(24);
    record.completed = record.added + std::chrono::minutes(1);
    record.activeTime = record.seedingTime = std::chrono::hours(1);
    record.tracker = params.trackers.empty() ? std::string() : torrent::hostOf(params.trackers.front());
    record.contentPath = options.savePath + "/" + record.name;
    return record;
}

[[nodiscard]] Result<> fill(torrent::SessionStore &store, const std::filesystem::path &file, const Options &options, WallTime now)
{
    torrent::StoredTorrent stored;
    stored.metainfo = readFile(file);
    auto params = torrent::parseMetainfo(stored.metainfo);
    if (!params)
        return failure(std::move(params.error()));
    stored.record = finishedRecord(*params, options, now);
    params->save_path = options.savePath;
    params->have_pieces.resize(params->ti->num_pieces(), true);
    params->added_time = torrent::toTimeT(stored.record.added);
    params->completed_time = torrent::toTimeT(*stored.record.completed);
    params->total_downloaded = params->ti->total_size();
    params->finished_time = params->seeding_time = params->active_time = 3600;
    stored.resume = torrent::encodeResume(std::move(*params), std::nullopt);
    return store.insert(stored);
}

int fail(const std::string &what, const Error &error)
{
    std::cerr << "fill_session: " << what << ": " << error.code.message() << " (" << error.detail << ")\n";
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const bool stopped = argc == 4 && std::string_view(argv[3]) == "--stopped";
    if (argc != 3 && !stopped) {
        std::cerr << "usage: fill_session PROFILE SAVE_PATH [--stopped] <LIST_OF_TORRENT_FILES\n";
        return 2;
    }
    const Options options{argv[1], argv[2], stopped};
    const SystemClock clock;
    NullLog log;
    std::filesystem::create_directories(options.profile);
    auto store = torrent::SessionStore::open(options.profile, clock, log);
    if (!store)
        return fail("cannot open the profile", store.error());
    for (std::string file; std::getline(std::cin, file);) {
        if (auto filled = fill(**store, file, options, clock.wallNow()); !filled)
            return fail(file, filled.error());
    }
    return 0;
}
