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

[[nodiscard]] std::vector<bool> bitsOf(const lt::typed_bitfield<lt::piece_index_t> &pieces, std::size_t count)
{
    std::vector<bool> bits(count);
    for (std::size_t i = 0; i < count; ++i)
        bits[i] = static_cast<int>(i) < pieces.size() && pieces.get_bit(lt::piece_index_t(static_cast<int>(i)));
    return bits;
}

// Of the pieces that we lack, how many it has.
[[nodiscard]] std::int32_t relevanceOf(const lt::peer_info &peer, const lt::typed_bitfield<lt::piece_index_t> &ours)
{
    std::int64_t lacking = 0;
    std::int64_t useful = 0;
    for (const lt::piece_index_t piece : ours.range()) {
        if (ours.get_bit(piece))
            continue;
        ++lacking;
        useful += static_cast<int>(piece) < peer.pieces.size() && peer.pieces.get_bit(piece);
    }
    return lacking == 0 ? -1 : static_cast<std::int32_t>(useful * 1000 / lacking);
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
    row.snubbed = bool(peer.flags & lt::peer_info::snubbed);
    row.optimistic = bool(peer.flags & lt::peer_info::optimistic_unchoke);
    row.holepunched = bool(peer.flags & lt::peer_info::holepunched);
    row.fromTracker = bool(peer.source & lt::peer_info::tracker);
    row.fromDht = bool(peer.source & lt::peer_info::dht);
    row.fromPex = bool(peer.source & lt::peer_info::pex);
    row.fromLsd = bool(peer.source & lt::peer_info::lsd);
    row.progressPermille = std::clamp(peer.progress_ppm / 1000, 0, 1000);
    row.downloadRate = BytesPerSecond(peer.payload_down_speed);
    row.uploadRate = BytesPerSecond(peer.payload_up_speed);
    row.downloaded = Bytes(peer.total_download);
    row.uploaded = Bytes(peer.total_upload);
    return row;
}

[[nodiscard]] PieceRange piecesOf(const lt::file_storage &files, lt::file_index_t file)
{
    const std::int64_t begin = files.file_offset(file);
    const std::int64_t end = begin + files.file_size(file);
    const auto pieceAt = [&](std::int64_t offset) { return PieceIndex(static_cast<std::int32_t>(offset / files.piece_length())); };
    const PieceIndex first = pieceAt(begin);
    return {first, end > begin ? pieceAt(end - 1) : PieceIndex(first.value() - 1)};
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
    row.downloads = std::max(row.downloads, announce.scrape_downloaded);
}

} // namespace

void DetailReader::watch(std::optional<TorrentId> id, DetailParts parts)
{
    if (id != m_id)
        m_files = {};
    m_id = id;
    m_parts = parts;
}

void DetailReader::filesChanged(const TorrentId &id)
{
    if (m_id == id)
        m_files = {};
}

engine::DetailPointer DetailReader::read()
{
    if (!m_id || !m_parts.any())
        return nullptr;
    const Torrent *torrent = m_context.table.find(*m_id);
    return torrent ? read(*torrent, m_parts, m_files) : nullptr;
}

Result<engine::DetailPointer> DetailReader::readOnce(const TorrentId &id, DetailParts parts)
{
    const Torrent *torrent = m_context.table.find(id);
    if (!torrent)
        return failure(EngineErrc::NoSuchTorrent);
    Files files;
    return read(*torrent, parts, id == m_id ? m_files : files);
}

engine::DetailPointer DetailReader::read(const Torrent &torrent, DetailParts parts, Files &files)
{
    auto detail = std::make_shared<TorrentDetail>();
    detail->id = torrent.record.id;
    if (torrent.phase != Phase::Attached || !torrent.handle.is_valid())
        return detail;
    if (parts.general)
        readGeneral(torrent, *detail);
    if (parts.files)
        readFiles(torrent, files, *detail);
    if (parts.peers)
        readPeers(torrent, *detail);
    if (parts.trackers)
        readTrackers(torrent, *detail);
    if (parts.pieceHashes)
        readPieceHashes(torrent, *detail);
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
        readPieces(torrent, general);
    }
    detail.general = std::move(general);
}

void DetailReader::readPieces(const Torrent &torrent, GeneralDetail &general) const
{
    const lt::torrent_status status = torrent.handle.status(lt::torrent_handle::query_pieces | lt::torrent_handle::query_last_seen_complete);
    general.wasted = Bytes(status.total_failed_bytes + status.total_redundant_bytes);
    if (status.last_seen_complete > 0)
        general.seenComplete = fromTimeT(status.last_seen_complete);
    general.pieces = bitsOf(status.pieces, static_cast<std::size_t>(general.pieceCount));
    std::vector<int> copies;
    if (!status.is_seeding) {
        std::vector<lt::partial_piece_info> downloading;
        torrent.handle.get_download_queue(downloading);
        for (const lt::partial_piece_info &piece : downloading)
            general.piecesInFlight.emplace_back(static_cast<int>(piece.piece_index));
        torrent.handle.piece_availability(copies);
    }
    general.pieceMap = mapPieces(general.pieces, general.piecesInFlight, copies);
}

void DetailReader::readFiles(const Torrent &torrent, Files &files, TorrentDetail &detail) const
{
    const auto info = torrent.handle.torrent_file();
    if (!info)
        return;
    if (!files.entries) {
        const auto priorities = torrent.handle.get_file_priorities();
        auto entries = std::make_shared<std::vector<FileEntry>>();
        auto pieces = std::make_shared<std::vector<PieceRange>>();
        const auto paths = relativePaths(info->files(), {});
        for (const lt::file_index_t file : contentFiles(info->files())) {
            const auto index = static_cast<std::size_t>(static_cast<int>(file));
            const auto priority = index < priorities.size() ? priorities[index] : lt::default_priority;
            entries->push_back({remoteText(paths[index], 4096), Bytes(info->files().file_size(file)), fromLt(priority)});
            pieces->push_back(piecesOf(info->files(), file));
        }
        files = {std::move(entries), std::move(pieces)};
    }
    detail.files = files.entries;
    detail.filePieces = files.pieces;
    auto progress = std::make_shared<std::vector<Bytes>>();
    const std::vector<std::int64_t> bytes = torrent.handle.file_progress(lt::torrent_handle::piece_granularity);
    for (const lt::file_index_t file : contentFiles(info->files())) {
        const auto index = static_cast<std::size_t>(static_cast<int>(file));
        progress->push_back(Bytes(index < bytes.size() ? bytes[index] : 0));
    }
    detail.fileProgress = std::move(progress);
}

void DetailReader::readPeers(const Torrent &torrent, TorrentDetail &detail)
{
    openCountries();
    std::vector<lt::peer_info> peers;
    torrent.handle.get_peer_info(peers);
    const lt::torrent_status status = torrent.handle.status(lt::torrent_handle::query_pieces);
    detail.peers.emplace();
    for (const lt::peer_info &peer : peers) {
        if (peer.flags & (lt::peer_info::connecting | lt::peer_info::handshake))
            continue;
        PeerSnapshot row = peerOf(peer);
        row.relevancePermille = relevanceOf(peer, status.pieces);
        if (row.connection == PeerConnection::Tcp || row.connection == PeerConnection::Utp)
            row.country = m_countries.countryOf(peer.ip.address());
        detail.peers->push_back(std::move(row));
    }
}

void DetailReader::openCountries()
{
    const std::string &configured = m_context.settings.network.countryDatabase;
    if (m_countriesFrom == configured)
        return;
    m_countriesFrom = configured;
    m_countries = CountryDatabase(countryDatabaseFiles(configured));
    if (!configured.empty() && !m_countries.isThere())
        m_context.log.warning("network/country_database is no database of countries: " + configured);
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

void DetailReader::readPieceHashes(const Torrent &torrent, TorrentDetail &detail) const
{
    const auto info = torrent.handle.torrent_file();
    if (!info)
        return;
    detail.pieceHashes.emplace();
    if (!info->info_hashes().has_v1())
        return;
    detail.pieceHashes->reserve(static_cast<std::size_t>(info->num_pieces()));
    for (const lt::piece_index_t piece : info->piece_range()) {
        const lt::sha1_hash hash = info->hash_for_piece(piece);
        detail.pieceHashes->emplace_back(std::span<const std::uint8_t, Sha1::kSize>(reinterpret_cast<const std::uint8_t *>(hash.data()), Sha1::kSize));
    }
}

} // namespace trib::torrent
