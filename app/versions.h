// The versions of the program and of what it stands on, for --version, About and the log. Any thread.
#pragma once

#include <QString>

namespace trib::app {

// "Tributary 0.1.0 (libtorrent 2.0.8, Qt 6.4.2, OpenSSL 3.0.17, SQLite 3.46.1)"
[[nodiscard]] QString versionLine();

} // namespace trib::app
