// Where the operating system's word of a changed mount table comes from. Implemented beside MountTable::current().
#pragma once

#include <functional>

class QObject;

namespace trib::torrent {

// Calls `changed` on the owner's thread after each change, until `owner` is destroyed.
void watchMounts(QObject *owner, std::function<void()> changed);

} // namespace trib::torrent
