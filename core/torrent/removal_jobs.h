// RemovalJobs: torrents leave the list, with or without their files. Engine thread; the disk is the pool's.
#pragma once

#include "core/model/commands.h"
#include "core/torrent/answer.h"
#include "core/torrent/attachment.h"
#include "core/torrent/file_removal.h"
#include "core/torrent/move_jobs.h"
#include "core/torrent/quiescence.h"

namespace trib::torrent {

class RemovalJobs {
public:
    RemovalJobs(EngineContext &context, MoveJobs &moves, Quiescence &quiescence) : m_context(context), m_moves(moves), m_quiescence(quiescence) {}

    void plan(const TorrentIds &ids, const Answer<RemovalPlan> &answer);
    // Moves under way are cancelled and waited for. NoTrash: all stay in the list, with their files. Else gone from session.db before the row goes; the answer comes when the files are gone too.
    void remove(const RemoveTorrents &command, const Answer<std::monostate> &answer);

private:
    void collect(const TorrentIds &ids, std::function<void(std::vector<ContentFiles>)> then);
    [[nodiscard]] std::unordered_set<std::string> ownedByOthers(const std::vector<ContentFiles> &torrents, const TorrentIds &ids) const;
    void removeStill(const RemoveTorrents &command, const Answer<std::monostate> &answer);
    void removeWithFiles(const RemoveTorrents &command, const std::vector<ContentFiles> &torrents, const Answer<std::monostate> &answer);
    void stay(const TorrentIds &ids);
    void dropFromList(const TorrentIds &ids, const Answer<std::monostate> &answer, const std::function<void()> &then);

    EngineContext &m_context;
    MoveJobs &m_moves;
    Quiescence &m_quiescence;
};

} // namespace trib::torrent
