#include "core/torrent/session_settings.h"

#include "core/torrent/url.h"

#include <libtorrent/alert.hpp>
#include <libtorrent/fingerprint.hpp>

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace trib::torrent {
namespace {

using Pack = lt::settings_pack;

[[nodiscard]] int clampedRate(BytesPerSecond rate)
{
    return static_cast<int>(std::min<std::int64_t>(rate.count(), std::numeric_limits<int>::max()));
}

// "a,b" with port 6881 becomes "a:6881,b:6881"; an address with colons is put into brackets.
[[nodiscard]] std::string listenInterfaces(const settings::NetworkSettings &network)
{
    const std::string port = ":" + std::to_string(network.port);
    if (network.interfaces.empty())
        return "0.0.0.0" + port + ",[::]" + port;
    std::string all;
    std::string_view rest = network.interfaces;
    while (!rest.empty()) {
        std::string_view one = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(one.size() + 1, rest.size()));
        while (one.starts_with(' '))
            one.remove_prefix(1);
        while (one.ends_with(' '))
            one.remove_suffix(1);
        if (one.empty())
            continue;
        const bool bare6 = one.find(':') != std::string_view::npos && !one.starts_with('[');
        all.append(all.empty() ? "" : ",").append(bare6 ? "[" : "").append(one).append(bare6 ? "]" : "").append(port);
    }
    return all;
}

[[nodiscard]] bool isHttpProxy(const std::string &proxy)
{
    const auto url = parseProxyUrl(proxy);
    return !proxy.empty() && (!url || url->scheme == "http");
}

// libtorrent looks their names up itself, past the proxy: with one only those that are addresses are used.
[[nodiscard]] std::string bootstrapNodes(const settings::NetworkSettings &network)
{
    if (network.proxy.empty())
        return network.dhtBootstrap;
    std::string nodes;
    std::string_view rest = network.dhtBootstrap;
    while (!rest.empty()) {
        const std::string_view node = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(node.size() + 1, rest.size()));
        std::string_view host = node.substr(0, node.rfind(':'));
        if (host.starts_with('[') && host.ends_with(']'))
            host = host.substr(1, host.size() - 2);
        boost::system::error_code isName;
        static_cast<void>(boost::asio::ip::make_address(std::string(host), isName));
        if (!isName)
            nodes.append(nodes.empty() ? "" : ",").append(node);
    }
    return nodes;
}

void setNetwork(Pack &pack, const settings::NetworkSettings &network)
{
    pack.set_str(Pack::listen_interfaces, listenInterfaces(network));
    pack.set_str(Pack::outgoing_interfaces, network.interfaces);
    pack.set_int(Pack::connections_limit, network.connections);
    pack.set_bool(Pack::enable_outgoing_tcp, network.tcp);
    pack.set_bool(Pack::enable_incoming_tcp, network.tcp);
    // libtorrent tries uTP first wherever it is enabled. A peer does not see that a uTP connection's other end has died, and refuses a
    // second one from the same address for up to a minute; and on a fast network uTP is several times slower than TCP.
    pack.set_bool(Pack::enable_outgoing_utp, network.utp && (network.utpFirst || !network.tcp));
    pack.set_bool(Pack::enable_incoming_utp, network.utp);
    pack.set_bool(Pack::enable_dht, network.dht && !isHttpProxy(network.proxy)); // its packets can go through a SOCKS proxy only
    pack.set_bool(Pack::enable_lsd, network.lsd);
    pack.set_bool(Pack::enable_upnp, network.portMapping);
    pack.set_bool(Pack::enable_natpmp, network.portMapping);
    pack.set_str(Pack::dht_bootstrap_nodes, network.dht ? bootstrapNodes(network) : std::string());
    const auto policy = network.encryption == settings::Encryption::Require ? Pack::pe_forced
        : network.encryption == settings::Encryption::Disable ? Pack::pe_disabled : Pack::pe_enabled;
    pack.set_int(Pack::out_enc_policy, policy);
    pack.set_int(Pack::in_enc_policy, policy);
    pack.set_int(Pack::allowed_enc_level, network.encryption == settings::Encryption::Require ? Pack::pe_rc4 : Pack::pe_both);
}

void setProxy(Pack &pack, const std::string &proxy)
{
    const auto url = parseProxyUrl(proxy);
    const bool used = !proxy.empty() && url;
    const bool user = used && !url->user.empty();
    int type = Pack::none;
    if (used && url->scheme == "http")
        type = user ? Pack::http_pw : Pack::http;
    else if (used)
        type = user ? Pack::socks5_pw : Pack::socks5;
    pack.set_int(Pack::proxy_type, type);
    pack.set_str(Pack::proxy_hostname, used ? url->host : std::string());
    pack.set_int(Pack::proxy_port, used ? url->port : 0);
    pack.set_str(Pack::proxy_username, used ? url->user : std::string());
    pack.set_str(Pack::proxy_password, used ? url->password : std::string());
    pack.set_bool(Pack::proxy_hostnames, true);
    pack.set_bool(Pack::proxy_peer_connections, true);
    pack.set_bool(Pack::proxy_tracker_connections, true);
}

void setTransfer(Pack &pack, const settings::TransferSettings &transfer)
{
    pack.set_int(Pack::download_rate_limit, clampedRate(downloadLimit(transfer)));
    pack.set_int(Pack::upload_rate_limit, clampedRate(uploadLimit(transfer)));
    pack.set_int(Pack::active_downloads, transfer.activeDownloads);
    pack.set_int(Pack::active_seeds, transfer.activeSeeds);
    pack.set_int(Pack::active_limit, transfer.activeTotal);
    pack.set_int(Pack::active_checking, transfer.activeChecks);
    pack.set_int(Pack::active_dht_limit, transfer.activeTotal);
    pack.set_int(Pack::active_tracker_limit, transfer.activeTotal);
    pack.set_int(Pack::active_lsd_limit, transfer.activeTotal);
}

} // namespace

std::string userAgent()
{
    return "Tributary/" TRIB_VERSION;
}

std::string peerFingerprint()
{
    std::array<int, 3> parts{};
    std::string_view rest = TRIB_VERSION;
    for (int &part : parts) {
        const auto end = std::from_chars(rest.data(), rest.data() + rest.size(), part).ptr;
        rest.remove_prefix(std::min(static_cast<std::size_t>(end - rest.data()) + 1, rest.size()));
    }
    return lt::generate_fingerprint("TY", parts[0], parts[1], parts[2], 0);
}

BytesPerSecond downloadLimit(const settings::TransferSettings &settings)
{
    return settings.useAlternativeLimits ? settings.alternativeDownloadLimit : settings.downloadLimit;
}

BytesPerSecond uploadLimit(const settings::TransferSettings &settings)
{
    return settings.useAlternativeLimits ? settings.alternativeUploadLimit : settings.uploadLimit;
}

Pack changedSettings(const settings::EngineSettings &settings)
{
    Pack pack;
    setNetwork(pack, settings.network);
    setProxy(pack, settings.network.proxy);
    setTransfer(pack, settings.transfer);
    return pack;
}

Pack startSettings(const settings::EngineSettings &settings)
{
    Pack pack = changedSettings(settings);
    pack.set_str(Pack::user_agent, userAgent());
    pack.set_str(Pack::handshake_client_version, userAgent());
    pack.set_str(Pack::peer_fingerprint, peerFingerprint());
    pack.set_int(Pack::alert_mask, static_cast<int>(static_cast<std::uint32_t>(
        lt::alert_category::error | lt::alert_category::status | lt::alert_category::storage | lt::alert_category::tracker
        | lt::alert_category::peer)));
    pack.set_int(Pack::alert_queue_size, 100'000);
    pack.set_bool(Pack::validate_https_trackers, true);
    pack.set_bool(Pack::ssrf_mitigation, true);
    pack.set_bool(Pack::allow_idna, false);
    pack.set_bool(Pack::apply_ip_filter_to_trackers, false); // see session_filter.h
    pack.set_bool(Pack::dont_count_slow_torrents, false);
    pack.set_bool(Pack::announce_to_all_tiers, false);
    // A torrent that meets a full disk is put into upload mode; we take it out when there is room, not a timer.
    pack.set_int(Pack::optimistic_disk_retry, 0x3fffffff);
    // A magnet link asks for no file until its metadata is there and was checked, so libtorrent thinks it finished for a moment: it must
    // not hang up on the seeds then, to whom it would return a minute later only.
    pack.set_bool(Pack::close_redundant_connections, false);
    // Else the first pieces are picked at random, whatever their priority: those that were to be first come late.
    pack.set_int(Pack::initial_picker_threshold, 0);
    pack.set_int(Pack::stop_tracker_timeout, kStopTrackerTimeout);
    pack.set_int(Pack::file_pool_size, 200);
    return pack;
}

} // namespace trib::torrent
