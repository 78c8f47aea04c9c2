// VolumeWatcher: tells when a volume was mounted or unmounted: within milliseconds on Linux, within a second elsewhere. Lives on a
// thread with an event loop; owned by whoever listens. What has changed, volumes.h says.
#pragma once

#include <QObject>

namespace trib::torrent {

class VolumeWatcher : public QObject {
    Q_OBJECT

public:
    explicit VolumeWatcher(QObject *parent = nullptr);

Q_SIGNALS:
    void changed();
};

} // namespace trib::torrent
