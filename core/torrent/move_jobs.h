// MoveJobs: moving the files of torrents to another folder, one job a torrent: libtorrent lets go of it, StorageMover copies, the path is
// switched in session.db, the source is removed, libtorrent takes it back. Survives a restart at any point. Engine thread.
#pragma once

#include "core/model/commands.h"
#include "core/torrent/answer.h"
#include "core/torrent/attachment.h"
#include "core/torrent/quiescence.h"
#include "core/torrent/resume_saver.h"
#include "core/torrent/storage_mover.h"

namespace trib::torrent {

class MoveJobs {
public:
    MoveJobs(EngineContext &context, Attachment &attachment, ResumeSaver &saver, Quiescence &quiescence);

    // The answer comes when all of them have arrived, or is the first failure.
    void start(const MoveStorage &command, const Answer<std::monostate> &answer);
    void cancel(const CancelMove &command, const Answer<std::monostate> &answer);

    // At start: a move that was under way when the program ended goes on. True if the torrent is such a one.
    bool resumeInterrupted(Torrent &torrent);
    // Removes what a move that had switched its path left at its source.
    void finishInterrupted(Torrent &torrent);

    // Refreshes the progress of the rows concerned.
    void tick();

    // The orderly end: jobs under way stop, and go on at the next start.
    void stopAll();

private:
    using Done = std::function<void(Result<>)>;

    void startOne(Torrent &torrent, const std::string &to, Done done);
    void run(const TorrentId &id, bool resuming, Done done);
    void copy(const TorrentId &id, MovePlan plan, bool resuming, Done done);
    void arrivedAtTarget(const TorrentId &id, const MovePlan &plan, Done done);
    void giveUp(const TorrentId &id, Error error, const Done &done);

    EngineContext &m_context;
    Attachment &m_attachment;
    ResumeSaver &m_saver;
    Quiescence &m_quiescence;
    StorageMover m_mover;
};

} // namespace trib::torrent
