// `tributaryd import`: takes torrents over from another client. With --dry-run it reads and prints, and needs no running program; else
// the program that runs on the profile does it. Parsing and printing are pure; any thread.
#pragma once

#include "app/control_protocol.h"
#include "core/base/result.h"
#include "core/engine/torrent_importer.h"
#include "core/model/import_plan.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace trib::app {

inline constexpr const char *kImport = "import";

struct ImportCommand {
    OtherClient client = OtherClient::QBittorrent;
    QString folder; // absolute; empty: where that client keeps things for this user
    bool dryRun = false;
    bool json = false;
};

// WrongUsage with a sentence that names the argument. `arguments` is what stands behind "import".
[[nodiscard]] Result<ImportCommand> parseImport(const QStringList &arguments, const QString &folder);

// "qbittorrent", "transmission".
[[nodiscard]] std::optional<OtherClient> clientNamed(const QString &name);
[[nodiscard]] QString nameOf(OtherClient client);

[[nodiscard]] QJsonObject toJson(const ImportPlan &plan);
// A line a torrent, what could not be read, and how many there are of each state.
[[nodiscard]] QString textOf(const ImportPlan &plan);

// The lines of `tributaryd --help`.
[[nodiscard]] QString importHelp();

} // namespace trib::app
