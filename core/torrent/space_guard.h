// SpaceGuard: watches the volumes that torrents live on. Too little room: downloads on that volume wait in libtorrent's upload mode until
// there is room again. A volume that is gone: its torrents leave libtorrent at once, so that nothing is written into the empty folder
// that its mount point leaves behind, and come back by themselves with it. Engine thread; looks at the disk on the pool.
#pragma once

#include "core/torrent/attachment.h"
#include "core/torrent/resume_saver.h"
#include "core/torrent/volume_watcher.h"

namespace trib::torrent {

class SpaceGuard {
public:
    SpaceGuard(EngineContext &context, Attachment &attachment, ResumeSaver &saver);

    void tick();

    // libtorrent met a full disk: the alert tells, its status does not.
    void outOfSpace(Torrent &torrent, Bytes free);

    // Looks again, for RepairTorrent.
    void check();

private:
    struct Place {
        VolumeIdentity volume;
        std::string path;         // a save path on it
        bool online = true;
        Bytes free{-1};           // negative: not known
        BytesPerSecond rate{};    // at which all torrents on it download
    };

    [[nodiscard]] std::vector<Place> places();
    void apply(std::vector<Place> places);
    void applyTo(Torrent &torrent, const Place &place);
    void guardSpace(Torrent &torrent, const Place &place);
    void setNoSpace(Torrent &torrent, const std::string &path, Bytes free);
    void clearNoSpace(Torrent &torrent);

    EngineContext &m_context;
    Attachment &m_attachment;
    ResumeSaver &m_saver;
    VolumeWatcher m_watcher;
    bool m_looking = false;
    bool m_again = false;
    bool m_closeLook = false; // another look is planned, for a volume that is nearly full
};

} // namespace trib::torrent
