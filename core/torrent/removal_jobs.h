// RemovalJobs: torrents leave the list, with or without their files. Engine thread; the disk is the pool's.
#pragma once

#include "core/model/commands.h"
#include "core/torrent/answer.h"
#include "core/torrent/attachment.h"
#include "core/torrent/file_removal.h"
#include "core/torrent/quiescence.h"

namespace trib::torrent {

class RemovalJobs {
public:
    RemovalJobs(EngineContext &context, Quiescence &quiescence) : m_context(context), m_quiescence(quiescence) {}

    void plan(const TorrentIds &ids, const Answer<RemovalPlan> &answer);
    // Gone from session.db before the row goes; the answer comes when the files are gone too.
    void remove(const RemoveTorrents &command, const Answer<std::monostate> &answer);

private:
    struct Files {
        std::vector<ContentFiles> torrents;
        std::unordered_set<std::string> others;
    };

    void collect(const TorrentIds &ids, std::function<void(std::vector<ContentFiles>)> then);
    [[nodiscard]] std::unordered_set<std::string> ownedByOthers(const std::vector<ContentFiles> &torrents, const TorrentIds &ids) const;
    void dropFromList(const TorrentIds &ids, const Answer<std::monostate> &answer, const std::function<void()> &then);

    EngineContext &m_context;
    Quiescence &m_quiescence;
};

} // namespace trib::torrent
