// Opens what a torrent holds with the desktop's programs, but never lets a stranger's file run. GUI thread.
#pragma once

#include "core/model/torrent_snapshot.h"

#include <QString>

namespace trib::ui {

class Shell;

// Programs, scripts, shortcuts and installers: the folder is opened instead of these.
[[nodiscard]] bool isDangerousToOpen(const QString &path);

// What opening a torrent opens: the one file when it is complete and harmless, else the folder that holds the content.
[[nodiscard]] QString openedPath(const TorrentSnapshot &torrent);
[[nodiscard]] QString folderOf(const TorrentSnapshot &torrent);

// Says in the status line what is the matter, when it is not there or nothing opens it.
void openPath(Shell &shell, const QString &path);

} // namespace trib::ui
