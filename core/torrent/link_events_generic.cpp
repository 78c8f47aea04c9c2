#include "core/torrent/link_events.h"

namespace trib::torrent {

void watchLinks(QObject *, std::function<void()>)
{
}

} // namespace trib::torrent
