// The methods that change where a torrent gets its data from: trackers, web seeds and peers.
#include "core/base/json_text.h"
#include "core/remote/routes.h"

#include <algorithm>
#include <array>

namespace trib::remote {
namespace {

// A method for one torrent with a list of web seeds.
template <class MakeCommand>
void withWebSeeds(ApiContext &context, const HttpRequest &request, const Respond &respond, MakeCommand command)
{
    const RowTable::Row *row = rowOf(context, request);
    if (!row)
        return respond(noSuchTorrent());
    std::vector<std::string> urls = splitText(request.field("urls"), '|');
    if (urls.empty())
        return respond(missing("urls"));
    context.port->submit({Command(command(row->snapshot->id, std::move(urls)))}, whenDone(respond));
}

// One torrent, several divided by '|', or all ("all", and "*" as in qBittorrent 5.1).
[[nodiscard]] TorrentIds severalOf(const ApiContext &context, const HttpRequest &request)
{
    const std::string &text = request.field("hash");
    return idsIn(context, text == "*" ? "all" : text);
}

template <class CommandType>
void changeTrackers(ApiContext &context, const HttpRequest &request, char divider, const Respond &respond)
{
    const std::vector<std::string> urls = splitText(request.field("urls"), divider);
    if (urls.empty())
        return respond(missing("urls"));
    std::vector<Command> commands;
    for (const TorrentId &id : severalOf(context, request))
        commands.emplace_back(CommandType{id, urls});
    if (commands.empty())
        return respond(noSuchTorrent());
    context.port->submit(std::move(commands), whenDone(respond));
}

void editTracker(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    const RowTable::Row *row = rowOf(context, request);
    if (!row)
        return respond(noSuchTorrent());
    const std::string from = request.fields.contains("url") ? request.field("url") : request.field("origUrl");
    const std::string to(trimmed(request.field("newUrl")));
    const auto tier = request.field("tier").empty() ? std::optional<std::int64_t>() : parseNumber(request.field("tier"));
    if (from.empty() || (to.empty() && !tier))
        return respond(missing(from.empty() ? "origUrl" : "newUrl"));
    if (tier && (*tier < 0 || *tier > 255))
        return respond(invalid("tier"));
    std::vector<Command> commands;
    if (!to.empty() && to != from)
        commands.emplace_back(ReplaceTracker{row->snapshot->id, from, to});
    if (tier)
        commands.emplace_back(SetTrackerTier{row->snapshot->id, to.empty() ? from : to, static_cast<std::int32_t>(*tier)});
    context.port->submit(std::move(commands), whenDone(respond));
}

void addWebSeeds(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    withWebSeeds(context, request, respond, [](const TorrentId &id, std::vector<std::string> urls) { return ChangeWebSeeds{id, std::move(urls), {}}; });
}

void removeWebSeeds(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    withWebSeeds(context, request, respond, [](const TorrentId &id, std::vector<std::string> urls) { return ChangeWebSeeds{id, {}, std::move(urls)}; });
}

void editWebSeed(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    const RowTable::Row *row = rowOf(context, request);
    if (!row)
        return respond(noSuchTorrent());
    for (const char *name : {"origURL", "newURL"}) {
        if (request.field(name).empty())
            return respond(missing(name));
    }
    context.port->submit({ChangeWebSeeds{row->snapshot->id, {request.field("newURL")}, {request.field("origURL")}}}, whenDone(respond));
}

// Tells of each torrent how many peers were taken, as qBittorrent does.
struct PeerJob {
    std::size_t left;
    std::map<TorrentId, std::pair<std::int64_t, std::int64_t>> counts; // added, failed
};

[[nodiscard]] std::string countsJson(const PeerJob &job)
{
    std::string out;
    JsonText writer(out);
    writer.beginObject();
    for (const auto &[id, count] : job.counts)
        writer.key(id.toHex()).beginObject().field("added", count.first).field("failed", count.second).endObject();
    writer.endObject();
    return out;
}

void addPeers(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    constexpr std::size_t kMost = 10'000;
    const auto ids = idsOf(context, request);
    const std::vector<std::string> peers = splitText(request.field("peers"), '|');
    if (!ids || peers.empty())
        return respond(missing(ids ? "peers" : "hashes"));
    if (peers.size() * ids->size() > kMost)
        return respond(invalid("peers"));
    const auto job = std::make_shared<PeerJob>(PeerJob{peers.size() * ids->size(), {}});
    if (job->left == 0)
        return respond(json("{}"));
    for (const TorrentId &id : *ids) {
        for (const std::string &peer : peers) {
            context.port->submit({AddPeer{id, peer}}, [job, id, respond](const Result<> &done) {
                auto &[added, failed] = job->counts[id];
                ++(done ? added : failed);
                if (--job->left == 0)
                    respond(json(countsJson(*job)));
            });
        }
    }
}

constexpr std::array kSourceRoutes{
    Route{"torrents/addTrackers", Needs::PostOnly, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        changeTrackers<AddTrackers>(context, request, '\n', respond);
    }},
    Route{"torrents/removeTrackers", Needs::PostOnly, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        changeTrackers<RemoveTrackers>(context, request, '|', respond);
    }},
    Route{"torrents/editTracker", Needs::PostOnly, editTracker},
    Route{"torrents/addWebSeeds", Needs::PostOnly, addWebSeeds},
    Route{"torrents/removeWebSeeds", Needs::PostOnly, removeWebSeeds},
    Route{"torrents/editWebSeed", Needs::PostOnly, editWebSeed},
    Route{"torrents/addPeers", Needs::PostOnly, addPeers},
};

} // namespace

std::span<const Route> torrentSourceRoutes() { return kSourceRoutes; }

} // namespace trib::remote
