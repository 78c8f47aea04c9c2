// Opening and closing: session.db, the settings, libtorrent's session. Engine thread.
#pragma once

#include "core/torrent/engine_context.h"
#include "core/torrent/lt_engine.h"
#include "core/torrent/torrent_sources.h"

namespace trib::torrent {

struct SessionStart {
    Statistics statistics;
    settings::TextMap stored; // all settings as they are stored, with what LabelBook knows
};

// Fills in store, settings and session of the context. A profile without a port gets a random one, which is stored.
[[nodiscard]] Result<SessionStart> openSession(const EngineOptions &options, EngineContext &context);

// Stores what libtorrent knows of the DHT and ends its session: trackers are told, disk jobs done, threads joined.
void closeSession(EngineContext &context);

// `settings` as they are to be stored: what a configuration file overrides stays as it is stored.
[[nodiscard]] settings::TextMap withoutOverrides(const settings::EngineSettings &settings, const settings::TextMap &overrides, SessionStore &store);

[[nodiscard]] InfoHash fromLtHash(const ParsedSource &source);

} // namespace trib::torrent
