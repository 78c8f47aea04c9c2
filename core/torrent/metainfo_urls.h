// Trackers, web seeds and nodes that a torrent or a magnet link names: only schemes that are spoken, no duplicates, bounded.
// Pure; any thread.
#pragma once

#include <libtorrent/add_torrent_params.hpp>
#include <libtorrent/bdecode.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace trib::torrent {

inline constexpr std::size_t kMaxWebSeeds = 200;
inline constexpr std::size_t kMaxDhtNodes = 100;
inline constexpr std::size_t kMaxListedUrl = 4096; // bytes of one tracker or web seed

// http, https or udp with a host, of at most kMaxListedUrl bytes, without white space and control characters.
[[nodiscard]] bool isTrackerUrl(std::string_view url);

// http or https, likewise.
[[nodiscard]] bool isWebSeedUrl(std::string_view url);

// announce-list or announce, url-list, httpseeds and nodes of a .torrent, unfiltered but for their types and number.
void readUrls(const lt::bdecode_node &torrent, lt::add_torrent_params &params);

// Drops what is no tracker or web seed, what is there twice and what is over the limits. White space around a URL is removed and
// characters that a URL may not contain are percent-encoded in web seeds, as other clients do.
void keepUsableUrls(lt::add_torrent_params &params);

} // namespace trib::torrent
