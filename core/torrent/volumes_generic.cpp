// Mounts by Qt's portable means, where the system has no mountinfo: looked at once a second.
#include "core/torrent/mount_events.h"
#include "core/torrent/mount_table.h"

#include <QStorageInfo>
#include <QTimer>

namespace trib::torrent {

MountTable MountTable::current()
{
    std::vector<Mount> mounts;
    for (const QStorageInfo &storage : QStorageInfo::mountedVolumes()) {
        mounts.push_back({static_cast<int>(mounts.size()) + 1, 0, "/", storage.rootPath().toStdString(),
            storage.fileSystemType().toStdString(), storage.device().toStdString()});
    }
    // Qt does not tell what is mounted on what: by the names, each hangs on the nearest above it.
    for (Mount &mount : mounts) {
        std::size_t nearest = 0;
        for (const Mount &other : mounts) {
            const std::string folder = other.mountPoint.ends_with('/') ? other.mountPoint : other.mountPoint + '/';
            if (other.id != mount.id && mount.mountPoint.starts_with(folder) && other.mountPoint.size() > nearest) {
                nearest = other.mountPoint.size();
                mount.parent = other.id;
            }
        }
    }
    return MountTable(std::move(mounts));
}

std::string deviceName(const Mount &mount)
{
    return mount.type + ' ' + mount.source;
}

void watchMounts(QObject *owner, std::function<void()> changed)
{
    auto *timer = new QTimer(owner);
    QObject::connect(timer, &QTimer::timeout, owner,
        [last = MountTable::current().mounts(), changed = std::move(changed)]() mutable {
            auto now = MountTable::current().mounts();
            if (now == last)
                return;
            last = std::move(now);
            changed();
        });
    timer->start(1000);
}

} // namespace trib::torrent
