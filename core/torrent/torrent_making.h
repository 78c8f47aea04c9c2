// Making a .torrent of a file or folder: reads and hashes all of it, which takes as long as the disk does. Blocks; any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/create_request.h"

#include <functional>

namespace trib::torrent {

// Called after every MiB or so; false gives up.
using MakingProgress = std::function<bool(Bytes hashed, Bytes total)>;

// The .torrent is on disk when this returns. It passes parseMetainfo() (metainfo.h) as it is, so that whoever loads it finds the files
// under their own names. Symbolic links are not followed, and nothing is left behind where it fails:
// - InvalidPieceLength, UrlInvalid, PathInvalid, TargetExists before anything is read;
// - NameInvalid, TooLarge, InvalidFileTree for what cannot be described;
// - DiskError where something cannot be read, or has changed while it was read; Cancelled.
[[nodiscard]] Result<CreatedTorrent> makeTorrent(const CreateRequest &request, const MakingProgress &progress);

} // namespace trib::torrent
