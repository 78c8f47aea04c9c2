// Api: the methods of the qBittorrent-compatible Web API v2 (core/remote/API.md), without sockets, sessions and passwords, which are the
// server's. Made on any thread, then used on the API's alone. Requests that come before the engine's first news wait for it.
#pragma once

#include "core/base/log.h"
#include "core/remote/engine_port.h"
#include "core/remote/http_message.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace trib::remote {

struct ApiOptions {
    std::string defaultSavePath;       // where downloads go while storage/save_path is empty
    std::string libtorrentVersion;     // for app/buildInfo
    std::function<void()> shutdown;    // for app/shutdown, on the API's thread; empty: the method is refused
    Log *log = nullptr;                // where what changed something is noted: the method, who, from where; never what was sent
};

// What the server must know of a method.
struct RouteInfo {
    std::string path; // "/api/v2/torrents/add"
    bool postOnly;         // it changes something: GET is refused with 405
};

// app/version and app/webapiVersion: the version of qBittorrent whose behaviour is kept to.
inline constexpr std::string_view kCompatibleVersion = "v5.1.4";
inline constexpr std::string_view kWebApiVersion = "2.11.4";

class Api final : public EngineFeed {
public:
    Api(std::unique_ptr<EnginePort> port, ApiOptions options);
    ~Api() override;

    // Valid while the Api lives. Answers 404 for unknown paths, 405 for a GET that would change something.
    [[nodiscard]] RequestHandler handler();

    // All methods, in order of their paths; those of the group auth are the server's and not among them.
    [[nodiscard]] static std::vector<RouteInfo> routes();

    void take(const EngineNews &news) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trib::remote
