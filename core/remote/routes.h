// Route and ApiContext: what the methods of the API are made of. Each group has a table of its routes; api.cpp puts them together.
// API's thread.
#pragma once

#include "core/remote/api.h"
#include "core/remote/api_state.h"
#include "core/remote/engine_port.h"
#include "core/remote/http_message.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trib::remote {

struct ApiContext {
    ApiState state;
    std::unique_ptr<EnginePort> port;
    ApiOptions options;
};

enum class Needs { PostOnly, Any };

struct Route {
    std::string_view path; // behind "/api/v2/"
    Needs needs;
    void (*handle)(ApiContext &context, const HttpRequest &request, const Respond &respond);
};

[[nodiscard]] std::span<const Route> appRoutes();
[[nodiscard]] std::span<const Route> transferRoutes();
[[nodiscard]] std::span<const Route> syncRoutes();
[[nodiscard]] std::span<const Route> torrentQueryRoutes();
[[nodiscard]] std::span<const Route> torrentAddRoutes();
[[nodiscard]] std::span<const Route> torrentControlRoutes();
[[nodiscard]] std::span<const Route> torrentLimitRoutes();
[[nodiscard]] std::span<const Route> torrentFileRoutes();
[[nodiscard]] std::span<const Route> torrentSourceRoutes();
[[nodiscard]] std::span<const Route> labelRoutes();

[[nodiscard]] HttpResponse plainText(std::string text, int status = 200);
[[nodiscard]] HttpResponse json(std::string text);
[[nodiscard]] HttpResponse missing(std::string_view parameter); // 400
[[nodiscard]] HttpResponse invalid(std::string_view parameter); // 400
[[nodiscard]] HttpResponse noSuchTorrent();                     // 404
[[nodiscard]] HttpResponse refusal(const Error &error);         // by what the engine said

// 200 without a body, or the refusal.
[[nodiscard]] Answered<> whenDone(const Respond &respond);

// The same, but torrents that are not there are passed over, as qBittorrent does where a method takes several.
[[nodiscard]] Answered<> whenDoneOrGone(const Respond &respond);

// The field "hashes", divided by '|' or "all": those of them that are in the list. nullopt without the field.
[[nodiscard]] std::optional<TorrentIds> idsOf(const ApiContext &context, const HttpRequest &request);
// The same of a text.
[[nodiscard]] TorrentIds idsIn(const ApiContext &context, const std::string &hashes);
// The field "hash"; null if it is not in the list.
[[nodiscard]] const RowTable::Row *rowOf(const ApiContext &context, const HttpRequest &request);

// "true", "1", "false", "0", in any case; nullopt for anything else.
[[nodiscard]] std::optional<bool> parseFlag(std::string_view text);
[[nodiscard]] std::optional<std::int64_t> parseNumber(std::string_view text);
// "1.5" or "-2" in thousandths, without a detour by floating-point numbers.
[[nodiscard]] std::optional<std::int64_t> parsePermille(std::string_view text);
// Without the empty ones, and without spaces around them.
[[nodiscard]] std::vector<std::string> splitText(std::string_view text, char divider);
[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace trib::remote
