#include "app/engine_host.h"

#include "app/control_error.h"
#include "app/versions.h"

namespace trib::app {

EngineHost::EngineHost(Start start, const MakeEngine &makeEngine)
    : m_start(std::move(start)), m_logFile(m_start.paths.log(), m_clock), m_log(m_clock, m_logFile),
      m_engine(makeEngine({m_start.paths.folder, m_clock, m_log, m_start.overrides, downloadsFolder(),
          {{(m_start.paths.folder / "window.ini").string(), "window.ini"}}})),
      m_completion(*m_engine, m_clock, m_log), m_dispatcher(*m_engine), m_server(std::make_unique<ControlServer>(m_dispatcher)),
      m_remote(std::make_unique<RemoteHost>(*m_engine, m_clock, m_log, downloadsFolder()))
{
    connect(&m_dispatcher, &ControlDispatcher::shutdownRequested, this, &EngineHost::shutdown, Qt::QueuedConnection);
    connect(m_server.get(), &ControlServer::requested, this, &EngineHost::requested);
    connect(m_remote.get(), &RemoteHost::requested, this, &EngineHost::requested);
    connect(m_remote.get(), &RemoteHost::failed, this, &EngineHost::apiFailed);
    connect(m_remote.get(), &RemoteHost::listens, this, &EngineHost::apiListens);
    connect(m_remote.get(), &RemoteHost::shutdownRequested, this, &EngineHost::shutdown);
    connect(&m_signals, &SignalWatcher::asked, this, [this](int signal) {
        m_log.info("signal " + std::to_string(signal) + ": ending");
        shutdown();
    });
}

// The clients go first, for they may still cancel something; then the engine, whose last answers must find the dispatcher and the API's
// bridge alive: Qt 6.4 asserts when a future is answered after its context has gone.
EngineHost::~EngineHost()
{
    m_remote->end();
    m_server.reset();
    m_engine.reset();
}

Result<> EngineHost::start()
{
    m_log.info(versionLine().toStdString() + " starts");
    const auto socket = socketToListenOn(m_start.paths);
    if (!socket)
        return failure(socket.error());
    if (auto listening = m_server->listen(*socket); !listening)
        return listening;
    m_engine->start().then(this, [this](const Result<> &started) {
        if (m_ending)
            return; // what is half loaded is no failure
        if (!started) {
            m_log.error("the list cannot be loaded: " + codeName(started.error()) + " " + started.error().detail);
            Q_EMIT failed(started.error());
            return;
        }
        m_log.info("the list is loaded, " + std::to_string(m_dispatcher.torrentCount()) + " torrents so far");
        m_server->begin();
        m_remote->begin();
        Q_EMIT ready();
    });
    return success();
}

void EngineHost::shutdown()
{
    if (std::exchange(m_ending, true))
        return;
    Q_EMIT ending();
    m_server->close();
    m_remote->end();
    m_engine->shutdown().then(this, [this](const Result<> &done) {
        if (!done)
            m_log.error("the end was not orderly: " + codeName(done.error()) + " " + done.error().detail);
        m_log.info("ended");
        Q_EMIT ended(done ? 0 : 1);
    });
}

} // namespace trib::app
