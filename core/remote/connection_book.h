// ConnectionBook: the open connections, never more than the limits say. A newcomer takes the place of the one that has waited longest for a
// request of its client, strangers first: half-open connections cannot keep a good client out. Lives on the API's thread.
#pragma once

#include "core/remote/http_limits.h"

#include <list>
#include <memory>
#include <string>

namespace trib::remote {

class HttpConnection {
public:
    virtual ~HttpConnection() = default;

    virtual void start() = 0;
    // Ends it at once, whatever it is doing; it leaves the book by itself.
    virtual void close() = 0;

    [[nodiscard]] virtual const std::string &address() const = 0;
    [[nodiscard]] virtual bool isWaiting() const = 0; // for a request, or for what is left of one that is refused
    [[nodiscard]] virtual bool isTrusted() const = 0; // has had an authenticated request
};

class ConnectionBook {
public:
    explicit ConnectionBook(const HttpLimits &limits) : m_limits(limits) {}

    // False when every place is taken by a connection with work to do; it is not in the book then.
    [[nodiscard]] bool enter(std::shared_ptr<HttpConnection> connection);
    void leave(const HttpConnection *connection);
    void closeAll();

    [[nodiscard]] std::size_t size() const { return m_connections.size(); }

private:
    [[nodiscard]] bool makeRoom(const std::string *address);

    const HttpLimits m_limits;
    std::list<std::shared_ptr<HttpConnection>> m_connections; // in order of arrival
};

} // namespace trib::remote
