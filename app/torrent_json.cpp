#include "app/torrent_json.h"

#include "app/control_error.h"
#include "core/base/json_text.h"

#include <algorithm>
#include <array>

namespace trib::app {
namespace {

using std::chrono::seconds;

[[nodiscard]] std::int64_t epoch(WallTime time) { return time.time_since_epoch().count(); }

void unlessNegative(JsonText &json, std::string_view name, std::int64_t number)
{
    if (number < 0)
        json.nullField(name);
    else
        json.field(name, number);
}

template <class Optional, class Number>
void optional(JsonText &json, std::string_view name, const Optional &value, Number &&number)
{
    if (value)
        json.field(name, static_cast<std::int64_t>(number(*value)));
    else
        json.nullField(name);
}

void hashes(JsonText &json, const InfoHash &hash)
{
    json.key("infoHashV1");
    hash.v1 ? json.value(std::string_view(hash.v1->toHex())) : json.null();
    json.key("infoHashV2");
    hash.v2 ? json.value(std::string_view(hash.v2->toHex())) : json.null();
}

void problem(JsonText &json, const Problem &problem)
{
    json.key("problem");
    if (!problem) {
        json.null();
        return;
    }
    json.beginObject().field("kind", problemName(problem.kind)).field("path", problem.path).field("text", problem.text);
    json.field("needed", problem.needed.count()).field("available", problem.available.count()).endObject();
}

[[nodiscard]] std::string_view actionName(ShareLimitAction action)
{
    switch (action) {
    case ShareLimitAction::Stop: return "stop";
    case ShareLimitAction::Remove: return "remove";
    case ShareLimitAction::RemoveWithFiles: return "remove-with-files";
    }
    return "unknown";
}

void limits(JsonText &json, const TorrentSnapshot &t)
{
    json.key("limits").beginObject();
    json.field("download", t.limits.download.count()).field("upload", t.limits.upload.count());
    json.field("connections", std::int64_t{t.limits.connections}).field("slots", std::int64_t{t.limits.uploadSlots}).endObject();
    json.key("shareLimits").beginObject();
    optional(json, "ratio", t.shareLimits.ratioPermille, [](std::int64_t permille) { return permille; });
    optional(json, "seedingTime", t.shareLimits.seedingTime, [](auto minutes) { return minutes.count(); });
    optional(json, "inactiveTime", t.shareLimits.inactiveTime, [](auto minutes) { return minutes.count(); });
    json.field("action", actionName(t.shareLimits.action)).endObject();
}

void amounts(JsonText &json, const TorrentSnapshot &t)
{
    json.field("size", t.size.count()).field("wanted", t.wanted.count()).field("done", t.done.count());
    json.field("progress", std::int64_t{t.progressPermille});
    json.field("downloadRate", t.downloadRate.count()).field("uploadRate", t.uploadRate.count());
    optional(json, "eta", t.eta, [](seconds left) { return left.count(); });
    unlessNegative(json, "ratio", t.ratioPermille);
    json.field("uploaded", t.uploaded.count()).field("downloaded", t.downloaded.count());
    json.field("seeds", std::int64_t{t.seeds}).field("peers", std::int64_t{t.peers});
    unlessNegative(json, "swarmSeeds", t.swarmSeeds);
    unlessNegative(json, "swarmPeers", t.swarmPeers);
    unlessNegative(json, "availability", t.availabilityPermille);
    json.field("fileCount", std::int64_t{t.fileCount}).field("queuePosition", std::int64_t{t.queuePosition.value()});
}

[[nodiscard]] std::string_view connectionName(PeerConnection connection)
{
    switch (connection) {
    case PeerConnection::Tcp: return "tcp";
    case PeerConnection::Utp: return "utp";
    case PeerConnection::WebSeed: return "web-seed";
    case PeerConnection::I2p: return "i2p";
    }
    return "unknown";
}

[[nodiscard]] std::string_view trackerStatusName(TrackerStatus status)
{
    switch (status) {
    case TrackerStatus::NotContacted: return "not-contacted";
    case TrackerStatus::Announcing: return "announcing";
    case TrackerStatus::Working: return "working";
    case TrackerStatus::Failed: return "failed";
    case TrackerStatus::Disabled: return "disabled";
    }
    return "unknown";
}

[[nodiscard]] std::string_view priorityName(FilePriority priority)
{
    switch (priority) {
    case FilePriority::DoNotDownload: return "skip";
    case FilePriority::Low: return "low";
    case FilePriority::Normal: return "normal";
    case FilePriority::High: return "high";
    }
    return "normal"; // levels between those that have a name
}

void texts(JsonText &json, std::string_view name, const std::vector<std::string> &list)
{
    json.key(name).beginArray();
    for (const std::string &text : list)
        json.value(std::string_view(text));
    json.endArray();
}

void general(JsonText &json, const GeneralDetail &g)
{
    json.key("general").beginObject().field("comment", g.comment).field("creator", g.creator);
    optional(json, "created", g.created, epoch);
    json.field("pieceLength", g.pieceLength.count()).field("pieceCount", std::int64_t{g.pieceCount});
    json.field("piecesDone", static_cast<std::int64_t>(std::count(g.pieces.begin(), g.pieces.end(), true)));
    json.field("magnetLink", g.magnetLink);
    texts(json, "webSeeds", g.webSeeds);
    json.endObject();
}

void files(JsonText &json, const std::vector<FileEntry> &entries, const std::vector<Bytes> *progress)
{
    json.key("files").beginArray();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        json.beginObject().field("index", static_cast<std::int64_t>(i)).field("path", entries[i].path);
        json.field("size", entries[i].size.count()).field("priority", priorityName(entries[i].priority));
        if (progress && i < progress->size())
            json.field("done", (*progress)[i].count());
        json.endObject();
    }
    json.endArray();
}

void peers(JsonText &json, const std::vector<PeerSnapshot> &list)
{
    json.key("peers").beginArray();
    for (const PeerSnapshot &p : list) {
        json.beginObject().field("endpoint", p.endpoint).field("client", p.client).field("connection", connectionName(p.connection));
        json.field("encrypted", p.encrypted).field("incoming", p.incoming).field("seed", p.seed);
        json.field("interestedInUs", p.interestedInUs).field("weChokeIt", p.weChokeIt);
        json.field("interesting", p.interesting).field("itChokesUs", p.itChokesUs);
        json.field("progress", std::int64_t{p.progressPermille}).field("downloadRate", p.downloadRate.count());
        json.field("uploadRate", p.uploadRate.count()).field("downloaded", p.downloaded.count());
        json.field("uploaded", p.uploaded.count()).endObject();
    }
    json.endArray();
}

void trackers(JsonText &json, const std::vector<TrackerSnapshot> &list)
{
    json.key("trackers").beginArray();
    for (const TrackerSnapshot &t : list) {
        json.beginObject().field("url", t.url).field("tier", std::int64_t{t.tier}).field("status", trackerStatusName(t.status));
        json.field("message", t.message);
        unlessNegative(json, "seeds", t.seeds);
        unlessNegative(json, "peers", t.peers);
        json.field("failures", std::int64_t{t.failures});
        optional(json, "nextAnnounce", t.nextAnnounce, epoch);
        json.endObject();
    }
    json.endArray();
}

} // namespace

std::string toJson(const TorrentSnapshot &t)
{
    std::string out;
    out.reserve(1200);
    JsonText json(out);
    json.beginObject().field("id", std::string_view(t.id.toHex()));
    hashes(json, t.infoHash);
    json.field("name", t.name).field("state", stateName(t.state));
    problem(json, t.problem);
    amounts(json, t);
    json.field("savePath", t.savePath).field("contentPath", t.contentPath).field("category", t.category);
    texts(json, "tags", t.tags);
    json.field("tracker", t.tracker).field("trackerMessage", t.trackerMessage);
    json.field("added", epoch(t.added));
    optional(json, "completed", t.completed, epoch);
    json.field("activeTime", std::int64_t{t.activeTime.count()}).field("seedingTime", std::int64_t{t.seedingTime.count()});
    json.field("private", t.isPrivate).field("forced", t.forced).field("hasMetadata", t.hasMetadata);
    json.field("sequential", t.sequential).field("firstLastFirst", t.firstLastFirst);
    json.field("superSeeding", t.superSeeding);
    limits(json, t);
    json.endObject();
    return out;
}

std::string toJson(const TorrentPreview &p)
{
    std::string out;
    JsonText json(out);
    json.beginObject();
    hashes(json, p.infoHash);
    json.field("name", p.name).field("comment", p.comment).field("size", p.size.count()).field("private", p.isPrivate);
    json.field("hasMetadata", p.hasMetadata);
    json.key("duplicateOf");
    p.duplicateOf ? json.value(std::string_view(p.duplicateOf->toHex())) : json.null();
    json.field("canMergeTrackers", p.canMergeTrackers);
    texts(json, "trackers", p.trackers);
    files(json, p.files, nullptr);
    json.endObject();
    return out;
}

std::string toJson(const SessionStatus &s)
{
    std::string out;
    JsonText json(out);
    json.beginObject().field("version", std::string_view(TRIB_VERSION));
    json.field("downloadRate", s.downloadRate.count()).field("uploadRate", s.uploadRate.count());
    json.field("downloadLimit", s.downloadLimit.count()).field("uploadLimit", s.uploadLimit.count());
    json.field("alternativeLimits", s.alternativeLimits).field("dhtEnabled", s.dhtEnabled).field("dhtNodes", std::int64_t{s.dhtNodes});
    json.field("listening", s.listening).field("listenPort", std::int64_t{s.listenPort}).field("listenError", s.listenError);
    json.field("hasIncoming", s.hasIncoming);
    json.field("downloadedEver", s.downloadedEver.count()).field("uploadedEver", s.uploadedEver.count());
    json.field("sessionDownloaded", s.sessionDownloaded.count()).field("sessionUploaded", s.sessionUploaded.count());
    json.field("wasted", s.wasted.count()).field("failedHash", s.failedHash.count());
    json.field("started", std::int64_t{s.started.time_since_epoch().count()}).field("connections", std::int64_t{s.connections});
    json.field("diskJobs", std::int64_t{s.diskJobs}).field("filterRanges", std::int64_t{s.filterRanges});
    optional(json, "freeSpace", s.freeSpace, [](Bytes free) { return free.count(); });
    json.field("torrents", std::int64_t{s.torrents}).field("loading", std::int64_t{s.loading}).endObject();
    return out;
}

std::string toJson(const RemovalPlan &plan)
{
    std::string out;
    JsonText json(out);
    json.beginObject();
    texts(json, "files", plan.files);
    json.field("size", plan.size.count());
    texts(json, "shared", plan.shared);
    json.field("trashAvailable", plan.trashAvailable).endObject();
    return out;
}

std::string toJson(const settings::EngineSettings &settings)
{
    std::string out;
    JsonText json(out);
    json.beginObject().key("settings").beginObject();
    for (const auto &[key, text] : settings::toMap(settings)) {
        const bool isShown = text.empty() || !key.ends_with("_hash"); // a hash in a pasted answer could be guessed at
        json.field(key, isShown ? std::string_view(text) : std::string_view("set"));
    }
    json.endObject().endObject();
    return out;
}

std::string toJson(const Labels &labels)
{
    std::string out;
    JsonText json(out);
    json.beginObject().key("categories").beginArray();
    for (const Category &category : labels.categories)
        json.beginObject().field("name", category.name).field("savePath", category.savePath).endObject();
    json.endArray();
    texts(json, "tags", labels.tags);
    json.endObject();
    return out;
}

std::string toJson(const WatchedFolders &folders)
{
    static constexpr std::array<std::string_view, 3> kAfter{"rename", "trash", "delete"};
    static constexpr std::array<std::string_view, 3> kLayouts{"original", "subfolder", "no-subfolder"};
    std::string out;
    JsonText json(out);
    json.beginObject().key("folders").beginArray();
    for (const WatchedFolderState &state : folders) {
        const WatchedFolder &folder = state.folder;
        json.beginObject().field("path", folder.path).field("subfolders", folder.subfolders);
        json.field("after", kAfter.at(static_cast<std::size_t>(folder.after))).field("savePath", folder.savePath);
        json.field("category", folder.category);
        texts(json, "tags", folder.tags);
        json.field("stopped", folder.stopped).field("layout", kLayouts.at(static_cast<std::size_t>(folder.layout)));
        json.field("reachable", state.reachable);
        if (state.refused.empty())
            json.nullField("refused").nullField("reason");
        else
            json.field("refused", state.refused).field("reason", std::string_view(codeName(Error{state.reason, {}})));
        json.endObject();
    }
    json.endArray().endObject();
    return out;
}

std::string withDetail(const std::string &row, const TorrentDetail &detail)
{
    std::string out = row.substr(0, row.size() - 1);
    std::string parts;
    JsonText json(parts);
    if (detail.general)
        general(json, *detail.general);
    if (detail.files)
        files(json, *detail.files, detail.fileProgress.get());
    if (detail.peers)
        peers(json, *detail.peers);
    if (detail.trackers)
        trackers(json, *detail.trackers);
    if (!parts.empty())
        out.append(",").append(parts);
    return out.append("}");
}

std::string idsJson(const std::vector<TorrentId> &ids)
{
    std::string out;
    JsonText json(out);
    json.beginObject().key("ids").beginArray();
    for (const TorrentId &id : ids)
        json.value(std::string_view(id.toHex()));
    json.endArray().endObject();
    return out;
}

} // namespace trib::app
