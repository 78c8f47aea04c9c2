// The methods of categories and tags.
#include "core/base/json_text.h"
#include "core/remote/routes.h"

#include <algorithm>
#include <array>

namespace trib::remote {
namespace {

[[nodiscard]] bool hasCategory(const ApiContext &context, const std::string &name)
{
    return std::ranges::find(context.state.labels().categories, name, &Category::name) != context.state.labels().categories.end();
}

// What is no absolute path lies below the folder for downloads, as in qBittorrent.
[[nodiscard]] std::string categoryPath(const ApiContext &context, const HttpRequest &request)
{
    const std::string path(trimmed(request.field("savePath")));
    if (path.empty() || path.starts_with('/'))
        return path;
    const std::string &configured = context.state.settings().storage.savePath;
    return (configured.empty() ? context.options.defaultSavePath : configured) + '/' + path;
}

void categories(ApiContext &context, const HttpRequest &, const Respond &respond)
{
    std::string out;
    JsonText writer(out);
    writer.beginObject();
    for (const Category &category : context.state.labels().categories) {
        writer.textKey(category.name).beginObject();
        writer.field("name", std::string_view(category.name)).field("savePath", std::string_view(category.savePath)).endObject();
    }
    writer.endObject();
    respond(json(std::move(out)));
}

void saveCategory(ApiContext &context, const HttpRequest &request, bool isNew, const Respond &respond)
{
    const std::string name(trimmed(request.field("category")));
    if (name.empty())
        return respond(missing("category"));
    if (!isCategoryName(name))
        return respond(plainText("Incorrect category name", 409));
    if (hasCategory(context, name) == isNew)
        return respond(plainText(isNew ? "Unable to create category" : "Unable to edit category", 409));
    context.port->submit({SaveCategory{{name, categoryPath(context, request)}}}, whenDone(respond));
}

void removeCategories(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    if (!request.fields.contains("categories"))
        return respond(missing("categories"));
    RemoveCategories command;
    for (std::string &name : splitText(request.field("categories"), '\n')) {
        if (hasCategory(context, name))
            command.names.push_back(std::move(name));
    }
    if (command.names.empty())
        return respond(HttpResponse());
    context.port->submit({std::move(command)}, whenDone(respond));
}

void setCategory(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    auto ids = idsOf(context, request);
    const std::string category(trimmed(request.field("category")));
    if (!ids)
        return respond(missing("hashes"));
    if (!category.empty() && !hasCategory(context, category))
        return respond(plainText("Incorrect category name", 409));
    if (ids->empty())
        return respond(HttpResponse());
    context.port->submit({SetCategory{std::move(*ids), category}}, whenDoneOrGone(respond));
}

void tags(ApiContext &context, const HttpRequest &, const Respond &respond)
{
    std::string out;
    JsonText writer(out);
    writer.beginArray();
    for (const std::string &tag : context.state.labels().tags)
        writer.value(std::string_view(tag));
    writer.endArray();
    respond(json(std::move(out)));
}

// The field "tags", each of them a possible name; nullopt otherwise.
[[nodiscard]] std::optional<std::vector<std::string>> tagsOf(const HttpRequest &request)
{
    std::vector<std::string> names = splitTags(request.field("tags"));
    return std::ranges::all_of(names, isTagName) ? std::optional(std::move(names)) : std::nullopt;
}

template <class CommandType>
void withTags(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    const auto names = tagsOf(request);
    if (!names || names->empty())
        return respond(names ? missing("tags") : plainText("Incorrect tag name", 409));
    context.port->submit({CommandType{*names}}, whenDone(respond));
}

void deleteTags(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    DeleteTags command;
    for (std::string &name : splitTags(request.field("tags"))) {
        if (std::ranges::find(context.state.labels().tags, name) != context.state.labels().tags.end())
            command.tags.push_back(std::move(name));
    }
    if (command.tags.empty())
        return respond(HttpResponse());
    context.port->submit({std::move(command)}, whenDone(respond));
}

enum class TagChange { Add, Remove, Set };

void changeTags(ApiContext &context, const HttpRequest &request, TagChange change, const Respond &respond)
{
    auto ids = idsOf(context, request);
    const auto names = tagsOf(request);
    if (!ids || !names)
        return respond(ids ? plainText("Incorrect tag name", 409) : missing("hashes"));
    if (names->empty() && change == TagChange::Add)
        return respond(missing("tags"));
    std::vector<Command> commands;
    if (ids->empty())
        return respond(HttpResponse());
    if (change == TagChange::Add) {
        commands.emplace_back(ChangeTags{std::move(*ids), *names, {}});
    } else if (change == TagChange::Remove && !names->empty()) {
        commands.emplace_back(ChangeTags{std::move(*ids), {}, *names});
    } else { // none named: all that a torrent has
        for (const TorrentId &id : *ids) {
            std::vector<std::string> others = context.state.table().find(id)->snapshot->tags;
            std::erase_if(others, [&](const std::string &tag) { return std::ranges::find(*names, tag) != names->end(); });
            commands.emplace_back(ChangeTags{{id}, *names, std::move(others)});
        }
    }
    context.port->submit(std::move(commands), whenDoneOrGone(respond));
}

constexpr std::array kLabelRoutes{
    Route{"torrents/categories", Needs::Any, categories},
    Route{"torrents/createCategory", Needs::PostOnly, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        saveCategory(context, request, true, respond);
    }},
    Route{"torrents/editCategory", Needs::PostOnly, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        saveCategory(context, request, false, respond);
    }},
    Route{"torrents/removeCategories", Needs::PostOnly, removeCategories},
    Route{"torrents/setCategory", Needs::PostOnly, setCategory},
    Route{"torrents/tags", Needs::Any, tags},
    Route{"torrents/createTags", Needs::PostOnly, withTags<CreateTags>},
    Route{"torrents/deleteTags", Needs::PostOnly, deleteTags},
    Route{"torrents/addTags", Needs::PostOnly, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        changeTags(context, request, TagChange::Add, respond);
    }},
    Route{"torrents/removeTags", Needs::PostOnly, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        changeTags(context, request, TagChange::Remove, respond);
    }},
    Route{"torrents/setTags", Needs::PostOnly, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        changeTags(context, request, TagChange::Set, respond);
    }},
};

} // namespace

std::span<const Route> labelRoutes() { return kLabelRoutes; }

} // namespace trib::remote
