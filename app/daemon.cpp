#include "app/daemon.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>

namespace trib::app {
namespace {

using namespace std::chrono_literals;
using engine::Audience;

constexpr auto kQuietAfter = 30s;

} // namespace

Daemon::Daemon(Start start, QStringList sources, const MakeEngine &makeEngine)
    : m_host(std::move(start), makeEngine), m_sources(std::move(sources))
{
    engine::TorrentEngine &engine = m_host.engine();
    connect(&engine, &engine::TorrentEngine::changed, this,
        [&engine](const engine::DeltaPointer &delta) { engine.acknowledge(delta->sequence); });
    connect(&m_host, &EngineHost::ready, this, &Daemon::announceReady);
    connect(&m_host, &EngineHost::failed, this, &Daemon::fail);
    connect(&m_host, &EngineHost::ended, this, [](int status) { QCoreApplication::exit(status); });
    connect(&m_host, &EngineHost::apiFailed, this,
        [](const Error &error) { std::fprintf(stderr, "tributaryd: the API is off: %s\n", error.detail.c_str()); });
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuietAfter);
    connect(&m_quiet, &QTimer::timeout, this, [&engine] { engine.setAudience(Audience::Away); });
    connect(&m_host, &EngineHost::requested, this, [this, &engine] {
        if (!m_quiet.isActive())
            engine.setAudience(Audience::Looking);
        m_quiet.start();
    });
}

Result<> Daemon::start()
{
    m_host.engine().setAudience(Audience::Away);
    return m_host.start();
}

void Daemon::announceReady()
{
    std::printf("tributaryd " TRIB_VERSION " ready\n");
    std::fflush(stdout);
    addSources();
}

void Daemon::addSources()
{
    std::vector<TorrentSource> sources;
    for (const QString &text : m_sources) {
        if (auto source = recogniseSource(text.toStdString()))
            sources.push_back(std::move(*source));
    }
    if (sources.empty())
        return;
    m_host.control().addAll(std::move(sources), [this](const ControlReply &reply) {
        if (!reply.result)
            m_host.log().error("not added: " + codeName(reply.result.error()) + " " + reply.result.error().detail);
    });
}

void Daemon::fail(const Error &error)
{
    QCoreApplication::exit(failStart(QStringLiteral("tributaryd"), error));
}

} // namespace trib::app
