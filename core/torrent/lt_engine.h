// The engine on libtorrent. Called from one thread (the GUI's, or the daemon's main thread); everything else happens on the engine
// thread, which owns libtorrent's session, the alerts and session.db, and on a small pool for hashing and copying.
#pragma once

#include "core/engine/torrent_engine.h"
#include "core/settings/field.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace trib {
class Clock;
class Log;
}

namespace trib::torrent {

// `clock` and `log` outlive the engine. `overrides` (from a configuration file, already validated) win over the stored settings and are
// not stored.
struct EngineOptions {
    std::filesystem::path profile;
    const Clock &clock;
    Log &log;
    settings::TextMap overrides;
    std::string defaultSavePath; // where downloads go while storage/save_path is empty
    std::vector<std::pair<std::string, std::string>> backupFiles{}; // path and name of what goes with every backup
};

[[nodiscard]] std::unique_ptr<engine::TorrentEngine> createEngine(EngineOptions options);

// "2.0.8.0": the library that is loaded, for About and --version.
[[nodiscard]] std::string libtorrentVersion();

} // namespace trib::torrent
