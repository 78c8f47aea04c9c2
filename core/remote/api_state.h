// ApiState: all that the API knows of the engine, and the journal that sync/maindata is answered from. API's thread.
#pragma once

#include "core/remote/change_log.h"
#include "core/remote/engine_port.h"
#include "core/remote/row_table.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace trib::remote {

// False: no torrent ever waits for its turn.
[[nodiscard]] bool isQueueing(const settings::TransferSettings &transfer);

class ApiState {
public:
    // `first` is by chance, so that no client takes the state of an earlier run for this one's; at most a thousand million.
    explicit ApiState(Revision first);

    void take(const EngineNews &news);

    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] const RowTable &table() const { return m_table; }
    [[nodiscard]] const Labels &labels() const { return *m_labels; }
    [[nodiscard]] const settings::EngineSettings &settings() const { return *m_settings; }
    [[nodiscard]] const SessionStatus &status() const { return m_status; }

    // The answer of sync/maindata to a client that has the state of revision `since`; 0 for one that has none.
    [[nodiscard]] std::string mainData(Revision since);
    [[nodiscard]] Revision revision() const { return m_revision; }

    // What transfer/info and server_state have in common, as names with JSON texts.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> transferFields() const;

private:
    struct Tracker {
        std::set<TorrentId> torrents;
        Revision changed = 0;
    };

    void takeRows(const EngineNews &news);
    void moveTracker(const TorrentId &id, const std::string &from, const std::string &to);
    void takeLabels();
    void takeServerState();
    [[nodiscard]] bool reachesBackTo(Revision since) const;
    void writeRemoved(std::string &out, Revision since) const;
    void writeTrackers(std::string &out, Revision since) const;

    RowTable m_table;
    std::shared_ptr<const Labels> m_labels = std::make_shared<const Labels>();
    std::shared_ptr<const settings::EngineSettings> m_settings = std::make_shared<const settings::EngineSettings>();
    SessionStatus m_status;
    StampedMap m_categories;
    StampedMap m_tags;
    StampedMap m_server;
    std::map<std::string, Tracker> m_trackers; // by URL
    RemovalLog<std::string> m_goneTrackers;
    Revision m_first;
    Revision m_revision;
    bool m_ready = false;
};

} // namespace trib::remote
