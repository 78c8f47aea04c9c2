#include "core/torrent/suspects.h"

#include <algorithm>
#include <chrono>

namespace trib::torrent {
namespace {

using namespace std::chrono_literals;

constexpr auto kFirstWait = 500ms;  // in which a piece may come out sound and tell who lied
constexpr auto kLongestWait = 5min; // for one that has been banned again and again
constexpr auto kTrial = 2s;         // in which one that corrupts is found out, as it is the only one in doubt
constexpr std::size_t kMostBans = 1000;

} // namespace

void Suspects::banned(const lt::tcp::endpoint &peer, SteadyTime now)
{
    if (m_bans.size() >= kMostBans && !m_bans.contains(peer.address()))
        return; // an address is cheap: who has that many is not to be helped
    const int bans = ++m_bans[peer.address()];
    const auto wait = std::min<std::chrono::milliseconds>(kFirstWait * (1LL << std::min(bans - 1, 16)), kLongestWait);
    m_waiting[peer.address()] = {peer, now + wait};
    m_trialEnd = std::min(m_trialEnd, now); // if it was on trial, the next one's may begin
}

void Suspects::convicted(const lt::address &peer)
{
    m_waiting.erase(peer);
    m_amnesty = true;
}

std::vector<lt::tcp::endpoint> Suspects::release(SteadyTime now)
{
    std::vector<lt::tcp::endpoint> released;
    if (std::exchange(m_amnesty, false)) {
        for (const auto &[address, waiting] : m_waiting)
            released.push_back(waiting.peer);
        m_waiting.clear();
        m_bans.clear();
        return released;
    }
    if (now < m_trialEnd)
        return released;
    const auto next = std::min_element(m_waiting.begin(), m_waiting.end(), [](const auto &a, const auto &b) { return a.second.notBefore < b.second.notBefore; });
    if (next == m_waiting.end() || now < next->second.notBefore)
        return released;
    released.push_back(next->second.peer);
    m_waiting.erase(next);
    m_trialEnd = now + kTrial;
    return released;
}

} // namespace trib::torrent
