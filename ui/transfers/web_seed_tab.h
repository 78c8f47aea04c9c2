// WebSeedTab: web servers that have the files of one torrent (BEP 19), and what can be done to them. GUI thread. The shell outlives it.
#pragma once

#include "core/model/torrent_detail.h"
#include "core/model/torrent_snapshot.h"
#include "ui/transfers/detail_list.h"

namespace trib::ui {

class Shell;
class WebSeedModel;

class WebSeedTab final : public DetailList {
    Q_OBJECT

public:
    WebSeedTab(Shell &shell, QWidget *parent);

    void setTorrent(const TorrentSnapshot *torrent); // null: none
    // `peers`: those that are connected; the web servers among them tell what each sends.
    void setWebSeeds(const std::vector<std::string> &urls, const std::vector<PeerSnapshot> &peers);

private:
    WebSeedTab(Shell &shell, WebSeedModel *model, QWidget *parent);
    void edit(const QString &changed);
    void askRemoval();
    [[nodiscard]] std::vector<std::string> selectedUrls() const;

    Shell &m_shell;
    WebSeedModel *m_model;
    TorrentId m_id;
    QString m_name;
};

} // namespace trib::ui
