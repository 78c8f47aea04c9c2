// ControlConnection: one client of the control socket: bytes to requests, answers to bytes, both bounded. A client that sends without
// reading, or asks faster than it is answered, waits; it cannot make us store. Lives on the server's thread and owns its socket.
#pragma once

#include "app/control_dispatcher.h"

#include <QByteArray>
#include <QLocalSocket>
#include <QObject>

namespace trib::app {

class ControlConnection final : public QObject {
    Q_OBJECT

public:
    // Takes the socket over.
    ControlConnection(QLocalSocket *socket, ControlDispatcher &dispatcher, QObject *parent);

    // Requests are read from now on.
    void begin();
    // One error without an id, then the end.
    void refuse(const Error &error);

Q_SIGNALS:
    void requested();
    void closed();

private:
    void readRequests();
    [[nodiscard]] bool takesMore() const;
    [[nodiscard]] bool takeLine();
    void handle(const QByteArray &line);
    void send(const QByteArray &line);
    void refuseTooLarge();

    QLocalSocket *m_socket;
    ControlDispatcher &m_dispatcher;
    QByteArray m_buffer;
    qsizetype m_start = 0;   // of the first line that is not handled
    qsizetype m_scanned = 0; // up to here there is no newline
    int m_inFlight = 0;
    bool m_begun = false;
    bool m_ended = false;   // no further request is taken
    bool m_refused = false; // and what still comes is dropped
    bool m_reading = false;
};

} // namespace trib::app
