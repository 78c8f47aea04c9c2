// RemoteServer: the API's server on a thread of its own: listens, and lets the gatekeeper and the methods answer. Made, started, stopped and
// destroyed on one thread (app's); its Post may be used on any. One start each.
#pragma once

#include "core/remote/gatekeeper.h"

#include <cstdint>
#include <memory>

namespace trib::remote {

class RemoteServer {
public:
    // `context` outlives the server.
    RemoteServer(ServerConfig config, const ServerContext &context, const HttpLimits &limits = {});
    ~RemoteServer(); // stops

    // What is posted before start() runs then; what is posted after stop() is dropped.
    [[nodiscard]] Post post() const;

    // Listens; `methods` are called on the server's thread, for authenticated requests alone. InvalidSetting, NotProtected or CannotListen.
    [[nodiscard]] Result<> start(RequestHandler methods);

    // Ends every connection and the thread: it is over when this returns. Waits for one step of a method at most.
    void stop();

    // What is listened on.
    [[nodiscard]] std::uint16_t port() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trib::remote
