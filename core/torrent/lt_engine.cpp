#include "core/torrent/lt_engine.h"

#include "core/torrent/answer.h"
#include "core/torrent/engine_worker.h"

#include <libtorrent/version.hpp>

#include <QThread>

namespace trib::torrent {
namespace {

class LtEngine final : public engine::TorrentEngine {
public:
    explicit LtEngine(const EngineOptions &options) : m_worker(new EngineWorker(options))
    {
        m_thread.setObjectName(QStringLiteral("engine"));
        m_worker->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        connect(m_worker, &EngineWorker::changed, this, &TorrentEngine::changed);
        connect(m_worker, &EngineWorker::listed, this, &TorrentEngine::listed);
        connect(m_worker, &EngineWorker::detailChanged, this, &TorrentEngine::detailChanged);
        connect(m_worker, &EngineWorker::statusChanged, this, &TorrentEngine::statusChanged);
        connect(m_worker, &EngineWorker::settingsChanged, this, &TorrentEngine::settingsChanged);
        connect(m_worker, &EngineWorker::labelsChanged, this, &TorrentEngine::labelsChanged);
        connect(m_worker, &EngineWorker::watchedFoldersChanged, this, &TorrentEngine::watchedFoldersChanged);
        connect(m_worker, &EngineWorker::feedsChanged, this, &TorrentEngine::feedsChanged);
        connect(m_worker, &EngineWorker::previewStarted, this, &TorrentEngine::previewStarted);
        connect(m_worker, &EngineWorker::finished, this, &TorrentEngine::finished);
        m_thread.start();
    }

    ~LtEngine() override
    {
        m_thread.quit();
        m_thread.wait();
    }

    QFuture<Result<>> start() override
    {
        return ask<std::monostate>([](EngineWorker &worker, const auto &answer) { worker.start(answer); });
    }

    QFuture<Result<TorrentPreview>> preview(TorrentSource source) override
    {
        return ask<TorrentPreview>([source = std::move(source)](EngineWorker &worker, const auto &answer) { worker.preview(source, answer); });
    }

    QFuture<Result<TorrentId>> add(AddRequest request) override
    {
        return ask<TorrentId>([request = std::move(request)](EngineWorker &worker, const auto &answer) { worker.add(request, answer); });
    }

    QFuture<Result<>> submit(Command command) override
    {
        return ask<std::monostate>([command = std::move(command)](EngineWorker &worker, const auto &answer) { worker.submit(command, answer); });
    }

    QFuture<Result<RemovalPlan>> planRemoval(TorrentIds ids) override
    {
        return ask<RemovalPlan>([ids = std::move(ids)](EngineWorker &worker, const auto &answer) { worker.planRemoval(ids, answer); });
    }

    QFuture<Result<std::vector<std::uint8_t>>> exportTorrent(TorrentId id) override
    {
        return ask<std::vector<std::uint8_t>>([id](EngineWorker &worker, const auto &answer) { worker.exportTorrent(id, answer); });
    }

    QFuture<Result<engine::DetailPointer>> detail(TorrentId id, DetailParts parts) override
    {
        return ask<engine::DetailPointer>([id, parts](EngineWorker &worker, const auto &answer) { worker.detail(id, parts, answer); });
    }

    void watch(std::optional<TorrentId> id, DetailParts parts) override
    {
        tell([id, parts](EngineWorker &worker) { worker.watch(id, parts); });
    }

    void acknowledge(DeltaSequence sequence) override
    {
        tell([sequence](EngineWorker &worker) { worker.acknowledge(sequence); });
    }

    void setAudience(engine::Audience audience) override
    {
        tell([audience](EngineWorker &worker) { worker.setAudience(audience); });
    }

    QFuture<Result<>> configure(settings::EngineSettings settings) override
    {
        return ask<std::monostate>([settings = std::move(settings)](EngineWorker &worker, const auto &answer) { worker.configure(settings, answer); });
    }

    QFuture<Result<>> shutdown() override
    {
        return ask<std::monostate>([](EngineWorker &worker, const auto &answer) { worker.shutdown(answer); });
    }

private:
    template <class F>
    void tell(F f)
    {
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, f = std::move(f)] { f(*worker); }, Qt::QueuedConnection);
    }

    template <class T, class F>
    QFuture<Result<T>> ask(F f)
    {
        const Answer<T> answer;
        tell([answer, f = std::move(f)](EngineWorker &worker) { f(worker, answer); });
        return answer.future();
    }

    QThread m_thread;
    EngineWorker *m_worker; // on m_thread, deleted there when it ends
};

} // namespace

std::unique_ptr<engine::TorrentEngine> createEngine(EngineOptions options)
{
    return std::make_unique<LtEngine>(options);
}

std::string libtorrentVersion()
{
    return lt::version();
}

} // namespace trib::torrent
