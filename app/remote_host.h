// RemoteHost: the API for other programs as the settings want it: started when the list is loaded, again when its settings change, and ended
// before the engine. Lives on the main thread; owned by EngineHost, which keeps it until the engine has given its last answers.
#pragma once

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/base/random.h"
#include "core/engine/torrent_engine.h"
#include "core/remote/engine_bridge.h"
#include "core/remote/http_message.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>

namespace trib::remote {
class Api;
class RemoteServer;
}

namespace trib::app {

class RemoteHost final : public QObject {
    Q_OBJECT

public:
    // `defaultSavePath` is where downloads go while storage/save_path is empty.
    RemoteHost(engine::TorrentEngine &engine, const Clock &clock, Log &log, std::string defaultSavePath, QObject *parent = nullptr);
    ~RemoteHost() override;

    // From here on the API is on whenever the settings say so.
    void begin();
    void end();

Q_SIGNALS:
    void failed(const trib::Error &error); // it is to be on and is not
    void listens();
    void requested();                      // someone uses it; at most once a second
    void shutdownRequested();              // by a client

private:
    [[nodiscard]] remote::RequestHandler methods();
    void apply();
    void start();
    void stop();

    const Clock &m_clock;
    Log &m_log;
    SystemRandom m_random;
    const std::string m_defaultSavePath;
    remote::EngineBridge m_bridge;
    std::unique_ptr<remote::Api> m_api;
    std::unique_ptr<remote::RemoteServer> m_server; // its handlers use the methods
    std::optional<settings::RemoteSettings> m_wanted;
    std::optional<settings::RemoteSettings> m_applied;
    bool m_isOn = false;
};

} // namespace trib::app
