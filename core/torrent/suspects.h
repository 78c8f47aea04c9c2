// Suspects: the peers of one torrent that libtorrent banned because pieces failed in which they had a part. It bans all who took part in
// enough of them, so that one corrupting peer takes the honest ones with it. They are let in again one after the other: alone with sound
// peers one shows what it is; all at once as soon as a culprit is known. Pure; the time is handed in.
#pragma once

#include "core/base/clock.h"

#include <libtorrent/address.hpp>
#include <libtorrent/socket.hpp>

#include <map>
#include <vector>

namespace trib::torrent {

class Suspects {
public:
    void banned(const lt::tcp::endpoint &peer, SteadyTime now);
    // It is known for a culprit and never let in; the others are, at once.
    void convicted(const lt::address &peer);

    // Those whose time has come; they are no suspects until they are banned again.
    [[nodiscard]] std::vector<lt::tcp::endpoint> release(SteadyTime now);
    [[nodiscard]] bool isEmpty() const { return m_waiting.empty(); }

private:
    struct Waiting {
        lt::tcp::endpoint peer;
        SteadyTime notBefore;
    };

    std::map<lt::address, int> m_bans; // how often so far
    std::map<lt::address, Waiting> m_waiting;
    SteadyTime m_trialEnd{};           // of the one that was let in last
    bool m_amnesty = false;
};

} // namespace trib::torrent
