#include "core/base/json_text.h"
#include "core/remote/preferences.h"
#include "core/remote/routes.h"

#include <QtGlobal>

#include <array>

namespace trib::remote {
namespace {

const std::string &savePathOf(const ApiContext &context)
{
    const std::string &path = context.state.settings().storage.savePath;
    return path.empty() ? context.options.defaultSavePath : path;
}

void buildInfo(ApiContext &context, const HttpRequest &, const Respond &respond)
{
    std::string out;
    JsonText writer(out);
    writer.beginObject()
        .field("qt", std::string_view(qVersion()))
        .field("libtorrent", std::string_view(context.options.libtorrentVersion))
        .field("bitness", std::int64_t{8 * sizeof(void *)})
        .field("application", std::string_view("Tributary " TRIB_VERSION))
        .endObject();
    respond(json(std::move(out)));
}

void setPreferences(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    if (!request.fields.contains("json"))
        return respond(missing("json"));
    PreferenceChange change = parsePreferences(context.state, context.options.defaultSavePath, request.field("json"));
    if (change.apply)
        return context.port->configure(std::move(change.apply), whenDone(respond));
    if (change.forbidden)
        return respond(plainText("Not changed: " + change.refused + " cannot be changed here", 403));
    respond(invalid(change.refused));
}

void shutdown(ApiContext &context, const HttpRequest &, const Respond &respond)
{
    if (!context.options.shutdown)
        return respond(plainText("Not allowed", 403));
    respond(HttpResponse());
    context.options.shutdown();
}

constexpr std::array kAppRoutes{
    Route{"app/version", Needs::Any, [](ApiContext &, const HttpRequest &, const Respond &respond) { respond(plainText(std::string(kCompatibleVersion))); }},
    Route{"app/webapiVersion", Needs::Any, [](ApiContext &, const HttpRequest &, const Respond &respond) { respond(plainText(std::string(kWebApiVersion))); }},
    Route{"app/buildInfo", Needs::Any, buildInfo},
    Route{"app/preferences", Needs::Any, [](ApiContext &context, const HttpRequest &, const Respond &respond) {
        respond(json(preferencesJson(context.state, context.options.defaultSavePath)));
    }},
    Route{"app/setPreferences", Needs::PostOnly, setPreferences},
    Route{"app/defaultSavePath", Needs::Any, [](ApiContext &context, const HttpRequest &, const Respond &respond) { respond(plainText(savePathOf(context))); }},
    Route{"app/shutdown", Needs::PostOnly, shutdown},
};

} // namespace

std::span<const Route> appRoutes() { return kAppRoutes; }

} // namespace trib::remote
