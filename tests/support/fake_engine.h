// FakeEngine: a TorrentEngine that does nothing but remember. Tests read what was submitted, answer it, and publish what they like.
// GUI thread. By default every future is answered at once with success; set `manual` to answer by hand.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QPromise>

#include <deque>
#include <map>
#include <utility>

namespace trib::test {

class FakeEngine final : public engine::TorrentEngine {
    Q_OBJECT

public:
    using engine::TorrentEngine::TorrentEngine;

    QFuture<Result<>> start() override;
    QFuture<Result<TorrentPreview>> preview(TorrentSource source) override;
    QFuture<Result<TorrentId>> add(AddRequest request) override;
    QFuture<Result<>> submit(Command command) override;
    QFuture<Result<RemovalPlan>> planRemoval(TorrentIds ids) override;
    QFuture<Result<std::vector<std::uint8_t>>> exportTorrent(TorrentId id) override;
    QFuture<Result<engine::DetailPointer>> detail(TorrentId id, DetailParts parts) override;
    void watch(std::optional<TorrentId> id, DetailParts parts) override;
    void acknowledge(DeltaSequence sequence) override;
    void setAudience(engine::Audience audience) override;
    QFuture<Result<>> configure(settings::EngineSettings settings) override;
    QFuture<Result<>> shutdown() override;

    // What was asked for, in order.
    std::vector<Command> commands;
    std::vector<TorrentSource> previews;
    std::vector<AddRequest> adds;
    std::vector<settings::EngineSettings> configurations;
    std::vector<TorrentIds> plans;
    std::vector<std::pair<TorrentId, DetailParts>> details;
    std::vector<DeltaSequence> acknowledged;
    std::vector<engine::Audience> audiences;
    std::optional<TorrentId> watched;
    DetailParts watchedParts;

    // What is answered.
    bool manual = false;                   // true: futures stay open until answered below
    Result<> answer = success();           // of submit, configure, start and shutdown
    Result<TorrentId> addAnswer = TorrentId();
    Result<TorrentPreview> previewAnswer = TorrentPreview();
    Result<RemovalPlan> planAnswer = RemovalPlan();
    Result<std::vector<std::uint8_t>> exportAnswer;
    std::map<TorrentId, TorrentDetail> detailAnswers; // NoSuchTorrent for others

    // Answers the oldest open future of its kind; false if none is open.
    bool answerSubmit(Result<> result);
    bool answerAdd(Result<TorrentId> result);
    bool answerPreview(Result<TorrentPreview> result);
    bool answerPlan(Result<RemovalPlan> result);
    bool answerDetail(Result<engine::DetailPointer> result);

    // Publishes. The sequence counts up by itself.
    void publish(std::vector<TorrentSnapshot> upserted, std::vector<TorrentId> removed = {});
    void publishDetail(TorrentDetail detail);
    void publishStatus(const SessionStatus &status);
    void publishLabels(const Labels &labels);
    void publishFeeds(const Feeds &feeds);
    void publishWatchedFolders(const WatchedFolders &folders);

    // The last command of that type, or null.
    template <class T>
    [[nodiscard]] const T *last() const
    {
        for (auto it = commands.rbegin(); it != commands.rend(); ++it) {
            if (const T *command = std::get_if<T>(&*it))
                return command;
        }
        return nullptr;
    }

private:
    template <class T>
    QFuture<T> open(std::deque<QPromise<T>> &waiting, const T &now);

    std::deque<QPromise<Result<>>> m_submits;
    std::deque<QPromise<Result<TorrentId>>> m_adds;
    std::deque<QPromise<Result<TorrentPreview>>> m_previews;
    std::deque<QPromise<Result<RemovalPlan>>> m_plans;
    std::deque<QPromise<Result<engine::DetailPointer>>> m_details;
    DeltaSequence m_sequence{0};
};

} // namespace trib::test
