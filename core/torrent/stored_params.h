// Stored blobs to libtorrent's parameters and back. Pure; any thread. The blobs are our own, guarded by checksums in session.db, but a
// damaged one must only ever yield an error.
#pragma once

#include "core/base/result.h"
#include "core/torrent/session_store.h"
#include "core/torrent/torrent_table.h"

#include <libtorrent/add_torrent_params.hpp>

#include <optional>

namespace trib::torrent {

struct StoredParams {
    lt::add_torrent_params params;       // `ti` set where the metadata is known; no flags, no save path
    std::optional<MetadataWishes> wishes; // of a magnet link without metadata
};

// StoreDamaged when a blob cannot be read.
[[nodiscard]] Result<StoredParams> decodeStored(const StoredTorrent &stored);

// libtorrent's resume data without the info dictionary, with our wishes for a magnet link beside it.
[[nodiscard]] Blob encodeResume(lt::add_torrent_params params, const std::optional<MetadataWishes> &wishes);

// The .torrent of params.ti; piece layers are left out where they are not known yet (magnet link of a v2 torrent).
[[nodiscard]] Result<Blob> encodeMetainfo(const lt::add_torrent_params &params);

} // namespace trib::torrent
