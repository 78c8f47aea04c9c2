#include "core/torrent/stored_params.h"

#include "core/model/engine_error.h"

#include <libtorrent/bdecode.hpp>
#include <libtorrent/bencode.hpp>
#include <libtorrent/load_torrent.hpp>
#include <libtorrent/read_resume_data.hpp>
#include <libtorrent/torrent_info.hpp>
#include <libtorrent/write_resume_data.hpp>

#include <exception>
#include <iterator>
#include <string>

namespace trib::torrent {
namespace {

constexpr char kWishes[] = "tributary";
constexpr int kDepth = 200;
constexpr int kItems = 10'000'000;

[[nodiscard]] lt::load_torrent_limits generousLimits()
{
    lt::load_torrent_limits limits;
    limits.max_buffer_size = 64 << 20;
    limits.max_decode_depth = kDepth;
    limits.max_decode_tokens = kItems;
    limits.max_pieces = 0x400000;
    return limits;
}

[[nodiscard]] lt::span<const char> spanOf(const Blob &blob)
{
    return {reinterpret_cast<const char *>(blob.data()), static_cast<std::ptrdiff_t>(blob.size())};
}

[[nodiscard]] lt::bdecode_node decode(const Blob &blob, lt::error_code &error)
{
    lt::bdecode_node node;
    lt::bdecode(spanOf(blob).begin(), spanOf(blob).end(), node, error, nullptr, kDepth, kItems);
    return node;
}

[[nodiscard]] std::optional<MetadataWishes> readWishes(const lt::bdecode_node &resume)
{
    const lt::bdecode_node node = resume.dict_find_dict(kWishes);
    if (!node)
        return std::nullopt;
    MetadataWishes wishes;
    wishes.layout = static_cast<ContentLayout>(std::clamp<std::int64_t>(node.dict_find_int_value("layout"), 0, 2));
    wishes.onPathConflict = static_cast<OnPathConflict>(std::clamp<std::int64_t>(node.dict_find_int_value("conflict"), 0, 1));
    wishes.skipOthers = node.dict_find_int_value("skip") == 1;
    wishes.name = std::string(node.dict_find_string_value("name"));
    for (const char c : node.dict_find_string_value("priorities"))
        wishes.priorities.push_back(static_cast<FilePriority>(c));
    return wishes;
}

// The metadata of a magnet link came without piece layers, which libtorrent's loader insists on: then the info dictionary is put into
// the resume data, whose reader takes it alone.
[[nodiscard]] Blob withInfo(const lt::bdecode_node &metainfo, const Blob &resume)
{
    const auto section = metainfo.dict_find_dict("info").data_section();
    const std::string key = "d4:info";
    Blob combined(key.begin(), key.end());
    combined.insert(combined.end(), section.begin(), section.end());
    combined.insert(combined.end(), std::next(resume.begin()), resume.end());
    return combined;
}

[[nodiscard]] lt::add_torrent_params decodeParams(const StoredTorrent &stored, lt::error_code &error)
{
    const lt::load_torrent_limits limits = generousLimits();
    if (stored.metainfo.empty())
        return lt::read_resume_data(spanOf(stored.resume), error, limits);
    const lt::bdecode_node metainfo = decode(stored.metainfo, error);
    if (error || metainfo.type() != lt::bdecode_node::dict_t)
        return {};
    const lt::bdecode_node info = metainfo.dict_find_dict("info");
    const bool bareV2 = info && info.dict_find_int_value("meta version") == 2 && !metainfo.dict_find_dict("piece layers");
    if (bareV2 && !stored.resume.empty())
        return lt::read_resume_data(spanOf(withInfo(metainfo, stored.resume)), error, limits);

    lt::add_torrent_params fromFile = lt::load_torrent_buffer(spanOf(stored.metainfo), limits);
    if (stored.resume.empty())
        return fromFile;
    lt::add_torrent_params params = lt::read_resume_data(spanOf(stored.resume), error, limits);
    params.ti = std::move(fromFile.ti);
    params.info_hashes = params.ti->info_hashes();
    if (params.merkle_trees.empty()) {
        params.merkle_trees = std::move(fromFile.merkle_trees);
        params.merkle_tree_mask = std::move(fromFile.merkle_tree_mask);
    }
    return params;
}

} // namespace

Result<StoredParams> decodeStored(const StoredTorrent &stored)
{
    StoredParams result;
    try {
        lt::error_code error;
        result.params = decodeParams(stored, error);
        if (!error && !stored.resume.empty() && stored.metainfo.empty()) {
            if (const lt::bdecode_node resume = decode(stored.resume, error); !error)
                result.wishes = readWishes(resume);
        }
        if (error)
            return failure(EngineErrc::StoreDamaged, error.message());
    } catch (const std::exception &e) { // libtorrent's loader throws
        return failure(EngineErrc::StoreDamaged, e.what());
    }
    const bool known = result.params.ti || result.params.info_hashes.has_v1() || result.params.info_hashes.has_v2();
    if (!known || (!stored.metainfo.empty() && !result.params.ti))
        return failure(EngineErrc::StoreDamaged, "a record without a usable info dictionary or hash");
    return result;
}

Blob encodeResume(lt::add_torrent_params params, const std::optional<MetadataWishes> &wishes)
{
    params.ti.reset();
    lt::entry resume = lt::write_resume_data(params);
    if (wishes) {
        lt::entry::dictionary_type own;
        own["layout"] = static_cast<std::int64_t>(wishes->layout);
        own["conflict"] = static_cast<std::int64_t>(wishes->onPathConflict);
        own["name"] = wishes->name;
        own["skip"] = std::int64_t{wishes->skipOthers};
        std::string priorities;
        for (const FilePriority priority : wishes->priorities)
            priorities.push_back(static_cast<char>(priority));
        own["priorities"] = priorities;
        resume[kWishes] = own;
    }
    Blob blob;
    lt::bencode(std::back_inserter(blob), resume);
    return blob;
}

Result<Blob> encodeMetainfo(const lt::add_torrent_params &params)
{
    try {
        Blob blob;
        lt::bencode(std::back_inserter(blob), lt::write_torrent_file(params, lt::write_flags::allow_missing_piece_layer));
        return blob;
    } catch (const std::exception &e) {
        return failure(EngineErrc::NoMetadataYet, e.what());
    }
}

} // namespace trib::torrent
