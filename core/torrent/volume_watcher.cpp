#include "core/torrent/volume_watcher.h"

#include "core/torrent/mount_events.h"

namespace trib::torrent {

VolumeWatcher::VolumeWatcher(QObject *parent) : QObject(parent)
{
    watchMounts(this, [this] { Q_EMIT changed(); });
}

} // namespace trib::torrent
