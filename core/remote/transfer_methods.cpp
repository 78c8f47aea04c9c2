#include "core/base/json_text.h"
#include "core/remote/routes.h"

#include <array>

namespace trib::remote {
namespace {

using SessionLimit = BytesPerSecond settings::TransferSettings::*;

[[nodiscard]] bool isAlternative(const ApiContext &context) { return context.state.settings().transfer.useAlternativeLimits; }

[[nodiscard]] SessionLimit downloadLimitOf(bool alternative)
{
    return alternative ? &settings::TransferSettings::alternativeDownloadLimit : &settings::TransferSettings::downloadLimit;
}

[[nodiscard]] SessionLimit uploadLimitOf(bool alternative)
{
    return alternative ? &settings::TransferSettings::alternativeUploadLimit : &settings::TransferSettings::uploadLimit;
}

void sessionInfo(ApiContext &context, const HttpRequest &, const Respond &respond)
{
    std::string out;
    JsonText writer(out);
    writer.beginObject();
    for (const auto &[name, value] : context.state.transferFields())
        writer.key(name).raw(value);
    writer.field("use_alt_speed_limits", isAlternative(context)).field("queueing", isQueueing(context.state.settings().transfer)).field("refresh_interval", std::int64_t{1500});
    writer.endObject();
    respond(json(std::move(out)));
}

void setMode(ApiContext &context, bool alternative, const Respond &respond)
{
    context.port->submit({UseAlternativeLimits{alternative}}, whenDone(respond));
}

void setSpeedLimitsMode(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    const auto mode = parseNumber(request.field("mode"));
    if (!mode || (*mode != 0 && *mode != 1))
        return respond(invalid("mode"));
    setMode(context, *mode == 1, respond);
}

// Of the mode that holds, as in qBittorrent.
void setLimit(ApiContext &context, const HttpRequest &request, SessionLimit (*limitOf)(bool), const Respond &respond)
{
    const auto limit = parseNumber(request.field("limit"));
    if (!limit)
        return respond(invalid("limit"));
    const auto rate = BytesPerSecond(std::max<std::int64_t>(*limit, 0));
    context.port->configure([limitOf, rate](settings::EngineSettings &s) { s.transfer.*limitOf(s.transfer.useAlternativeLimits) = rate; }, whenDone(respond));
}

void giveLimit(ApiContext &context, SessionLimit (*limitOf)(bool), const Respond &respond)
{
    respond(plainText(std::to_string((context.state.settings().transfer.*limitOf(isAlternative(context))).count())));
}

void banPeers(ApiContext &context, const HttpRequest &request, const Respond &respond)
{
    BanPeers command;
    for (const std::string &peer : splitText(request.field("peers"), '|')) {
        std::string address = peer.substr(0, peer.rfind(':'));
        if (address.starts_with('[') && address.ends_with(']'))
            address = address.substr(1, address.size() - 2);
        command.addresses.push_back(std::move(address));
    }
    if (command.addresses.empty())
        return respond(missing("peers"));
    context.port->submit({std::move(command)}, whenDone(respond));
}

constexpr std::array kTransferRoutes{
    Route{"transfer/info", Needs::Any, sessionInfo},
    Route{"transfer/speedLimitsMode", Needs::Any, [](ApiContext &context, const HttpRequest &, const Respond &respond) {
        respond(plainText(isAlternative(context) ? "1" : "0"));
    }},
    Route{"transfer/toggleSpeedLimitsMode", Needs::PostOnly, [](ApiContext &context, const HttpRequest &, const Respond &respond) {
        setMode(context, !isAlternative(context), respond);
    }},
    Route{"transfer/setSpeedLimitsMode", Needs::PostOnly, setSpeedLimitsMode},
    Route{"transfer/downloadLimit", Needs::Any, [](ApiContext &context, const HttpRequest &, const Respond &respond) {
        giveLimit(context, downloadLimitOf, respond);
    }},
    Route{"transfer/uploadLimit", Needs::Any, [](ApiContext &context, const HttpRequest &, const Respond &respond) {
        giveLimit(context, uploadLimitOf, respond);
    }},
    Route{"transfer/setDownloadLimit", Needs::PostOnly, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        setLimit(context, request, downloadLimitOf, respond);
    }},
    Route{"transfer/setUploadLimit", Needs::PostOnly, [](ApiContext &context, const HttpRequest &request, const Respond &respond) {
        setLimit(context, request, uploadLimitOf, respond);
    }},
    Route{"transfer/banPeers", Needs::PostOnly, banPeers},
};

} // namespace

std::span<const Route> transferRoutes() { return kTransferRoutes; }

} // namespace trib::remote
