// EngineWorker: the engine's inside. Lives on the engine thread, which libtorrent's alerts, the timers and all requests are brought to; made
// by LtEngine, torn down there. Everything it emits is a value.
#pragma once

#include "core/engine/torrent_engine.h"
#include "core/torrent/answer.h"
#include "core/torrent/lt_engine.h"

#include <QObject>

#include <memory>

namespace trib::torrent {

class EngineWorker : public QObject {
    Q_OBJECT

public:
    explicit EngineWorker(const EngineOptions &options);
    ~EngineWorker() override;

    void start(const Answer<std::monostate> &answer);
    void preview(const TorrentSource &source, const Answer<TorrentPreview> &answer);
    void add(const AddRequest &request, const Answer<TorrentId> &answer);
    void submit(const Command &command, const Answer<std::monostate> &answer);
    void planRemoval(const TorrentIds &ids, const Answer<RemovalPlan> &answer);
    void exportTorrent(const TorrentId &id, const Answer<std::vector<std::uint8_t>> &answer);
    void detail(const TorrentId &id, DetailParts parts, const Answer<engine::DetailPointer> &answer);
    void watch(std::optional<TorrentId> id, DetailParts parts);
    void acknowledge(DeltaSequence sequence);
    void setAudience(engine::Audience audience);
    void configure(const settings::EngineSettings &settings, const Answer<std::monostate> &answer);
    void shutdown(const Answer<std::monostate> &answer);

Q_SIGNALS:
    void changed(const trib::engine::DeltaPointer &delta);
    void listed();
    void detailChanged(const trib::engine::DetailPointer &detail);
    void statusChanged(const trib::SessionStatus &status);
    void settingsChanged(const trib::settings::EngineSettings &settings);
    void labelsChanged(const trib::Labels &labels);
    void feedsChanged(const trib::engine::FeedsPointer &feeds);
    void watchedFoldersChanged(const trib::WatchedFolders &folders);
    void previewStarted(const trib::TorrentPreview &preview);
    void finished(const trib::TorrentSnapshot &torrent);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trib::torrent
