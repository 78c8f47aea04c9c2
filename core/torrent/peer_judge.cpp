#include "core/torrent/peer_judge.h"

#include "core/torrent/peer_filter.h"
#include "core/torrent/session_filter.h"

#include <libtorrent/alert_types.hpp>
#include <libtorrent/session.hpp>

#include <QTimer>

#include <algorithm>

namespace trib::torrent {
namespace {

using namespace std::chrono_literals;

constexpr auto kLook = 250ms;               // while somebody waits to be let in
constexpr std::size_t kMostEvidence = 4096; // of one piece; and pieces of one torrent

} // namespace

std::set<lt::address> liars(const std::vector<Testimony> &testimonies, lt::span<const char> piece)
{
    std::map<int, lt::sha1_hash> sound;
    std::set<lt::address> found;
    for (const Testimony &testimony : testimonies) {
        const std::ptrdiff_t begin = std::ptrdiff_t{testimony.block} * kBlockSize;
        if (begin < 0 || begin >= piece.size())
            continue;
        const auto [known, isNew] = sound.try_emplace(testimony.block);
        if (isNew)
            known->second = blockDigest(piece.subspan(begin, std::min<std::ptrdiff_t>(kBlockSize, piece.size() - begin)));
        if (known->second != testimony.digest)
            found.insert(testimony.peer);
    }
    return found;
}

PeerJudge::PeerJudge(EngineContext &context) : m_context(context)
{
    const auto toEngine = [owner = &context.owner, alive = context.running](auto work) {
        QMetaObject::invokeMethod(owner, [alive, work = std::move(work)]() mutable {
            if (*alive)
                work();
        }, Qt::QueuedConnection);
    };
    context.session->add_extension(blockWitnesses({
        [this, toEngine](const lt::torrent_handle &handle, lt::piece_index_t piece, std::vector<Testimony> testimonies) {
            toEngine([this, handle, piece, testimonies = std::move(testimonies)]() mutable { pieceFailed(handle, piece, std::move(testimonies)); });
        },
        [this, toEngine](const lt::torrent_handle &handle, lt::piece_index_t piece) {
            toEngine([this, handle, piece] { piecePassed(handle, piece); });
        },
    }));
}

void PeerJudge::pieceFailed(const lt::torrent_handle &handle, lt::piece_index_t piece, std::vector<Testimony> testimonies)
{
    const Torrent *torrent = m_context.table.find(handle);
    if (!torrent || testimonies.empty())
        return;
    Case &own = m_cases[torrent->record.id];
    if (own.failed.size() >= kMostEvidence && !own.failed.contains(piece))
        return;
    std::vector<Testimony> &evidence = own.failed[piece];
    const std::size_t room = kMostEvidence - std::min(evidence.size(), kMostEvidence);
    evidence.insert(evidence.end(), testimonies.begin(), testimonies.begin() + static_cast<std::ptrdiff_t>(std::min(room, testimonies.size())));
}

void PeerJudge::piecePassed(const lt::torrent_handle &handle, lt::piece_index_t piece)
{
    const Torrent *torrent = m_context.table.find(handle);
    if (!torrent)
        return;
    const auto found = m_cases.find(torrent->record.id);
    if (found != m_cases.end() && found->second.failed.contains(piece))
        torrent->handle.read_piece(piece);
}

void PeerJudge::pieceRead(const lt::read_piece_alert &alert)
{
    const Torrent *torrent = m_context.table.find(alert.handle);
    if (!torrent)
        return;
    const auto found = m_cases.find(torrent->record.id);
    if (found == m_cases.end())
        return;
    const auto evidence = found->second.failed.extract(alert.piece);
    if (evidence && !alert.error)
        convict(*torrent, liars(evidence.mapped(), {alert.buffer.get(), alert.size}));
}

void PeerJudge::convict(const Torrent &torrent, const std::set<lt::address> &culprits)
{
    Suspects &suspects = m_cases[torrent.record.id].suspects;
    bool isNews = false;
    for (const lt::address &culprit : culprits) {
        suspects.convicted(culprit);
        if (m_context.corrupters.size() >= kMaxBanned || !m_context.corrupters.insert(culprit).second)
            continue;
        isNews = true;
        m_context.log.warning(torrent.record.id.toHex() + ": the peer at " + culprit.to_string() + " sent wrong data and is shut out until the next start");
    }
    if (isNews)
        applySessionFilter(m_context);
    lookSoon();
}

void PeerJudge::banned(const lt::peer_ban_alert &alert)
{
    const Torrent *torrent = m_context.table.find(alert.handle);
    if (!torrent || m_context.corrupters.contains(alert.endpoint.address()))
        return;
    m_cases[torrent->record.id].suspects.banned(alert.endpoint, m_context.clock.steadyNow());
    lookSoon();
}

void PeerJudge::lookSoon()
{
    if (!std::exchange(m_lookPlanned, true))
        QTimer::singleShot(kLook, &m_context.owner, m_context.guarded([this] { look(); }));
}

void PeerJudge::look()
{
    m_lookPlanned = false;
    std::vector<std::pair<lt::torrent_handle, lt::tcp::endpoint>> released;
    bool someWait = false;
    for (auto entry = m_cases.begin(); entry != m_cases.end();) {
        const Torrent *torrent = m_context.table.find(entry->first);
        if (!torrent || torrent->phase != Phase::Attached) {
            entry = m_cases.erase(entry);
            continue;
        }
        for (const lt::tcp::endpoint &peer : entry->second.suspects.release(m_context.clock.steadyNow()))
            released.emplace_back(torrent->handle, peer);
        someWait = someWait || !entry->second.suspects.isEmpty();
        ++entry;
    }
    if (!released.empty())
        letIn(released);
    if (someWait)
        lookSoon();
}

// libtorrent has no call that lifts a ban, but forgets it with the peer.
void PeerJudge::letIn(const std::vector<std::pair<lt::torrent_handle, lt::tcp::endpoint>> &peers)
{
    std::vector<lt::address> addresses;
    for (const auto &[handle, peer] : peers)
        addresses.push_back(peer.address());
    forgetPeers(m_context, addresses);
    for (const auto &[handle, peer] : peers) {
        m_context.log.info("the peer at " + peer.address().to_string() + " was banned without proof and is let in again");
        handle.connect_peer(peer);
    }
}

} // namespace trib::torrent
