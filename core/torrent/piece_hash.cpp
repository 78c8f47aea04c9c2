#include "core/torrent/piece_hash.h"

#include <algorithm>
#include <bit>

namespace trib::torrent {

namespace {

lt::span<const char> toSpan(std::span<const char> bytes)
{
    return {bytes.data(), static_cast<std::ptrdiff_t>(bytes.size())};
}

} // namespace

std::vector<PieceSlice> slicesOf(const lt::file_storage &files, lt::piece_index_t piece)
{
    std::vector<PieceSlice> slices;
    std::int64_t position = 0;
    for (const lt::file_slice &slice : files.map_block(piece, 0, files.piece_size(piece))) {
        if (!files.pad_file_at(slice.file_index) && slice.size > 0)
            slices.push_back({slice.file_index, slice.offset, position, slice.size});
        position += slice.size;
    }
    return slices;
}

PieceHasher::PieceHasher(const lt::torrent_info &info, lt::piece_index_t piece)
    : m_info(info), m_piece(piece), m_v1(info.info_hashes().has_v1()) {}

void PieceHasher::update(std::span<const char> bytes)
{
    if (m_v1)
        m_sha1.update(toSpan(bytes));
    else
        m_merkle.update(bytes);
}

void MerkleHasher::update(std::span<const char> bytes)
{
    while (!bytes.empty()) {
        const auto part = bytes.first(std::min(bytes.size(), static_cast<std::size_t>(kLeafSize - m_leafSize)));
        m_leaf.update(toSpan(part));
        m_leafSize += std::ssize(part);
        bytes = bytes.subspan(part.size());
        if (m_leafSize == kLeafSize)
            finishLeaf();
    }
}

void MerkleHasher::finishLeaf()
{
    m_leaves.push_back(m_leaf.final());
    m_leaf.reset();
    m_leafSize = 0;
}

bool PieceHasher::matches()
{
    if (m_v1)
        return m_sha1.final() == m_info.hash_for_piece(m_piece);
    const lt::file_storage &files = m_info.files();
    const lt::file_index_t file = files.file_index_at_piece(m_piece);
    if (files.file_size(file) <= files.piece_length())
        return m_merkle.root(0) == files.root(file);
    const lt::span<const char> layer = m_info.piece_layer(file);
    const auto index = static_cast<int>(m_piece - files.piece_index_at_file(file));
    const std::ptrdiff_t offset = std::ptrdiff_t{index} * lt::sha256_hash::size();
    return offset + lt::sha256_hash::size() <= layer.size()
        && m_merkle.root(static_cast<std::size_t>(files.piece_length() / kLeafSize)) == lt::sha256_hash(layer.data() + offset);
}

// A piece's leaves beyond the end of the file are zero up to the piece's size; those of a file within one piece up to the next power of two.
lt::sha256_hash MerkleHasher::root(std::size_t width)
{
    if (m_leafSize > 0)
        finishLeaf();
    m_leaves.resize(std::max<std::size_t>(width > 0 ? width : std::bit_ceil(m_leaves.size()), 1));
    for (std::size_t count = m_leaves.size(); count > 1; count /= 2) {
        for (std::size_t i = 0; i < count / 2; ++i)
            m_leaves[i] = lt::hasher256(m_leaves[2 * i]).update(m_leaves[2 * i + 1]).final();
    }
    return m_leaves.front();
}

} // namespace trib::torrent
