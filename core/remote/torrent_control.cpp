// The methods that start, stop, order, move and remove torrents.
#include "core/remote/routes.h"

#include <array>

namespace trib::remote {
namespace {

using Handle = decltype(Route::handle);

// Submits what `command` makes of the torrents named; none of them there is success, as in qBittorrent.
template <class MakeCommand>
void toAll(ApiContext &context, const HttpRequest &request, const Respond &respond, MakeCommand command)
{
    auto ids = idsOf(context, request);
    if (!ids)
        return respond(missing("hashes"));
    if (ids->empty())
        return respond(HttpResponse());
    context.port->submit({Command(command(std::move(*ids)))}, whenDoneOrGone(respond));
}

template <class CommandType>
void simply(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    toAll(context, request, respond, [](TorrentIds ids) { return CommandType{std::move(ids)}; });
}

template <QueueMove Move>
void moveInQueue(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    if (!isQueueing(context.state.settings().transfer))
        return respond(plainText("Torrent queueing must be enabled", 409));
    toAll(context, request, respond, [](TorrentIds ids) { return MoveInQueue{std::move(ids), Move}; });
}

// With "value": on or off.
template <class MakeCommand>
void toAllWithValue(ApiContext &context, const HttpRequest &request, const Respond &respond, MakeCommand command)
{
    const auto value = parseFlag(request.field("value"));
    if (!value)
        return respond(request.fields.contains("value") ? invalid("value") : missing("value"));
    toAll(context, request, respond, [&](TorrentIds ids) { return command(std::move(ids), *value); });
}

// Each torrent to the opposite of what it is.
template <class CommandType, bool TorrentSnapshot::*Flag>
void toggle(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    const auto ids = idsOf(context, request);
    if (!ids)
        return respond(missing("hashes"));
    TorrentIds on;
    TorrentIds off;
    for (const TorrentId &id : *ids)
        ((*context.state.table().find(id)->snapshot).*Flag ? off : on).push_back(id);
    std::vector<Command> commands;
    if (!on.empty())
        commands.emplace_back(CommandType{std::move(on), true});
    if (!off.empty())
        commands.emplace_back(CommandType{std::move(off), false});
    context.port->submit(std::move(commands), whenDoneOrGone(respond));
}

void reannounce(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    toAll(context, request, respond, [&](TorrentIds ids) { return ReannounceTorrents{std::move(ids), splitText(request.field("trackers"), '|')}; });
}

// Where there is no trash the files are deleted: that is what was asked for, and nobody is there to be asked again.
void remove(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    auto ids = idsOf(context, request);
    const auto files = parseFlag(request.field("deleteFiles"));
    if (!ids || (!files && !request.field("deleteFiles").empty()))
        return respond(ids ? invalid("deleteFiles") : missing("hashes"));
    if (ids->empty())
        return respond(HttpResponse());
    const bool useTrash = context.state.settings().storage.useTrash;
    const FileDisposal disposal = !files.value_or(false) ? FileDisposal::Keep : useTrash ? FileDisposal::Trash : FileDisposal::Delete;
    context.port->submit({RemoveTorrents{*ids, disposal}}, [&context, ids = *ids, disposal, respond](const Result<> &done) {
        if (!done && disposal == FileDisposal::Trash && done.error().code == make_error_code(EngineErrc::NoTrash))
            return context.port->submit({RemoveTorrents{ids, FileDisposal::Delete}}, whenDoneOrGone(respond));
        whenDoneOrGone(respond)(done);
    });
}

void setLocation(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    auto ids = idsOf(context, request);
    const std::string location(trimmed(request.field("location")));
    if (!ids || location.empty())
        return respond(ids ? missing("location") : missing("hashes"));
    if (!location.starts_with('/'))
        return respond(plainText("Save path is not absolute", 409));
    if (ids->empty())
        return respond(HttpResponse());
    context.port->begin(MoveStorage{std::move(*ids), location}, whenDoneOrGone(respond));
}

void rename(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    const RowTable::Row *row = rowOf(context, request);
    if (!row)
        return respond(noSuchTorrent());
    const std::string name(trimmed(request.field("name")));
    if (name.empty())
        return respond(plainText("Incorrect torrent name", 409));
    context.port->submit({RenameTorrent{row->snapshot->id, name}}, whenDone(respond));
}

// There is no automatic management: that it is off is true already.
void setAutoManagement(ApiContext &, const HttpRequest &request, const Respond &respond)
{
    const auto enable = parseFlag(request.field("enable"));
    if (!enable)
        return respond(invalid("enable"));
    respond(*enable ? plainText("Automatic torrent management is not supported", 409) : HttpResponse());
}

void forceStart(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    toAllWithValue(context, request, respond, [](TorrentIds ids, bool on) { return StartTorrents{std::move(ids), on}; });
}

void superSeeding(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    toAllWithValue(context, request, respond, [](TorrentIds ids, bool on) { return SetSuperSeeding{std::move(ids), on}; });
}

constexpr std::array kControlRoutes{
    Route{"torrents/start", Needs::PostOnly, simply<StartTorrents>},
    Route{"torrents/resume", Needs::PostOnly, simply<StartTorrents>},
    Route{"torrents/stop", Needs::PostOnly, simply<StopTorrents>},
    Route{"torrents/pause", Needs::PostOnly, simply<StopTorrents>},
    Route{"torrents/recheck", Needs::PostOnly, simply<RecheckTorrents>},
    Route{"torrents/reannounce", Needs::PostOnly, reannounce},
    Route{"torrents/delete", Needs::PostOnly, remove},
    Route{"torrents/topPrio", Needs::PostOnly, moveInQueue<QueueMove::Top>},
    Route{"torrents/bottomPrio", Needs::PostOnly, moveInQueue<QueueMove::Bottom>},
    Route{"torrents/increasePrio", Needs::PostOnly, moveInQueue<QueueMove::Up>},
    Route{"torrents/decreasePrio", Needs::PostOnly, moveInQueue<QueueMove::Down>},
    Route{"torrents/setForceStart", Needs::PostOnly, forceStart},
    Route{"torrents/setSuperSeeding", Needs::PostOnly, superSeeding},
    Route{"torrents/setAutoManagement", Needs::PostOnly, setAutoManagement},
    Route{"torrents/toggleSequentialDownload", Needs::PostOnly, toggle<SetSequential, &TorrentSnapshot::sequential>},
    Route{"torrents/toggleFirstLastPiecePrio", Needs::PostOnly, toggle<SetFirstLastFirst, &TorrentSnapshot::firstLastFirst>},
    Route{"torrents/setLocation", Needs::PostOnly, setLocation},
    Route{"torrents/rename", Needs::PostOnly, rename},
};

} // namespace

std::span<const Route> torrentControlRoutes() { return kControlRoutes; }

} // namespace trib::remote
