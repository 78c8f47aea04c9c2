// What the window needs of whoever can restore a backup. Values; the functions are called on the GUI thread and do not block.
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QFuture>
#include <QString>

#include <cstdint>
#include <functional>

namespace trib::ui {

struct CheckedBackup {
    WallTime made{};
    std::int64_t torrents = 0;
    std::int64_t toCheck = 0; // of them, with files that are newer than the backup
};

struct Restoring {
    // Reads all of a backup and keeps it ready beside the profile. StoreDamaged: it is no whole backup of ours; StoreNewer.
    std::function<QFuture<Result<CheckedBackup>>(const QString &file)> prepare;
    // What was prepared takes the profile's place at the next start.
    std::function<Result<>()> commit;
    std::function<void()> discard;
};

} // namespace trib::ui
