// EnginePort and EngineFeed: the two directions between the API's thread and the engine's. EngineBridge implements the port, Api the
// feed. Both are called on the API's thread.
#pragma once

#include "core/base/result.h"
#include "core/model/add_request.h"
#include "core/model/commands.h"
#include "core/model/delta.h"
#include "core/model/labels.h"
#include "core/model/session_status.h"
#include "core/model/torrent_detail.h"
#include "core/settings/engine_settings.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace trib::remote {

// What changed since the last one; what is not set has not changed.
struct EngineNews {
    std::vector<SnapshotPointer> upserted; // each id at most once, and none that is in `removed`
    std::vector<TorrentId> removed;
    std::shared_ptr<const Labels> labels;
    std::shared_ptr<const settings::EngineSettings> settings;
    std::optional<SessionStatus> status;
};

class EngineFeed {
public:
    virtual ~EngineFeed() = default;

    // The first of them holds all that there is.
    virtual void take(const EngineNews &news) = 0;
};

template <class T = std::monostate>
using Answered = std::function<void(Result<T>)>;

// Each answer comes once, and not before the feed shows what it tells of; never, when the API is switched off first.
class EnginePort {
public:
    virtual ~EnginePort() = default;

    // Once. The feed outlives the line that the port belongs to (EngineBridge::close()).
    virtual void follow(EngineFeed &feed) = 0;

    virtual void add(AddRequest request, Answered<TorrentId> answer) = 0;
    // All of them, in order; the answer is the first failure there was.
    virtual void submit(std::vector<Command> commands, Answered<> answer) = 0;
    // For what takes long (a move): the answer comes when the engine has looked at it, and is a refusal that is known by then.
    virtual void begin(Command command, Answered<> answer) = 0;
    virtual void detail(const TorrentId &id, DetailParts parts, Answered<std::shared_ptr<const TorrentDetail>> answer) = 0;
    virtual void exportTorrent(const TorrentId &id, Answered<std::vector<std::uint8_t>> answer) = 0;
    // `change` is applied to the settings as they are then, on the engine's side: it holds values only.
    virtual void configure(std::function<void(settings::EngineSettings &)> change, Answered<> answer) = 0;
};

} // namespace trib::remote
