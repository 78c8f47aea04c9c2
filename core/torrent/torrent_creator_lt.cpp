#include "core/torrent/torrent_creator_lt.h"

#include "core/model/engine_error.h"
#include "core/torrent/torrent_making.h"

#include <QThreadPool>

#include <atomic>
#include <chrono>

namespace trib::torrent {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr auto kNews = std::chrono::milliseconds(200);

// One torrent being made. Shared between the creator and the thread; only `cancelled` is written while both look at it.
struct Making {
    explicit Making(CreateRequest wanted) : request(std::move(wanted)) {}

    const CreateRequest request;
    std::atomic<bool> cancelled{false};
};

class TorrentCreatorLt final : public engine::TorrentCreator {
public:
    TorrentCreatorLt() { m_pool.setMaxThreadCount(1); }

    ~TorrentCreatorLt() override
    {
        if (m_making)
            m_making->cancelled = true;
        m_pool.waitForDone(); // one MiB at most is read and hashed until then
    }

    void start(CreateRequest request) override
    {
        cancel();
        m_making = std::make_shared<Making>(std::move(request));
        m_pool.start([this, making = m_making] { run(making); });
    }

    void cancel() override
    {
        if (m_making)
            m_making->cancelled = true;
    }

private:
    // On the pool; the destructor waits for it.
    void run(const std::shared_ptr<Making> &making)
    {
        SteadyClock::time_point next;
        const auto result = makeTorrent(making->request, [&](Bytes hashed, Bytes total) {
            if (total.count() > 0 && SteadyClock::now() >= next) {
                next = SteadyClock::now() + kNews;
                tell(making, [this, hashed, total] { Q_EMIT progressed(hashed, total); });
            }
            return !making->cancelled;
        });
        tell(making, [this, result] {
            m_making.reset();
            Q_EMIT finished(result);
        });
    }

    // What was called off by another start() is not spoken of any more.
    template <class F>
    void tell(const std::shared_ptr<Making> &making, F f)
    {
        QMetaObject::invokeMethod(this, [this, making, f = std::move(f)] {
            if (making == m_making)
                f();
        }, Qt::QueuedConnection);
    }

    std::shared_ptr<Making> m_making;
    QThreadPool m_pool;
};

} // namespace

std::unique_ptr<engine::TorrentCreator> createTorrentCreator()
{
    return std::make_unique<TorrentCreatorLt>();
}

} // namespace trib::torrent
