// Saves the .torrent of a torrent as a file of the user's. GUI thread. What comes of it is said in the window's status line.
#pragma once

#include "core/model/torrent_snapshot.h"

#include <QString>

namespace trib::ui {

class Shell;

// Asks for the place, in a dialog of its own.
void askWhereToSaveTorrent(Shell &shell, const TorrentSnapshot &torrent);

// Whole or not at all: an interrupted write leaves what was there before.
void saveTorrent(Shell &shell, const TorrentId &id, const QString &path);

// A name for the file that every file system takes.
[[nodiscard]] QString torrentFileName(const QString &name);

} // namespace trib::ui
