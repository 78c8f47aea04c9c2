#include "core/remote/routes.h"
#include "core/remote/torrent_details.h"

#include <array>

namespace trib::remote {
namespace {

// A rid that is no number, or of another run, is that of a client that has nothing.
[[nodiscard]] std::int64_t ridOf(const HttpRequest &request)
{
    constexpr std::int64_t kMost = 0x7fffffff;
    const std::int64_t rid = parseNumber(request.field("rid")).value_or(0);
    return rid > 0 && rid <= kMost ? rid : 0;
}

void mainData(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    respond(json(context.state.mainData(static_cast<Revision>(ridOf(request)))));
}

void torrentPeers(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    const RowTable::Row *row = rowOf(context, request);
    if (!row)
        return respond(noSuchTorrent());
    const std::int64_t rid = ridOf(request) % 1'000'000 + 1;
    context.port->detail(row->snapshot->id, {.peers = true}, [rid, respond](const Result<std::shared_ptr<const TorrentDetail>> &detail) {
        respond(detail ? json(peersJson(**detail, rid)) : refusal(detail.error()));
    });
}

constexpr std::array kSyncRoutes{
    Route{"sync/maindata", Needs::Any, mainData},
    Route{"sync/torrentPeers", Needs::Any, torrentPeers},
};

} // namespace

std::span<const Route> syncRoutes() { return kSyncRoutes; }

} // namespace trib::remote
