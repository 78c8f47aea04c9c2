// Volumes: which file system a folder lives on, how much room it has, and whether it is the one that it was. Functions that look at
// the machine; any thread; none of them creates anything. A question about many torrents: take one MountTable and ask that.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/torrent/mount_table.h"
#include "core/torrent/torrent_record.h"

#include <string>

namespace trib::torrent {

// The volume that `path` (existing or not) lies on now: that of its nearest existing ancestor.
[[nodiscard]] VolumeIdentity volumeOf(const std::string &path, const MountTable &mounts = MountTable::current());

// False when the volume that was mounted at known.mountPoint is not there now: nothing may be written below it then.
// True for an unknown volume, for the root, and when `path` no longer leads to that mount point (a symbolic link that was changed).
[[nodiscard]] bool isOnline(const VolumeIdentity &known, const std::string &path, const MountTable &mounts = MountTable::current());

// Free for an ordinary user, on the volume of the nearest existing ancestor; DiskError if it cannot be asked.
[[nodiscard]] Result<Bytes> freeSpace(const std::string &path);

// Whether files may be renamed from one to the other: the same mount of the same file system.
[[nodiscard]] bool sameVolume(const std::string &a, const std::string &b, const MountTable &mounts = MountTable::current());

} // namespace trib::torrent
