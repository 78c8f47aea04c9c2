// Where the files of a torrent lie below its save path: renames, the root folder or file, and how a layout or a conflict changes them.
// Pure; any thread.
#pragma once

#include "core/base/bytes.h"
#include "core/model/add_request.h"
#include "core/torrent/path_registry.h"

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/file_storage.hpp>
#include <libtorrent/info_hash.hpp>

#include <map>
#include <string>
#include <vector>

namespace trib::torrent {

using Renames = std::map<lt::file_index_t, std::string>;

// libtorrent's index by ours: a FileIndex counts the files of the content, which pad files (BEP 47) are none of. They are shown and counted
// nowhere.
[[nodiscard]] std::vector<lt::file_index_t> contentFiles(const lt::file_storage &files);

// What they hold together; total_size() has the pad files in it.
[[nodiscard]] Bytes contentSize(const lt::file_storage &files);

// By libtorrent's index, relative to the save path, '/' between components; empty for pad files, which are never on disk.
[[nodiscard]] std::vector<std::string> relativePaths(const lt::file_storage &files, const Renames &renames);

// The same below `savePath`, in the form of absolutePath(), without pad files; with the folders between.
[[nodiscard]] ClaimedPaths claimedPaths(const std::string &savePath, const std::vector<std::string> &relative);

// The single file, or the folder that all files lie in; the save path itself where there is no such folder.
[[nodiscard]] std::string contentPath(const std::string &savePath, const std::vector<std::string> &relative);

// Where libtorrent keeps the parts of border pieces that lie in files which are not wanted; in the save path.
[[nodiscard]] std::string partFileName(const lt::info_hash_t &hash);

// Subfolder: a torrent without a root folder gets one of its name. NoSubfolder: the root folder is left out.
void applyLayout(const lt::file_storage &files, ContentLayout layout, Renames &renames);

// "name" becomes "name (2)", "film.mkv" becomes "film (2).mkv": the first component of every path.
[[nodiscard]] Renames withSuffix(const lt::file_storage &files, const Renames &renames, int number);

} // namespace trib::torrent
