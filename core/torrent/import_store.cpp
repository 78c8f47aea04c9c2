#include "core/torrent/import_store.h"

#include "core/base/utf8_path.h"
#include "core/model/engine_error.h"
#include "core/torrent/content_layout.h"
#include "core/torrent/metainfo.h"
#include "core/torrent/piece_hash.h"
#include "core/torrent/safe_path.h"

#include <libtorrent/error_code.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <map>
#include <system_error>
#include <unistd.h>

namespace trib::torrent {
namespace {

// Clocks of file systems and programs differ by this much.
constexpr std::int64_t kSlackSeconds = 3;

struct FoundFile {
    bool there = false;
    bool fits = false;        // of the right size, and not newer than what is remembered
    std::int64_t size = 0;
    std::string path;         // relative, under which it was found
};

[[nodiscard]] std::optional<EntryInfo> lookBelow(const Folder &folder, const std::string &relative)
{
    const auto names = splitRelative(relative);
    if (!names || !folder.isOpen())
        return std::nullopt;
    const Folder parent = folder.descend(parentOf(*names));
    return parent.isOpen() ? parent.look(names->back()) : std::nullopt;
}

class Judge {
public:
    Judge(const OtherTorrent &other, ImportedTorrent &torrent)
        : m_other(other), m_torrent(torrent), m_files(other.params.ti->files()), m_folder(Folder::open(other.savePath))
    {
    }

    void run()
    {
        m_torrent.size = contentSize(m_files);
        findFiles();
        TakenOver &known = *m_torrent.request.takenOver;
        known.pieces = claimedPieces();
        const bool claims = std::ranges::find(known.pieces, true) != known.pieces.end();
        const bool anyThere = std::ranges::any_of(m_found, &FoundFile::there);
        if (!claims && !anyThere)
            decide(ImportState::NoData);
        else if (claims && somethingIsMissing())
            decide(ImportState::Missing);
        else if (!claims || !allFit())
            decide(ImportState::ToCheck);
        else
            decide(isComplete() ? ImportState::Complete : ImportState::Partial);
        takeNames();
    }

private:
    void findFiles()
    {
        const Renames renames(m_other.params.renamed_files.begin(), m_other.params.renamed_files.end());
        const std::vector<std::string> paths = relativePaths(m_files, renames);
        m_found.resize(paths.size());
        for (std::size_t i = 0; i < paths.size(); ++i) {
            const lt::file_index_t file(static_cast<int>(i));
            if (m_files.pad_file_at(file))
                continue;
            m_found[i].path = paths[i];
            auto info = lookBelow(m_folder, paths[i]);
            if (!info && !m_other.partSuffix.empty()) {
                info = lookBelow(m_folder, paths[i] + m_other.partSuffix);
                if (info)
                    m_found[i].path += m_other.partSuffix;
            }
            if (!info || info->type != EntryInfo::Type::File)
                continue;
            m_found[i].there = true;
            m_found[i].size = info->size;
            const FileTime &last = i < m_other.fileTimes.size() ? m_other.fileTimes[i] : m_other.remembered;
            m_found[i].fits = info->modified.seconds <= last.seconds + kSlackSeconds && info->size <= m_files.file_size(file);
        }
    }

    [[nodiscard]] std::vector<bool> claimedPieces() const
    {
        std::vector<bool> pieces(static_cast<std::size_t>(m_files.num_pieces()));
        for (int i = 0; i < std::min(m_files.num_pieces(), m_other.params.have_pieces.size()); ++i)
            pieces[static_cast<std::size_t>(i)] = m_other.params.have_pieces.get_bit(lt::piece_index_t(i));
        return pieces;
    }

    // `f` of every stretch of a file that a claimed piece has; false as soon as one is.
    template <class F>
    [[nodiscard]] bool allClaimed(F f) const
    {
        const std::vector<bool> &pieces = m_torrent.request.takenOver->pieces;
        for (int i = 0; i < m_files.num_pieces(); ++i) {
            if (!pieces[static_cast<std::size_t>(i)])
                continue;
            for (const PieceSlice &slice : slicesOf(m_files, lt::piece_index_t(i))) {
                if (!f(slice, m_found[static_cast<std::size_t>(static_cast<int>(slice.file))]))
                    return false;
            }
        }
        return true;
    }

    // Parts of files that are not wanted may be in libtorrent's part file: such a file need not be there.
    [[nodiscard]] bool somethingIsMissing() const
    {
        return !allClaimed([&](const PieceSlice &slice, const FoundFile &found) { return found.there || !isWanted(slice.file); });
    }

    [[nodiscard]] bool allFit() const
    {
        return allClaimed([](const PieceSlice &slice, const FoundFile &found) {
            return found.there && found.fits && slice.fileOffset + slice.length <= found.size;
        });
    }

    [[nodiscard]] bool isWanted(lt::file_index_t file) const
    {
        const auto index = static_cast<std::size_t>(static_cast<int>(file));
        return index >= m_other.params.file_priorities.size() || m_other.params.file_priorities[index] != lt::dont_download;
    }

    [[nodiscard]] bool isComplete() const
    {
        const std::vector<bool> &pieces = m_torrent.request.takenOver->pieces;
        for (const lt::file_index_t file : m_files.file_range()) {
            if (m_files.pad_file_at(file) || m_files.file_size(file) == 0 || !isWanted(file))
                continue;
            const auto range = std::pair(m_files.file_offset(file) / m_files.piece_length(),
                (m_files.file_offset(file) + m_files.file_size(file) - 1) / m_files.piece_length());
            for (std::int64_t piece = range.first; piece <= range.second; ++piece) {
                if (!pieces[static_cast<std::size_t>(piece)])
                    return false;
            }
        }
        return true;
    }

    void decide(ImportState state)
    {
        m_torrent.state = state;
        if (state == ImportState::Missing)
            m_torrent.request.stopped = true;
        if (state != ImportState::Complete && state != ImportState::Partial)
            m_torrent.request.takenOver->pieces.clear();
    }

    // Files go by the names under which they were found; suffixes of unfinished ones go when they are ours.
    void takeNames()
    {
        int index = 0;
        for (const lt::file_index_t file : contentFiles(m_files)) {
            const FileIndex ours(index++);
            const FoundFile &found = m_found[static_cast<std::size_t>(static_cast<int>(file))];
            if (found.path != m_files.file_path(file))
                m_torrent.request.takenOver->renamed.emplace_back(ours, found.path);
            const std::string &suffix = m_other.partSuffix;
            if (!suffix.empty() && found.path.size() > suffix.size() && found.path.ends_with(suffix))
                m_torrent.afterwards.push_back({m_torrent.infoHash.toId(), ours, found.path.substr(0, found.path.size() - suffix.size())});
        }
    }

    const OtherTorrent &m_other;
    ImportedTorrent &m_torrent;
    const lt::file_storage &m_files;
    const Folder m_folder;
    std::vector<FoundFile> m_found;
};

} // namespace

Result<std::vector<std::uint8_t>> readBounded(const Folder &folder, const std::string &name, std::int64_t most)
{
    const FileDescriptor file = folder.openFile(name, O_RDONLY);
    const auto info = file.isOpen() ? look(file) : std::nullopt;
    if (!info || info->type != EntryInfo::Type::File)
        return failure(EngineErrc::FileUnreadable, name + ": " + std::generic_category().message(errno));
    if (info->size > most)
        return failure(EngineErrc::FileTooLarge, name);
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(info->size));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = ::read(file.get(), bytes.data() + done, bytes.size() - done);
        if (count == 0 || (count < 0 && errno != EINTR))
            return failure(EngineErrc::FileUnreadable, name + ": ends too soon");
        done += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    return bytes;
}

Result<lt::bdecode_node> decodeDictionary(std::span<const std::uint8_t> bytes)
{
    lt::error_code error;
    const lt::span<const char> text(reinterpret_cast<const char *>(bytes.data()), static_cast<std::ptrdiff_t>(bytes.size()));
    lt::bdecode_node node = lt::bdecode(text, error, nullptr, kMaxBencodeDepth, kMaxBencodeItems);
    if (error || node.type() != lt::bdecode_node::dict_t)
        return failure(EngineErrc::NotBencoded, error ? error.message() : "no dictionary");
    return node;
}

void judge(const OtherTorrent &other, ImportedTorrent &torrent)
{
    torrent.request.savePath = other.savePath;
    torrent.request.onPathConflict = OnPathConflict::Refuse; // under another name nothing would be found
    if (other.params.ti)
        Judge(other, torrent).run();
}

} // namespace trib::torrent
