#include "ui/models/peer_model.h"

#include "ui/text/format.h"
#include "ui/text/tr.h"

#include <QLocale>

#include <array>

namespace trib::ui {
namespace {

struct PeerFlag {
    char letter;
    bool (*holds)(const PeerSnapshot &);
    const char *words; // English, context ui_models
};

constexpr std::array kFlags{
    PeerFlag{'D', [](const PeerSnapshot &p) { return p.interesting && !p.itChokesUs; }, QT_TRANSLATE_NOOP("ui_models", "it lets us download")},
    PeerFlag{'d', [](const PeerSnapshot &p) { return p.interesting && p.itChokesUs; }, QT_TRANSLATE_NOOP("ui_models", "it lets us wait")},
    PeerFlag{'U', [](const PeerSnapshot &p) { return p.interestedInUs && !p.weChokeIt; }, QT_TRANSLATE_NOOP("ui_models", "we let it download")},
    PeerFlag{'u', [](const PeerSnapshot &p) { return p.interestedInUs && p.weChokeIt; }, QT_TRANSLATE_NOOP("ui_models", "we let it wait")},
    PeerFlag{'O', [](const PeerSnapshot &p) { return p.optimistic; }, QT_TRANSLATE_NOOP("ui_models", "we try what it is worth")},
    PeerFlag{'S', [](const PeerSnapshot &p) { return p.snubbed; }, QT_TRANSLATE_NOOP("ui_models", "it has sent nothing for a long time")},
    PeerFlag{'I', [](const PeerSnapshot &p) { return p.incoming; }, QT_TRANSLATE_NOOP("ui_models", "it connected to us")},
    PeerFlag{'E', [](const PeerSnapshot &p) { return p.encrypted; }, QT_TRANSLATE_NOOP("ui_models", "encrypted")},
    PeerFlag{'h', [](const PeerSnapshot &p) { return p.holepunched; }, QT_TRANSLATE_NOOP("ui_models", "reached with the help of another peer")},
    PeerFlag{'T', [](const PeerSnapshot &p) { return p.fromTracker; }, QT_TRANSLATE_NOOP("ui_models", "named by a tracker")},
    PeerFlag{'H', [](const PeerSnapshot &p) { return p.fromDht; }, QT_TRANSLATE_NOOP("ui_models", "found by the DHT")},
    PeerFlag{'X', [](const PeerSnapshot &p) { return p.fromPex; }, QT_TRANSLATE_NOOP("ui_models", "named by another peer")},
    PeerFlag{'L', [](const PeerSnapshot &p) { return p.fromLsd; }, QT_TRANSLATE_NOOP("ui_models", "found in the local network")},
};

QString connectionText(const PeerSnapshot &peer)
{
    switch (peer.connection) {
    case PeerConnection::Tcp: return QStringLiteral("TCP");
    case PeerConnection::Utp: return QStringLiteral("µTP");
    case PeerConnection::WebSeed: return TrModels::tr("Web seed");
    case PeerConnection::I2p: return QStringLiteral("I2P");
    }
    return {};
}

QString countryName(const PeerSnapshot &peer)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(fromUtf8(peer.country));
    return territory == QLocale::AnyTerritory ? fromUtf8(peer.country) : QLocale::territoryToString(territory);
}

QString permilleOrDash(std::int32_t permille)
{
    return permille < 0 ? QString(QChar(0x2013)) : formatPercent(permille);
}

QString peerText(const PeerSnapshot &peer, int column)
{
    switch (column) {
    case PeerModel::Address: return fromUtf8(peer.endpoint);
    case PeerModel::Country: return fromUtf8(peer.country);
    case PeerModel::Client: return fromUtf8(peer.client);
    case PeerModel::Connection: return connectionText(peer);
    case PeerModel::Flags: return peerFlags(peer);
    case PeerModel::Progress: return formatPercent(peer.seed ? 1000 : peer.progressPermille);
    case PeerModel::Relevance: return permilleOrDash(peer.relevancePermille);
    case PeerModel::Down: return formatRateOrDash(peer.downloadRate);
    case PeerModel::Up: return formatRateOrDash(peer.uploadRate);
    case PeerModel::Downloaded: return formatBytes(peer.downloaded);
    case PeerModel::Uploaded: return formatBytes(peer.uploaded);
    default: return {};
    }
}

// What a tool-tip and a screen reader say: all of it, in words.
QString peerWords(const PeerSnapshot &peer, int column)
{
    switch (column) {
    case PeerModel::Country: return countryName(peer);
    case PeerModel::Flags: return peerFlagWords(peer);
    case PeerModel::Progress: return peer.seed ? TrModels::tr("Seed: it has everything") : peerText(peer, column);
    case PeerModel::Relevance:
        return peer.relevancePermille < 0 ? TrModels::tr("Nothing is lacking here") : TrModels::tr("It has %1 of what is lacking here").arg(formatPercent(peer.relevancePermille));
    case PeerModel::Downloaded: return formatBytesExact(peer.downloaded);
    case PeerModel::Uploaded: return formatBytesExact(peer.uploaded);
    default: return peerText(peer, column);
    }
}

QVariant sortKey(const PeerSnapshot &peer, int column)
{
    switch (column) {
    case PeerModel::Progress: return peer.seed ? 1001 : peer.progressPermille;
    case PeerModel::Relevance: return peer.relevancePermille;
    case PeerModel::Down: return static_cast<qlonglong>(peer.downloadRate.count());
    case PeerModel::Up: return static_cast<qlonglong>(peer.uploadRate.count());
    case PeerModel::Downloaded: return static_cast<qlonglong>(peer.downloaded.count());
    case PeerModel::Uploaded: return static_cast<qlonglong>(peer.uploaded.count());
    default: return peerText(peer, column);
    }
}

bool isNumber(int column)
{
    return column >= PeerModel::Relevance && column <= PeerModel::Uploaded;
}

} // namespace

QString peerFlags(const PeerSnapshot &peer)
{
    QString letters;
    for (const PeerFlag &flag : kFlags) {
        if (flag.holds(peer))
            letters += QLatin1Char(flag.letter);
    }
    return letters;
}

QString peerFlagWords(const PeerSnapshot &peer)
{
    QStringList lines;
    for (const PeerFlag &flag : kFlags) {
        if (flag.holds(peer))
            lines += TrModels::tr("%1: %2", "letter of a flag: what it means").arg(QLatin1Char(flag.letter)).arg(TrModels::tr(flag.words));
    }
    return lines.join(u'\n');
}

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
    case Qt::DisplayRole: return peerText(*peer, index.column());
    case Qt::ToolTipRole: return plainToolTip(peerWords(*peer, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return TrModels::tr("%1: %2", "column: value, for screen readers")
            .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), peerWords(*peer, index.column()));
    case ProgressRole: return peer->seed ? 1000 : peer->progressPermille;
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
    case Country: return TrModels::tr("Country");
    case Client: return TrModels::tr("Client");
    case Flags: return TrModels::tr("Flags");
    case Relevance: return TrModels::tr("Useful");
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
