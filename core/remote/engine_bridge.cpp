#include "core/remote/engine_bridge.h"

#include "core/base/assert.h"

#include <utility>

namespace trib::remote {

using engine::TorrentEngine;

// What one API, from open() to close(), is owed.
struct EngineBridge::Line {
    Post post;
    EngineFeed *feed = nullptr; // from follow() on
    std::unordered_map<TorrentId, SnapshotPointer> upserted;
    std::unordered_set<TorrentId> removed;
    std::shared_ptr<const Labels> labels;
    std::shared_ptr<const settings::EngineSettings> settings;
    std::optional<SessionStatus> status;
    int unread = 0; // news that were posted and are not yet taken

    [[nodiscard]] bool isEmpty() const { return upserted.empty() && removed.empty() && !labels && !settings && !status; }
    [[nodiscard]] EngineNews takeNews()
    {
        EngineNews news;
        news.upserted.reserve(upserted.size());
        for (auto &[id, row] : upserted)
            news.upserted.push_back(std::move(row));
        news.removed.assign(removed.begin(), removed.end());
        upserted.clear();
        removed.clear();
        news.labels = std::exchange(labels, nullptr);
        news.settings = std::exchange(settings, nullptr);
        news.status = std::exchange(status, std::nullopt);
        return news;
    }
};

// Made on the bridge's thread, used on the API's: everything goes over as an event.
class EngineBridge::Port final : public EnginePort {
public:
    Port(EngineBridge &bridge, LinePointer line) : m_bridge(bridge), m_line(std::move(line)) {}

    void follow(EngineFeed &feed) override
    {
        ask([&bridge = m_bridge, line = m_line, &feed] { bridge.follow(line, feed); });
    }
    void add(AddRequest request, Answered<TorrentId> answer) override
    {
        ask([&bridge = m_bridge, line = m_line, request = std::move(request), answer = std::move(answer)]() mutable {
            bridge.add(line, std::move(request), answer);
        });
    }
    void submit(std::vector<Command> commands, Answered<> answer) override
    {
        ask([&bridge = m_bridge, line = m_line, commands = std::move(commands), answer = std::move(answer)] {
            bridge.submit(line, commands, answer);
        });
    }
    void begin(Command command, Answered<> answer) override
    {
        ask([&bridge = m_bridge, line = m_line, command = std::move(command), answer = std::move(answer)] {
            bridge.begin(line, command, answer);
        });
    }
    void detail(const TorrentId &id, DetailParts parts, Answered<engine::DetailPointer> answer) override
    {
        ask([&bridge = m_bridge, line = m_line, id, parts, answer = std::move(answer)] {
            bridge.m_engine.detail(id, parts).then(&bridge, [&bridge, line, answer](const Result<engine::DetailPointer> &detail) {
                bridge.give(line, answer, detail);
            });
        });
    }
    void exportTorrent(const TorrentId &id, Answered<std::vector<std::uint8_t>> answer) override
    {
        ask([&bridge = m_bridge, line = m_line, id, answer = std::move(answer)] {
            bridge.m_engine.exportTorrent(id).then(&bridge, [&bridge, line, answer](const Result<std::vector<std::uint8_t>> &bytes) {
                bridge.give(line, answer, bytes);
            });
        });
    }
    void configure(std::function<void(settings::EngineSettings &)> change, Answered<> answer) override
    {
        ask([&bridge = m_bridge, line = m_line, change = std::move(change), answer = std::move(answer)] {
            bridge.configure(line, change, answer);
        });
    }

private:
    template <class F>
    void ask(F f)
    {
        QMetaObject::invokeMethod(&m_bridge, std::move(f), Qt::QueuedConnection);
    }

    EngineBridge &m_bridge;
    LinePointer m_line;
};

EngineBridge::EngineBridge(TorrentEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_waits([this](const TorrentId &id) { return m_rows.contains(id); })
{
    connect(&engine, &TorrentEngine::changed, this, [this](const engine::DeltaPointer &delta) { takeDelta(*delta); });
    connect(&engine, &TorrentEngine::labelsChanged, this, [this](const Labels &labels) {
        m_labels = std::make_shared<const Labels>(labels);
        if (m_line)
            m_line->labels = m_labels;
        flush(false);
    });
    connect(&engine, &TorrentEngine::settingsChanged, this, [this](const settings::EngineSettings &settings) {
        m_settings = std::make_shared<const settings::EngineSettings>(settings);
        if (m_line)
            m_line->settings = m_settings;
        flush(false);
    });
    connect(&engine, &TorrentEngine::statusChanged, this, [this](const SessionStatus &status) {
        m_status = status;
        if (m_line)
            m_line->status = status;
        flush(false);
    });
}

EngineBridge::~EngineBridge() = default;

std::unique_ptr<EnginePort> EngineBridge::open(Post post)
{
    TRIB_ASSERT(!m_line);
    m_line = std::make_shared<Line>();
    m_line->post = std::move(post);
    return std::make_unique<Port>(*this, m_line);
}

void EngineBridge::close()
{
    m_line.reset();
}

void EngineBridge::takeDelta(const TransferDelta &delta)
{
    for (const TorrentId &id : delta.removed) {
        m_rows.erase(id);
        if (m_line) {
            m_line->upserted.erase(id);
            m_line->removed.insert(id);
        }
    }
    for (const SnapshotPointer &row : delta.upserted) {
        m_rows.insert_or_assign(row->id, row);
        if (m_line) {
            m_line->removed.erase(row->id);
            m_line->upserted.insert_or_assign(row->id, row);
        }
    }
    flush(false);
    m_waits.look();
}

void EngineBridge::follow(const LinePointer &line, EngineFeed &feed)
{
    if (line != m_line)
        return;
    line->feed = &feed;
    line->upserted = m_rows;
    line->removed.clear();
    line->labels = m_labels;
    line->settings = m_settings;
    line->status = m_status;
    flush(true);
}

void EngineBridge::acknowledged(const LinePointer &line)
{
    if (line != m_line)
        return;
    --line->unread;
    flush(false);
}

// While the API's thread has not taken the last news, changes merge: a busy API costs no memory.
void EngineBridge::flush(bool evenIfBusy)
{
    if (!m_line || !m_line->feed || (m_line->unread > 0 && !evenIfBusy) || (m_line->isEmpty() && !evenIfBusy))
        return;
    ++m_line->unread;
    m_line->post([this, line = m_line, news = std::make_shared<const EngineNews>(m_line->takeNews())] {
        line->feed->take(*news);
        QMetaObject::invokeMethod(this, [this, line] { acknowledged(line); }, Qt::QueuedConnection);
    });
}

template <class T>
void EngineBridge::give(const LinePointer &line, const Answered<T> &answer, Result<T> result)
{
    if (line != m_line)
        return;
    if (!line->isEmpty())
        flush(true);
    line->post([answer, result = std::move(result)] { answer(result); });
}

void EngineBridge::add(const LinePointer &line, AddRequest request, const Answered<TorrentId> &answer)
{
    m_engine.add(std::move(request)).then(this, [this, line, answer](const Result<TorrentId> &id) {
        if (!id)
            return give(line, answer, id);
        m_waits.whenListShows({*id}, true, [this, line, answer, id] { give(line, answer, id); });
    });
}

void EngineBridge::submit(const LinePointer &line, const std::vector<Command> &commands, const Answered<> &answer)
{
    engine::submitAll(m_engine, this, commands, [this, line, gone = engine::removedBy(commands), answer](const Result<> &done) {
        if (!done)
            return give(line, answer, done);
        behindNews([this, line, gone, answer] {
            m_waits.whenListShows(gone, false, [this, line, answer] { give(line, answer, success()); });
        });
    });
}

void EngineBridge::begin(const LinePointer &line, const Command &command, const Answered<> &answer)
{
    const auto known = std::make_shared<Result<>>(success());
    m_engine.submit(command).then(this, [known](const Result<> &done) { *known = done; });
    behindNews([this, line, answer, known] { give(line, answer, *known); });
}

void EngineBridge::configure(const LinePointer &line, const std::function<void(settings::EngineSettings &)> &change, const Answered<> &answer)
{
    if (!m_settings)
        return give(line, answer, Result<>(failure(EngineErrc::StoreUnavailable, "the settings are not loaded")));
    settings::EngineSettings settings = *m_settings;
    change(settings);
    if (settings == *m_settings)
        return give(line, answer, success());
    m_engine.configure(settings).then(this, [this, line, answer](const Result<> &done) {
        behindNews([this, line, answer, done] { give(line, answer, done); });
    });
}

// The engine publishes what a command changed right behind its answer: the answer to a further question comes later than that.
void EngineBridge::behindNews(std::function<void()> done)
{
    m_engine.detail(TorrentId(), {}).then(this, [done = std::move(done)](const Result<engine::DetailPointer> &) { done(); });
}

} // namespace trib::remote
