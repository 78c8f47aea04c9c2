// ControlServer: the socket through which a command line, a script or a second start speaks to the program that has the profile. Only
// its user may open it. Lives on the engine's calling thread; the dispatcher outlives it.
#pragma once

#include "app/control_dispatcher.h"

#include <QLocalServer>
#include <QObject>

#include <vector>

namespace trib::app {

inline constexpr std::size_t kMaxControlConnections = 64;

class ControlConnection;

class ControlServer final : public QObject {
    Q_OBJECT

public:
    explicit ControlServer(ControlDispatcher &dispatcher, QObject *parent = nullptr);
    ~ControlServer() override;

    // The caller holds the profile's lock: what stands at `path` is left over and is removed. ProfileUnusable with the reason.
    [[nodiscard]] Result<> listen(const QString &path);

    // Clients are accepted from listen() on; their requests are answered from here on, when the list is loaded.
    void begin();

    void close();

Q_SIGNALS:
    void requested();

private:
    void accept();

    ControlDispatcher &m_dispatcher;
    QLocalServer m_server;
    std::vector<ControlConnection *> m_connections; // children of this
    bool m_begun = false;
};

} // namespace trib::app
