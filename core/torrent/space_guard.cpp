#include "core/torrent/space_guard.h"

#include "core/torrent/snapshot_builder.h"
#include "core/torrent/volumes.h"

#include <libtorrent/torrent_flags.hpp>

#include <QTimer>

#include <algorithm>
#include <map>

namespace trib::torrent {
namespace {

// Where a download comes as close to the reserve as this, the disk is looked at more often: a fast one writes much in two seconds.
constexpr Bytes kClose{512 << 20};
constexpr std::chrono::milliseconds kCloseLook{250};

// What may be written until the next look, and a little more; at least so much, for a rate is known a moment after it has risen.
constexpr std::chrono::seconds kAhead{2};
constexpr Bytes kLeastAhead{4 << 20};

// Room beyond the reserve that must be there before a waiting download goes on, or it would start and stop with every block.
constexpr Bytes kHeadroom{512 << 20};
constexpr Bytes kMostAhead{256 << 20};

[[nodiscard]] Bytes left(const TorrentRecord &record)
{
    return std::max(record.wanted - record.done, Bytes(0));
}

[[nodiscard]] bool writes(const Torrent &torrent)
{
    return torrent.shown->state == TorrentState::Downloading && left(torrent.record).count() > 0;
}

} // namespace

SpaceGuard::SpaceGuard(EngineContext &context, Attachment &attachment, ResumeSaver &saver)
    : m_context(context), m_attachment(attachment), m_saver(saver)
{
    QObject::connect(&m_watcher, &VolumeWatcher::changed, &context.owner, [this] { check(); });
}

void SpaceGuard::tick()
{
    check();
}

std::vector<SpaceGuard::Place> SpaceGuard::places()
{
    std::map<std::pair<std::string, std::string>, Place> found;
    const TorrentRecord *last = nullptr; // most torrents lie where the one before them does
    m_context.table.forEach([&](const Torrent &torrent) {
        const VolumeIdentity &volume = torrent.record.volume;
        const std::string &path = torrent.record.savePath;
        if (last && volume == last->volume && (!volume.mountPoint.empty() || path == last->savePath))
            return;
        last = &torrent.record;
        // of a volume that is not known there is still the room to be looked at, folder by folder
        const auto key = volume.mountPoint.empty() ? std::pair(std::string(), path) : std::pair(volume.mountPoint, volume.device);
        found.try_emplace(key, Place{volume, path});
    });
    std::vector<Place> result;
    for (auto &[key, place] : found)
        result.push_back(std::move(place));
    return result;
}

void SpaceGuard::check()
{
    if (m_looking) {
        m_again = true;
        return;
    }
    std::vector<Place> todo = places();
    if (todo.empty())
        return;
    m_looking = true;
    auto look = [todo = std::move(todo)]() mutable {
        const MountTable mounts = MountTable::current();
        for (Place &place : todo) {
            place.online = isOnline(place.volume, place.path, mounts);
            if (const auto free = freeSpace(place.path); place.online && free)
                place.free = *free;
        }
        return todo;
    };
    m_context.onPool(std::move(look), [this](std::vector<Place> looked) {
        m_looking = false;
        apply(std::move(looked));
        if (std::exchange(m_again, false))
            check();
    });
}

void SpaceGuard::apply(std::vector<Place> places)
{
    const auto forEachPlaced = [&](const std::function<void(Torrent &, Place &)> &visit) {
        auto place = places.begin();
        m_context.table.forEach([&](Torrent &torrent) {
            const auto holds = [&](const Place &p) {
                return p.volume == torrent.record.volume && (!p.volume.mountPoint.empty() || p.path == torrent.record.savePath);
            };
            if (place == places.end() || !holds(*place))
                place = std::find_if(places.begin(), places.end(), holds);
            if (place != places.end())
                visit(torrent, *place);
        });
    };
    forEachPlaced([](const Torrent &torrent, Place &place) { place.rate += torrent.shown->downloadRate; });
    bool close = false;
    forEachPlaced([this, &close](Torrent &torrent, const Place &place) {
        applyTo(torrent, place);
        close = close || (writes(torrent) && place.free.count() >= 0 && place.free < m_context.settings.storage.reserve + kClose);
    });
    if (close && !std::exchange(m_closeLook, true))
        QTimer::singleShot(kCloseLook, &m_context.owner, m_context.guarded([this] {
            m_closeLook = false;
            check();
        }));
}

void SpaceGuard::applyTo(Torrent &torrent, const Place &place)
{
    if (torrent.move || torrent.phase == Phase::Loading)
        return;
    if (!place.online) {
        if (torrent.phase != Phase::Attached)
            return;
        torrent.record.active = true; // what came in since the last flush is looked for when the volume is back
        m_saver.lastWords(torrent);
        m_attachment.detach(torrent, {ProblemKind::VolumeOffline, torrent.record.savePath, {}, {}, {}});
        m_context.log.warning("volume " + place.volume.mountPoint + " is not connected, " + torrent.record.id.toHex() + " waits for it");
        return;
    }
    if (torrent.problem.kind == ProblemKind::VolumeOffline) {
        m_attachment.reattach(torrent.record.id, false);
        return;
    }
    if (torrent.phase == Phase::Attached && place.free.count() >= 0)
        guardSpace(torrent, place);
}

void SpaceGuard::guardSpace(Torrent &torrent, const Place &place)
{
    const Bytes free = place.free;
    const Bytes reserve = m_context.settings.storage.reserve;
    if (torrent.problem.kind == ProblemKind::NoSpace) {
        if (free >= reserve + std::min(left(torrent.record), kHeadroom))
            clearNoSpace(torrent);
        else if (torrent.problem.available != std::max(free - reserve, Bytes(0)))
            setNoSpace(torrent, torrent.problem.path, free);
        return;
    }
    const Bytes ahead = std::min({left(torrent.record), kMostAhead, std::max(place.rate * kAhead, kLeastAhead)});
    if (writes(torrent) && reserve.count() > 0 && free < reserve + ahead)
        setNoSpace(torrent, torrent.record.savePath, free);
}

void SpaceGuard::outOfSpace(Torrent &torrent, Bytes free)
{
    setNoSpace(torrent, torrent.record.savePath, free);
}

void SpaceGuard::setNoSpace(Torrent &torrent, const std::string &path, Bytes free)
{
    torrent.problem = {ProblemKind::NoSpace, path, {}, left(torrent.record), std::max(free - m_context.settings.storage.reserve, Bytes(0))};
    torrent.handle.set_flags(lt::torrent_flags::upload_mode);
    refreshRow(torrent);
    m_context.publish(torrent);
}

void SpaceGuard::clearNoSpace(Torrent &torrent)
{
    torrent.problem = {};
    torrent.handle.clear_error();
    torrent.handle.unset_flags(lt::torrent_flags::upload_mode);
    m_attachment.apply(torrent);
    refreshRow(torrent);
    m_context.publish(torrent);
}

} // namespace trib::torrent
