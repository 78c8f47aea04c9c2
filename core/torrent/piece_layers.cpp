#include "core/torrent/piece_layers.h"

#include "core/model/engine_error.h"

#include <libtorrent/hasher.hpp>

#include <bit>
#include <map>
#include <string_view>
#include <vector>

namespace trib::torrent {
namespace {

using Hash = lt::sha256_hash;
using Layers = std::map<Hash, lt::bdecode_node>;

constexpr int kLeafSize = 16 << 10;

[[nodiscard]] Hash nodeOf(const Hash &left, const Hash &right)
{
    lt::hasher256 hasher;
    hasher.update(left);
    hasher.update(right);
    return hasher.final();
}

// The root over 2^n leaves of zeros: what stands for pieces beyond the end of a file.
[[nodiscard]] Hash paddingRoot(int blocksPerPiece)
{
    Hash hash;
    for (int width = 1; width < blocksPerPiece; width *= 2)
        hash = nodeOf(hash, hash);
    return hash;
}

[[nodiscard]] Hash rootOf(std::vector<Hash> layer, const Hash &padding)
{
    layer.resize(std::bit_ceil(layer.size()), padding);
    for (std::size_t width = layer.size(); width > 1; width /= 2) {
        for (std::size_t i = 0; i < width / 2; ++i)
            layer[i] = nodeOf(layer[2 * i], layer[2 * i + 1]);
    }
    return layer.front();
}

[[nodiscard]] std::vector<Hash> hashesOf(const lt::bdecode_node &layer)
{
    std::vector<Hash> hashes;
    for (int i = 0; i + 32 <= layer.string_length(); i += 32)
        hashes.emplace_back(layer.string_ptr() + i);
    return hashes;
}

[[nodiscard]] Result<Layers> readLayers(const lt::bdecode_node &dictionary)
{
    if (dictionary.type() != lt::bdecode_node::dict_t)
        return failure(EngineErrc::InvalidPieces, "piece layers that are not a dictionary");
    Layers layers;
    for (int i = 0; i < dictionary.dict_size(); ++i) {
        const auto [root, layer] = dictionary.dict_at(i);
        if (root.size() != static_cast<std::size_t>(Hash::size()))
            return failure(EngineErrc::InvalidPieces, "a piece layer whose root is not 32 bytes long");
        if (layer.type() != lt::bdecode_node::string_t || layer.string_length() % Hash::size() != 0)
            return failure(EngineErrc::InvalidPieces, "a piece layer that is no list of hashes");
        layers.emplace(Hash(root.data()), layer);
    }
    return layers;
}

} // namespace

Result<> addPieceLayers(const lt::bdecode_node &torrent, lt::torrent_info &info)
{
    const lt::bdecode_node dictionary = torrent.dict_find("piece layers");
    if (!dictionary || !info.info_hashes().has_v2())
        return success();
    const auto layers = readLayers(dictionary);
    if (!layers)
        return failure(layers.error());
    const lt::file_storage &files = info.orig_files();
    const Hash padding = paddingRoot(files.piece_length() / kLeafSize);
    lt::aux::vector<lt::aux::vector<char>, lt::file_index_t> found(static_cast<std::size_t>(files.num_files()));
    for (const lt::file_index_t file : files.file_range()) {
        if (files.pad_file_at(file) || files.file_size(file) <= files.piece_length())
            continue;
        const auto layer = layers->find(files.root(file));
        if (layer == layers->end())
            return failure(EngineErrc::InvalidPieces, "a file without a piece layer");
        if (layer->second.string_length() / Hash::size() != files.file_num_pieces(file))
            return failure(EngineErrc::InvalidPieces, "a piece layer that does not fit the size of its file");
        if (rootOf(hashesOf(layer->second), padding) != files.root(file))
            return failure(EngineErrc::InvalidPieces, "a piece layer whose root is not the file's");
        const auto bytes = layer->second.string_value();
        found[file].assign(bytes.begin(), bytes.end());
    }
    info.set_piece_layers(std::move(found));
    return success();
}

} // namespace trib::torrent
