// decodeRequest(): a function a method, and the table that finds it.
#include "app/control_protocol.h"
#include "app/request_params.h"

#include <QJsonArray>

#include <algorithm>

namespace trib::app {
namespace {

constexpr std::int64_t kMaxRate = std::int64_t{1} << 40;
constexpr int kMaxCount = 1'000'000;
constexpr qsizetype kMaxFiles = 1'000'000;
constexpr qsizetype kMaxLabels = 1000;

using Params = RequestParams;

const QString kName = QStringLiteral("name");
const QString kOn = QStringLiteral("on");

[[nodiscard]] std::string utf8(const QString &text) { return text.toStdString(); }

constexpr std::pair<const char *, FilePriority> kPriorities[] = {{"normal", FilePriority::Normal},
    {"skip", FilePriority::DoNotDownload}, {"low", FilePriority::Low}, {"high", FilePriority::High}};

[[nodiscard]] FilePriority priority(Params &params, const QString &key, const QJsonValue &value)
{
    if (value.isString())
        return params.named(key, value.toString(), kPriorities);
    const auto level = value.toInteger(-1);
    if (level != 0 && level != 1 && level != 4 && level != 7)
        params.refuse(key, QStringLiteral("must be skip (0), low (1), normal (4) or high (7)"));
    return static_cast<FilePriority>(std::clamp<qint64>(level, 0, 7));
}

// A text as on a command line, but paths must be absolute: the daemon's folder is not the client's. Or {"metainfo": base64}.
[[nodiscard]] TorrentSource source(Params &params, const QString &key, const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const auto bytes = QByteArray::fromBase64Encoding(
            object.value(QStringLiteral("metainfo")).toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (object.size() != 1 || !bytes || bytes.decoded.isEmpty())
            params.refuse(key, QStringLiteral("must hold texts or {\"metainfo\": base64}"));
        return TorrentFileBytes{{bytes.decoded.begin(), bytes.decoded.end()}};
    }
    auto found = value.isString() ? recogniseSource(utf8(value.toString())) : std::nullopt;
    const auto *path = found ? std::get_if<TorrentFilePath>(&*found) : nullptr;
    if (!value.isString())
        params.refuse(key, QStringLiteral("must hold texts or {\"metainfo\": base64}"));
    else if (!found || (path && !path->path.starts_with('/')))
        params.fail(Error{make_error_code(EngineErrc::SourceNotRecognised), "neither a torrent file, a magnet link, a URL nor an info-hash"});
    return found.value_or(TorrentSource());
}

[[nodiscard]] std::vector<TorrentSource> sources(Params &params)
{
    const QString key = QStringLiteral("sources");
    std::vector<TorrentSource> list;
    for (const QJsonValue &value : params.array(key, kMaxSourcesPerRequest))
        list.push_back(source(params, key, value));
    return list;
}

[[nodiscard]] std::vector<std::string> optionalTexts(Params &params, const QString &key)
{
    return params.has(key) ? params.texts(key, kMaxLabels) : std::vector<std::string>();
}

[[nodiscard]] ControlCall list(Params &) { return ListCall{}; }
[[nodiscard]] ControlCall status(Params &) { return StatusCall{}; }
[[nodiscard]] ControlCall settingsCall(Params &) { return SettingsCall{}; }
[[nodiscard]] ControlCall labels(Params &) { return LabelsCall{}; }
[[nodiscard]] ControlCall shutdown(Params &) { return ShutdownCall{}; }

[[nodiscard]] ControlCall show(Params &params)
{
    ShowCall call{params.id(), {}};
    call.parts.general = params.flag(QStringLiteral("general"));
    call.parts.files = params.flag(QStringLiteral("files"));
    call.parts.peers = params.flag(QStringLiteral("peers"));
    call.parts.trackers = params.flag(QStringLiteral("trackers"));
    return call;
}

[[nodiscard]] ControlCall preview(Params &params)
{
    const QString key = QStringLiteral("source");
    return PreviewCall{source(params, key, params.value(key))};
}

[[nodiscard]] ControlCall add(Params &params)
{
    AddCall call;
    call.sources = sources(params);
    AddRequest &options = call.options;
    options.savePath = utf8(params.optionalText(QStringLiteral("savePath")));
    if (!options.savePath.empty() && !options.savePath.starts_with('/'))
        params.refuse(QStringLiteral("savePath"), QStringLiteral("must be an absolute path"));
    options.name = utf8(params.optionalText(kName));
    options.category = utf8(params.optionalText(QStringLiteral("category")));
    options.tags = optionalTexts(params, QStringLiteral("tags"));
    if (params.has(QStringLiteral("stopped")))
        call.stopped = params.boolean(QStringLiteral("stopped"));
    options.skipCheck = params.flag(QStringLiteral("seedMode"));
    options.sequential = params.flag(QStringLiteral("sequential"));
    options.firstLastFirst = params.flag(QStringLiteral("firstLastFirst"));
    options.topOfQueue = params.flag(QStringLiteral("topOfQueue"));
    options.onDuplicate = params.oneOf<OnDuplicate>(QStringLiteral("onDuplicate"),
        {{"refuse", OnDuplicate::Refuse}, {"merge", OnDuplicate::MergeTrackers}});
    options.onPathConflict = params.oneOf<OnPathConflict>(QStringLiteral("onPathConflict"),
        {{"suffix", OnPathConflict::Suffix}, {"refuse", OnPathConflict::Refuse}});
    if (const QString key = QStringLiteral("filePriorities"); params.has(key)) {
        for (const QJsonValue &value : params.array(key, kMaxFiles))
            options.priorities.push_back(priority(params, key, value));
    }
    return call;
}

[[nodiscard]] ControlCall activate(Params &params)
{
    return ActivateCall{params.has(QStringLiteral("sources")) ? sources(params) : std::vector<TorrentSource>()};
}

[[nodiscard]] ControlCall planRemoval(Params &params) { return PlanRemovalCall{params.ids()}; }
[[nodiscard]] ControlCall exportTorrent(Params &params) { return ExportCall{params.id()}; }

[[nodiscard]] ControlCall limit(Params &params)
{
    LimitCall call;
    if (params.has(QStringLiteral("ids")))
        call.ids = params.ids();
    const auto rate = [&](const QString &key) -> std::optional<BytesPerSecond> {
        const auto number = params.optionalInteger(key, 0, kMaxRate);
        return number ? std::optional(BytesPerSecond(*number)) : std::nullopt;
    };
    const auto count = [&](const QString &key) -> std::optional<int> {
        const auto number = params.optionalInteger(key, 0, kMaxCount);
        return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
    };
    call.download = rate(QStringLiteral("download"));
    call.upload = rate(QStringLiteral("upload"));
    call.connections = count(QStringLiteral("connections"));
    call.slots = count(QStringLiteral("slots"));
    if (!call.download && !call.upload && !call.connections && !call.slots)
        params.refuse(QStringLiteral("download"), QStringLiteral("or another limit is missing"));
    return call;
}

[[nodiscard]] ControlCall set(Params &params)
{
    SetCall call;
    const QString key = QStringLiteral("values");
    const QJsonObject values = params.object(key);
    if (values.isEmpty())
        params.refuse(key, QStringLiteral("is empty"));
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (!value->isString())
            params.refuse(key, QStringLiteral("must hold texts only"));
        call.values[utf8(value.key())] = utf8(value->toString());
    }
    return call;
}

template <class... Commands>
[[nodiscard]] ControlCall submit(Commands... commands)
{
    return SubmitCall{{Command(std::move(commands))...}};
}

[[nodiscard]] ControlCall start(Params &params)
{
    return submit(StartTorrents{params.ids(), params.flag(QStringLiteral("forced"))});
}
[[nodiscard]] ControlCall stop(Params &params) { return submit(StopTorrents{params.ids()}); }
[[nodiscard]] ControlCall recheck(Params &params) { return submit(RecheckTorrents{params.ids()}); }
[[nodiscard]] ControlCall reannounce(Params &params) { return submit(ReannounceTorrents{params.ids()}); }

[[nodiscard]] ControlCall repair(Params &params)
{
    SubmitCall call;
    for (const TorrentId &id : params.ids())
        call.commands.emplace_back(RepairTorrent{id});
    return call;
}

[[nodiscard]] ControlCall remove(Params &params)
{
    TorrentIds ids = params.ids();
    return submit(RemoveTorrents{std::move(ids), params.oneOf<FileDisposal>(QStringLiteral("files"),
        {{"keep", FileDisposal::Keep}, {"trash", FileDisposal::Trash}, {"delete", FileDisposal::Delete}})});
}

[[nodiscard]] ControlCall move(Params &params)
{
    MoveStorage command{params.ids(), utf8(params.text(QStringLiteral("savePath")))};
    if (!command.savePath.starts_with('/'))
        params.refuse(QStringLiteral("savePath"), QStringLiteral("must be an absolute path"));
    return submit(std::move(command));
}

[[nodiscard]] ControlCall cancelMove(Params &params) { return submit(CancelMove{params.id()}); }
[[nodiscard]] ControlCall rename(Params &params) { return submit(RenameTorrent{params.id(), utf8(params.text(kName))}); }

[[nodiscard]] ControlCall renameFile(Params &params)
{
    const TorrentId id = params.id();
    const FileIndex index(static_cast<std::int32_t>(params.integer(QStringLiteral("index"), 0, kMaxFiles)));
    return submit(RenameFile{id, index, utf8(params.text(QStringLiteral("path")))});
}

[[nodiscard]] ControlCall renameFolder(Params &params)
{
    return submit(RenameFolder{params.id(), utf8(params.text(QStringLiteral("from"))), utf8(params.text(QStringLiteral("to")))});
}

[[nodiscard]] ControlCall priorities(Params &params)
{
    SetFilePriorities command{params.id(), {}};
    const QString key = QStringLiteral("priorities");
    for (const QJsonValue &value : params.array(key, kMaxFiles)) {
        const QJsonObject object = value.toObject();
        const auto index = object.value(QStringLiteral("index")).toInteger(-1);
        if (object.size() != 2 || index < 0 || index > kMaxFiles)
            params.refuse(key, QStringLiteral("must hold {\"index\": number, \"priority\": word}"));
        command.priorities.emplace_back(
            FileIndex(static_cast<std::int32_t>(index)), priority(params, key, object.value(QStringLiteral("priority"))));
    }
    return submit(std::move(command));
}

[[nodiscard]] ControlCall sequential(Params &params) { return submit(SetSequential{params.ids(), params.boolean(kOn)}); }
[[nodiscard]] ControlCall firstLast(Params &params) { return submit(SetFirstLastFirst{params.ids(), params.boolean(kOn)}); }
[[nodiscard]] ControlCall alternative(Params &params) { return submit(UseAlternativeLimits{params.boolean(kOn)}); }

[[nodiscard]] ControlCall queue(Params &params)
{
    TorrentIds ids = params.ids();
    const QString key = QStringLiteral("move");
    const auto to = params.named<QueueMove>(key, params.text(key),
        {{"top", QueueMove::Top}, {"up", QueueMove::Up}, {"down", QueueMove::Down}, {"bottom", QueueMove::Bottom}});
    return submit(MoveInQueue{std::move(ids), to});
}

[[nodiscard]] ControlCall shareLimit(Params &params)
{
    constexpr std::int64_t kMaxMinutes = 10'000'000;
    SetShareLimits command{params.ids(), {}};
    ShareLimits limits;
    limits.ratioPermille = params.optionalInteger(QStringLiteral("ratio"), 0, 1'000'000'000);
    if (const auto minutes = params.optionalInteger(QStringLiteral("seedingTime"), 0, kMaxMinutes))
        limits.seedingTime = std::chrono::minutes(*minutes);
    if (const auto minutes = params.optionalInteger(QStringLiteral("inactiveTime"), 0, kMaxMinutes))
        limits.inactiveTime = std::chrono::minutes(*minutes);
    limits.action = params.oneOf<ShareLimitAction>(QStringLiteral("action"), {{"stop", ShareLimitAction::Stop},
        {"remove", ShareLimitAction::Remove}, {"remove-with-files", ShareLimitAction::RemoveWithFiles}});
    command.limits = limits;
    return submit(std::move(command));
}

[[nodiscard]] ControlCall mergeTrackers(Params &params)
{
    return submit(MergeTrackers{params.id(), params.texts(QStringLiteral("trackers"), 1000)});
}

[[nodiscard]] ControlCall addPeer(Params &params)
{
    return submit(AddPeer{params.id(), utf8(params.text(QStringLiteral("endpoint")))});
}

[[nodiscard]] std::vector<std::string> urls(Params &params, const QString &key)
{
    constexpr qsizetype kMaxUrls = 1000;
    return params.texts(key, kMaxUrls);
}

[[nodiscard]] ControlCall addTrackers(Params &params) { return submit(AddTrackers{params.id(), urls(params, QStringLiteral("trackers"))}); }
[[nodiscard]] ControlCall removeTrackers(Params &params) { return submit(RemoveTrackers{params.id(), urls(params, QStringLiteral("trackers"))}); }
[[nodiscard]] ControlCall addWebSeeds(Params &params) { return submit(ChangeWebSeeds{params.id(), urls(params, QStringLiteral("webSeeds")), {}}); }
[[nodiscard]] ControlCall removeWebSeeds(Params &params) { return submit(ChangeWebSeeds{params.id(), {}, urls(params, QStringLiteral("webSeeds"))}); }
[[nodiscard]] ControlCall superSeeding(Params &params) { return submit(SetSuperSeeding{params.ids(), params.boolean(kOn)}); }

[[nodiscard]] ControlCall replaceTracker(Params &params)
{
    return submit(ReplaceTracker{params.id(), utf8(params.text(QStringLiteral("from"))), utf8(params.text(QStringLiteral("to")))});
}

[[nodiscard]] ControlCall setCategory(Params &params)
{
    return submit(SetCategory{params.ids(), utf8(params.optionalText(QStringLiteral("category")))});
}

[[nodiscard]] ControlCall changeTags(Params &params)
{
    ChangeTags command{params.ids(), optionalTexts(params, QStringLiteral("add")), optionalTexts(params, QStringLiteral("remove"))};
    if (command.add.empty() && command.remove.empty())
        params.refuse(QStringLiteral("add"), QStringLiteral("or remove is missing"));
    return submit(std::move(command));
}

[[nodiscard]] ControlCall saveCategory(Params &params)
{
    return submit(SaveCategory{{utf8(params.text(kName)), utf8(params.optionalText(QStringLiteral("savePath")))}});
}

[[nodiscard]] ControlCall removeCategories(Params &params)
{
    return submit(RemoveCategories{params.texts(QStringLiteral("names"), kMaxLabels)});
}

[[nodiscard]] ControlCall createTags(Params &params) { return submit(CreateTags{params.texts(QStringLiteral("tags"), kMaxLabels)}); }
[[nodiscard]] ControlCall deleteTags(Params &params) { return submit(DeleteTags{params.texts(QStringLiteral("tags"), kMaxLabels)}); }

[[nodiscard]] ControlCall watch(Params &params)
{
    const QString paths = QStringLiteral("paths");
    if (params.has(paths))
        return submit(RemoveWatchedFolders{params.texts(paths, kMaxLabels)});
    const QString path = QStringLiteral("path");
    if (!params.has(path))
        return WatchedCall{};
    WatchedFolder folder;
    folder.path = utf8(params.text(path));
    folder.subfolders = params.flag(QStringLiteral("subfolders"));
    folder.after = params.oneOf<AfterAdding>(QStringLiteral("after"),
        {{"rename", AfterAdding::Rename}, {"trash", AfterAdding::Trash}, {"delete", AfterAdding::Delete}});
    folder.savePath = utf8(params.optionalText(QStringLiteral("savePath")));
    folder.category = utf8(params.optionalText(QStringLiteral("category")));
    folder.tags = optionalTexts(params, QStringLiteral("tags"));
    folder.stopped = params.flag(QStringLiteral("stopped"));
    folder.layout = params.oneOf<ContentLayout>(QStringLiteral("layout"),
        {{"original", ContentLayout::Original}, {"subfolder", ContentLayout::Subfolder}, {"no-subfolder", ContentLayout::NoSubfolder}});
    return submit(SaveWatchedFolder{std::move(folder)});
}

[[nodiscard]] ControlCall backup(Params &params) { return submit(MakeBackup{utf8(params.text(QStringLiteral("path"))), {}}); }

[[nodiscard]] ControlCall importTorrents(Params &params)
{
    ImportCall call;
    call.client = params.oneOf<OtherClient>(QStringLiteral("client"),
        {{"qbittorrent", OtherClient::QBittorrent}, {"transmission", OtherClient::Transmission}});
    call.folder = utf8(params.text(QStringLiteral("folder")));
    if (!QString::fromStdString(call.folder).startsWith(u'/'))
        params.refuse(QStringLiteral("folder"), QStringLiteral("must be an absolute path"));
    return call;
}

struct Method {
    const char *name;
    ControlCall (*decode)(Params &);
};

constexpr Method kMethods[] = {{"list", list}, {"show", show}, {"status", status}, {"settings", settingsCall}, {"preview", preview},
    {"add", add}, {"activate", activate}, {"start", start}, {"stop", stop}, {"recheck", recheck}, {"reannounce", reannounce},
    {"repair", repair}, {"remove", remove}, {"planRemoval", planRemoval}, {"move", move}, {"cancelMove", cancelMove},
    {"rename", rename}, {"renameFile", renameFile}, {"renameFolder", renameFolder}, {"priority", priorities},
    {"sequential", sequential}, {"firstLast", firstLast}, {"queue", queue}, {"limit", limit}, {"alternative", alternative},
    {"shareLimit", shareLimit}, {"mergeTrackers", mergeTrackers}, {"addPeer", addPeer},
    {"addTrackers", addTrackers}, {"replaceTracker", replaceTracker}, {"removeTrackers", removeTrackers}, {"addWebSeeds", addWebSeeds},
    {"removeWebSeeds", removeWebSeeds}, {"superSeeding", superSeeding}, {"labels", labels}, {"setCategory", setCategory}, {"changeTags", changeTags}, {"saveCategory", saveCategory},
    {"removeCategories", removeCategories}, {"createTags", createTags}, {"deleteTags", deleteTags}, {"set", set}, {"export", exportTorrent},
    {"import", importTorrents}, {"watch", watch}, {"backup", backup}, {"shutdown", shutdown}};

} // namespace

Result<ControlCall> decodeRequest(const ControlRequest &request, const ResolveId &resolve)
{
    const auto *method = std::find_if(std::begin(kMethods), std::end(kMethods),
        [&](const Method &m) { return request.method == QLatin1String(m.name); });
    if (method == std::end(kMethods))
        return failure(ControlErrc::UnknownMethod, "there is no method \"" + request.method.left(40).toStdString() + "\"");
    RequestParams params(request.params, resolve);
    ControlCall call = method->decode(params);
    if (auto finished = params.finish(); !finished)
        return failure(finished.error());
    return call;
}

} // namespace trib::app
