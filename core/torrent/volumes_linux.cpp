// Mounts on Linux: /proc/self/mountinfo, which poll(2) reports as exceptional when it changes, and udev's links for the UUIDs.
#include "core/torrent/mount_events.h"
#include "core/torrent/mount_table.h"

#include <QFile>
#include <QSocketNotifier>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace trib::torrent {

namespace {

namespace fs = std::filesystem;

constexpr char kMountInfo[] = "/proc/self/mountinfo";
constexpr char kUuidLinks[] = "/dev/disk/by-uuid";

std::string uuidOf(const std::string &source)
{
    std::error_code error;
    const fs::path device = fs::canonical(source, error);
    if (error)
        return {};
    for (fs::directory_iterator link(kUuidLinks, error), end; !error && link != end; link.increment(error)) {
        std::error_code dangling;
        if (fs::canonical(link->path(), dangling) == device && !dangling)
            return link->path().filename().string();
    }
    return {};
}

} // namespace

MountTable MountTable::current()
{
    std::ifstream stream(kMountInfo, std::ios::binary);
    return parse(std::string(std::istreambuf_iterator<char>(stream), {})).withRoot();
}

std::string deviceName(const Mount &mount)
{
    const std::string uuid = mount.source.starts_with('/') ? uuidOf(mount.source) : std::string();
    std::string name = uuid.empty() ? mount.type + ' ' + mount.source : "uuid " + uuid;
    if (mount.root != "/")
        name += ' ' + mount.root;
    return name;
}

void watchMounts(QObject *owner, std::function<void()> changed)
{
    auto *file = new QFile(QString::fromLatin1(kMountInfo), owner);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return;
    auto *notifier = new QSocketNotifier(file->handle(), QSocketNotifier::Exception, file);
    QObject::connect(notifier, &QSocketNotifier::activated, owner, std::move(changed));
}

} // namespace trib::torrent
