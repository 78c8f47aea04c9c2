#include "app/window_restoring.h"

#include "core/torrent/backup_restore.h"

#include <QFile>
#include <QtConcurrent>

namespace trib::app {

ui::Restoring restoringOf(const std::filesystem::path &profile)
{
    ui::Restoring restoring;
    restoring.prepare = [profile](const QString &file) {
        const std::filesystem::path path = QFile::encodeName(file).toStdString();
        return QtConcurrent::run([profile, path] {
            return torrent::stageRestore(profile, path).map([](const torrent::StagedRestore &staged) {
                return ui::CheckedBackup{staged.manifest.made, staged.manifest.torrents, static_cast<std::int64_t>(staged.toCheck)};
            });
        });
    };
    restoring.commit = [profile] { return torrent::commitRestore(profile); };
    restoring.discard = [profile] { torrent::discardStaged(profile); };
    return restoring;
}

} // namespace trib::app
