// PeerTab: the peers of one torrent, and what can be done to them: meet another, copy addresses, ban. GUI thread. The shell outlives it.
#pragma once

#include "core/model/torrent_detail.h"
#include "core/model/torrent_snapshot.h"
#include "core/settings/engine_settings.h"
#include "ui/transfers/detail_list.h"

namespace trib::ui {

class PeerModel;
class Shell;

class PeerTab final : public DetailList {
    Q_OBJECT

public:
    PeerTab(Shell &shell, QWidget *parent);

    void setTorrent(const TorrentSnapshot *torrent); // null: none
    void setPeers(std::vector<PeerSnapshot> peers);
    void takeRestoredColumns(); // which may come from a time when there was a database of countries

private:
    PeerTab(Shell &shell, PeerModel *model, QWidget *parent);
    void addTasks();
    void askBan();
    void showCountries(const std::vector<PeerSnapshot> &peers);
    [[nodiscard]] QStringList selectedEndpoints() const;
    [[nodiscard]] std::vector<std::string> selectedAddresses() const; // without ports; web seeds have none

    Shell &m_shell;
    PeerModel *m_model;
    settings::EngineSettings m_settings;
    TorrentId m_id;
    QString m_name;
    bool m_canMeet = false; // runs, and is not private
    bool m_countriesKnown = false;
};

} // namespace trib::ui
