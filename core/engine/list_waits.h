// ListWaits: who was told that a command is done shall find it in the list. Keeps answers back until the deltas show it, and joins the
// answers of several commands into one. For the control socket and the remote API; lives on the thread of the engine's caller.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <list>

namespace trib::engine {

class ListWaits final : public QObject {
    Q_OBJECT

public:
    // Whether the caller's copy of the list holds a torrent.
    using Contains = std::function<bool(const TorrentId &)>;

    explicit ListWaits(Contains contains, QObject *parent = nullptr);

    // At once if it is so already; after 5 s all the same, for it is done and durable: undone again meanwhile, or the deltas are slow.
    void whenListShows(TorrentIds ids, bool present, std::function<void()> done);

    // After each delta that the caller has taken into its copy.
    void look();

private:
    struct Wait {
        TorrentIds ids;
        bool present;
        std::function<void()> done;
        std::uint64_t serial;
    };

    [[nodiscard]] bool shows(const Wait &wait) const;

    Contains m_contains;
    std::list<Wait> m_waits;
    std::uint64_t m_serials = 0;
};

// `done` runs once, when all are answered, with the first failure if there was one; at once without commands.
void submitAll(TorrentEngine &engine, QObject *context, const std::vector<Command> &commands, std::function<void(const Result<> &)> done);

// What the commands take out of the list.
[[nodiscard]] TorrentIds removedBy(const std::vector<Command> &commands);

} // namespace trib::engine
