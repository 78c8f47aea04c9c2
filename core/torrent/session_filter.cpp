#include "core/torrent/session_filter.h"

#include "core/torrent/peer_filter.h"

#include <libtorrent/ip_filter.hpp>
#include <libtorrent/session.hpp>

namespace trib::torrent {
namespace {

[[nodiscard]] lt::ip_filter sessionFilter(const EngineContext &context)
{
    lt::ip_filter filter = context.listedAddresses ? *context.listedAddresses : lt::ip_filter();
    addPeers(filter, context.settings.network, context.corrupters);
    return filter;
}

} // namespace

void applySessionFilter(EngineContext &context)
{
    context.session->set_ip_filter(sessionFilter(context));
}

void forgetPeers(EngineContext &context, const std::vector<lt::address> &peers)
{
    const lt::ip_filter filter = sessionFilter(context);
    lt::ip_filter forgetting = filter;
    for (const lt::address &peer : peers)
        forgetting.add_rule(peer, peer, lt::ip_filter::blocked);
    context.session->set_ip_filter(forgetting);
    context.session->set_ip_filter(filter);
}

} // namespace trib::torrent
