// Volumes: which file system a folder lives on, how much room it has, and whether it is the one that it was. Functions that look at
// the machine; any thread; none of them creates anything.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/torrent/torrent_record.h"

#include <string>

namespace trib::torrent {

// The volume that `path` (existing or not) lies on now: that of its nearest existing ancestor.
[[nodiscard]] VolumeIdentity volumeOf(const std::string &path);

// False when the volume that was mounted at known.mountPoint is not there now: nothing may be written below it then.
[[nodiscard]] bool isOnline(const VolumeIdentity &known, const std::string &path);

// Free for an ordinary user; DiskError if it cannot be asked.
[[nodiscard]] Result<Bytes> freeSpace(const std::string &path);

[[nodiscard]] bool sameVolume(const std::string &a, const std::string &b);

} // namespace trib::torrent
