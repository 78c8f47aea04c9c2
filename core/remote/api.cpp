#include "core/remote/api.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/remote/routes.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace trib::remote {
namespace {

constexpr std::string_view kBase = "/api/v2/";
constexpr std::size_t kMostWaiting = 1000;

// Of what was sent the number of torrents alone is told: the rest may hold names, paths, and addresses with keys in them.
[[nodiscard]] std::string noted(const HttpRequest &request, const HttpResponse &response)
{
    std::string text = "API: " + request.path.substr(kBase.size()) + " by " + request.session + " from " + request.address;
    const std::string &hashes = request.field("hashes");
    if (hashes == "all")
        text += ", all torrents";
    else if (!hashes.empty())
        text += ", torrents: " + std::to_string(std::count(hashes.begin(), hashes.end(), '|') + 1);
    return response.status < 400 ? text : text + ": refused with " + std::to_string(response.status);
}

using Table = std::map<std::string, const Route *, std::less<>>; // by the whole path

[[nodiscard]] Table makeTable()
{
    Table table;
    for (const auto routes : {appRoutes(), transferRoutes(), syncRoutes(), torrentQueryRoutes(), torrentAddRoutes(), torrentControlRoutes(),
             torrentLimitRoutes(), torrentFileRoutes(), torrentSourceRoutes(), labelRoutes()}) {
        for (const Route &route : routes)
            table.emplace(std::string(kBase) + std::string(route.path), &route);
    }
    return table;
}

// Differs from run to run, also where there is no entropy to be had.
[[nodiscard]] Revision firstRevision()
{
    constexpr Revision kMost = 1'000'000'000; // leaves room for as many revisions below 2^31
    std::array<std::uint8_t, 4> bytes{};
    SystemRandom random;
    if (!random.fill(bytes))
        return static_cast<Revision>(SystemClock().wallNow().time_since_epoch().count() % kMost) + 1;
    Revision value = 0;
    for (const std::uint8_t byte : bytes)
        value = value << 8 | byte;
    return value % kMost + 1;
}

} // namespace

class Api::Private {
public:
    Private(std::unique_ptr<EnginePort> port, ApiOptions options)
        : context{ApiState(firstRevision()), std::move(port), std::move(options)}, table(makeTable())
    {
    }

    // The log outlives the server, and with it every answer.
    [[nodiscard]] Respond noting(const HttpRequest &request, const Respond &respond) const
    {
        if (!context.options.log)
            return respond;
        const HttpRequest who{request.method, request.path, {{"hashes", request.field("hashes")}}, {}, request.session, request.address};
        return [log = context.options.log, who, respond](HttpResponse response) {
            const std::string text = noted(who, response);
            log->write(response.status < 400 ? LogLevel::Info : LogLevel::Warning, text);
            respond(std::move(response));
        };
    }

    void handle(const HttpRequest &request, const Respond &respond)
    {
        const auto found = table.find(request.path);
        if (found == table.end())
            return respond(plainText("Not Found", 404));
        const bool changes = found->second->needs == Needs::PostOnly;
        if (changes && request.method != "POST")
            return respond(plainText("Method Not Allowed", 405));
        const Respond answer = changes ? noting(request, respond) : respond;
        if (context.state.isReady())
            return found->second->handle(context, request, answer);
        if (waiting.size() >= kMostWaiting)
            return answer(plainText("Service Unavailable", 503));
        waiting.push_back([this, route = found->second, request, answer] { route->handle(context, request, answer); });
    }

    ApiContext context;
    const Table table;
    std::vector<std::function<void()>> waiting; // for the first news
};

Api::Api(std::unique_ptr<EnginePort> port, ApiOptions options) : d(std::make_unique<Private>(std::move(port), std::move(options)))
{
    d->context.port->follow(*this);
}

Api::~Api() = default;

RequestHandler Api::handler()
{
    return [this](const HttpRequest &request, const Respond &respond) { d->handle(request, respond); };
}

std::vector<RouteInfo> Api::routes()
{
    std::vector<RouteInfo> routes;
    for (const auto &[path, route] : makeTable())
        routes.push_back({path, route->needs == Needs::PostOnly});
    return routes;
}

void Api::take(const EngineNews &news)
{
    d->context.state.take(news);
    for (const auto &handle : std::exchange(d->waiting, {}))
        handle();
}

} // namespace trib::remote
