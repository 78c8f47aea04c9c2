// Metainfo: hostile bytes become a torrent, or an error that names the cause. Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/add_request.h"
#include "core/torrent/safe_path.h"

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
inline constexpr std::size_t kMaxTrackers = 1000;
inline constexpr std::size_t kMaxMagnet = 64 << 10; // bytes of a magnet link
inline constexpr std::size_t kMaxMagnetPeers = 200; // x.pe of one link

// Parses a .torrent (v1, v2, hybrid) with libtorrent's decoder and its reader of info dictionaries, between checks of our own. The
// result has `ti` (with proved piece layers, where the file has them), `info_hashes`, `name` (safe to show), trackers, web seeds and
// DHT nodes (none for a private torrent) set. Tiers are in their order, shuffled within (BEP 12).
//
// Every file path in `ti` is relative and safe (safe_path.h); no two files have one path, compared without case, and none has the
// path of a folder. Names that are merely ugly are kept addable:
// - libtorrent 2.0 itself drops "." and "..", drops separators and U+202A-202E, U+200E, U+200F, replaces control characters and
//   invalid UTF-8 by '_', an empty component by "_", a torrent name of nothing usable by the info-hash, and cuts components at about
//   240 bytes with the extension kept. On Windows it also replaces ?<>"|*: and cuts trailing dots and spaces.
// - What it leaves is renamed in `ti` and in `renamed_files` (safe_names.h): U+2066-2069, U+061C, U+FEFF and line separators, C1
//   controls, device names (CON, NUL.txt, COM1), drive letters, trailing dots and spaces, a "." or ".." that it lets through as a last
//   component, more than 64 components or 2,048 bytes, names that differ by case or normal form alone, a file where a folder is.
// Refused: symbolic links (BEP 47; by two torrents in one folder they can lead anywhere), and all that EngineErrc names from
// NotBencoded to UnsupportedVersion. Fields outside the info dictionary that are broken are ignored, for the torrent works without;
// only piece layers are not.
[[nodiscard]] Result<lt::add_torrent_params> parseMetainfo(std::span<const std::uint8_t> bytes);

// The same checks for an info dictionary that peers delivered (BEP 9), already parsed by libtorrent. Apply safeRenames() of
// safe_names.h to a torrent that passes, and remove one that does not before it may start.
[[nodiscard]] Result<> checkTorrentInfo(const lt::torrent_info &info);

// Parses a magnet link: btih (hex or base32), btmh, both; dn, tr, ws, x.pe, so, dht (BEP 9, 52, 53). Trackers that are neither http,
// https nor udp, and web seeds that are neither http nor https, are dropped, as is every other parameter that is broken. A link
// without a usable xt, of more than kMaxMagnet bytes, or with two different hashes of one kind is InvalidMagnet; a hash of the wrong
// length or alphabet is InvalidInfoHash. With so=, `file_priorities` holds the chosen files and all others are not downloaded.
[[nodiscard]] Result<lt::add_torrent_params> parseMagnet(std::string_view uri);

// What a preview shows of parsed params; `metainfo` is left empty. `files` has an entry for each file index, padding files included.
[[nodiscard]] TorrentPreview previewOf(const lt::add_torrent_params &params);

} // namespace trib::torrent
