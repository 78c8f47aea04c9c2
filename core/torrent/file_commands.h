// FileCommands: what is done to single files of a torrent: priorities and renames, and bringing back a record that cannot be read. Engine thread.
#pragma once

#include "core/model/commands.h"
#include "core/torrent/answer.h"
#include "core/torrent/attachment.h"
#include "core/torrent/quiescence.h"
#include "core/torrent/resume_saver.h"

#include <deque>
#include <map>
#include <memory>

namespace trib::torrent {

class FileCommands {
public:
    using Done = Answer<std::monostate>;

    FileCommands(EngineContext &context, Attachment &attachment, ResumeSaver &saver, Quiescence &quiescence)
        : m_context(context), m_attachment(attachment), m_saver(saver), m_quiescence(quiescence) {}

    void setPriorities(const SetFilePriorities &command, const Done &done);
    void rename(const RenameFile &command, const Done &done);
    void rename(const RenameFolder &command, const Done &done);

    // Takes the record of an unreadable torrent from the newest snapshot that has it.
    void restoreRecord(const TorrentId &id);

    // libtorrent's answers.
    void renamed(const lt::torrent_handle &handle, lt::file_index_t file);
    void renameFailed(const lt::torrent_handle &handle, lt::file_index_t file, const lt::error_code &error);
    void prioritiesSet(const lt::torrent_handle &handle);

private:
    struct Pending {
        Done done;
        int left = 0;
        std::vector<std::string> former; // paths
        Result<> first = success();
    };

    void finish(Torrent &torrent, std::shared_ptr<Pending> renames);
    void renameAll(Torrent &torrent, const std::vector<std::pair<lt::file_index_t, std::string>> &renames, const Done &done);
    void giveWhenStored(Torrent &torrent, const Done &done);
    void confirmed(Torrent &torrent);
    void settle(const lt::torrent_handle &handle, lt::file_index_t file, Result<> result);
    [[nodiscard]] Torrent *ready(const TorrentId &id, const Done &done);

    EngineContext &m_context;
    Attachment &m_attachment;
    ResumeSaver &m_saver;
    Quiescence &m_quiescence;
    // In the order of libtorrent's answers.
    std::map<lt::torrent_handle, std::deque<Done>> m_priorities;
    std::map<std::pair<lt::torrent_handle, lt::file_index_t>, std::deque<std::shared_ptr<Pending>>> m_renames;
};

} // namespace trib::torrent
