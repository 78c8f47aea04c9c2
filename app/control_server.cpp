#include "app/control_server.h"

#include "app/control_connection.h"

#include <QFile>

namespace trib::app {

ControlServer::ControlServer(ControlDispatcher &dispatcher, QObject *parent) : QObject(parent), m_dispatcher(dispatcher)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::accept);
}

ControlServer::~ControlServer() = default;

Result<> ControlServer::listen(const QString &path)
{
    QLocalServer::removeServer(path);
    if (!m_server.listen(path))
        return failure(ControlErrc::ProfileUnusable, "the control socket cannot be made: " + m_server.errorString().toStdString());
    if (!QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner)) {
        m_server.close();
        return failure(ControlErrc::ProfileUnusable, "the control socket cannot be kept to its user");
    }
    return success();
}

void ControlServer::begin()
{
    m_begun = true;
    const auto connections = m_connections; // a request may end its connection
    for (ControlConnection *connection : connections)
        connection->begin();
}

void ControlServer::close()
{
    m_server.close();
}

void ControlServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        auto *connection = new ControlConnection(socket, m_dispatcher, this);
        connect(connection, &ControlConnection::requested, this, &ControlServer::requested);
        connect(connection, &ControlConnection::closed, this, [this, connection] {
            std::erase(m_connections, connection);
            connection->deleteLater();
        });
        if (m_connections.size() >= kMaxControlConnections) {
            connection->refuse({make_error_code(ControlErrc::TooManyConnections), "64 clients are connected already"});
            continue;
        }
        m_connections.push_back(connection);
        if (m_begun)
            connection->begin();
    }
}

} // namespace trib::app
