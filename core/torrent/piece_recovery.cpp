#include "core/torrent/piece_recovery.h"

#include "core/base/hex.h"
#include "core/model/engine_error.h"
#include "core/torrent/disk_file.h"
#include "core/torrent/piece_hash.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>

namespace trib::torrent {

namespace {

constexpr std::size_t kReadBlock = 256 * 1024; // read at once, and how often `cancelled` is looked at

// The files of one torrent where they are on disk. Keeps the file that was asked for last open, as pieces come in order.
class Content {
public:
    explicit Content(const lt::add_torrent_params &params)
        : m_info(*params.ti), m_files(params.ti->files()), m_savePath(params.save_path),
          m_closed(static_cast<std::size_t>(m_files.num_files())), m_buffer(kReadBlock)
    {
        for (const auto &[file, path] : params.renamed_files) {
            if (file >= lt::file_index_t(0) && file < m_files.end_file())
                m_files.rename_file(file, path);
        }
    }

    [[nodiscard]] std::vector<PieceSlice> slices(lt::piece_index_t piece) const { return slicesOf(m_files, piece); }

    [[nodiscard]] bool isAllocated(const PieceSlice &slice)
    {
        return open(slice.file) && m_open.isAllocated(slice.fileOffset, slice.length);
    }

    // Surely not there, other than what cannot be looked at just now.
    [[nodiscard]] bool isLost(const PieceSlice &slice)
    {
        return open(slice.file) ? !m_open.isAllocated(slice.fileOffset, slice.length) : closed(slice.file) == Closed::Absent;
    }

    // nullopt if cancelled; false as well for what cannot be read.
    [[nodiscard]] std::optional<bool> isCorrect(lt::piece_index_t piece, const std::atomic<bool> &cancelled)
    {
        PieceHasher hasher(m_info, piece);
        std::int64_t position = 0;
        for (const PieceSlice &slice : slices(piece)) {
            pad(hasher, slice.pieceOffset - position);
            for (std::int64_t done = 0; done < slice.length;) {
                if (cancelled)
                    return std::nullopt;
                const auto part = std::span(m_buffer).first(std::min(kReadBlock, static_cast<std::size_t>(slice.length - done)));
                if (!open(slice.file) || !m_open.read(slice.fileOffset + done, part))
                    return false;
                hasher.update(part);
                done += std::ssize(part);
            }
            position = slice.pieceOffset + slice.length;
        }
        if (m_info.info_hashes().has_v1())
            pad(hasher, m_files.piece_size(piece) - position);
        return hasher.matches();
    }

private:
    enum class Closed : std::uint8_t { Unknown, Absent, Unreadable };

    [[nodiscard]] Closed &closed(lt::file_index_t file) { return m_closed[static_cast<std::size_t>(static_cast<int>(file))]; }

    // Makes m_open that file; false if it cannot be opened, which is tried once.
    [[nodiscard]] bool open(lt::file_index_t file)
    {
        if (closed(file) != Closed::Unknown)
            return false;
        if (m_openIndex == file)
            return true;
        m_open = DiskFile(m_files.file_path(file, m_savePath));
        m_openIndex = file;
        if (!m_open.isOpen())
            closed(file) = m_open.isAbsent() ? Closed::Absent : Closed::Unreadable;
        return m_open.isOpen();
    }

    void pad(PieceHasher &hasher, std::int64_t count)
    {
        std::fill(m_buffer.begin(), m_buffer.end(), '\0');
        for (; count > 0; count -= static_cast<std::int64_t>(kReadBlock))
            hasher.update(std::span<const char>(m_buffer).first(std::min(kReadBlock, static_cast<std::size_t>(count))));
    }

    const lt::torrent_info &m_info;
    lt::file_storage m_files;
    const std::string m_savePath;
    std::vector<Closed> m_closed;
    std::vector<char> m_buffer;
    DiskFile m_open;
    std::optional<lt::file_index_t> m_openIndex;
};

[[nodiscard]] Result<> checkInput(const lt::add_torrent_params &params)
{
    if (!params.ti || !params.ti->is_valid() || params.save_path.empty())
        return failure(EngineErrc::NoMetadataYet, "pieces can be looked for only with metadata and a save path");
    return success();
}

// libtorrent keeps the parts of unwanted files that share a piece with wanted ones in a file of its own.
bool hasPartFile(const lt::add_torrent_params &params)
{
    const lt::info_hash_t hashes = params.ti->info_hashes();
    std::error_code error;
    return std::ranges::any_of(std::array{hashes.v1, hashes.get_best()}, [&](const lt::sha1_hash &hash) {
        std::array<std::uint8_t, lt::sha1_hash::size()> bytes{};
        std::copy(hash.begin(), hash.end(), bytes.begin());
        return std::filesystem::exists(std::filesystem::path(params.save_path) / ("." + toHex(bytes) + ".parts"), error);
    });
}

bool isUnwanted(const lt::add_torrent_params &params, lt::file_index_t file)
{
    const auto index = static_cast<std::size_t>(static_cast<int>(file));
    return index < params.file_priorities.size() && params.file_priorities[index] == lt::dont_download;
}

} // namespace

Result<int> recoverPieces(lt::add_torrent_params &params, const std::atomic<bool> &cancelled)
{
    if (auto valid = checkInput(params); !valid)
        return failure(valid.error());
    Content content(params);
    std::vector<lt::piece_index_t> found;
    for (const lt::piece_index_t piece : params.ti->piece_range()) {
        if (cancelled)
            return failure(EngineErrc::Cancelled);
        if (piece < params.have_pieces.end_index() && params.have_pieces.get_bit(piece))
            continue;
        const auto slices = content.slices(piece);
        if (!std::ranges::all_of(slices, [&](const PieceSlice &slice) { return content.isAllocated(slice); }))
            continue;
        const std::optional<bool> correct = content.isCorrect(piece, cancelled);
        if (!correct)
            return failure(EngineErrc::Cancelled);
        if (*correct)
            found.push_back(piece);
    }
    params.have_pieces.resize(params.ti->num_pieces(), false);
    for (const lt::piece_index_t piece : found) {
        params.have_pieces.set_bit(piece);
        params.unfinished_pieces.erase(piece);
    }
    return static_cast<int>(found.size());
}

Result<int> dropLostPieces(lt::add_torrent_params &params)
{
    if (auto valid = checkInput(params); !valid)
        return failure(valid.error());
    Content content(params);
    const bool partFile = hasPartFile(params);
    const std::atomic<bool> never{false};
    int lost = 0;
    for (const lt::piece_index_t piece : params.ti->piece_range()) {
        if (piece >= params.have_pieces.end_index() || !params.have_pieces.get_bit(piece))
            continue;
        const auto slices = content.slices(piece);
        const bool doubtful = std::ranges::any_of(slices, [&](const PieceSlice &slice) {
            return content.isLost(slice) && !(partFile && isUnwanted(params, slice.file));
        });
        if (!doubtful || content.isCorrect(piece, never) == true)
            continue;
        params.have_pieces.clear_bit(piece);
        ++lost;
    }
    return lost;
}

Result<> syncFiles(const std::string &savePath, const lt::file_storage &files, const std::vector<lt::file_index_t> &which)
{
    std::set<std::string> folders;
    for (const lt::file_index_t index : which) {
        if (files.pad_file_at(index))
            continue;
        const std::string path = files.file_path(index, savePath);
        const DiskFile file(path);
        if (!file.isOpen())
            continue;
        if (auto synced = file.sync(); !synced)
            return failure(EngineErrc::DiskError, path + ": " + synced.error().detail);
        for (auto folder = std::filesystem::path(path).parent_path(); folder.native().size() >= savePath.size(); folder = folder.parent_path()) {
            if (!folders.insert(folder.native()).second || !folder.has_relative_path())
                break;
        }
    }
    for (const std::string &folder : folders) {
        if (auto synced = syncFolder(folder); !synced)
            return synced;
    }
    return success();
}

} // namespace trib::torrent
