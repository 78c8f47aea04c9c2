// What is wrong with a text in the settings, in words for the field; empty when nothing is. Any thread; pure.
#pragma once

#include <QString>

namespace trib::ui {

[[nodiscard]] QString folderProblem(const QString &text);     // empty or absolute
[[nodiscard]] QString interfacesProblem(const QString &text); // addresses or interface names, separated by commas
[[nodiscard]] QString nodesProblem(const QString &text);      // host:port, separated by commas
[[nodiscard]] QString proxyProblem(const QString &text);      // socks5:// or http:// with host and port

} // namespace trib::ui
