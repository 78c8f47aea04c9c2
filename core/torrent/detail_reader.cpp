#include "core/torrent/detail_reader.h"

#include "core/base/remote_text.h"
#include "core/torrent/content_layout.h"
#include "core/torrent/lt_convert.h"

#include <libtorrent/announce_entry.hpp>
#include <libtorrent/magnet_uri.hpp>
#include <libtorrent/peer_info.hpp>
#include <libtorrent/torrent_info.hpp>

#include <algorithm>

namespace trib::torrent {
namespace {

constexpr std::size_t kClientName = 64;

[[nodiscard]] std::string endpointText(const lt::peer_info &peer)
{
    if (peer.connection_type == lt::peer_info::web_seed || peer.connection_type == lt::peer_info::http_seed)
        return remoteText(peer.client, 255);
    const std::string address = peer.ip.address().to_string();
    return (peer.ip.address().is_v6() ? "[" + address + "]" : address) + ":" + std::to_string(peer.ip.port());
}

[[nodiscard]] PeerConnection connectionOf(const lt::peer_info &peer)
{
    if (peer.connection_type == lt::peer_info::web_seed || peer.connection_type == lt::peer_info::http_seed)
        return PeerConnection::WebSeed;
    if (peer.flags & lt::peer_info::i2p_socket)
        return PeerConnection::I2p;
    return peer.flags & lt::peer_info::utp_socket ? PeerConnection::Utp : PeerConnection::Tcp;
}

[[nodiscard]] PeerSnapshot peerOf(const lt::peer_info &peer)
{
    PeerSnapshot row;
    row.endpoint = endpointText(peer);
    row.client = remoteText(peer.client, kClientName);
    row.connection = connectionOf(peer);
    row.encrypted = bool(peer.flags & (lt::peer_info::rc4_encrypted | lt::peer_info::plaintext_encrypted));
    row.incoming = !(peer.flags & lt::peer_info::outgoing_connection);
    row.seed = bool(peer.flags & lt::peer_info::seed);
    row.interestedInUs = bool(peer.flags & lt::peer_info::remote_interested);
    row.weChokeIt = bool(peer.flags & lt::peer_info::choked);
    row.interesting = bool(peer.flags & lt::peer_info::interesting);
    row.itChokesUs = bool(peer.flags & lt::peer_info::remote_choked);
    row.progressPermille = std::clamp(peer.progress_ppm / 1000, 0, 1000);
    row.downloadRate = BytesPerSecond(peer.payload_down_speed);
    row.uploadRate = BytesPerSecond(peer.payload_up_speed);
    row.downloaded = Bytes(peer.total_download);
    row.uploaded = Bytes(peer.total_upload);
    return row;
}

// One tracker has an endpoint for each address we listen on, with one state for each hash of a hybrid: the best of them is shown.
void takeAnnounce(TrackerSnapshot &row, const lt::announce_infohash &announce, WallTime wallNow)
{
    const TrackerStatus status = announce.updating ? TrackerStatus::Announcing
        : announce.fails > 0 ? TrackerStatus::Failed
        : announce.start_sent ? TrackerStatus::Working : TrackerStatus::NotContacted;
    const auto rank = [](TrackerStatus s) {
        switch (s) {
        case TrackerStatus::Working: return 3;
        case TrackerStatus::Announcing: return 2;
        case TrackerStatus::Failed: return 1;
        default: return 0;
        }
    };
    if (rank(status) > rank(row.status)) {
        row.status = status;
        row.message = remoteText(!announce.message.empty() ? announce.message : announce.last_error ? announce.last_error.message() : std::string());
        row.failures = announce.fails;
        const auto wait = std::chrono::duration_cast<std::chrono::seconds>(announce.next_announce - lt::clock_type::now());
        if (wait.count() > 0)
            row.nextAnnounce = wallNow + wait;
    }
    row.seeds = std::max(row.seeds, announce.scrape_complete);
    row.peers = std::max(row.peers, announce.scrape_incomplete);
}

} // namespace

void DetailReader::watch(std::optional<TorrentId> id, DetailParts parts)
{
    if (id != m_id)
        m_files.reset();
    m_id = id;
    m_parts = parts;
}

void DetailReader::filesChanged(const TorrentId &id)
{
    if (m_id == id)
        m_files.reset();
}

engine::DetailPointer DetailReader::read()
{
    if (!m_id || !m_parts.any())
        return nullptr;
    const Torrent *torrent = m_context.table.find(*m_id);
    if (!torrent)
        return nullptr;
    auto detail = std::make_shared<TorrentDetail>();
    detail->id = *m_id;
    if (torrent->phase == Phase::Attached && torrent->handle.is_valid()) {
        if (m_parts.general)
            readGeneral(*torrent, *detail);
        if (m_parts.files)
            readFiles(*torrent, *detail);
        if (m_parts.peers)
            readPeers(*torrent, *detail);
        if (m_parts.trackers)
            readTrackers(*torrent, *detail);
    }
    return detail;
}

void DetailReader::readGeneral(const Torrent &torrent, TorrentDetail &detail) const
{
    GeneralDetail general;
    general.magnetLink = remoteText(lt::make_magnet_uri(torrent.handle), 64 << 10);
    for (const std::string &seed : torrent.handle.url_seeds())
        general.webSeeds.push_back(remoteText(seed));
    if (const auto info = torrent.handle.torrent_file()) {
        general.comment = remoteText(info->comment());
        general.creator = remoteText(info->creator());
        if (info->creation_date() > 0)
            general.created = fromTimeT(info->creation_date());
        general.pieceLength = Bytes(info->piece_length());
        general.pieceCount = info->num_pieces();
        const lt::torrent_status status = torrent.handle.status(lt::torrent_handle::query_pieces);
        general.pieces.resize(static_cast<std::size_t>(info->num_pieces()));
        for (std::size_t i = 0; i < general.pieces.size(); ++i) {
            const lt::piece_index_t piece(static_cast<int>(i));
            general.pieces[i] = static_cast<int>(i) < status.pieces.size() && status.pieces.get_bit(piece);
        }
    }
    detail.general = std::move(general);
}

void DetailReader::readFiles(const Torrent &torrent, TorrentDetail &detail)
{
    const auto info = torrent.handle.torrent_file();
    if (!info)
        return;
    if (!m_files) {
        const auto priorities = torrent.handle.get_file_priorities();
        auto files = std::make_shared<std::vector<FileEntry>>();
        const auto paths = relativePaths(info->files(), {});
        for (const lt::file_index_t file : contentFiles(info->files())) {
            const auto index = static_cast<std::size_t>(static_cast<int>(file));
            const auto priority = index < priorities.size() ? priorities[index] : lt::default_priority;
            files->push_back({remoteText(paths[index], 4096), Bytes(info->files().file_size(file)), fromLt(priority)});
        }
        m_files = std::move(files);
    }
    detail.files = m_files;
    auto progress = std::make_shared<std::vector<Bytes>>();
    const std::vector<std::int64_t> bytes = torrent.handle.file_progress(lt::torrent_handle::piece_granularity);
    for (const lt::file_index_t file : contentFiles(info->files())) {
        const auto index = static_cast<std::size_t>(static_cast<int>(file));
        progress->push_back(Bytes(index < bytes.size() ? bytes[index] : 0));
    }
    detail.fileProgress = std::move(progress);
}

void DetailReader::readPeers(const Torrent &torrent, TorrentDetail &detail) const
{
    std::vector<lt::peer_info> peers;
    torrent.handle.get_peer_info(peers);
    detail.peers.emplace();
    for (const lt::peer_info &peer : peers) {
        if (!(peer.flags & (lt::peer_info::connecting | lt::peer_info::handshake)))
            detail.peers->push_back(peerOf(peer));
    }
}

void DetailReader::readTrackers(const Torrent &torrent, TorrentDetail &detail) const
{
    detail.trackers.emplace();
    for (const lt::announce_entry &entry : torrent.handle.trackers()) {
        TrackerSnapshot row;
        row.url = remoteText(entry.url);
        row.tier = entry.tier;
        for (const lt::announce_endpoint &endpoint : entry.endpoints) {
            for (const lt::announce_infohash &announce : endpoint.info_hashes)
                takeAnnounce(row, announce, m_context.clock.wallNow());
        }
        detail.trackers->push_back(std::move(row));
    }
}

} // namespace trib::torrent
