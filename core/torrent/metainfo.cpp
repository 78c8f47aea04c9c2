#include "core/torrent/metainfo.h"

#include "core/base/remote_text.h"
#include "core/model/engine_error.h"
#include "core/torrent/info_check.h"
#include "core/torrent/metainfo_urls.h"
#include "core/torrent/piece_layers.h"
#include "core/torrent/safe_names.h"

#include <libtorrent/bdecode.hpp>
#include <libtorrent/error_code.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <random>

namespace trib::torrent {
namespace {

constexpr std::size_t kMaxComment = 8192; // bytes

[[nodiscard]] Result<lt::bdecode_node> decode(lt::span<const char> bytes)
{
    lt::error_code error;
    int position = 0;
    lt::bdecode_node root = lt::bdecode(bytes, error, &position, kMaxBencodeDepth, kMaxBencodeItems);
    if (!error)
        return root;
    const std::string detail = error.message() + " at byte " + std::to_string(position);
    if (error == lt::bdecode_errors::depth_exceeded)
        return failure(EngineErrc::NestedTooDeep, detail);
    return failure(error == lt::bdecode_errors::limit_exceeded ? EngineErrc::TooManyItems : EngineErrc::NotBencoded, detail);
}

// What libtorrent refuses after our own checks have passed.
[[nodiscard]] EngineErrc causeOf(const lt::error_code &error)
{
    if (error == lt::errors::invalid_bencoding)
        return EngineErrc::NotBencoded;
    if (error == lt::errors::torrent_missing_piece_length)
        return EngineErrc::InvalidPieceLength;
    if (error == lt::errors::torrent_missing_name || error == lt::errors::torrent_invalid_name
        || error == boost::system::errc::filename_too_long)
        return EngineErrc::InvalidName;
    if (error == lt::errors::torrent_missing_pieces || error == lt::errors::torrent_invalid_hashes)
        return EngineErrc::InvalidPieces;
    if (error == lt::errors::too_many_pieces_in_torrent || error == lt::errors::metadata_too_large
        || error == boost::system::errc::file_too_large)
        return EngineErrc::TooLarge;
    if (error == lt::errors::torrent_unknown_version)
        return EngineErrc::UnsupportedVersion;
    if (error == lt::errors::torrent_info_no_dict)
        return EngineErrc::NotATorrent;
    return EngineErrc::InvalidFileTree;
}

[[nodiscard]] Result<std::shared_ptr<lt::torrent_info>> readInfo(const lt::bdecode_node &info)
{
    if (auto checked = checkInfo(info); !checked)
        return failure(checked.error());
    // Not the constructor that reads whole files: it resolves colliding names at a cost that grows with their square.
    auto torrent = std::make_shared<lt::torrent_info>(lt::info_hash_t());
    lt::error_code error;
    if (!torrent->parse_info_section(info, error, kMaxPieces))
        return failure(causeOf(error), error.message());
    return torrent;
}

void applySafeNames(lt::add_torrent_params &params)
{
    for (auto &[file, path] : safeRenames(params.ti->orig_files())) {
        params.ti->rename_file(file, path);
        params.renamed_files.emplace(file, std::move(path));
    }
    params.name = remoteText(params.ti->name());
}

[[nodiscard]] std::string firstText(const lt::bdecode_node &torrent, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        const auto text = torrent.dict_find_string_value(key);
        if (text.empty())
            continue;
        std::string line(text.data(), std::min(text.size(), kMaxComment));
        std::replace(line.begin(), line.end(), '\n', ' ');
        return remoteText(line, kMaxComment);
    }
    return {};
}

void readDescription(const lt::bdecode_node &torrent, lt::torrent_info &info)
{
    info.internal_set_comment(firstText(torrent, {"comment.utf-8", "comment"}));
    info.internal_set_creator(firstText(torrent, {"created by.utf-8", "created by"}));
    if (const std::int64_t created = torrent.dict_find_int_value("creation date", 0); created > 0)
        info.internal_set_creation_date(created);
}

// Trackers come tier by tier.
void shuffleTiers(lt::add_torrent_params &params)
{
    std::mt19937 random{std::random_device()()};
    const auto &tiers = params.tracker_tiers;
    for (std::size_t first = 0, last = 0; first < tiers.size(); first = last) {
        while (last < tiers.size() && tiers[last] == tiers[first])
            ++last;
        const auto begin = params.trackers.begin();
        std::shuffle(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last), random);
    }
}

} // namespace

Result<lt::add_torrent_params> parseMetainfo(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() > static_cast<std::size_t>(kMaxTorrentFile.count()))
        return failure(EngineErrc::FileTooLarge, std::to_string(bytes.size()) + " bytes");
    const auto torrent = decode({reinterpret_cast<const char *>(bytes.data()), static_cast<std::ptrdiff_t>(bytes.size())});
    if (!torrent)
        return failure(torrent.error());
    if (torrent->type() != lt::bdecode_node::dict_t)
        return failure(EngineErrc::NotATorrent, "not a dictionary");
    const lt::bdecode_node info = torrent->dict_find("info");
    if (!info)
        return failure(EngineErrc::NotATorrent, "no info dictionary");

    auto read = readInfo(info);
    if (!read)
        return failure(read.error());
    lt::add_torrent_params params;
    params.ti = std::move(*read);
    params.info_hashes = params.ti->info_hashes();
    if (auto added = addPieceLayers(*torrent, *params.ti); !added)
        return failure(added.error());
    applySafeNames(params);
    readDescription(*torrent, *params.ti);
    readUrls(*torrent, params);
    keepUsableUrls(params);
    shuffleTiers(params);
    if (params.ti->priv())
        params.dht_nodes.clear();
    return params;
}

Result<> checkTorrentInfo(const lt::torrent_info &info)
{
    const auto section = decode(info.info_section());
    return section ? checkInfo(*section) : Result<>(failure(section.error()));
}

} // namespace trib::torrent
