// What can be added of that which was dropped on the window or pasted into it. Values; GUI thread. The text/html form of a drag is
// never read: a page's markup may name anything. No file is opened here.
#pragma once

#include "core/model/add_request.h"

#include <QString>

#include <vector>

class QMimeData;

namespace trib::ui {

// Quick, for while a drag hovers: there are links or text in it.
[[nodiscard]] bool mayHoldSources(const QMimeData &data);

// In the order given, each once, at most 1,000. Every local file counts as a torrent until the engine has read it.
[[nodiscard]] std::vector<TorrentSource> sourcesOf(const QMimeData &data);
[[nodiscard]] std::vector<TorrentSource> sourcesOf(const QString &text);

} // namespace trib::ui
