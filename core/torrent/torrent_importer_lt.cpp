#include "core/torrent/torrent_importer_lt.h"

#include "core/model/engine_error.h"
#include "core/torrent/import_places.h"
#include "core/torrent/import_qbittorrent.h"
#include "core/torrent/import_transmission.h"

#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <atomic>

namespace trib::torrent {
namespace {

constexpr std::size_t kAtOnce = 16; // additions under way: enough that the engine never waits for us

class TorrentImporterLt final : public engine::TorrentImporter {
public:
    explicit TorrentImporterLt(engine::TorrentEngine &engine) : m_engine(engine) { m_pool.setMaxThreadCount(1); }

    ~TorrentImporterLt() override
    {
        m_cancelled = true;
        m_pool.waitForDone(); // one torrent at most is read until then
    }

    std::string usualFolder(OtherClient client) const override { return usualImportFolder(client); }

    void read(OtherClient client, std::string folder) override
    {
        m_cancelled = false;
        m_pool.start([this, client, folder = std::move(folder)] {
            auto plan = std::make_shared<const Result<ImportPlan>>(readOtherClient(client, folder, [this](std::size_t done, std::size_t of) {
                if (done % 64 == 0)
                    tell([this, done, of] { Q_EMIT progressed(static_cast<qint64>(done), static_cast<qint64>(of)); });
                return !m_cancelled;
            }));
            tell([this, plan] { Q_EMIT planned(plan); });
        });
    }

    void carryOut(std::shared_ptr<const ImportPlan> plan, const Labels &there) override
    {
        m_cancelled = false;
        m_plan = std::move(plan);
        m_next = m_answered = 0;
        m_outcome = {};
        for (const Category &category : m_plan->categories) {
            if (std::ranges::find(there.categories, category.name, &Category::name) == there.categories.end())
                m_engine.submit(SaveCategory{category}); // a folder that cannot be is noticed by what is added to it
        }
        addMore();
    }

    void cancel() override { m_cancelled = true; }

private:
    template <class F>
    void tell(F f)
    {
        QMetaObject::invokeMethod(this, std::move(f), Qt::QueuedConnection);
    }

    void addMore()
    {
        while (!m_cancelled && m_next < m_plan->torrents.size() && m_next - m_answered < kAtOnce) {
            const std::size_t index = m_next++;
            m_engine.add(m_plan->torrents[index].request)
                .then(&m_engine, [guard = QPointer<TorrentImporterLt>(this), index](const Result<TorrentId> &added) {
                    if (guard)
                        guard->answered(index, added);
                });
        }
        if (m_answered == m_next)
            tell([this] { end(); });
    }

    void answered(std::size_t index, const Result<TorrentId> &added)
    {
        ++m_answered;
        const ImportedTorrent &torrent = m_plan->torrents[index];
        if (added) {
            m_outcome.added.push_back(*added);
            for (const RenameFile &rename : torrent.afterwards)
                m_engine.submit(rename);
        } else {
            m_outcome.failed.emplace_back(torrent.name, added.error());
        }
        Q_EMIT progressed(static_cast<qint64>(m_answered), static_cast<qint64>(m_plan->torrents.size()));
        addMore();
    }

    void end()
    {
        if (!m_plan)
            return;
        m_plan.reset();
        Q_EMIT finished(std::exchange(m_outcome, {}));
    }

    engine::TorrentEngine &m_engine;
    std::atomic<bool> m_cancelled{false};
    std::shared_ptr<const ImportPlan> m_plan;
    std::size_t m_next = 0;
    std::size_t m_answered = 0;
    engine::ImportOutcome m_outcome;
    QThreadPool m_pool;
};

} // namespace

std::unique_ptr<engine::TorrentImporter> createTorrentImporter(engine::TorrentEngine &engine)
{
    return std::make_unique<TorrentImporterLt>(engine);
}

Result<ImportPlan> readOtherClient(OtherClient client, const std::string &folder, const std::function<bool(std::size_t, std::size_t)> &progress)
{
    switch (client) {
    case OtherClient::QBittorrent: return readQBittorrent(folder, progress);
    case OtherClient::Transmission: return readTransmission(folder, progress);
    }
    return failure(EngineErrc::SourceNotRecognised);
}

} // namespace trib::torrent
