// SessionLoader: brings the torrents of session.db back: first all rows for the list, then each torrent to libtorrent. Reads, decodes and looks
// at the files on a thread of its own; hands over in batches, a few at a time, so that neither memory nor the engine thread is flooded.
// Engine thread.
#pragma once

#include "core/torrent/engine_context.h"
#include "core/torrent/engine_parts.h"
#include "core/torrent/loaded_torrent.h"

#include <QSemaphore>

#include <functional>

namespace trib::torrent {

class SessionLoader {
public:
    SessionLoader(EngineContext &context, EngineParts &parts) : m_context(context), m_parts(parts) {}

    // `listed` runs when every row is in the list; torrents then go to libtorrent by and by.
    void run(std::function<void(Result<>)> listed);

    [[nodiscard]] bool isLoading() const { return m_loading; }

private:
    void takeRows(std::vector<StoredTorrent> rows);
    void takeTorrents(std::vector<LoadedTorrent> torrents);
    void loadTorrents();

    EngineContext &m_context;
    EngineParts &m_parts;
    std::shared_ptr<QSemaphore> m_room = std::make_shared<QSemaphore>(4); // batches on their way
    bool m_loading = false;
};

} // namespace trib::torrent
