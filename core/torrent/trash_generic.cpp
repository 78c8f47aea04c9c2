#include "core/torrent/trash.h"

#include "core/model/engine_error.h"

#include <QFile>
#include <QStorageInfo>

namespace trib::torrent {

bool hasTrash(const std::string &folder)
{
    const QStorageInfo storage(QString::fromStdString(folder));
    return storage.isValid() && !storage.isReadOnly();
}

Result<> moveToTrash(const Folder &, const std::string &path, const std::string &name)
{
    const std::string whole = path + '/' + name;
    if (QFile::moveToTrash(QString::fromStdString(whole)))
        return success();
    return failure(EngineErrc::DiskError, whole + " could not be moved to the trash");
}

} // namespace trib::torrent
