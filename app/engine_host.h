// EngineHost: what both programs are made of below the window: the log, the engine, the control socket and the end in order, built in
// this order and taken down in reverse. Lives on the main thread; owned by Daemon or Application. Has the profile while it lives.
#pragma once

#include "app/completion_program.h"
#include "app/control_server.h"
#include "app/remote_host.h"
#include "app/run_command.h"
#include "app/signal_watcher.h"
#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/torrent/lt_engine.h"

#include <QObject>

#include <functional>
#include <memory>

namespace trib::app {

using MakeEngine = std::function<std::unique_ptr<engine::TorrentEngine>(torrent::EngineOptions)>;

class EngineHost final : public QObject {
    Q_OBJECT

public:
    EngineHost(Start start, const MakeEngine &makeEngine);
    ~EngineHost() override;

    // Opens the control socket and starts the engine; ready() or failed() follows.
    [[nodiscard]] Result<> start();

    // Ends the engine in order, once; ended() follows.
    void shutdown();

    [[nodiscard]] engine::TorrentEngine &engine() { return *m_engine; }
    [[nodiscard]] ControlDispatcher &control() { return m_dispatcher; }
    [[nodiscard]] const std::filesystem::path &folder() const { return m_start.paths.folder; }
    [[nodiscard]] Log &log() { return m_log; }
    [[nodiscard]] const LogHistory &logHistory() const { return m_log; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

Q_SIGNALS:
    void ready();
    void failed(const trib::Error &error);
    void requested(); // someone uses the control socket or the API
    void apiFailed(const trib::Error &error); // the API for other programs is to be on and is not
    void apiListens();
    void ending();
    void ended(int exitStatus);

private:
    Start m_start;
    SystemClock m_clock;
    FileLog m_logFile;
    LogHistory m_log;
    std::unique_ptr<engine::TorrentEngine> m_engine;
    CompletionProgram m_completion;
    ControlDispatcher m_dispatcher;
    std::unique_ptr<ControlServer> m_server;
    std::unique_ptr<RemoteHost> m_remote;
    SignalWatcher m_signals;
    bool m_ending = false;
};

} // namespace trib::app
