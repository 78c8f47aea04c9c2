// The methods that change files of a torrent: names and priorities.
#include "core/remote/routes.h"

#include <algorithm>
#include <array>

namespace trib::remote {
namespace {

using DetailResult = Result<std::shared_ptr<const TorrentDetail>>;

// By its path, or by "id" as it was before qBittorrent 4.3.
void renameFile(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    const RowTable::Row *row = rowOf(context, request);
    if (!row)
        return respond(noSuchTorrent());
    const TorrentId id = row->snapshot->id;
    const auto index = parseNumber(request.field("id"));
    const std::string from = request.field("oldPath");
    const std::string to = request.fields.contains("newPath") ? request.field("newPath") : request.field("name");
    if (to.empty() || (from.empty() && !index))
        return respond(missing(to.empty() ? "newPath" : "oldPath"));
    context.port->detail(id, {.files = true}, [&context, id, index, from, to, respond](const DetailResult &detail) {
        if (!detail)
            return respond(refusal(detail.error()));
        const auto none = std::make_shared<const std::vector<FileEntry>>();
        const std::vector<FileEntry> &files = *((*detail)->files ? (*detail)->files : none);
        const auto found = index && from.empty() ? std::min(*index, std::ssize(files)) : std::ranges::find(files, from, &FileEntry::path) - files.begin();
        if (found < 0 || found >= std::ssize(files))
            return respond(plainText("File not found", 409));
        // The old form gives a name, the new one a path.
        const std::string &old = files[static_cast<std::size_t>(found)].path;
        const std::string path = from.empty() ? old.substr(0, old.rfind('/') + 1) + to : to;
        context.port->submit({RenameFile{id, FileIndex(static_cast<std::int32_t>(found)), path}}, whenDone(respond));
    });
}

void renameFolder(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    const RowTable::Row *row = rowOf(context, request);
    if (!row)
        return respond(noSuchTorrent());
    for (const char *name : {"oldPath", "newPath"}) {
        if (request.field(name).empty())
            return respond(missing(name));
    }
    context.port->submit({RenameFolder{row->snapshot->id, request.field("oldPath"), request.field("newPath")}}, whenDone(respond));
}

// 0 not at all, 1 normal (4 in old clients), 6 and 7 high.
[[nodiscard]] std::optional<FilePriority> priorityOf(const std::string &text)
{
    const auto number = parseNumber(text);
    if (!number || (*number != 0 && *number != 1 && *number != 4 && *number != 6 && *number != 7))
        return std::nullopt;
    return *number == 0 ? FilePriority::DoNotDownload : *number >= 6 ? FilePriority::High : FilePriority::Normal;
}

void filePrio(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    const RowTable::Row *row = rowOf(context, request);
    if (!row)
        return respond(noSuchTorrent());
    const auto priority = priorityOf(request.field("priority"));
    if (!priority)
        return respond(invalid("priority"));
    if (!row->snapshot->hasMetadata)
        return respond(plainText("Torrent's metadata has not yet downloaded", 409));
    SetFilePriorities command{row->snapshot->id, {}};
    for (const std::string &text : splitText(request.field("id"), '|')) {
        const auto index = parseNumber(text);
        if (!index)
            return respond(invalid("id"));
        if (*index < 0 || *index >= row->snapshot->fileCount)
            return respond(plainText("File not found", 409));
        command.priorities.emplace_back(FileIndex(static_cast<std::int32_t>(*index)), *priority);
    }
    if (command.priorities.empty())
        return respond(missing("id"));
    context.port->submit({std::move(command)}, whenDone(respond));
}

constexpr std::array kFileRoutes{
    Route{"torrents/renameFile", Needs::PostOnly, renameFile},
    Route{"torrents/renameFolder", Needs::PostOnly, renameFolder},
    Route{"torrents/filePrio", Needs::PostOnly, filePrio},
};

} // namespace

std::span<const Route> torrentFileRoutes() { return kFileRoutes; }

} // namespace trib::remote
