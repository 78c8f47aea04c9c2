#include "core/torrent/folder_events.h"

#include "core/torrent/folder.h"

#include <QObject>
#include <QSocketNotifier>

#include <array>
#include <utility>

#include <sys/inotify.h>
#include <unistd.h>

namespace trib::torrent {

class FolderEvents::Private {
public:
    Private() : events(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}

    // What changed is looked up afterwards, whatever the events say.
    void empty() const
    {
        std::array<char, 16384> buffer{};
        while (::read(events.get(), buffer.data(), buffer.size()) > 0) {
        }
    }

    const FileDescriptor events;
    std::unique_ptr<QSocketNotifier> notifier;
};

FolderEvents::FolderEvents(QObject &owner, std::function<void()> changed) : d(std::make_unique<Private>())
{
    if (!d->events.isOpen())
        return;
    d->notifier = std::make_unique<QSocketNotifier>(d->events.get(), QSocketNotifier::Read);
    QObject::connect(d->notifier.get(), &QSocketNotifier::activated, &owner, [p = d.get(), changed = std::move(changed)] {
        p->empty();
        changed();
    });
}

FolderEvents::~FolderEvents() = default;

void FolderEvents::watch(const std::string &folder) const
{
    if (d->events.isOpen())
        ::inotify_add_watch(d->events.get(), folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR);
}

} // namespace trib::torrent
