#include "ui/transfers/peer_tab.h"

#include "ui/dialogs/add_peer_dialog.h"
#include "ui/dialogs/banned_peers_dialog.h"
#include "ui/dialogs/question_dialog.h"
#include "ui/models/peer_model.h"
#include "ui/shell/feature.h"
#include "ui/shell/submit.h"
#include "ui/text/tr.h"
#include "ui/transfers/transfer_actions.h"
#include "ui/widgets/row_delegate.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace trib::ui {
namespace {

// "198.51.100.7:6881" and "[2001:db8::7]:6881" without port and brackets.
std::string addressIn(const std::string &endpoint)
{
    const std::string host = endpoint.substr(0, endpoint.rfind(':'));
    return host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2) : host;
}

} // namespace

PeerTab::PeerTab(Shell &shell, QWidget *parent)
    : PeerTab(shell, new PeerModel, parent)
{
}

PeerTab::PeerTab(Shell &shell, PeerModel *model, QWidget *parent)
    : DetailList(*model, TrTransfers::tr("Peers"), {22, 9, 18, 7, 15, 8, 10, 10, 10, 10, kRest}, PeerModel::Address, parent)
    , m_shell(shell)
    , m_model(model)
{
    m_model->setParent(this);
    table().setItemDelegateForColumn(PeerModel::Progress, new ProgressDelegate(PeerModel::ProgressRole, 0, this));
    takeRestoredColumns();
    setHint(TrTransfers::tr("No peer is connected."));
    addTasks();
    connect(&m_shell.engine(), &engine::TorrentEngine::settingsChanged, this, [this](const settings::EngineSettings &settings) { m_settings = settings; });
}

void PeerTab::addTasks()
{
    addTask({TrTransfers::tr("Connect to a peer…"), QStringLiteral("add"), QKeySequence(Qt::Key_Insert), Needs::Nothing, [this] {
                 auto *dialog = new AddPeerDialog(m_shell.engine(), m_id, m_name, m_shell.dialogParent());
                 connect(dialog, &AddPeerDialog::asked, this, [this](const QString &endpoint) { m_shell.announce(TrTransfers::tr("Connecting to %1…").arg(endpoint)); });
                 dialog->open();
             }, [this] { return m_canMeet; }});
    addTask({TrTransfers::tr("Copy address"), QStringLiteral("copy"), QKeySequence::Copy, Needs::SomeRows,
             [this] { QGuiApplication::clipboard()->setText(selectedEndpoints().join(u'\n')); }});
    addSeparator();
    addTask({TrTransfers::tr("Ban…"), QStringLiteral("ban"), {}, Needs::SomeRows, [this] { askBan(); }, [this] { return !selectedAddresses().empty(); }});
    addEntry({TrTransfers::tr("Banned peers…"), QString(), {}, Needs::Nothing, [this] {
                  (new BannedPeersDialog(m_shell.engine(), m_settings, m_shell.dialogParent()))->open();
              }});
}

void PeerTab::setTorrent(const TorrentSnapshot *torrent)
{
    if (!torrent || torrent->id != m_id)
        setPeers({});
    if (torrent) {
        m_id = torrent->id;
        m_name = fromUtf8(torrent->name);
        m_canMeet = !torrent->isPrivate && !isStopped(*torrent);
    }
    setUsable(torrent);
}

void PeerTab::setPeers(std::vector<PeerSnapshot> peers)
{
    showCountries(peers);
    m_model->setPeers(std::move(peers));
}

// Whether there is a database shows in the peers alone; once one was seen the column stays, so that nothing jumps.
void PeerTab::showCountries(const std::vector<PeerSnapshot> &peers)
{
    if (m_countriesKnown || std::ranges::all_of(peers, [](const PeerSnapshot &peer) { return peer.country.empty(); }))
        return;
    m_countriesKnown = true;
    table().setColumnHidden(PeerModel::Country, false);
}

void PeerTab::takeRestoredColumns()
{
    table().setColumnHidden(PeerModel::Country, !m_countriesKnown);
}

QStringList PeerTab::selectedEndpoints() const
{
    QStringList endpoints;
    for (const int row : selectedRows())
        endpoints += fromUtf8(m_model->at(row)->endpoint);
    return endpoints;
}

std::vector<std::string> PeerTab::selectedAddresses() const
{
    std::vector<std::string> addresses;
    for (const int row : selectedRows()) {
        const PeerSnapshot &peer = *m_model->at(row);
        if (peer.connection == PeerConnection::Tcp || peer.connection == PeerConnection::Utp)
            addresses.push_back(addressIn(peer.endpoint));
    }
    return addresses;
}

void PeerTab::askBan()
{
    Question question;
    const std::vector<std::string> addresses = selectedAddresses();
    question.title = TrTransfers::tr("Ban %n peer(s)?", nullptr, static_cast<int>(addresses.size()));
    question.consequence = TrTransfers::tr("No torrent connects to these addresses any more, until you let them in again under ‘Banned peers’ in this menu.");
    question.verb = TrTransfers::tr("&Ban");
    for (const std::string &address : addresses)
        question.subjects += fromUtf8(address);
    auto *dialog = new QuestionDialog(question, m_shell.dialogParent());
    connect(dialog, &QDialog::accepted, this, [this, addresses] { submit(m_shell, BanPeers{addresses}); });
    dialog->open();
}

} // namespace trib::ui
