#include "core/torrent/folder_events.h"

namespace trib::torrent {

class FolderEvents::Private {};

FolderEvents::FolderEvents(QObject &, std::function<void()>)
{
}

FolderEvents::~FolderEvents() = default;

void FolderEvents::watch(const std::string &) const
{
}

} // namespace trib::torrent
