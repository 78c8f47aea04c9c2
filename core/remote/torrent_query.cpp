// The methods that tell of torrents.
#include "core/base/json_text.h"
#include "core/remote/routes.h"
#include "core/remote/torrent_details.h"
#include "core/remote/torrent_state_text.h"

#include <algorithm>
#include <array>

namespace trib::remote {
namespace {

using Rows = std::vector<const RowTable::Row *>;
using DetailResult = Result<std::shared_ptr<const TorrentDetail>>;

[[nodiscard]] bool hasTag(const TorrentSnapshot &row, const std::string &tag)
{
    return tag.empty() ? row.tags.empty() : std::ranges::find(row.tags, tag) != row.tags.end();
}

[[nodiscard]] Rows selectRows(const ApiContext &context, const HttpRequest &request, StateFilter filter, std::optional<bool> isPrivate)
{
    const auto ids = idsOf(context, request);
    const bool some = ids && !request.field("hashes").empty() && request.field("hashes") != "all";
    const bool byCategory = request.fields.contains("category");
    const bool byTag = request.fields.contains("tag");
    const auto matches = [&](const TorrentSnapshot &row) {
        return passes(filter, row) && (!byCategory || row.category == request.field("category")) && (!byTag || hasTag(row, request.field("tag")))
            && (!isPrivate || (row.hasMetadata && row.isPrivate == *isPrivate));
    };
    Rows rows;
    const auto take = [&](const RowTable::Row *row) {
        if (row && matches(*row->snapshot))
            rows.push_back(row);
    };
    if (some) {
        for (const TorrentId &id : *ids)
            take(context.state.table().find(id));
    } else {
        for (const auto &[id, row] : context.state.table().rows())
            take(&row);
    }
    return rows;
}

// By a field of the row or by "hash"; unknown names leave the order as it is, as in qBittorrent.
void sortRows(const ApiContext &context, Rows &rows, const std::string &by, bool reverse)
{
    const int field = rowFieldIndex(by);
    if (field >= 0) {
        std::vector<std::pair<FieldValue, const RowTable::Row *>> keyed;
        keyed.reserve(rows.size());
        for (const RowTable::Row *row : rows)
            keyed.emplace_back(context.state.table().valueOf(*row, field), row);
        std::ranges::stable_sort(keyed, [](const auto &a, const auto &b) { return lessValue(a.first, b.first); });
        std::ranges::transform(keyed, rows.begin(), [](const auto &entry) { return entry.second; });
    }
    if (reverse)
        std::ranges::reverse(rows);
}

// A negative offset counts from the end.
void cutRows(Rows &rows, std::int64_t offset, std::int64_t limit)
{
    const auto size = static_cast<std::int64_t>(rows.size());
    if (offset < 0)
        offset = std::max<std::int64_t>(size + offset, 0);
    rows.erase(rows.begin(), rows.begin() + std::min(offset, size));
    if (limit > 0 && limit < static_cast<std::int64_t>(rows.size()))
        rows.resize(static_cast<std::size_t>(limit));
}

[[nodiscard]] std::string listJson(const ApiContext &context, const Rows &rows, const Details *details, DetailParts parts)
{
    std::string out;
    out.reserve(rows.size() * 1800 + 2);
    JsonText writer(out);
    writer.beginArray();
    for (const RowTable::Row *row : rows) {
        const TorrentSnapshot &snapshot = *row->snapshot;
        writer.beginObject().field("hash", std::string_view(snapshot.id.toHex())).raw(context.state.table().membersOf(*row));
        const auto found = details ? details->find(snapshot.id) : Details::const_iterator();
        if (details && found != details->end()) {
            const TorrentDetail &detail = *found->second;
            if (parts.trackers) {
                writer.key("trackers").raw(trackersJson(snapshot, detail));
                writer.field("trackers_count", detail.trackers ? std::ssize(*detail.trackers) : std::int64_t{0});
            }
            if (parts.files)
                writer.key("files").raw(filesJson(snapshot, detail));
        }
        writer.endObject();
    }
    writer.endArray();
    return out;
}

void info(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    const auto filter = request.field("filter").empty() ? StateFilter::All : stateFilter(request.field("filter"));
    if (!filter)
        return respond(invalid("filter"));
    const auto number = [&](const char *name) { return request.field(name).empty() ? std::optional<std::int64_t>(0) : parseNumber(request.field(name)); };
    const auto limit = number("limit");
    const auto offset = number("offset");
    if (!limit || !offset)
        return respond(invalid(limit ? "offset" : "limit"));
    Rows rows = selectRows(context, request, *filter, parseFlag(request.field("private")));
    sortRows(context, rows, request.field("sort"), parseFlag(request.field("reverse")).value_or(false));
    cutRows(rows, *offset, *limit);
    const DetailParts parts{.files = parseFlag(request.field("includeFiles")).value_or(false), .trackers = parseFlag(request.field("includeTrackers")).value_or(false)};
    if (!parts.any())
        return respond(json(listJson(context, rows, nullptr, parts)));
    TorrentIds ids;
    for (const RowTable::Row *row : rows)
        ids.push_back(row->snapshot->id);
    gatherDetails(context, ids, parts, [&context, ids, parts, respond](const Details &details) {
        Rows still; // some may have gone meanwhile
        for (const TorrentId &id : ids) {
            if (const RowTable::Row *row = context.state.table().find(id))
                still.push_back(row);
        }
        respond(json(listJson(context, still, &details, parts)));
    });
}

// Asks for the parts and answers with what `write` makes of them.
template <class Write>
void withDetail(ApiContext &context, const HttpRequest &request, DetailParts parts, const Respond &respond, Write write)
{
    const RowTable::Row *row = rowOf(context, request);
    if (!row)
        return respond(noSuchTorrent());
    context.port->detail(row->snapshot->id, parts, [snapshot = row->snapshot, respond, write](const DetailResult &detail) {
        respond(detail ? json(write(*snapshot, **detail)) : refusal(detail.error()));
    });
}

void files(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    std::vector<std::int64_t> wanted;
    for (const std::string &index : splitText(request.field("indexes"), '|')) {
        const auto number = parseNumber(index);
        if (!number || *number < 0)
            return respond(plainText("Invalid parameter: indexes", 409));
        wanted.push_back(*number);
    }
    withDetail(context, request, {.files = true}, respond,
        [wanted](const TorrentSnapshot &row, const TorrentDetail &detail) { return filesJson(row, detail, wanted); });
}

[[nodiscard]] std::string webSeedsJson(const TorrentDetail &detail)
{
    std::string out;
    JsonText writer(out);
    writer.beginArray();
    for (const std::string &url : detail.general.value_or(GeneralDetail()).webSeeds)
        writer.beginObject().field("url", std::string_view(url)).endObject();
    writer.endArray();
    return out;
}

[[nodiscard]] std::string pieceStatesJson(const TorrentDetail &detail)
{
    const GeneralDetail general = detail.general.value_or(GeneralDetail());
    std::vector<std::int64_t> states(general.pieces.size());
    for (const PieceIndex piece : general.piecesInFlight) {
        if (piece.value() >= 0 && piece.value() < static_cast<std::int64_t>(states.size()))
            states[static_cast<std::size_t>(piece.value())] = 1;
    }
    for (std::size_t i = 0; i < states.size(); ++i)
        states[i] = general.pieces[i] ? 2 : states[i];
    std::string out;
    JsonText writer(out);
    writer.beginArray();
    for (const std::int64_t state : states)
        writer.value(state);
    writer.endArray();
    return out;
}

[[nodiscard]] std::string pieceHashesJson(const TorrentDetail &detail)
{
    std::string out;
    JsonText writer(out);
    writer.beginArray();
    for (const Sha1 &hash : detail.pieceHashes.value_or(std::vector<Sha1>()))
        writer.value(std::string_view(hash.toHex()));
    writer.endArray();
    return out;
}

void exportTorrent(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    const RowTable::Row *row = rowOf(context, request);
    if (!row)
        return respond(noSuchTorrent());
    context.port->exportTorrent(row->snapshot->id, [respond](const Result<std::vector<std::uint8_t>> &bytes) {
        if (!bytes)
            return respond(refusal(bytes.error()));
        HttpResponse response;
        response.contentType = "application/x-bittorrent";
        response.body.assign(bytes->begin(), bytes->end());
        respond(std::move(response));
    });
}

constexpr std::array kQueryRoutes{
    Route{"torrents/info", Needs::Any, info},
    Route{"torrents/count", Needs::Any, [](ApiContext &context, const HttpRequest &, const Respond &respond) {
        respond(plainText(std::to_string(context.state.table().rows().size())));
    }},
    Route{"torrents/properties", Needs::Any, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        withDetail(context, request, {.general = true, .trackers = true}, respond, propertiesJson);
    }},
    Route{"torrents/trackers", Needs::Any, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        withDetail(context, request, {.peers = true, .trackers = true}, respond, trackersJson);
    }},
    Route{"torrents/webseeds", Needs::Any, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        withDetail(context, request, {.general = true}, respond, [](const TorrentSnapshot &, const TorrentDetail &detail) { return webSeedsJson(detail); });
    }},
    Route{"torrents/files", Needs::Any, files},
    Route{"torrents/pieceStates", Needs::Any, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        withDetail(context, request, {.general = true}, respond, [](const TorrentSnapshot &, const TorrentDetail &detail) { return pieceStatesJson(detail); });
    }},
    Route{"torrents/pieceHashes", Needs::Any, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        withDetail(context, request, {.pieceHashes = true}, respond,
            [](const TorrentSnapshot &, const TorrentDetail &detail) { return pieceHashesJson(detail); });
    }},
    Route{"torrents/export", Needs::Any, exportTorrent},
};

} // namespace

std::span<const Route> torrentQueryRoutes() { return kQueryRoutes; }

} // namespace trib::remote
