#include "tests/support/fake_engine.h"

namespace trib::test {
namespace {

template <class T>
QFuture<T> ready(const T &value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return promise.future();
}

template <class T>
bool answerOldest(std::deque<QPromise<T>> &waiting, T value)
{
    if (waiting.empty())
        return false;
    QPromise<T> promise = std::move(waiting.front());
    waiting.pop_front();
    promise.addResult(std::move(value));
    promise.finish();
    return true;
}

} // namespace

template <class T>
QFuture<T> FakeEngine::open(std::deque<QPromise<T>> &waiting, const T &now)
{
    if (!manual)
        return ready(now);
    QPromise<T> promise;
    promise.start();
    QFuture<T> future = promise.future();
    waiting.push_back(std::move(promise));
    return future;
}

QFuture<Result<>> FakeEngine::start()
{
    Q_EMIT listed();
    return ready(answer);
}

QFuture<Result<TorrentPreview>> FakeEngine::preview(TorrentSource source)
{
    previews.push_back(std::move(source));
    return open(m_previews, previewAnswer);
}

QFuture<Result<TorrentId>> FakeEngine::add(AddRequest request)
{
    adds.push_back(std::move(request));
    return open(m_adds, addAnswer);
}

QFuture<Result<>> FakeEngine::submit(Command command)
{
    commands.push_back(std::move(command));
    return open(m_submits, answer);
}

QFuture<Result<RemovalPlan>> FakeEngine::planRemoval(TorrentIds ids)
{
    plans.push_back(std::move(ids));
    return open(m_plans, planAnswer);
}

QFuture<Result<std::vector<std::uint8_t>>> FakeEngine::exportTorrent(TorrentId)
{
    return ready(exportAnswer);
}

QFuture<Result<engine::DetailPointer>> FakeEngine::detail(TorrentId id, DetailParts parts)
{
    details.emplace_back(id, parts);
    Result<engine::DetailPointer> found = failure(EngineErrc::NoSuchTorrent);
    if (const auto kept = detailAnswers.find(id); kept != detailAnswers.end())
        found = std::make_shared<const TorrentDetail>(kept->second);
    return open(m_details, found);
}

void FakeEngine::watch(std::optional<TorrentId> id, DetailParts parts)
{
    watched = id;
    watchedParts = parts;
}

void FakeEngine::acknowledge(DeltaSequence sequence)
{
    acknowledged.push_back(sequence);
}

void FakeEngine::setAudience(engine::Audience audience)
{
    audiences.push_back(audience);
}

QFuture<Result<>> FakeEngine::configure(settings::EngineSettings settings)
{
    configurations.push_back(settings);
    if (answer && !manual)
        Q_EMIT settingsChanged(settings);
    return open(m_submits, answer);
}

QFuture<Result<>> FakeEngine::shutdown()
{
    return ready(answer);
}

bool FakeEngine::answerSubmit(Result<> result)
{
    return answerOldest(m_submits, std::move(result));
}

bool FakeEngine::answerAdd(Result<TorrentId> result)
{
    return answerOldest(m_adds, std::move(result));
}

bool FakeEngine::answerPreview(Result<TorrentPreview> result)
{
    return answerOldest(m_previews, std::move(result));
}

bool FakeEngine::answerPlan(Result<RemovalPlan> result)
{
    return answerOldest(m_plans, std::move(result));
}

bool FakeEngine::answerDetail(Result<engine::DetailPointer> result)
{
    return answerOldest(m_details, std::move(result));
}

void FakeEngine::publish(std::vector<TorrentSnapshot> upserted, std::vector<TorrentId> removed)
{
    auto delta = std::make_shared<TransferDelta>();
    ++m_sequence;
    delta->sequence = m_sequence;
    for (TorrentSnapshot &snapshot : upserted)
        delta->upserted.push_back(share(std::move(snapshot)));
    delta->removed = std::move(removed);
    Q_EMIT changed(delta);
}

void FakeEngine::publishDetail(TorrentDetail detail)
{
    Q_EMIT detailChanged(std::make_shared<const TorrentDetail>(std::move(detail)));
}

void FakeEngine::publishStatus(const SessionStatus &status)
{
    Q_EMIT statusChanged(status);
}

void FakeEngine::publishLabels(const Labels &labels)
{
    Q_EMIT labelsChanged(labels);
}

void FakeEngine::publishFeeds(const Feeds &feeds)
{
    Q_EMIT feedsChanged(std::make_shared<const Feeds>(feeds));
}

void FakeEngine::publishWatchedFolders(const WatchedFolders &folders)
{
    Q_EMIT watchedFoldersChanged(folders);
}

} // namespace trib::test
