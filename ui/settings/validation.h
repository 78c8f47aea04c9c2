// What is wrong with a text in the settings, in words for the field; empty when nothing is. Any thread; pure.
#pragma once

#include <QString>
#include <QStringList>

namespace trib::ui {

[[nodiscard]] QString folderProblem(const QString &text);     // empty or absolute
[[nodiscard]] QString interfacesProblem(const QString &text); // addresses or interface names, separated by commas
[[nodiscard]] QString nodesProblem(const QString &text);      // host:port, separated by commas
[[nodiscard]] QString proxyProblem(const QString &text);      // socks5:// or http:// with host and port
[[nodiscard]] QString fileProblem(const QString &text);       // empty or absolute
[[nodiscard]] QString programProblem(const QString &text);    // empty, or an absolute path and arguments; quotes are closed
[[nodiscard]] QString listsProblem(const QStringList &items); // each an absolute path, or http:// or https:// with a host
[[nodiscard]] QString hostNamesProblem(const QString &text);  // NAME or NAME:PORT, separated by commas
[[nodiscard]] QString passwordProblem(const QString &text);   // 12 characters or more

// Where the API is to listen. `isProtected`: there is a password or a key.
[[nodiscard]] QString apiAddressProblem(const QString &text, bool isProtected);
[[nodiscard]] bool isLoopbackAddress(const QString &text);

} // namespace trib::ui
