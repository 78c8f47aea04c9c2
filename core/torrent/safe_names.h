// The names that the files of a torrent get where its own are unsafe or collide. Pure; any thread.
#pragma once

#include <libtorrent/file_storage.hpp>

#include <map>
#include <string>

namespace trib::torrent {

// The renames that make every path of `files` safe (safe_path.h) and no two of them the same when compared without case and in one
// Unicode normal form; a file never has the path of a folder. The first file keeps its name, later ones become "name.1.ext". The same
// torrent always gets the same names. Padding files take no part in collisions: they are never written.
[[nodiscard]] std::map<lt::file_index_t, std::string> safeRenames(const lt::file_storage &files);

} // namespace trib::torrent
