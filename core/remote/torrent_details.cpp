#include "core/remote/torrent_details.h"

#include "core/base/json_text.h"

#include <algorithm>
#include <utility>

namespace trib::remote {
namespace {

constexpr std::size_t kAtOnce = 32;

[[nodiscard]] std::int64_t statusNumber(TrackerStatus status)
{
    switch (status) {
    case TrackerStatus::Disabled: return 0;
    case TrackerStatus::NotContacted: return 1;
    case TrackerStatus::Working: return 2;
    case TrackerStatus::Announcing: return 3;
    case TrackerStatus::Failed: return 4;
    }
    return 1;
}

// DHT, PeX and LSD stand before the trackers, as clients expect them that leave them out by their stars.
void writeWayToPeers(JsonText &writer, std::string_view name, bool on, std::int64_t peers)
{
    writer.beginObject().field("url", name).field("tier", std::int64_t{-1}).field("status", std::int64_t{on ? 2 : 0}).field("msg", std::string_view());
    writer.field("num_peers", peers).field("num_seeds", std::int64_t{0}).field("num_leeches", std::int64_t{0}).field("num_downloaded", std::int64_t{0});
    writer.endObject();
}

[[nodiscard]] std::int64_t countPeers(const TorrentDetail &detail, bool PeerSnapshot::*from)
{
    if (!detail.peers)
        return 0;
    return std::ranges::count_if(*detail.peers, [from](const PeerSnapshot &peer) { return peer.*from; });
}

// qBittorrent has no low priority, and two that are high.
[[nodiscard]] std::int64_t priorityNumber(FilePriority priority)
{
    switch (priority) {
    case FilePriority::DoNotDownload: return 0;
    case FilePriority::Low:
    case FilePriority::Normal: return 1;
    case FilePriority::High: return 7;
    }
    return 1;
}

[[nodiscard]] std::int64_t secondsOf(const std::optional<WallTime> &time)
{
    return time ? static_cast<std::int64_t>(time->time_since_epoch().count()) : -1;
}

[[nodiscard]] std::int64_t perSecond(Bytes bytes, std::chrono::seconds time) { return time.count() > 0 ? bytes.count() / time.count() : 0; }

[[nodiscard]] std::int64_t untilAnnounce(const TorrentDetail &detail, WallTime now)
{
    std::int64_t least = 0;
    for (const TrackerSnapshot &tracker : detail.trackers.value_or(std::vector<TrackerSnapshot>())) {
        if (!tracker.nextAnnounce)
            continue;
        const auto left = static_cast<std::int64_t>((*tracker.nextAnnounce - now).count());
        least = left > 0 && (least == 0 || left < least) ? left : least;
    }
    return least;
}

void writeTransfer(JsonText &writer, const TorrentSnapshot &row)
{
    writer.field("total_uploaded", row.uploaded.count()).field("total_uploaded_session", row.sessionUploaded.count());
    writer.field("total_downloaded", row.downloaded.count()).field("total_downloaded_session", row.sessionDownloaded.count());
    writer.field("up_limit", row.limits.upload.count() > 0 ? row.limits.upload.count() : std::int64_t{-1});
    writer.field("dl_limit", row.limits.download.count() > 0 ? row.limits.download.count() : std::int64_t{-1});
    writer.field("up_speed", row.uploadRate.count()).field("dl_speed", row.downloadRate.count());
    writer.field("up_speed_avg", perSecond(row.uploaded, row.activeTime));
    writer.field("dl_speed_avg", perSecond(row.downloaded, row.activeTime - row.seedingTime));
    writer.field("time_elapsed", std::int64_t{row.activeTime.count()}).field("seeding_time", std::int64_t{row.seedingTime.count()});
    writer.field("eta", row.eta ? std::min<std::int64_t>(row.eta->count(), kInfiniteEta) : kInfiniteEta);
    writer.field("share_ratio", ratioOf(row)).field("ratio", ratioOf(row)).field("progress", progressOf(row));
    writer.field("nb_connections", std::int64_t{row.seeds} + row.peers);
    writer.field("nb_connections_limit", std::int64_t{row.limits.connections > 0 ? row.limits.connections : -1});
    writer.field("peers", std::int64_t{row.peers}).field("peers_total", std::int64_t{row.swarmPeers});
    writer.field("seeds", std::int64_t{row.seeds}).field("seeds_total", std::int64_t{row.swarmSeeds});
}

[[nodiscard]] std::string_view connectionText(PeerConnection connection)
{
    switch (connection) {
    case PeerConnection::Tcp: return "BT";
    case PeerConnection::Utp: return "\xC2\xB5TP";
    case PeerConnection::WebSeed: return "Web";
    case PeerConnection::I2p: return "I2P";
    }
    return "BT";
}

[[nodiscard]] std::string flagsText(const PeerSnapshot &peer)
{
    std::string flags;
    const auto add = [&](bool on, char flag) {
        if (on)
            (flags += flags.empty() ? "" : " ") += flag;
    };
    add(peer.interesting && !peer.itChokesUs, 'D');
    add(peer.interesting && peer.itChokesUs, 'd');
    add(peer.interestedInUs && !peer.weChokeIt, 'U');
    add(peer.interestedInUs && peer.weChokeIt, 'u');
    add(!peer.interesting && !peer.itChokesUs, 'K');
    add(!peer.interestedInUs && !peer.weChokeIt, '?');
    add(peer.optimistic, 'O');
    add(peer.snubbed, 'S');
    add(peer.incoming, 'I');
    add(peer.fromDht, 'H');
    add(peer.fromPex, 'X');
    add(peer.fromLsd, 'L');
    add(peer.encrypted, 'E');
    add(peer.connection == PeerConnection::Utp, 'P');
    return flags;
}

// "[::1]:6881" and "127.0.0.1:6881"; a web seed's host has no port.
[[nodiscard]] std::pair<std::string, std::int64_t> splitEndpoint(const std::string &endpoint)
{
    const std::size_t colon = endpoint.rfind(':');
    const auto port = colon == std::string::npos ? std::nullopt : parseNumber(std::string_view(endpoint).substr(colon + 1));
    std::string host = port ? endpoint.substr(0, colon) : endpoint;
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    return {host, port.value_or(0)};
}

struct Gathering {
    TorrentIds ids;
    std::size_t next = 0;
    std::size_t open = 0;
    DetailParts parts;
    Details found;
    std::function<void(const Details &)> done;
};

void askNext(ApiContext &context, const std::shared_ptr<Gathering> &job)
{
    while (job->open < kAtOnce && job->next < job->ids.size()) {
        ++job->open;
        const TorrentId id = job->ids[job->next++];
        context.port->detail(id, job->parts, [&context, job, id](const Result<std::shared_ptr<const TorrentDetail>> &detail) {
            if (detail)
                job->found.emplace(id, *detail);
            --job->open;
            if (job->next < job->ids.size())
                askNext(context, job);
            else if (job->open == 0)
                job->done(job->found);
        });
    }
}

} // namespace

void gatherDetails(ApiContext &context, TorrentIds ids, DetailParts parts, std::function<void(const Details &)> done)
{
    if (ids.empty())
        return done({});
    auto job = std::make_shared<Gathering>();
    job->ids = std::move(ids);
    job->parts = parts;
    job->done = std::move(done);
    askNext(context, job);
}

std::string trackersJson(const TorrentSnapshot &row, const TorrentDetail &detail)
{
    std::string out;
    JsonText writer(out);
    writer.beginArray();
    writeWayToPeers(writer, "** [DHT] **", !row.isPrivate, countPeers(detail, &PeerSnapshot::fromDht));
    writeWayToPeers(writer, "** [PeX] **", !row.isPrivate, countPeers(detail, &PeerSnapshot::fromPex));
    writeWayToPeers(writer, "** [LSD] **", !row.isPrivate, countPeers(detail, &PeerSnapshot::fromLsd));
    for (const TrackerSnapshot &tracker : detail.trackers.value_or(std::vector<TrackerSnapshot>())) {
        writer.beginObject().field("url", std::string_view(tracker.url)).field("tier", std::int64_t{tracker.tier});
        writer.field("status", statusNumber(tracker.status)).field("msg", std::string_view(tracker.message));
        writer.field("num_peers", tracker.seeds >= 0 || tracker.peers >= 0 ? std::int64_t{std::max(tracker.seeds, 0)} + std::max(tracker.peers, 0) : -1);
        writer.field("num_seeds", std::int64_t{tracker.seeds}).field("num_leeches", std::int64_t{tracker.peers});
        writer.field("num_downloaded", std::int64_t{tracker.downloads}).endObject();
    }
    writer.endArray();
    return out;
}

std::string filesJson(const TorrentSnapshot &row, const TorrentDetail &detail, const std::vector<std::int64_t> &wanted)
{
    std::string out;
    JsonText writer(out);
    writer.beginArray();
    const std::size_t count = detail.files ? detail.files->size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto index = static_cast<std::int64_t>(i);
        if (!wanted.empty() && std::ranges::find(wanted, index) == wanted.end())
            continue;
        const FileEntry &file = (*detail.files)[i];
        const Bytes done = detail.fileProgress && i < detail.fileProgress->size() ? (*detail.fileProgress)[i] : Bytes(0);
        const Decimal progress = file.size.count() == 0 ? Decimal{1'000'000} : shareOf(done.count(), file.size.count());
        writer.beginObject().field("index", index).field("name", std::string_view(file.path)).field("size", file.size.count());
        writer.field("progress", progress).field("priority", priorityNumber(file.priority)).field("availability", fromPermille(-1000));
        if (i == 0)
            writer.field("is_seed", row.hasMetadata && row.done >= row.wanted);
        if (detail.filePieces && i < detail.filePieces->size()) {
            const PieceRange &pieces = (*detail.filePieces)[i];
            writer.key("piece_range").beginArray().value(std::int64_t{pieces.first.value()}).value(std::int64_t{pieces.last.value()}).endArray();
        }
        writer.endObject();
    }
    writer.endArray();
    return out;
}

std::string propertiesJson(const TorrentSnapshot &row, const TorrentDetail &detail)
{
    const GeneralDetail general = detail.general.value_or(GeneralDetail());
    std::string out;
    JsonText writer(out);
    writer.beginObject().field("hash", std::string_view(row.id.toHex())).field("name", std::string_view(row.name));
    writer.field("infohash_v1", std::string_view(row.infoHash.v1 ? row.infoHash.v1->toHex() : std::string()));
    writer.field("infohash_v2", std::string_view(row.infoHash.v2 ? row.infoHash.v2->toHex() : std::string()));
    writer.field("save_path", std::string_view(row.savePath)).field("download_path", std::string_view());
    writer.field("comment", std::string_view(general.comment)).field("created_by", std::string_view(general.creator));
    writer.field("creation_date", secondsOf(general.created)).field("addition_date", secondsOf(row.added));
    writer.field("completion_date", secondsOf(row.completed)).field("last_seen", secondsOf(general.seenComplete));
    writer.field("total_size", row.hasMetadata ? row.size.count() : std::int64_t{-1}).field("has_metadata", row.hasMetadata);
    writer.field("piece_size", row.hasMetadata ? general.pieceLength.count() : std::int64_t{-1});
    writer.field("pieces_num", std::int64_t{row.hasMetadata ? general.pieceCount : -1});
    writer.field("pieces_have", std::int64_t{std::ranges::count(general.pieces, true)}).field("total_wasted", general.wasted.count());
    writer.field("is_private", row.isPrivate);
    if (row.hasMetadata)
        writer.field("private", row.isPrivate);
    else
        writer.nullField("private");
    writer.field("reannounce", untilAnnounce(detail, SystemClock().wallNow()));
    writeTransfer(writer, row);
    writer.endObject();
    return out;
}

std::string peersJson(const TorrentDetail &detail, std::int64_t rid)
{
    std::string out;
    JsonText writer(out);
    writer.beginObject().field("rid", rid).field("full_update", true).field("show_flags", true).key("peers").beginObject();
    for (const PeerSnapshot &peer : detail.peers.value_or(std::vector<PeerSnapshot>())) {
        const auto [host, port] = splitEndpoint(peer.endpoint);
        writer.textKey(peer.endpoint).beginObject();
        writer.field("ip", std::string_view(host)).field("port", port).field("client", std::string_view(peer.client));
        writer.field("connection", connectionText(peer.connection)).field("flags", std::string_view(flagsText(peer))).field("flags_desc", std::string_view());
        writer.field("country_code", std::string_view(peer.country)).field("country", std::string_view());
        writer.field("progress", fromPermille(peer.progressPermille));
        writer.field("relevance", fromPermille(std::max(peer.relevancePermille, 0)));
        writer.field("dl_speed", peer.downloadRate.count()).field("up_speed", peer.uploadRate.count());
        writer.field("downloaded", peer.downloaded.count()).field("uploaded", peer.uploaded.count()).endObject();
    }
    writer.endObject().endObject();
    return out;
}

} // namespace trib::remote
