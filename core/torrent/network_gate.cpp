#include "core/torrent/network_gate.h"

#include "core/base/remote_text.h"
#include "core/torrent/link_events.h"
#include "core/torrent/outgoing_interface.h"
#include "core/torrent/session_settings.h"

#include <libtorrent/session.hpp>
#include <libtorrent/settings_pack.hpp>

#include <QTimer>

#include <chrono>
#include <system_error>

namespace trib::torrent {
namespace {

constexpr std::chrono::seconds kImpatience{20};

} // namespace

void NetworkGate::watch()
{
    watchLinks(&m_context.owner, m_context.guarded([this] { check(); }));
    check();
}

void NetworkGate::check()
{
    if (m_context.stopping)
        return;
    const bool open = isAnyInterfaceThere(m_context.settings.network.interfaces);
    if (open == m_open)
        return;
    m_open = open;
    if (open)
        this->open();
    else
        shut();
}

std::string NetworkGate::reason() const
{
    return remoteText(m_context.settings.network.interfaces, 64) + ": " + std::make_error_code(std::errc::no_such_device).message();
}

void NetworkGate::shut()
{
    m_context.log.warning("the network stands still: " + reason());
    lt::settings_pack pack;
    pack.set_int(lt::settings_pack::stop_tracker_timeout, 0); // trackers are not told: their names would be looked up
    pack.set_str(lt::settings_pack::listen_interfaces, {}); // else libtorrent keeps sockets of a device that is gone, when one of its name is back
    m_context.session->apply_settings(std::move(pack));
    m_context.session->pause();
}

void NetworkGate::open()
{
    m_context.log.info("the network goes on: " + remoteText(m_context.settings.network.interfaces, 64) + " is there");
    lt::settings_pack pack = changedSettings(m_context.settings);
    pack.set_int(lt::settings_pack::stop_tracker_timeout, kStopTrackerTimeout);
    pack.set_int(lt::settings_pack::min_reconnect_time, 1);
    m_context.session->apply_settings(std::move(pack));
    m_context.session->reopen_network_sockets();
    if (!m_context.listsPending)
        m_context.session->resume();
    QTimer::singleShot(kImpatience, &m_context.owner, m_context.guarded([this] { endImpatience(); }));
}

// Peers that were lost with the interface are not to be blamed: they are connected to at once, not after libtorrent's minute.
void NetworkGate::endImpatience()
{
    lt::settings_pack pack;
    pack.set_int(lt::settings_pack::min_reconnect_time, lt::default_settings().get_int(lt::settings_pack::min_reconnect_time));
    m_context.session->apply_settings(std::move(pack));
}

} // namespace trib::torrent
