#include "core/remote/connection_book.h"

#include <algorithm>
#include <utility>

namespace trib::remote {

bool ConnectionBook::enter(std::shared_ptr<HttpConnection> connection)
{
    const std::string &address = connection->address();
    const auto ofAddress = std::count_if(
        m_connections.begin(), m_connections.end(), [&](const auto &other) { return other->address() == address; });
    if (static_cast<std::size_t>(ofAddress) >= m_limits.connectionsPerAddress && !makeRoom(&address))
        return false;
    if (m_connections.size() >= m_limits.connections && !makeRoom(nullptr))
        return false;
    m_connections.push_back(std::move(connection));
    return true;
}

// Of `address`, or of any.
bool ConnectionBook::makeRoom(const std::string *address)
{
    for (const bool trusted : {false, true}) {
        const auto found = std::find_if(m_connections.begin(), m_connections.end(), [&](const auto &connection) {
            return connection->isWaiting() && connection->isTrusted() == trusted && (!address || connection->address() == *address);
        });
        if (found == m_connections.end())
            continue;
        const std::shared_ptr<HttpConnection> gone = *found;
        m_connections.erase(found);
        gone->close();
        return true;
    }
    return false;
}

void ConnectionBook::leave(const HttpConnection *connection)
{
    const auto found = std::find_if(m_connections.begin(), m_connections.end(), [&](const auto &other) { return other.get() == connection; });
    if (found != m_connections.end())
        m_connections.erase(found);
}

void ConnectionBook::closeAll()
{
    for (const auto &connection : std::exchange(m_connections, {}))
        connection->close();
}

} // namespace trib::remote
