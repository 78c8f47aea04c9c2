#include "ui/transfers/details_pane.h"

#include "ui/models/peer_model.h"
#include "ui/models/tracker_model.h"
#include "ui/models/transfer_model.h"
#include "ui/shell/feature.h"
#include "ui/text/tr.h"
#include "ui/transfers/files_tab.h"
#include "ui/transfers/general_tab.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/table_header.h"

#include <QDataStream>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTableView>

namespace trib::ui {
namespace {

constexpr quint32 kStateFormat = 1;
constexpr int kRest = 0; // the width of the column that takes what the others leave

} // namespace

DetailsPane::DetailsPane(Shell &shell, TransferModel &model, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_model(model)
    , m_stack(new QStackedLayout(this))
    , m_hint(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_general(new GeneralTab(this))
    , m_trackers(new TrackerModel(shell.clock(), this))
    , m_peers(new PeerModel(this))
    , m_files(new FilesTab(shell, this))
{
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setAutoFillBackground(true);
    m_hint->setBackgroundRole(QPalette::Base);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(TrTransfers::tr("Details"));
    m_tabs->addTab(m_general, icon(QStringLiteral("info")), TrTransfers::tr("General"));
    m_tabs->addTab(makeTable(*m_trackers, TrTransfers::tr("Trackers"), {46, kRest, 7, 7, 15, 6}), icon(QStringLiteral("tracker")), TrTransfers::tr("Trackers"));
    m_tabs->addTab(makeTable(*m_peers, TrTransfers::tr("Peers"), {24, 20, 8, 10, 10, 10, 10, kRest}), icon(QStringLiteral("peers")), TrTransfers::tr("Peers"));
    m_tabs->addTab(m_files, icon(QStringLiteral("file")), TrTransfers::tr("Files"));
    remember(*m_files->header());
    m_stack->addWidget(m_hint);
    m_stack->addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailsPane::watch);
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailsPane::stateChanged);
    connect(m_general, &GeneralTab::actionWanted, this, [this](StateAction action) {
        if (m_id)
            Q_EMIT actionWanted(*m_id, action);
    });
    connect(&m_shell.engine(), &engine::TorrentEngine::detailChanged, this, &DetailsPane::takeDetail);
    setSelection({});
}

QTableView *DetailsPane::makeTable(QAbstractItemModel &model, const QString &name, std::initializer_list<int> widths)
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(&model);
    sorted->setSortRole(kSortRole);
    sorted->setSortLocaleAware(true);
    auto *table = new QTableView(this);
    table->setModel(sorted);
    table->setAccessibleName(name);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setItemDelegate(new RowDelegate(table));
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto *header = new TableHeader(table);
    table->setHorizontalHeader(header);
    table->setSortingEnabled(true);
    table->sortByColumn(0, Qt::AscendingOrder);
    int column = 0;
    for (const int width : widths) {
        if (width == kRest)
            header->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            table->setColumnWidth(column, width * fontMetrics().averageCharWidth() + 2 * kCellMargin);
        ++column;
    }
    m_tables += table;
    remember(*header);
    return table;
}

void DetailsPane::remember(QHeaderView &header)
{
    m_headers += &header;
    connect(&header, &QHeaderView::sectionResized, this, &DetailsPane::stateChanged);
    connect(&header, &QHeaderView::sortIndicatorChanged, this, &DetailsPane::stateChanged);
}

QByteArray DetailsPane::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << kStateFormat << static_cast<qint32>(m_tabs->currentIndex());
    for (const QHeaderView *header : m_headers)
        out << header->saveState();
    return state;
}

void DetailsPane::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    quint32 format = 0;
    qint32 tab = 0;
    in >> format >> tab;
    if (format != kStateFormat)
        return;
    m_tabs->setCurrentIndex(tab);
    for (QHeaderView *header : m_headers) {
        QByteArray columns;
        in >> columns;
        header->restoreState(columns);
    }
}

void DetailsPane::setCompact(bool compact)
{
    for (QTableView *table : m_tables) {
        table->verticalHeader()->setMinimumSectionSize(1);
        table->verticalHeader()->setDefaultSectionSize(rowHeight(compact, fontMetrics()));
    }
    m_files->setCompact(compact);
}

void DetailsPane::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
}

void DetailsPane::setSelection(const TorrentIds &ids)
{
    const std::optional<TorrentId> id = ids.size() == 1 ? std::optional(ids.front()) : std::nullopt;
    const auto count = static_cast<int>(ids.size());
    m_hint->setText(ids.empty() ? TrTransfers::tr("Select a torrent to see its details") : TrTransfers::tr("%n torrent(s) selected", nullptr, count));
    m_stack->setCurrentIndex(id ? 1 : 0);
    if (id == m_id)
        return;
    m_id = id;
    clear();
    refresh();
    watch();
}

void DetailsPane::clear()
{
    m_general->setDetail(nullptr);
    m_trackers->setTrackers({});
    m_peers->setPeers({});
    m_files->setTorrent(m_id ? m_model.find(*m_id) : nullptr);
}

void DetailsPane::refresh()
{
    const TorrentSnapshot *torrent = m_id ? m_model.find(*m_id) : nullptr;
    if (!torrent)
        return;
    m_general->setTorrent(*torrent);
    m_files->setTorrent(torrent);
}

void DetailsPane::watch()
{
    if (!m_id || !isVisible())
        return m_shell.engine().watch(std::nullopt, {});
    DetailParts parts;
    parts.general = m_tabs->currentIndex() == General;
    parts.trackers = m_tabs->currentIndex() == Trackers;
    parts.peers = m_tabs->currentIndex() == Peers;
    parts.files = m_tabs->currentIndex() == Files;
    m_shell.engine().watch(m_id, parts);
}

void DetailsPane::takeDetail(const engine::DetailPointer &detail)
{
    if (!m_id || detail->id != *m_id)
        return;
    if (detail->general)
        m_general->setDetail(&*detail->general);
    if (detail->trackers)
        m_trackers->setTrackers(*detail->trackers);
    if (detail->peers)
        m_peers->setPeers(*detail->peers);
    m_files->setDetail(*detail);
}

void DetailsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    watch();
}

void DetailsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    watch();
}

} // namespace trib::ui
