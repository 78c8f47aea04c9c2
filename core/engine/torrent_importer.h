// TorrentImporter: takes torrents over from another client: first a plan, which changes nothing anywhere, then, when someone has agreed,
// what it says. Lives on the thread of whoever created it and is called from that thread alone; the engine outlives it. Going away ends it.
#pragma once

#include "core/base/result.h"
#include "core/model/import_plan.h"

#include <QObject>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace trib::engine {

class TorrentEngine;

using ImportPlanPointer = std::shared_ptr<const Result<ImportPlan>>;

struct ImportOutcome {
    std::vector<TorrentId> added;
    std::vector<std::pair<std::string, Error>> failed; // by name; what is in the list already is DuplicateTorrent
};

class TorrentImporter : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Where that client keeps its torrents for this user; empty if there is no such folder.
    [[nodiscard]] virtual std::string usualFolder(OtherClient client) const = 0;

    // planned() follows. Once for each importer at a time.
    virtual void read(OtherClient client, std::string folder) = 0;

    // Adds all of the plan's torrents, in its order, and the categories that are not in `there`. finished() follows.
    virtual void carryOut(std::shared_ptr<const ImportPlan> plan, const Labels &there) = 0;

    // planned() with Cancelled, or finished() with what has been added so far, follows.
    virtual void cancel() = 0;

Q_SIGNALS:
    void progressed(qint64 done, qint64 of); // torrents
    void planned(const trib::engine::ImportPlanPointer &plan);
    void finished(const trib::engine::ImportOutcome &outcome);
};

using MakeTorrentImporter = std::function<std::unique_ptr<TorrentImporter>()>;

} // namespace trib::engine
