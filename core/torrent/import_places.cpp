#include "core/torrent/import_places.h"

#include "core/base/utf8_path.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace trib::torrent {
namespace {

// `variable`, or `otherwise` below the user's home.
[[nodiscard]] std::filesystem::path placeOf(const char *variable, const char *otherwise)
{
    const char *value = std::getenv(variable);
    if (value && value[0] == '/')
        return value;
    const char *home = std::getenv("HOME");
    return home && home[0] == '/' ? std::filesystem::path(home) / otherwise : std::filesystem::path();
}

[[nodiscard]] std::vector<std::filesystem::path> importCandidates(OtherClient client)
{
    const auto data = placeOf("XDG_DATA_HOME", ".local/share");
    const auto config = placeOf("XDG_CONFIG_HOME", ".config");
    const auto home = placeOf("HOME", "");
    switch (client) {
    case OtherClient::QBittorrent:
        return {data / "qBittorrent", data / "data/qBittorrent", home / ".var/app/org.qbittorrent.qBittorrent/data/qBittorrent",
            home / "Library/Application Support/qBittorrent"};
    case OtherClient::Transmission:
        return {config / "transmission", config / "transmission-daemon", home / ".var/app/com.transmissionbt.Transmission/config/transmission",
            home / "Library/Application Support/Transmission", "/var/lib/transmission-daemon/.config/transmission-daemon",
            "/var/lib/transmission-daemon/info"};
    }
    return {};
}

} // namespace

std::string usualImportFolder(OtherClient client)
{
    std::error_code error;
    for (const auto &folder : importCandidates(client)) {
        const auto content = folder / (client == OtherClient::Transmission ? "torrents" : ".");
        if (folder.is_absolute() && std::filesystem::is_directory(content, error))
            return toUtf8(folder);
    }
    return {};
}

} // namespace trib::torrent
