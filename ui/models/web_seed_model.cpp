#include "ui/models/web_seed_model.h"

#include "ui/models/peer_model.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QUrl>

namespace trib::ui {
namespace {

QString webSeedText(const WebSeedRow &seed, int column)
{
    switch (column) {
    case WebSeedModel::Url: return fromUtf8(seed.url);
    case WebSeedModel::State:
        if (!seed.connected)
            return TrModels::tr("Not connected");
        return seed.rate.count() > 0 ? TrModels::tr("Sends") : TrModels::tr("Connected");
    case WebSeedModel::Down: return formatRateOrDash(seed.rate);
    case WebSeedModel::Received: return seed.connected ? formatBytes(seed.received) : QString();
    default: return {};
    }
}

bool isFigure(int column)
{
    return column == WebSeedModel::Down || column == WebSeedModel::Received;
}

} // namespace

WebSeedModel::WebSeedModel(QObject *parent)
    : KeyedTableModel(parent)
{
}

void WebSeedModel::setWebSeeds(const std::vector<std::string> &urls, const std::vector<PeerSnapshot> &peers)
{
    std::vector<WebSeedRow> rows;
    for (const std::string &url : urls) {
        WebSeedRow row;
        row.url = url;
        const QString host = QUrl(fromUtf8(url)).host();
        for (const PeerSnapshot &peer : peers) {
            if (peer.connection != PeerConnection::WebSeed || host.isEmpty() || !fromUtf8(peer.endpoint).contains(host, Qt::CaseInsensitive))
                continue;
            row.connected = true;
            row.rate += peer.downloadRate;
            row.received += peer.downloaded;
        }
        rows.push_back(std::move(row));
    }
    replace(std::move(rows), [](const WebSeedRow &row) { return row.url; });
}

int WebSeedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WebSeedModel::data(const QModelIndex &index, int role) const
{
    const WebSeedRow *seed = index.isValid() ? at(index.row()) : nullptr;
    if (!seed)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return webSeedText(*seed, column);
    case Qt::ToolTipRole: return plainToolTip(webSeedText(*seed, column));
    case Qt::TextAlignmentRole: return QVariant::fromValue((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return TrModels::tr("%1: %2", "column: value, for screen readers")
            .arg(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), webSeedText(*seed, column));
    case kSortRole:
        if (column == Down)
            return static_cast<qlonglong>(seed->rate.count());
        if (column == Received)
            return static_cast<qlonglong>(seed->received.count());
        return webSeedText(*seed, column);
    default: return {};
    }
}

QVariant WebSeedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Url: return TrModels::tr("Web seed");
    case State: return TrModels::tr("State");
    case Down: return TrModels::tr("Down");
    case Received: return TrModels::tr("Received");
    default: return {};
    }
}

} // namespace trib::ui
