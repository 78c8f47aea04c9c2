// The results of commands as text for people; --json prints them as they are. Pure; any thread.
#pragma once

#include "app/command_line.h"

#include <QJsonObject>
#include <QString>

namespace trib::app {

// Ends with a newline unless it is empty.
[[nodiscard]] QString textOf(const Invocation &invocation, const QJsonObject &result);

// For stderr: {"error":{...}} with --json, "code: detail" lines without.
[[nodiscard]] QString errorText(bool json, const QJsonObject &error);
[[nodiscard]] QString errorText(bool json, const Error &error);

} // namespace trib::app
