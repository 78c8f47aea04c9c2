// What the readers of other clients' stores share: bounded reading, and what the files on disk say to what the client remembers.
// Everything read is hostile. Any thread; reads the disk and writes nothing.
#pragma once

#include "core/model/import_plan.h"
#include "core/torrent/folder.h"

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/bdecode.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trib::torrent {

inline constexpr std::int64_t kMaxResumeFile = 64 << 20;
inline constexpr std::size_t kMaxImported = 1'000'000; // torrents of one store

// FileUnreadable, FileTooLarge.
[[nodiscard]] Result<std::vector<std::uint8_t>> readBounded(const Folder &folder, const std::string &name, std::int64_t most);

// NotBencoded and its like unless it is a dictionary. Points into `bytes`.
[[nodiscard]] Result<lt::bdecode_node> decodeDictionary(std::span<const std::uint8_t> bytes);

// One torrent as another client left it, in libtorrent's terms.
struct OtherTorrent {
    lt::add_torrent_params params;    // `ti` and renamed_files by libtorrent's index; have_pieces as remembered
    std::string savePath;
    FileTime remembered;              // when what is remembered was written: files that are newer have changed since
    std::vector<FileTime> fileTimes;  // when a file was last known to be right, by libtorrent's index; empty: `remembered` for all
    std::string partSuffix;           // of unfinished files: ".!qB", ".part"
};

// Fills in `state`, the size, and of the request what follows from the files: save path, renames, pieces, whether it starts.
void judge(const OtherTorrent &other, ImportedTorrent &torrent);

} // namespace trib::torrent
