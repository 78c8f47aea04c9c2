// Where the operating system's word of a network interface or address that came or went comes from.
#pragma once

#include <functional>

class QObject;

namespace trib::torrent {

// Calls `changed` on the owner's thread after each change, until `owner` is destroyed. Where the system has no such word it never does.
void watchLinks(QObject *owner, std::function<void()> changed);

} // namespace trib::torrent
