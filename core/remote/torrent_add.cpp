// torrents/add: from files, magnet links, hashes and addresses.
#include "core/remote/routes.h"
#include "core/remote/share_limits.h"

#include <algorithm>
#include <array>
#include <utility>

namespace trib::remote {
namespace {

constexpr std::size_t kMostSources = 1000;

// The fields of a request as options of an addition, or why not.
struct Options {
    AddRequest request;
    bool forced = false;
    std::string refused; // the parameter that is wrong
};

// Of several spellings the first that is there.
[[nodiscard]] const std::string &eitherField(const HttpRequest &request, const char *first, const char *second)
{
    return request.fields.contains(first) ? request.field(first) : request.field(second);
}

[[nodiscard]] bool takeFlag(const std::string &text, bool &flag)
{
    if (text.empty())
        return true;
    const auto parsed = parseFlag(text);
    flag = parsed.value_or(flag);
    return parsed.has_value();
}

[[nodiscard]] bool takeRate(const std::string &text, BytesPerSecond &rate)
{
    if (text.empty())
        return true;
    const auto parsed = parseNumber(text);
    rate = BytesPerSecond(std::max<std::int64_t>(parsed.value_or(0), 0));
    return parsed.has_value();
}

// root_folder is the old spelling.
[[nodiscard]] bool takeLayout(const HttpRequest &request, ContentLayout &layout)
{
    const std::string &text = request.field("contentLayout");
    if (text.empty()) {
        const auto root = parseFlag(request.field("root_folder"));
        layout = !root ? ContentLayout::Original : *root ? ContentLayout::Subfolder : ContentLayout::NoSubfolder;
        return true;
    }
    layout = text == "Subfolder" ? ContentLayout::Subfolder : text == "NoSubfolder" ? ContentLayout::NoSubfolder : ContentLayout::Original;
    return text == "Original" || layout != ContentLayout::Original;
}

[[nodiscard]] bool takePriorities(const std::string &text, std::vector<FilePriority> &priorities)
{
    for (const std::string &part : splitText(text, ',')) {
        const auto number = parseNumber(part);
        if (!number || *number < 0 || *number > 7)
            return false;
        priorities.push_back(*number == 0 ? FilePriority::DoNotDownload : *number >= 6 ? FilePriority::High : FilePriority::Normal);
    }
    return true;
}

// What would change the outcome and cannot be done is refused rather than left out.
[[nodiscard]] bool takesUnsupported(const HttpRequest &request, std::string &refused)
{
    const std::string &stop = request.field("stopCondition");
    if (!request.field("cookie").empty())
        refused = "cookie";
    else if (!stop.empty() && stop != "None")
        refused = "stopCondition";
    return !refused.empty();
}

[[nodiscard]] Options parseOptions(const ApiContext &context, const HttpRequest &request)
{
    Options options;
    AddRequest &add = options.request;
    add.stopped = !context.state.settings().storage.startWhenAdded;
    bool automatic = false;
    const std::pair<const char *, bool> taken[] = {
        {"stopped", takeFlag(eitherField(request, "stopped", "paused"), add.stopped)},
        {"skip_checking", takeFlag(eitherField(request, "skip_checking", "seedMode"), add.skipCheck)},
        {"sequentialDownload", takeFlag(request.field("sequentialDownload"), add.sequential)},
        {"firstLastPiecePrio", takeFlag(request.field("firstLastPiecePrio"), add.firstLastFirst)},
        {"addToTopOfQueue", takeFlag(request.field("addToTopOfQueue"), add.topOfQueue)},
        {"forced", takeFlag(request.field("forced"), options.forced)},
        {"autoTMM", takeFlag(request.field("autoTMM"), automatic)},
        {"dlLimit", takeRate(request.field("dlLimit"), add.limits.download)},
        {"upLimit", takeRate(request.field("upLimit"), add.limits.upload)},
        {"contentLayout", takeLayout(request, add.layout)},
        {"filePriorities", takePriorities(request.field("filePriorities"), add.priorities)},
    };
    for (const auto &[name, good] : taken) {
        if (!good && options.refused.empty())
            options.refused = name;
    }
    const ParsedShareLimits share = parseShareLimits(request, context.state.settings().transfer);
    if (!share.valid)
        options.refused = "ratioLimit";
    add.shareLimits = share.limits;
    add.savePath = automatic ? std::string() : std::string(trimmed(request.field("savepath"))); // the folder of the category then
    add.category = request.field("category");
    add.tags = splitTags(request.field("tags"));
    add.name = std::string(trimmed(request.field("rename")));
    (void)takesUnsupported(request, options.refused);
    if (!add.category.empty() && !isCategoryName(add.category))
        options.refused = "category";
    if (!std::ranges::all_of(add.tags, isTagName))
        options.refused = "tags";
    return options;
}

// Links, addresses and hashes; paths on this machine are nobody's business here.
struct Sources {
    std::vector<TorrentSource> now;   // answered when they are in the list
    std::vector<TorrentSource> later; // fetched after the answer, as in qBittorrent
    std::size_t refused = 0;
};

[[nodiscard]] Sources parseSources(const HttpRequest &request)
{
    Sources sources;
    for (const UploadedFile &file : request.files)
        sources.now.emplace_back(TorrentFileBytes{{file.bytes.begin(), file.bytes.end()}});
    for (const std::string &line : splitText(request.field("urls"), '\n')) {
        auto source = recogniseSource(line);
        if (source && std::holds_alternative<MagnetLink>(*source))
            sources.now.push_back(std::move(*source));
        else if (source && std::holds_alternative<TorrentUrl>(*source))
            sources.later.push_back(std::move(*source));
        else
            ++sources.refused;
    }
    return sources;
}

struct AddJob {
    std::size_t left = 0;
    std::size_t added = 0;
    std::size_t unreadable = 0; // were no torrents
    std::size_t failed = 0;
};

[[nodiscard]] bool isNoTorrent(const Error &error)
{
    const auto first = static_cast<int>(EngineErrc::NotBencoded);
    const auto last = static_cast<int>(EngineErrc::UnsupportedVersion);
    return error.code.category() == make_error_code(EngineErrc::NotATorrent).category() && error.code.value() >= first && error.code.value() <= last;
}

void finish(const AddJob &job, const Respond &respond)
{
    if (job.added > 0)
        return respond(plainText("Ok."));
    if (job.unreadable > 0 && job.unreadable == job.failed)
        return respond(plainText("Error: not a valid torrent file.", 415));
    respond(plainText("Fails."));
}

void addOne(ApiContext &context, AddRequest request, bool forced, const std::function<void(const Result<TorrentId> &)> &then)
{
    const bool start = forced && !request.stopped;
    context.port->add(std::move(request), [&context, start, then](const Result<TorrentId> &id) {
        if (!id || !start)
            return then(id);
        context.port->submit({StartTorrents{{*id}, true}}, [id, then](const Result<> &) { then(id); });
    });
}

void add(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    Options options = parseOptions(context, request);
    if (!options.refused.empty())
        return respond(invalid(options.refused));
    const Sources sources = parseSources(request);
    const std::size_t count = sources.now.size() + sources.later.size();
    if (count + sources.refused == 0)
        return respond(missing("urls"));
    if (count > kMostSources)
        return respond(plainText("Too many torrents in one request", 413));
    auto job = std::make_shared<AddJob>(AddJob{sources.now.size(), sources.later.size(), 0, sources.refused});
    for (const TorrentSource &source : sources.later) {
        options.request.source = source;
        addOne(context, options.request, options.forced, [](const Result<TorrentId> &) {});
    }
    if (job->left == 0)
        return finish(*job, respond);
    for (const TorrentSource &source : sources.now) {
        options.request.source = source;
        addOne(context, options.request, options.forced, [job, respond](const Result<TorrentId> &id) {
            job->added += id ? 1 : 0;
            job->failed += id ? 0 : 1;
            job->unreadable += !id && isNoTorrent(id.error()) ? 1 : 0;
            if (--job->left == 0)
                finish(*job, respond);
        });
    }
}

constexpr std::array kAddRoutes{Route{"torrents/add", Needs::PostOnly, add}};

} // namespace

std::span<const Route> torrentAddRoutes() { return kAddRoutes; }

} // namespace trib::remote
