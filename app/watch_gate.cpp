#include "app/watch_gate.h"

namespace trib::app {

using engine::TorrentEngine;

WatchGate::WatchGate(TorrentEngine &engine, QObject *parent) : TorrentEngine(parent), m_engine(engine)
{
    connect(&engine, &TorrentEngine::changed, this, &TorrentEngine::changed);
    connect(&engine, &TorrentEngine::detailChanged, this, &TorrentEngine::detailChanged);
    connect(&engine, &TorrentEngine::statusChanged, this, &TorrentEngine::statusChanged);
    connect(&engine, &TorrentEngine::settingsChanged, this, &TorrentEngine::settingsChanged);
    connect(&engine, &TorrentEngine::labelsChanged, this, &TorrentEngine::labelsChanged);
    connect(&engine, &TorrentEngine::previewStarted, this, &TorrentEngine::previewStarted);
    connect(&engine, &TorrentEngine::finished, this, &TorrentEngine::finished);
}

void WatchGate::watch(std::optional<TorrentId> id, DetailParts parts)
{
    m_id = id;
    m_parts = parts;
    if (!m_borrowed)
        m_engine.watch(id, parts);
}

void WatchGate::borrowWatch(const TorrentId &id, DetailParts parts)
{
    m_borrowed = true;
    m_engine.watch(id, parts);
}

void WatchGate::giveBackWatch()
{
    m_borrowed = false;
    m_engine.watch(m_id, m_parts);
}

} // namespace trib::app
