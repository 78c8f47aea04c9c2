// CommandRunner's part for watched folders and backups.
#include "core/torrent/command_runner.h"

namespace trib::torrent {

void CommandRunner::operator()(const SaveWatchedFolder &command, const Done &done)
{
    done.give(m_parts.watched.save(command.folder));
}

void CommandRunner::operator()(const RemoveWatchedFolders &command, const Done &done)
{
    done.give(m_parts.watched.remove(command.paths));
}

void CommandRunner::operator()(const MakeBackup &command, const Done &done)
{
    m_parts.backups.make(command, done);
}

} // namespace trib::torrent
