// Metainfo: hostile bytes become a torrent, or an error that names the cause. Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/add_request.h"

#include <libtorrent/add_torrent_params.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace trib::torrent {

// Limits on what is accepted, before anything is allocated for it.
inline constexpr int kMaxBencodeDepth = 100;
inline constexpr int kMaxBencodeItems = 3'000'000;
inline constexpr int kMaxPieces = 0x200000;
inline constexpr std::int64_t kMaxPieceLength = 128 << 20;
inline constexpr std::int64_t kMaxContent = std::int64_t{1} << 48;
inline constexpr int kMaxFiles = 1'000'000;
inline constexpr int kMaxTrackers = 1000;

// Parses a .torrent (v1, v2, hybrid). The result has `ti`, trackers and web seeds set; every file path in it is relative and safe on
// all three systems: no "..", no drive letter, no reserved device name, no control or bidirectional character, no trailing dot or
// space, no component over 255 bytes of UTF-8, no more than 64 components, no two files with one path (compared without case).
[[nodiscard]] Result<lt::add_torrent_params> parseMetainfo(std::span<const std::uint8_t> bytes);

// The same checks for an info dictionary that peers delivered (BEP 9), already parsed by libtorrent.
[[nodiscard]] Result<> checkTorrentInfo(const lt::torrent_info &info);

// Parses a magnet link: btih (hex or base32), btmh, both; dn, tr, ws, x.pe, so (BEP 9, 52, 53). Trackers that are neither http, https
// nor udp, and web seeds that are neither http nor https, are dropped; a link without a usable xt is InvalidMagnet.
[[nodiscard]] Result<lt::add_torrent_params> parseMagnet(std::string_view uri);

// One component or a relative path with '/' made safe for a rename: NameInvalid if nothing usable is left of it.
[[nodiscard]] Result<std::string> safeRelativePath(std::string_view path);

// What a preview shows of parsed params; `metainfo` is left empty.
[[nodiscard]] TorrentPreview previewOf(const lt::add_torrent_params &params);

} // namespace trib::torrent
