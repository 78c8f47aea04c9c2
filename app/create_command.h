// `tributaryd create`: makes a .torrent; needs no running program. The parsing is pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/model/create_request.h"

#include <QString>
#include <QStringList>

namespace trib::app {

inline constexpr const char *kCreate = "create";

struct CreateCommand {
    CreateRequest request;
    bool seed = false; // add it to the program that runs on the profile, without a check
    bool json = false;
};

// WrongUsage with a sentence that names the argument. `arguments` is what stands behind "create".
[[nodiscard]] Result<CreateCommand> parseCreate(const QStringList &arguments, const QString &folder);

// The lines of `tributaryd --help`.
[[nodiscard]] QString createHelp();

} // namespace trib::app
