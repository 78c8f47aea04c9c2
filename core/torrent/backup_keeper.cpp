#include "core/torrent/backup_keeper.h"

#include "core/torrent/backup_rotation.h"

namespace trib::torrent {
namespace {

using namespace std::chrono_literals;

constexpr auto kLookEvery = 10min;

} // namespace

void BackupKeeper::make(const MakeBackup &command, const Answer<std::monostate> &answer)
{
    BackupFiles files = m_files;
    files.insert(files.end(), command.files.begin(), command.files.end());
    auto work = [profile = m_context.profile, path = command.path, files = std::move(files), &clock = m_context.clock] {
        return writeBackup(profile, path, files, clock);
    };
    m_context.onPool(std::move(work), [answer](Result<> written) { answer.give(std::move(written)); });
}

void BackupKeeper::tick()
{
    const settings::BackupSettings &settings = m_context.settings.backup;
    const SteadyTime now = m_context.clock.steadyNow();
    if (m_working || settings.folder.empty() || m_context.stopping || (settings == m_lookedWith && now < m_nextLook))
        return;
    m_working = true;
    m_lookedWith = settings;
    m_nextLook = now + kLookEvery;
    auto work = [profile = m_context.profile, settings, files = m_files, &clock = m_context.clock] { return backUpIfDue(profile, settings, files, clock); };
    m_context.onPool(std::move(work), [this](const Result<bool> &made) {
        m_working = false;
        if (!made)
            m_context.log.warning("the backup that was due was not made: " + made.error().code.message() + " " + made.error().detail);
        else if (*made)
            m_context.log.info("a backup was made");
    });
}

} // namespace trib::torrent
