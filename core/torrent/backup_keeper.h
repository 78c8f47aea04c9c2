// BackupKeeper: backups on demand, and those that are made by themselves. Engine thread; the work is done on the pool, one at a time.
#pragma once

#include "core/model/commands.h"
#include "core/torrent/answer.h"
#include "core/torrent/backup_file.h"
#include "core/torrent/engine_context.h"

namespace trib::torrent {

class BackupKeeper {
public:
    // `files` go with every backup.
    BackupKeeper(EngineContext &context, BackupFiles files) : m_context(context), m_files(std::move(files)) {}

    void make(const MakeBackup &command, const Answer<std::monostate> &answer);

    // Makes the one that is due, if one is.
    void tick();

private:
    EngineContext &m_context;
    const BackupFiles m_files;
    settings::BackupSettings m_lookedWith; // other settings are looked at without delay
    SteadyTime m_nextLook{};
    bool m_working = false;
};

} // namespace trib::torrent
