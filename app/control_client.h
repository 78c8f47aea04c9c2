// ControlClient: one conversation with the program that has the profile, for command lines and second starts. Blocks its thread: used
// where nothing else is to be done. A value's user owns it.
#pragma once

#include "app/control_protocol.h"
#include "app/paths.h"

#include <QLocalSocket>

#include <chrono>

namespace trib::app {

class ControlClient {
public:
    // NotRunning when nothing answers.
    [[nodiscard]] Result<> connect(const ProfilePaths &paths);

    // The answer, whether it is a result or an error of the other side. ConnectionLost when there is none within `patience`; negative
    // waits as long as the other side lives.
    [[nodiscard]] Result<ControlAnswer> ask(const ControlRequest &request, std::chrono::milliseconds patience);

    // Until the other side closes, as it does when its program ends.
    void waitForEnd();

private:
    QLocalSocket m_socket;
};

} // namespace trib::app
