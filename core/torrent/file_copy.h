// Copying the content of one file to another, in blocks, holes kept. Blocks; not on the engine thread.
#pragma once

#include "core/base/result.h"
#include "core/torrent/folder.h"

#include <functional>

namespace trib::torrent {

// Told how many bytes came to be done (holes too), at most 1 MiB at a time; a failure ends the copying with it.
using CopyStep = std::function<Result<>(std::int64_t bytes)>;

// Makes `part` equal to `source`: content, modification time, permission bits; durable when it returns. What `part` holds already is
// compared and kept as far as it is right. NotEnoughSpace or DiskError; DiskError as well if the source changed meanwhile.
[[nodiscard]] Result<> copyFile(const FileDescriptor &source, const FileDescriptor &part, const CopyStep &step);

// NotEnoughSpace for a full disk or quota, else DiskError, from errno.
[[nodiscard]] Failure diskFailure(const std::string &what);

} // namespace trib::torrent
