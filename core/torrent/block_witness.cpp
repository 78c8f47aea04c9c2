#include "core/torrent/block_witness.h"

#include <libtorrent/hasher.hpp>
#include <libtorrent/peer_connection_handle.hpp>
#include <libtorrent/peer_request.hpp>

#include <map>
#include <memory>
#include <set>
#include <utility>

namespace trib::torrent {
namespace {

constexpr std::size_t kMostBlocks = 1 << 16; // remembered of one torrent: a stranger may send blocks that nobody asked for
constexpr std::size_t kMostPieces = 4096;    // that have failed and not passed since
constexpr int kSoundPieces = 256;            // in a row end the watch

using Piece = lt::piece_index_t;

// What is remembered of one torrent; its witness and those of its connections share it.
class Memory {
public:
    [[nodiscard]] bool isWatching() const { return m_watching; }

    void saw(const lt::address &peer, const lt::peer_request &request, lt::span<const char> data)
    {
        if (m_count >= kMostBlocks || request.start % kBlockSize != 0)
            return;
        ++m_count;
        m_blocks[request.piece].push_back({peer, request.start / kBlockSize, blockDigest(data)});
    }

    [[nodiscard]] std::vector<Testimony> failed(Piece piece)
    {
        m_watching = true;
        m_sound = 0;
        if (m_failed.size() < kMostPieces)
            m_failed.insert(piece);
        return take(piece);
    }

    // Whether it had failed.
    [[nodiscard]] bool passed(Piece piece)
    {
        if (!m_watching)
            return false;
        static_cast<void>(take(piece));
        const bool hadFailed = m_failed.erase(piece) > 0;
        if (++m_sound >= kSoundPieces && m_failed.empty()) {
            m_blocks.clear();
            m_count = 0;
            m_watching = false;
        }
        return hadFailed;
    }

private:
    [[nodiscard]] std::vector<Testimony> take(Piece piece)
    {
        auto node = m_blocks.extract(piece);
        if (!node)
            return {};
        m_count -= node.mapped().size();
        return std::move(node.mapped());
    }

    std::map<Piece, std::vector<Testimony>> m_blocks;
    std::set<Piece> m_failed;
    std::size_t m_count = 0; // of all testimonies in m_blocks
    int m_sound = 0;
    bool m_watching = false;
};

class PeerWitness final : public lt::peer_plugin {
public:
    PeerWitness(std::shared_ptr<Memory> memory, lt::address peer) : m_memory(std::move(memory)), m_peer(std::move(peer)) {}

    bool on_piece(const lt::peer_request &request, lt::span<const char> data) override
    {
        if (m_memory->isWatching())
            m_memory->saw(m_peer, request, data);
        return false; // libtorrent goes on with it
    }

private:
    const std::shared_ptr<Memory> m_memory;
    const lt::address m_peer;
};

class TorrentWitness final : public lt::torrent_plugin {
public:
    TorrentWitness(lt::torrent_handle torrent, std::shared_ptr<const WitnessReports> reports) : m_torrent(std::move(torrent)), m_reports(std::move(reports)) {}

    std::shared_ptr<lt::peer_plugin> new_connection(const lt::peer_connection_handle &connection) override
    {
        return std::make_shared<PeerWitness>(memory(), connection.remote().address());
    }

    void on_piece_failed(Piece piece) override { m_reports->failed(m_torrent, piece, memory()->failed(piece)); }

    void on_piece_pass(Piece piece) override
    {
        if (m_memory && m_memory->passed(piece))
            m_reports->passed(m_torrent, piece);
    }

private:
    // Thousands of torrents have no peers at all.
    [[nodiscard]] const std::shared_ptr<Memory> &memory()
    {
        if (!m_memory)
            m_memory = std::make_shared<Memory>();
        return m_memory;
    }

    const lt::torrent_handle m_torrent;
    const std::shared_ptr<const WitnessReports> m_reports;
    std::shared_ptr<Memory> m_memory;
};

} // namespace

lt::sha1_hash blockDigest(lt::span<const char> block)
{
    return lt::hasher(block).final();
}

std::function<std::shared_ptr<lt::torrent_plugin>(const lt::torrent_handle &, lt::client_data_t)> blockWitnesses(WitnessReports reports)
{
    return [shared = std::make_shared<const WitnessReports>(std::move(reports))](const lt::torrent_handle &torrent, lt::client_data_t) {
        return std::make_shared<TorrentWitness>(torrent, shared);
    };
}

} // namespace trib::torrent
