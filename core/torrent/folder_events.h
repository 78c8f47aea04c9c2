// FolderEvents: the operating system's word that something happened in a folder (inotify). A help, no promise: network drives and other
// systems have none, and folders beyond the system's number of watches are not watched.
#pragma once

#include <functional>
#include <memory>
#include <string>

class QObject;

namespace trib::torrent {

class FolderEvents {
public:
    // Calls `changed` on the owner's thread. Goes before `owner` does.
    FolderEvents(QObject &owner, std::function<void()> changed);
    ~FolderEvents();

    // Once more for a folder that is watched already changes nothing. Touches the disk: any thread but the owner's.
    void watch(const std::string &folder) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trib::torrent
