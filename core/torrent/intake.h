// Intake: the one way into the list, for what users add, what rules of feeds add and what lies in watched folders. Engine thread.
#pragma once

#include "core/torrent/adding.h"
#include "core/torrent/previews.h"
#include "core/torrent/torrent_sources.h"

#include <functional>

namespace trib::torrent {

class Intake {
public:
    Intake(EngineContext &context, TorrentSources &sources, Previews &previews, Adding &adding)
        : m_context(context), m_sources(sources), m_previews(previews), m_adding(adding)
    {
    }

    // `then` is called after the answer to a source that could be read.
    void add(const AddRequest &request, NamedBy by, const Answer<TorrentId> &answer, std::function<void()> then = {});

private:
    EngineContext &m_context;
    TorrentSources &m_sources;
    Previews &m_previews;
    Adding &m_adding;
};

} // namespace trib::torrent
