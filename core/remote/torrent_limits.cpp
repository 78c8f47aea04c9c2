// The methods that limit torrents: rates, and when they stop seeding.
#include "core/base/json_text.h"
#include "core/remote/routes.h"
#include "core/remote/share_limits.h"

#include <algorithm>
#include <array>

namespace trib::remote {
namespace {

using Limit = BytesPerSecond TorrentLimits::*;

void giveLimits(ApiContext &context, const HttpRequest &request, Limit limit, const Respond &respond)
{
    const auto ids = idsOf(context, request);
    if (!ids)
        return respond(missing("hashes"));
    std::string out;
    JsonText writer(out);
    writer.beginObject();
    for (const TorrentId &id : *ids) {
        const std::int64_t rate = (context.state.table().find(id)->snapshot->limits.*limit).count();
        writer.key(id.toHex()).value(rate > 0 ? rate : std::int64_t{-1});
    }
    writer.endObject();
    respond(json(std::move(out)));
}

// The other limits of each torrent stay: torrents that have the same ones share a command.
void setLimits(ApiContext &context, const HttpRequest &request, Limit limit, const Respond &respond)
{
    const auto ids = idsOf(context, request);
    const auto rate = parseNumber(request.field("limit"));
    if (!ids || !rate)
        return respond(ids ? invalid("limit") : missing("hashes"));
    std::vector<SetTorrentLimits> groups;
    for (const TorrentId &id : *ids) {
        TorrentLimits limits = context.state.table().find(id)->snapshot->limits;
        limits.*limit = BytesPerSecond(std::max<std::int64_t>(*rate, 0));
        auto group = std::ranges::find(groups, limits, &SetTorrentLimits::limits);
        if (group == groups.end())
            group = groups.insert(groups.end(), SetTorrentLimits{{}, limits});
        group->ids.push_back(id);
    }
    context.port->submit({groups.begin(), groups.end()}, whenDoneOrGone(respond));
}

void setShareLimits(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    auto ids = idsOf(context, request);
    const ParsedShareLimits share = parseShareLimits(request, context.state.settings().transfer);
    if (!ids || !share.valid)
        return respond(ids ? invalid("ratioLimit") : missing("hashes"));
    if (ids->empty())
        return respond(HttpResponse());
    context.port->submit({SetShareLimits{std::move(*ids), share.limits}}, whenDoneOrGone(respond));
}

constexpr std::array kLimitRoutes{
    Route{"torrents/downloadLimit", Needs::Any, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        giveLimits(context, request, &TorrentLimits::download, respond);
    }},
    Route{"torrents/uploadLimit", Needs::Any, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        giveLimits(context, request, &TorrentLimits::upload, respond);
    }},
    Route{"torrents/setDownloadLimit", Needs::PostOnly, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        setLimits(context, request, &TorrentLimits::download, respond);
    }},
    Route{"torrents/setUploadLimit", Needs::PostOnly, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        setLimits(context, request, &TorrentLimits::upload, respond);
    }},
    Route{"torrents/setShareLimits", Needs::PostOnly, setShareLimits},
};

} // namespace

std::span<const Route> torrentLimitRoutes() { return kLimitRoutes; }

} // namespace trib::remote
