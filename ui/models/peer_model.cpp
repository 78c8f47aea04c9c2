#include "ui/models/peer_model.h"

#include "ui/text/format.h"
#include "ui/text/tr.h"

namespace trib::ui {
namespace {

QString connectionText(const PeerSnapshot &peer)
{
    QStringList parts;
    switch (peer.connection) {
    case PeerConnection::Tcp: parts += QStringLiteral("TCP"); break;
    case PeerConnection::Utp: parts += QStringLiteral("µTP"); break;
    case PeerConnection::WebSeed: parts += TrModels::tr("Web seed"); break;
    case PeerConnection::I2p: parts += QStringLiteral("I2P"); break;
    }
    if (peer.encrypted)
        parts += TrModels::tr("encrypted");
    if (peer.incoming)
        parts += TrModels::tr("it connected to us");
    if (peer.interesting && peer.itChokesUs)
        parts += TrModels::tr("lets us wait");
    if (peer.interestedInUs && peer.weChokeIt)
        parts += TrModels::tr("waits for us");
    return parts.join(TrModels::tr(", ", "between parts of a list"));
}

QString text(const PeerSnapshot &peer, int column)
{
    switch (column) {
    case PeerModel::Address: return fromUtf8(peer.endpoint);
    case PeerModel::Client: return fromUtf8(peer.client);
    case PeerModel::Progress: return peer.seed ? TrModels::tr("Seed") : formatPercent(peer.progressPermille);
    case PeerModel::Down: return formatRateOrDash(peer.downloadRate);
    case PeerModel::Up: return formatRateOrDash(peer.uploadRate);
    case PeerModel::Downloaded: return formatBytes(peer.downloaded);
    case PeerModel::Uploaded: return formatBytes(peer.uploaded);
    case PeerModel::Connection: return connectionText(peer);
    default: return {};
    }
}

QVariant sortKey(const PeerSnapshot &peer, int column)
{
    switch (column) {
    case PeerModel::Progress: return peer.seed ? 1001 : peer.progressPermille;
    case PeerModel::Down: return static_cast<qlonglong>(peer.downloadRate.count());
    case PeerModel::Up: return static_cast<qlonglong>(peer.uploadRate.count());
    case PeerModel::Downloaded: return static_cast<qlonglong>(peer.downloaded.count());
    case PeerModel::Uploaded: return static_cast<qlonglong>(peer.uploaded.count());
    default: return text(peer, column);
    }
}

bool isNumber(int column)
{
    return column >= PeerModel::Progress && column <= PeerModel::Uploaded;
}

} // namespace

PeerModel::PeerModel(QObject *parent)
    : KeyedTableModel(parent)
{
}

void PeerModel::setPeers(std::vector<PeerSnapshot> peers)
{
    replace(std::move(peers), [](const PeerSnapshot &peer) { return peer.endpoint; });
}

int PeerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PeerModel::data(const QModelIndex &index, int role) const
{
    const PeerSnapshot *peer = index.isValid() ? at(index.row()) : nullptr;
    if (!peer)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*peer, index.column());
    case Qt::ToolTipRole: return plainToolTip(text(*peer, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return TrModels::tr("%1: %2", "column: value, for screen readers")
            .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), text(*peer, index.column()));
    case kSortRole: return sortKey(*peer, index.column());
    default: return {};
    }
}

QVariant PeerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address: return TrModels::tr("Address");
    case Client: return TrModels::tr("Client");
    case Progress: return TrModels::tr("Has");
    case Down: return TrModels::tr("Down");
    case Up: return TrModels::tr("Up");
    case Downloaded: return TrModels::tr("Received");
    case Uploaded: return TrModels::tr("Sent");
    case Connection: return TrModels::tr("Connection");
    default: return {};
    }
}

} // namespace trib::ui
