// EngineBridge: brings what the engine says to the API's thread, and what the API asks to the engine. Lives on the engine's calling
// thread from the program's start, so that an API that is switched on later finds everything; the engine outlives it. What it keeps
// meanwhile is one shared pointer a torrent.
//
//   auto api = std::make_unique<Api>(bridge.open(post), options);   // any time after the list is loaded
//   ... serve api->handler() on the thread that `post` reaches ...
//   ... end that thread ...;  bridge.close();  api.reset();
#pragma once

#include "core/engine/list_waits.h"
#include "core/remote/engine_port.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace trib::remote {

// Runs a function on the API's thread, in order; may be called from any thread, and drop what comes after that thread's end.
using Post = std::function<void(std::function<void()>)>;

class EngineBridge final : public QObject {
    Q_OBJECT

public:
    explicit EngineBridge(engine::TorrentEngine &engine, QObject *parent = nullptr);
    ~EngineBridge() override;

    // One line at a time. The port may be used until close(), on the API's thread; the bridge outlives it.
    [[nodiscard]] std::unique_ptr<EnginePort> open(Post post);

    // When the API's thread has ended: nothing is posted afterwards.
    void close();

private:
    struct Line;
    class Port;
    using LinePointer = std::shared_ptr<Line>;

    void takeDelta(const TransferDelta &delta);
    void follow(const LinePointer &line, EngineFeed &feed);
    void acknowledged(const LinePointer &line);
    void flush(bool evenIfBusy);

    void add(const LinePointer &line, AddRequest request, const Answered<TorrentId> &answer);
    void submit(const LinePointer &line, const std::vector<Command> &commands, const Answered<> &answer);
    void begin(const LinePointer &line, const Command &command, const Answered<> &answer);
    void configure(const LinePointer &line, const std::function<void(settings::EngineSettings &)> &change, const Answered<> &answer);
    // `done` behind whatever the engine had to say up to now.
    void behindNews(std::function<void()> done);

    template <class T>
    void give(const LinePointer &line, const Answered<T> &answer, Result<T> result);

    engine::TorrentEngine &m_engine;
    std::unordered_map<TorrentId, SnapshotPointer> m_rows;
    std::shared_ptr<const Labels> m_labels;
    std::shared_ptr<const settings::EngineSettings> m_settings;
    std::optional<SessionStatus> m_status;
    engine::ListWaits m_waits;
    LinePointer m_line; // null while the API is off
};

} // namespace trib::remote
