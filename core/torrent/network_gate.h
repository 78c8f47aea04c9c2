// NetworkGate: nothing leaves this machine while the interface that the user chose is not there (a VPN that went down). libtorrent binds its
// sockets to the interface, but host names of trackers and web seeds are looked up by the system's resolver, over whatever link there is;
// so without the interface the whole session stands still, and goes on by itself when it is back. Engine thread.
#pragma once

#include "core/torrent/engine_context.h"

#include <string>

namespace trib::torrent {

class NetworkGate {
public:
    explicit NetworkGate(EngineContext &context) : m_context(context) {}

    // At the start of the session, before any torrent is added: from then on changes of the system's interfaces are seen by itself.
    void watch();
    // After a change of network/interfaces, and now and then where the system does not tell.
    void check();

    [[nodiscard]] bool isOpen() const { return m_open; }
    // Why it is closed, safe to show.
    [[nodiscard]] std::string reason() const;

private:
    void shut();
    void open();
    void endImpatience();

    EngineContext &m_context;
    bool m_open = true;
};

} // namespace trib::torrent
