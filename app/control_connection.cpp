#include "app/control_connection.h"

#include <QPointer>
#include <QTimer>

#include <chrono>

namespace trib::app {
namespace {

constexpr qint64 kReadAhead = 1 << 20;
constexpr qint64 kMostUnread = 16 << 20; // answers that the client has not read: above it no further request is taken
constexpr int kMostInFlight = 64;
constexpr auto kLastWords = std::chrono::milliseconds(300); // for a client to read why it is refused

} // namespace

ControlConnection::ControlConnection(QLocalSocket *socket, ControlDispatcher &dispatcher, QObject *parent)
    : QObject(parent), m_socket(socket), m_dispatcher(dispatcher)
{
    socket->setParent(this);
    socket->setReadBufferSize(kReadAhead);
    connect(socket, &QLocalSocket::readyRead, this, &ControlConnection::readRequests);
    connect(socket, &QLocalSocket::bytesWritten, this, &ControlConnection::readRequests);
    connect(socket, &QLocalSocket::disconnected, this, [this] {
        m_ended = true;
        Q_EMIT closed();
    });
}

void ControlConnection::begin()
{
    m_begun = true;
    readRequests();
}

bool ControlConnection::takesMore() const
{
    return m_begun && !m_ended && m_inFlight < kMostInFlight && m_socket->bytesToWrite() < kMostUnread;
}

void ControlConnection::readRequests()
{
    if (m_reading) // an answer that is given at once gets here again
        return;
    m_reading = true;
    while (takesMore()) {
        if (takeLine())
            continue;
        if (m_buffer.size() - m_start > kMaxRequestLine) {
            refuseTooLarge();
            break;
        }
        const QByteArray more = m_socket->read(kReadAhead);
        if (more.isEmpty())
            break;
        m_buffer.remove(0, m_start);
        m_scanned -= m_start;
        m_start = 0;
        m_buffer += more;
    }
    if (m_refused)
        (void)m_socket->readAll();
    m_reading = false;
}

bool ControlConnection::takeLine()
{
    const qsizetype end = m_buffer.indexOf('\n', m_scanned);
    if (end < 0) {
        m_scanned = m_buffer.size();
        return false;
    }
    const QByteArray line = m_buffer.mid(m_start, end - m_start);
    m_start = m_scanned = end + 1;
    if (line.size() > kMaxRequestLine)
        refuseTooLarge();
    else if (!line.trimmed().isEmpty())
        handle(line);
    return true;
}

void ControlConnection::handle(const QByteArray &line)
{
    const auto request = parseRequest(line);
    if (!request && request.error().code == ControlErrc::NotJson)
        return refuse(request.error());
    if (!request)
        return send(errorLine({}, request.error()));
    ++m_inFlight;
    Q_EMIT requested();
    const QPointer<ControlConnection> self(this);
    m_dispatcher.dispatch(*request, this, [self, id = request->id](const ControlReply &reply) {
        if (!self)
            return;
        --self->m_inFlight;
        self->send(reply.result ? resultLine(id, *reply.result) : errorLine(id, reply.result.error(), reply.errorExtra));
        self->readRequests();
    });
}

void ControlConnection::send(const QByteArray &line)
{
    if (!m_ended)
        m_socket->write(line);
}

void ControlConnection::refuseTooLarge()
{
    refuse({make_error_code(ControlErrc::RequestTooLarge), "a request line is 32 MiB at most"});
}

// Closing while something is unread would take our last words away from the client with it: what still comes is read and dropped.
void ControlConnection::refuse(const Error &error)
{
    if (m_ended)
        return;
    send(errorLine({}, error));
    m_ended = m_refused = true;
    m_buffer.clear();
    m_start = m_scanned = 0;
    QTimer::singleShot(kLastWords, this, [this] { m_socket->disconnectFromServer(); });
}

} // namespace trib::app
