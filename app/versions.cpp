#include "app/versions.h"

#include "core/torrent/lt_engine.h"

namespace trib::app {

// libtorrent's and Qt's are those of the libraries that are loaded, the others' those that the program was built with.
QString versionLine()
{
    return QStringLiteral("Tributary " TRIB_VERSION " (libtorrent %1, Qt %2, OpenSSL " TRIB_OPENSSL_VERSION ", SQLite " TRIB_SQLITE_VERSION ")")
        .arg(QString::fromStdString(torrent::libtorrentVersion()), QLatin1String(qVersion()));
}

} // namespace trib::app
