#include "core/torrent/torrent_making.h"

#include "core/base/utf8_path.h"
#include "core/model/add_request.h"
#include "core/model/engine_error.h"
#include "core/torrent/content_hasher.h"
#include "core/torrent/content_tree.h"
#include "core/torrent/durable_file.h"
#include "core/torrent/lt_convert.h"
#include "core/torrent/metainfo.h"
#include "core/torrent/metainfo_urls.h"

#include <libtorrent/bencode.hpp>
#include <libtorrent/create_torrent.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <bit>
#include <iterator>
#include <unordered_map>

namespace trib::torrent {
namespace {

constexpr std::size_t kMaxText = 4096; // bytes of a comment or source tag

[[nodiscard]] Result<> checkWebUrls(const CreateRequest &request)
{
    for (const auto &tier : request.trackers) {
        for (const std::string &url : tier) {
            if (!isTrackerUrl(url))
                return failure(EngineErrc::UrlInvalid, "\"" + url + "\" is no tracker's address");
        }
    }
    for (const std::string &url : request.webSeeds) {
        if (!isWebSeedUrl(url))
            return failure(EngineErrc::UrlInvalid, "\"" + url + "\" is no web seed's address");
    }
    return success();
}

[[nodiscard]] Result<> checkOutput(const CreateRequest &request)
{
    const auto output = fromUtf8(request.output);
    std::error_code error;
    if (!output.is_absolute() || !output.has_filename() || !std::filesystem::is_directory(output.parent_path(), error))
        return failure(EngineErrc::PathInvalid, request.output + ": not in a folder that exists");
    if (!request.replace && std::filesystem::symlink_status(output, error).type() != std::filesystem::file_type::not_found)
        return failure(EngineErrc::TargetExists, request.output);
    // A torrent within what it describes would change it.
    const auto folder = std::filesystem::canonical(output.parent_path(), error);
    const auto content = error ? folder : std::filesystem::canonical(fromUtf8(request.content), error);
    if (!error && std::mismatch(content.begin(), content.end(), folder.begin(), folder.end()).first == content.end())
        return failure(EngineErrc::PathInvalid, request.output + ": lies within the content");
    return success();
}

[[nodiscard]] Result<> checkRequest(const CreateRequest &request)
{
    const std::int64_t piece = request.pieceSize.count();
    const bool isSize = request.pieceSize >= kMinCreatedPiece && request.pieceSize <= kMaxCreatedPiece
        && std::has_single_bit(static_cast<std::uint64_t>(piece));
    if (piece != 0 && !isSize)
        return failure(EngineErrc::InvalidPieceLength, std::to_string(piece) + " is no power of two from 16 KiB to 16 MiB");
    if (request.comment.size() > kMaxText || request.source.size() > kMaxText)
        return failure(EngineErrc::TooLarge, "the comment or the source tag is too long");
    if (auto urls = checkWebUrls(request); !urls)
        return urls;
    return checkOutput(request);
}

// As the torrent names it: "folder/a/b.txt", or "b.txt" alone.
[[nodiscard]] std::string torrentPath(const ContentTree &tree, const ContentFile &file)
{
    std::string path = tree.name;
    for (const std::string &name : file.path)
        path += "/" + name;
    return path;
}

[[nodiscard]] lt::create_flags_t flagsOf(TorrentFormat format)
{
    switch (format) {
    case TorrentFormat::V1: return lt::create_torrent::v1_only;
    case TorrentFormat::V2: return lt::create_torrent::v2_only;
    case TorrentFormat::Hybrid: break;
    }
    return {};
}

void describe(lt::create_torrent &torrent, const CreateRequest &request)
{
    torrent.set_creator("Tributary " TRIB_VERSION);
    if (!request.withDate)
        torrent.set_creation_date(0);
    if (!request.comment.empty())
        torrent.set_comment(request.comment.c_str());
    torrent.set_priv(request.isPrivate);
    for (std::size_t tier = 0; tier < request.trackers.size(); ++tier) {
        for (const std::string &url : request.trackers[tier])
            torrent.add_tracker(url, static_cast<int>(tier));
    }
    for (const std::string &url : request.webSeeds)
        torrent.add_url_seed(url);
}

// libtorrent orders and pads the files of v2: where each of them is on disk, by its index.
[[nodiscard]] std::vector<const ContentFile *> placesOf(const lt::file_storage &files, const ContentTree &tree)
{
    std::unordered_map<std::string, const ContentFile *> byPath;
    for (const ContentFile &file : tree.files)
        byPath.emplace(torrentPath(tree, file), &file);
    std::vector<const ContentFile *> places;
    for (const lt::file_index_t file : files.file_range())
        places.push_back(files.pad_file_at(file) ? nullptr : byPath.at(files.file_path(file)));
    return places;
}

[[nodiscard]] Result<std::vector<char>> encodedTorrent(const CreateRequest &request, const ContentTree &tree, const MakingProgress &progress)
{
    lt::file_storage files;
    for (const ContentFile &file : tree.files)
        files.add_file(torrentPath(tree, file), file.size);
    const Bytes pieceSize = request.pieceSize.count() > 0 ? request.pieceSize : pieceSizeFor(tree.size);
    lt::create_torrent torrent(files, static_cast<int>(pieceSize.count()), flagsOf(request.format));
    if (torrent.num_pieces() > kMaxPieces)
        return failure(EngineErrc::TooLarge, "more than two million pieces: larger ones are needed");
    describe(torrent, request);
    if (auto hashed = ContentHasher(torrent, tree, placesOf(torrent.files(), tree), progress).hashAll(); !hashed)
        return failure(hashed.error());
    lt::entry entry = torrent.generate();
    if (!request.source.empty())
        entry["info"]["source"] = request.source;
    std::vector<char> bytes;
    lt::bencode(std::back_inserter(bytes), entry);
    return bytes;
}

// libtorrent reports what it cannot describe by exceptions.
[[nodiscard]] Result<std::vector<char>> encodedOrWhyNot(const CreateRequest &request, const ContentTree &tree, const MakingProgress &progress)
{
    try {
        return encodedTorrent(request, tree, progress);
    } catch (const std::exception &error) {
        return failure(EngineErrc::InvalidFileTree, error.what());
    }
}

[[nodiscard]] Result<CreatedTorrent> proved(const CreateRequest &request, const ContentTree &tree, std::span<const std::uint8_t> bytes)
{
    if (bytes.size() > static_cast<std::size_t>(kMaxTorrentFile.count()))
        return failure(EngineErrc::TooLarge, "a .torrent of more than 10 MiB, which clients refuse: larger pieces are needed");
    const auto params = parseMetainfo(bytes);
    if (!params)
        return failure(params.error());
    if (!params->renamed_files.empty())
        return failure(EngineErrc::NameInvalid, "two names differ by case alone, or not every system can have one of them");
    const lt::file_storage &files = params->ti->files();
    return CreatedTorrent{fromLt(params->ti->info_hashes()), tree.name, request.output, tree.parent, tree.size,
        Bytes(files.piece_length()), files.num_pieces(), static_cast<int>(tree.files.size()), tree.skipped};
}

} // namespace

Result<CreatedTorrent> makeTorrent(const CreateRequest &request, const MakingProgress &progress)
{
    if (auto checked = checkRequest(request); !checked)
        return failure(checked.error());
    const auto tree = readContentTree(request.content, request.skipDotFiles, [&] { return progress(Bytes(0), Bytes(0)); });
    if (!tree)
        return failure(tree.error());
    const auto text = encodedOrWhyNot(request, *tree, progress);
    if (!text)
        return failure(text.error());
    const std::vector<std::uint8_t> bytes(text->begin(), text->end());
    auto created = proved(request, *tree, bytes);
    if (!created)
        return created;
    if (!progress(tree->size, tree->size)) // the last chance
        return failure(EngineErrc::Cancelled);
    return writeDurably(fromUtf8(request.output), bytes, request.replace ? Existing::Replace : Existing::Keep)
        .map([&](std::monostate) { return *created; });
}

} // namespace trib::torrent
