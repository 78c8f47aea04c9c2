// MoveJobs: moving the files of torrents to another folder, one job a torrent: libtorrent lets go of it, StorageMover copies, the path is
// switched in session.db, the source is removed, libtorrent takes it back. Survives a restart at any point. Engine thread.
#pragma once

#include "core/model/commands.h"
#include "core/torrent/answer.h"
#include "core/torrent/attachment.h"
#include "core/torrent/quiescence.h"
#include "core/torrent/resume_saver.h"
#include "core/torrent/storage_mover.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace trib::torrent {

class MoveJobs {
public:
    using Ended = std::function<void(bool arrived)>;

    MoveJobs(EngineContext &context, Attachment &attachment, ResumeSaver &saver, Quiescence &quiescence);

    // The answer comes when all of them have arrived, or is the first failure.
    void start(const MoveStorage &command, const Answer<std::monostate> &answer);
    // The answer comes when the files are where they were; NotMoving if they arrived before they could be called back.
    void cancel(const CancelMove &command, const Answer<std::monostate> &answer);
    // Cancels what is under way for a torrent. `then` runs when nothing of it touches the disk any more: at once if there is nothing,
    // never when the engine ends before.
    void stop(const TorrentId &id, Ended then);

    // At start: a move that was under way when the program ended goes on, once the drive of its source is there. True if the torrent is such a one.
    bool resumeInterrupted(Torrent &torrent);
    // Removes what a move that had switched its path left at its source. While the source's volume is offline that waits for another start.
    void finishInterrupted(Torrent &torrent);

    // Refreshes the progress of the rows concerned.
    void tick();

    // The orderly end: jobs under way stop, and go on at the next start.
    void stopAll();

private:
    using Done = std::function<void(Result<>)>;

    void startOne(Torrent &torrent, const std::string &folder, Done done);
    [[nodiscard]] Result<> note(Torrent &torrent, const std::string &to);
    void letGo(Torrent &torrent, Done done);
    void run(const TorrentId &id, bool resuming, Done done);
    [[nodiscard]] Result<> claimTarget(const Torrent &torrent, const MovePlan &plan);
    void copy(const TorrentId &id, MovePlan plan, bool resuming, Done done);
    void waitForSource(Torrent &torrent, Done done);
    void arrivedAtTarget(Torrent &torrent, const MovePlan &plan, Done done);
    void leaveSource(const TorrentId &id, MovePlan plan, Done done);
    void giveUp(const TorrentId &id, Error error, const Done &done);
    void ended(const TorrentId &id, bool arrived);

    EngineContext &m_context;
    Attachment &m_attachment;
    ResumeSaver &m_saver;
    Quiescence &m_quiescence;
    std::unordered_map<TorrentId, std::vector<Ended>> m_underWay; // with whoever waits for its end
    StorageMover m_mover;
};

} // namespace trib::torrent
