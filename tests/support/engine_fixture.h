// TestEngine: a real engine with a profile of its own, a mirror of its list, and no network but loopback. Content: random files and a
// .torrent of them. For tests of core/torrent and of app.
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/engine/torrent_engine.h"
#include "core/torrent/torrent_record.h"

#include <QTemporaryDir>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace trib::test {

class TestEngine {
public:
    // `folder` is the profile, kept by the caller for tests of restarts; `settings` win over the defaults for tests. A `clock` of the
    // caller's outlives the engine.
    explicit TestEngine(const std::filesystem::path &folder, settings::TextMap settings = {}, const Clock *clock = nullptr);
    ~TestEngine();

    // Starts it; false after ten seconds without an answer.
    [[nodiscard]] Result<> start();
    [[nodiscard]] Result<> stop();

    [[nodiscard]] Result<TorrentId> add(AddRequest request);
    [[nodiscard]] Result<> submit(Command command);
    [[nodiscard]] Result<TorrentPreview> preview(TorrentSource source);
    [[nodiscard]] Result<RemovalPlan> planRemoval(TorrentIds ids);

    [[nodiscard]] engine::TorrentEngine &engine() { return *m_engine; }

    // The row as last published; null if it is not in the list.
    [[nodiscard]] const TorrentSnapshot *row(const TorrentId &id) const;
    [[nodiscard]] TorrentState state(const TorrentId &id) const; // Failed, with no problem, if it is not in the list
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] std::string endpoint() const { return "127.0.0.1:" + std::to_string(m_port); }
    [[nodiscard]] const TorrentDetail &detail() const { return m_detail; }
    void forgetDetail() { m_detail = {}; }
    [[nodiscard]] int finishedSignals() const { return m_finished; }
    [[nodiscard]] const settings::EngineSettings &settings() const { return m_settings; }
    [[nodiscard]] const SessionStatus &status() const { return m_status; }
    [[nodiscard]] const Labels &labels() const { return m_labels; }

private:
    void apply(const TransferDelta &delta);

    SystemClock m_clock;
    NullLog m_log;
    std::unique_ptr<engine::TorrentEngine> m_engine;
    std::map<TorrentId, TorrentSnapshot> m_rows;
    TorrentDetail m_detail;
    settings::EngineSettings m_settings;
    SessionStatus m_status;
    Labels m_labels;
    int m_port = 0;
    int m_finished = 0;
};

enum class TorrentFormat { V1, V2, Hybrid, V1Padded }; // V1Padded: with pad files, as BEP 47 has them

// Random files of the given sizes below `root`/`name` (one file: `root`/`name` itself), the same for the same seed, and their .torrent. At
// most ten: their names are in the order of their indexes then, as hybrids must have them.
struct Content {
    std::string root;                      // the save path
    std::string name;
    std::vector<std::string> files;        // relative to the save path
    std::vector<std::uint8_t> metainfo;
    std::string magnet;

    [[nodiscard]] bool isIn(const std::filesystem::path &folder) const; // every file there, byte-identical
};

[[nodiscard]] Content makeContent(const std::filesystem::path &root, const std::string &name, const std::vector<std::int64_t> &sizes,
                                  TorrentFormat format = TorrentFormat::V1, const std::vector<std::string> &trackers = {},
                                  bool isPrivate = false, unsigned seed = 1, int pieceSize = 16 << 10);

// What session.db of a profile holds, while its engine runs or not; nullopt if there is no such torrent.
[[nodiscard]] std::optional<torrent::TorrentRecord> storedRecord(const std::filesystem::path &profile, const TorrentId &id);
// Changes it while no engine runs: what a program leaves behind that was killed.
[[nodiscard]] bool changeStored(const std::filesystem::path &profile, const TorrentId &id,
                                const std::function<void(torrent::TorrentRecord &)> &change);

// Waits for the future in the event loop, and for what the engine announced before it answered; TimedOut after half a minute.
template <class T>
[[nodiscard]] Result<T> await(QFuture<Result<T>> future);

[[nodiscard]] AddRequest request(const Content &content, const std::filesystem::path &savePath);

} // namespace trib::test

#include <QTest>

namespace trib::test {

template <class T>
Result<T> await(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000) || future.resultCount() == 0)
        return failure(EngineErrc::TimedOut, "no answer in the test's time");
    QCoreApplication::processEvents(); // the future is finished before its thread's events have arrived in this one
    return future.result();
}

} // namespace trib::test
