#include "core/torrent/content_hasher.h"

#include "core/model/engine_error.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <unistd.h>

namespace trib::torrent {
namespace {

constexpr std::size_t kBuffer = 1 << 20;

[[nodiscard]] bool readWhole(const FileDescriptor &file, std::int64_t offset, std::span<char> buffer)
{
    errno = EIO; // a file that has become shorter
    while (!buffer.empty()) {
        const ssize_t count = ::pread(file.get(), buffer.data(), buffer.size(), offset);
        if (count == 0 || (count < 0 && errno != EINTR))
            return false;
        const ssize_t got = std::max<ssize_t>(count, 0);
        buffer = buffer.subspan(static_cast<std::size_t>(got));
        offset += got;
    }
    return true;
}

} // namespace

ContentHasher::ContentHasher(
    lt::create_torrent &torrent, const ContentTree &tree, std::vector<const ContentFile *> files, const MakingProgress &progress)
    : m_torrent(torrent)
    , m_tree(tree)
    , m_files(std::move(files))
    , m_progress(progress)
    , m_v1(!torrent.is_v2_only())
    , m_v2(!torrent.is_v1_only())
    , m_buffer(kBuffer)
{
}

Result<> ContentHasher::hashAll()
{
    for (const lt::piece_index_t piece : m_torrent.piece_range()) {
        if (auto hashed = hashPiece(piece); !hashed)
            return hashed;
    }
    // What was read at first and changed while the rest was read.
    for (const ContentFile &file : m_tree.files) {
        if (auto same = openContent(m_tree, file); !same)
            return failure(same.error());
    }
    return success();
}

Result<> ContentHasher::hashPiece(lt::piece_index_t piece)
{
    const lt::file_storage &files = m_torrent.files();
    PieceHashes hashes;
    std::int64_t position = 0;
    for (const PieceSlice &slice : slicesOf(files, piece)) {
        addZeros(slice.pieceOffset - position, hashes);
        if (auto hashed = hashSlice(slice, hashes); !hashed)
            return hashed;
        position = slice.pieceOffset + slice.length;
    }
    addZeros(files.piece_size(piece) - position, hashes);
    if (m_v1)
        m_torrent.set_hash(piece, hashes.sha1.final());
    if (m_v2) { // no piece holds bytes of two files then
        const lt::file_index_t file = files.file_index_at_piece(piece);
        const bool isWhole = files.file_size(file) <= files.piece_length();
        m_torrent.set_hash2(file, piece - files.piece_index_at_file(file),
            hashes.merkle.root(isWhole ? 0 : static_cast<std::size_t>(files.piece_length() / kLeafSize)));
    }
    return success();
}

Result<> ContentHasher::hashSlice(const PieceSlice &slice, PieceHashes &hashes)
{
    if (auto opened = open(slice.file); !opened)
        return opened;
    for (std::int64_t done = 0; done < slice.length;) {
        const auto part = std::span(m_buffer).first(std::min(m_buffer.size(), static_cast<std::size_t>(slice.length - done)));
        if (!readWhole(m_open->second, slice.fileOffset + done, part))
            return failure(EngineErrc::DiskError, m_torrent.files().file_path(slice.file) + ": " + std::generic_category().message(errno));
        if (m_v1)
            hashes.sha1.update({part.data(), std::ssize(part)});
        if (m_v2)
            hashes.merkle.update(part);
        done += std::ssize(part);
        m_hashed += Bytes(std::ssize(part));
        if (!m_progress(m_hashed, m_tree.size))
            return failure(EngineErrc::Cancelled);
    }
    return success();
}

Result<> ContentHasher::open(lt::file_index_t file)
{
    if (m_open && m_open->first == file)
        return success();
    m_open.reset();
    auto opened = openContent(m_tree, *m_files[static_cast<std::size_t>(static_cast<int>(file))]);
    if (!opened)
        return failure(opened.error());
    m_open.emplace(file, std::move(*opened));
    return success();
}

// Pad files: zeros to SHA-1, nothing to the trees of v2.
void ContentHasher::addZeros(std::int64_t count, PieceHashes &hashes)
{
    if (count <= 0)
        return;
    std::fill(m_buffer.begin(), m_buffer.end(), '\0');
    for (; count > 0; count -= std::ssize(m_buffer))
        hashes.sha1.update({m_buffer.data(), std::min<std::ptrdiff_t>(count, std::ssize(m_buffer))});
}

} // namespace trib::torrent
