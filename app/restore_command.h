// `tributaryd restore` and `tributary --restore`: a backup in the place of what the profile holds. Needs a profile that no program has
// open. Parsing is pure; any thread.
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace trib::app {

inline constexpr const char *kRestore = "restore";

struct RestoreCommand {
    QString file; // absolute
    bool dryRun = false;
    bool json = false;
};

// WrongUsage with a sentence that names the argument. `arguments` is what stands behind "restore".
[[nodiscard]] Result<RestoreCommand> parseRestore(const QStringList &arguments, const QString &folder);

// The lines of `tributaryd --help`.
[[nodiscard]] QString restoreHelp();

} // namespace trib::app
