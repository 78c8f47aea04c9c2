#include "app/control_client.h"

#include <QDeadlineTimer>

namespace trib::app {
namespace {

constexpr int kConnectPatience = 5000; // a local server with a full queue; ms

[[nodiscard]] int remaining(const QDeadlineTimer &deadline)
{
    return deadline.isForever() ? -1 : static_cast<int>(deadline.remainingTime());
}

} // namespace

Result<> ControlClient::connect(const ProfilePaths &paths)
{
    m_socket.connectToServer(socketToConnectTo(paths));
    if (!m_socket.waitForConnected(kConnectPatience))
        return failure(ControlErrc::NotRunning, "nothing runs on the profile " + paths.folder.string());
    return success();
}

Result<ControlAnswer> ControlClient::ask(const ControlRequest &request, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline = patience.count() < 0 ? QDeadlineTimer(QDeadlineTimer::Forever) : QDeadlineTimer(patience);
    const Failure lost = failure(ControlErrc::ConnectionLost, "the running program gave no answer");
    const QByteArray line = requestLine(request);
    if (line.size() > kMaxRequestLine)
        return failure(ControlErrc::RequestTooLarge, "the request is larger than 32 MiB");
    m_socket.write(line);
    QByteArray answer;
    while (!answer.endsWith('\n')) {
        if (!m_socket.bytesAvailable() && !m_socket.waitForReadyRead(remaining(deadline)))
            return lost;
        answer += m_socket.readLine();
    }
    return parseAnswer(answer);
}

void ControlClient::waitForEnd()
{
    while (m_socket.state() == QLocalSocket::ConnectedState && m_socket.waitForReadyRead(-1))
        m_socket.readAll();
}

} // namespace trib::app
