#include "app/remote_host.h"

#include "core/remote/api.h"
#include "core/remote/remote_server.h"
#include "core/torrent/lt_engine.h"

#include <QTimer>

#include <chrono>

namespace trib::app {

using settings::EngineSettings;

namespace {

constexpr std::chrono::seconds kTellEvery{1};
constexpr std::chrono::milliseconds kGoodbye{200}; // for the answer to reach the client that ends the program

} // namespace

RemoteHost::RemoteHost(engine::TorrentEngine &engine, const Clock &clock, Log &log, std::string defaultSavePath, QObject *parent)
    : QObject(parent), m_clock(clock), m_log(log), m_defaultSavePath(std::move(defaultSavePath)), m_bridge(engine)
{
    connect(&engine, &engine::TorrentEngine::settingsChanged, this, [this](const EngineSettings &settings) {
        m_wanted = settings.remote;
        apply();
    });
}

RemoteHost::~RemoteHost()
{
    stop();
}

void RemoteHost::begin()
{
    m_isOn = true;
    apply();
}

void RemoteHost::end()
{
    m_isOn = false;
    stop();
}

void RemoteHost::apply()
{
    if (!m_isOn || !m_wanted || m_applied == m_wanted)
        return;
    stop();
    m_applied = m_wanted;
    if (m_wanted->enabled)
        start();
}

// On the API's thread, which ends before this object.
remote::RequestHandler RemoteHost::methods()
{
    return [this, answer = m_api->handler(), told = std::optional<SteadyTime>()](
               const remote::HttpRequest &request, remote::Respond respond) mutable {
        const SteadyTime now = m_clock.steadyNow();
        if (!told || now - *told >= kTellEvery) {
            told = now;
            QMetaObject::invokeMethod(this, &RemoteHost::requested, Qt::QueuedConnection);
        }
        answer(request, std::move(respond));
    };
}

void RemoteHost::start()
{
    const remote::ServerConfig config = remote::configOf(*m_wanted);
    m_server = std::make_unique<remote::RemoteServer>(config, remote::ServerContext{m_clock, m_random, m_log});
    remote::ApiOptions options;
    options.defaultSavePath = m_defaultSavePath;
    options.libtorrentVersion = torrent::libtorrentVersion();
    options.log = &m_log;
    options.shutdown = [this] {
        QMetaObject::invokeMethod(this, [this] { QTimer::singleShot(kGoodbye, this, &RemoteHost::shutdownRequested); }, Qt::QueuedConnection);
    };
    m_api = std::make_unique<remote::Api>(m_bridge.open(m_server->post()), std::move(options));
    if (auto started = m_server->start(methods()); !started) {
        m_log.error("API: " + started.error().detail);
        stop();
        Q_EMIT failed(started.error());
        return;
    }
    const std::string where = config.address + " port " + std::to_string(m_server->port());
    if (remote::isLoopback(config.address))
        m_log.info("API: listens on " + where);
    else
        m_log.warning("API: listens on " + where + ", which other machines reach");
    Q_EMIT listens();
}

void RemoteHost::stop()
{
    m_applied.reset();
    if (!m_server)
        return;
    m_server->stop();
    m_bridge.close();
    m_api.reset();
    m_server.reset();
}

} // namespace trib::app
