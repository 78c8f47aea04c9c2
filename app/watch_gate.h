// WatchGate: the engine as its first user (the window) sees it, with one addition: the control socket may borrow the engine's single
// watch for a moment and give it back, so that `show` does not take the details away from under the window. Same thread as the engine,
// which outlives it.
#pragma once

#include "core/engine/torrent_engine.h"

namespace trib::app {

class WatchGate final : public engine::TorrentEngine {
    Q_OBJECT

public:
    explicit WatchGate(engine::TorrentEngine &engine, QObject *parent = nullptr);

    QFuture<Result<>> start() override { return m_engine.start(); }
    QFuture<Result<TorrentPreview>> preview(TorrentSource source) override { return m_engine.preview(std::move(source)); }
    QFuture<Result<TorrentId>> add(AddRequest request) override { return m_engine.add(std::move(request)); }
    QFuture<Result<>> submit(Command command) override { return m_engine.submit(std::move(command)); }
    QFuture<Result<RemovalPlan>> planRemoval(TorrentIds ids) override { return m_engine.planRemoval(std::move(ids)); }
    QFuture<Result<std::vector<std::uint8_t>>> exportTorrent(TorrentId id) override { return m_engine.exportTorrent(id); }
    void watch(std::optional<TorrentId> id, DetailParts parts) override;
    void acknowledge(DeltaSequence sequence) override { m_engine.acknowledge(sequence); }
    void setAudience(engine::Audience audience) override { m_engine.setAudience(audience); }
    QFuture<Result<>> configure(settings::EngineSettings settings) override { return m_engine.configure(std::move(settings)); }
    QFuture<Result<>> shutdown() override { return m_engine.shutdown(); }

    // Until giveBackWatch() the engine watches this, whatever watch() asks for meanwhile.
    void borrowWatch(const TorrentId &id, DetailParts parts);
    void giveBackWatch();

private:
    engine::TorrentEngine &m_engine;
    std::optional<TorrentId> m_id; // what watch() asked for last
    DetailParts m_parts;
    bool m_borrowed = false;
};

} // namespace trib::app
