#include "core/torrent/storage_mover.h"

#include "core/model/engine_error.h"
#include "core/torrent/mount_table.h"
#include "core/torrent/move_job.h"

#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace trib::torrent {

namespace {

constexpr std::chrono::milliseconds kSweepEvery{50};
constexpr int kMostThreads = 32; // a thread that waits for a dead network drive must not stop the others

using Lane = std::pair<int, int>; // of mounts

// By name alone: a path is not touched, as its volume may not answer.
Lane laneOf(const MovePlan &plan)
{
    const MountTable mounts = MountTable::current();
    const auto idOf = [&mounts](const std::string &path) {
        const Mount *mount = mounts.find(std::filesystem::path(path).lexically_normal().native());
        return mount ? mount->id : -1;
    };
    return std::minmax({idOf(plan.from), idOf(plan.to)});
}

struct Job {
    std::function<Result<>()> work;
    std::shared_ptr<MoveProgress> progress;
    std::shared_ptr<QPromise<Result<>>> promise;

    void run() const
    {
        Result<> result = success();
        try {
            result = work();
        } catch (const std::exception &exception) {
            result = failure(EngineErrc::DiskError, exception.what());
        }
        promise->addResult(std::move(result));
        promise->finish();
    }
};

} // namespace

// Lanes are queues of copies between the same two mounts: the first of each is under way. A job that is cancelled or suspended while it
// waits leaves its lane, to end at once.
class StorageMover::Private {
public:
    Private() : m_sweeper([this](const std::stop_token &stop) { sweep(stop); }) { m_pool.setMaxThreadCount(kMostThreads); }

    ~Private()
    {
        {
            const std::lock_guard lock(m_mutex);
            for (const auto &[lane, jobs] : m_lanes) {
                for (const Job &job : jobs)
                    job.progress->suspended = true;
            }
        }
        m_wake.notify_all();
        m_sweeper.request_stop();
        m_sweeper.join();
        m_pool.waitForDone();
    }

    QFuture<Result<>> queue(const Lane &lane, std::function<Result<>()> work, std::shared_ptr<MoveProgress> progress)
    {
        Job job = make(std::move(work), std::move(progress));
        QFuture<Result<>> future = job.promise->future();
        {
            const std::lock_guard lock(m_mutex);
            auto &jobs = m_lanes[lane];
            jobs.push_back(std::move(job));
            if (jobs.size() == 1)
                m_pool.start([this, lane] { runLane(lane); });
        }
        m_wake.notify_all();
        return future;
    }

    QFuture<Result<>> runNow(std::function<Result<>()> work)
    {
        const Job job = make(std::move(work), nullptr);
        m_pool.start([job] { job.run(); });
        return job.promise->future();
    }

private:
    static Job make(std::function<Result<>()> work, std::shared_ptr<MoveProgress> progress)
    {
        Job job{std::move(work), std::move(progress), std::make_shared<QPromise<Result<>>>()};
        job.promise->start();
        return job;
    }

    // Runs the first job of a lane and hands the thread back before the next, so that lanes share threads fairly.
    void runLane(const Lane &lane)
    {
        Job job;
        {
            const std::lock_guard lock(m_mutex);
            job = m_lanes[lane].front();
        }
        job.run();
        const std::lock_guard lock(m_mutex);
        const auto found = m_lanes.find(lane);
        found->second.pop_front();
        if (found->second.empty())
            m_lanes.erase(found);
        else
            m_pool.start([this, lane] { runLane(lane); });
    }

    void sweep(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        const auto someWait = [this] { return std::ranges::any_of(m_lanes, [](const auto &lane) { return lane.second.size() > 1; }); };
        while (!stop.stop_requested() || someWait()) {
            for (auto &[lane, jobs] : m_lanes)
                releaseEnded(jobs);
            if (someWait())
                m_wake.wait_for(lock, kSweepEvery);
            else
                m_wake.wait(lock, stop, someWait);
        }
    }

    void releaseEnded(std::deque<Job> &jobs)
    {
        const auto ended = [](const Job &job) { return job.progress->cancelled || job.progress->suspended; };
        for (auto job = jobs.begin() + 1; job < jobs.end();) {
            if (!ended(*job)) {
                ++job;
                continue;
            }
            m_pool.start([released = std::move(*job)] { released.run(); });
            job = jobs.erase(job);
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::map<Lane, std::deque<Job>> m_lanes;
    QThreadPool m_pool;
    std::jthread m_sweeper;
};

StorageMover::StorageMover() : d(std::make_unique<Private>()) {}

StorageMover::~StorageMover() = default;

QFuture<Result<>> StorageMover::start(MovePlan plan, std::shared_ptr<MoveProgress> progress, bool resuming)
{
    const Lane lane = laneOf(plan);
    auto work = [plan = std::move(plan), progress, resuming] { return MoveJob(plan, *progress).transfer(resuming); };
    return d->queue(lane, std::move(work), std::move(progress));
}

QFuture<Result<>> StorageMover::finish(MovePlan plan)
{
    return d->runNow([plan = std::move(plan)] {
        MoveProgress unseen;
        return MoveJob(plan, unseen).finish();
    });
}

QFuture<Result<>> StorageMover::undo(MovePlan plan)
{
    return d->runNow([plan = std::move(plan)] {
        MoveProgress unseen;
        return MoveJob(plan, unseen).undo();
    });
}

} // namespace trib::torrent
