// ShareGuard: ends the seeding of torrents that have given enough. libtorrent says nothing of a torrent that moves no data, so time goes
// on from its last status by our own clock, in its row too. Engine thread.
#pragma once

#include "core/torrent/command_runner.h"

#include <libtorrent/torrent_status.hpp>

namespace trib::torrent {

class ShareGuard {
public:
    ShareGuard(EngineContext &context, CommandRunner &commands) : m_context(context), m_commands(commands) {}

    // Remembers what the status says about time.
    void take(Torrent &torrent, const lt::torrent_status &status) const;
    void tick();

private:
    void takeActivity(Torrent &torrent, const lt::torrent_status &status) const;
    void letTimePass(Torrent &torrent) const;
    void removeWithFiles(const TorrentId &id);
    [[nodiscard]] bool hasGivenEnough(const Torrent &torrent, const ShareLimits &limits) const;

    EngineContext &m_context;
    CommandRunner &m_commands;
};

} // namespace trib::torrent
