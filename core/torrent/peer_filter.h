// Which addresses the session neither connects to nor takes connections from: those that the user has banned, and those of peers that are
// known to have sent wrong data. Pure.
#pragma once

#include "core/base/result.h"
#include "core/settings/engine_settings.h"

#include <libtorrent/address.hpp>
#include <libtorrent/ip_filter.hpp>

#include <set>
#include <string>
#include <vector>

namespace trib::torrent {

inline constexpr std::size_t kMaxBanned = 10'000; // addresses

// What of network/banned_peers is no address is passed over. Of a corrupter with IPv6 the whole /64 is shut out: it has all of it.
void addPeers(lt::ip_filter &filter, const settings::NetworkSettings &network, const std::set<lt::address> &corrupters = {});

// `banned` (network/banned_peers) with `addresses`, sorted, each once. InvalidSetting for what is no address, or one too many.
[[nodiscard]] Result<std::string> withBanned(std::string_view banned, const std::vector<std::string> &addresses);

} // namespace trib::torrent
