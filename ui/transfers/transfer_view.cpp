#include "ui/transfers/transfer_view.h"

#include "ui/models/transfer_model.h"
#include "ui/text/tr.h"
#include "ui/transfers/state_delegate.h"
#include "ui/widgets/table_header.h"

#include <QContextMenuEvent>
#include <QDataStream>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>

namespace trib::ui {
namespace {

constexpr int kNarrowestName = 24; // average characters
constexpr int kNarrowestColumn = 48;
constexpr int kWidestState = 58;   // as wide as it grows by itself: the longest usual sentence
constexpr quint32 kColumnsFormat = 3;

int columnOf(TransferColumn column)
{
    return static_cast<int>(column);
}

} // namespace

TransferView::TransferView(TransferModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(&model);
    setAccessibleName(TrTransfers::tr("Torrents"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setItemDelegate(new RowDelegate(this));
    setItemDelegateForColumn(columnOf(TransferColumn::Progress),
                             new ProgressDelegate(TransferModel::ProgressRole, TransferModel::ToneRole, this));
    setItemDelegateForColumn(columnOf(TransferColumn::State), new StateDelegate(this));
    setUpHeader();
}

void TransferView::setUpHeader()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto *header = new TableHeader(this);
    setHorizontalHeader(header);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(kNarrowestColumn);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    setSortingEnabled(true);
    connect(header, &QHeaderView::customContextMenuRequested, this, &TransferView::openColumnMenu);
    connect(header, &QHeaderView::sectionMoved, this, &TransferView::columnsChanged);
    connect(header, &QHeaderView::sectionResized, this, &TransferView::takeWidths);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &TransferView::columnsChanged);
}

void TransferView::setCompact(bool compact)
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(ui::rowHeight(compact, fontMetrics()));
}

QByteArray TransferView::saveColumns() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << kColumnsFormat << static_cast<qint32>(m_slack) << m_drawn << horizontalHeader()->saveState() << kTransferColumns;
    for (const TransferModel::SortKey &key : m_model.sortKeys())
        out << static_cast<qint32>(key.column) << (key.order == Qt::DescendingOrder);
    return state;
}

void TransferView::restoreColumns(const QByteArray &state)
{
    quint32 format = 0;
    qint32 slack = 0;
    bool drawn = false;
    QByteArray header;
    QDataStream stream(state);
    stream >> format >> slack >> drawn >> header;
    qint32 known = 0;
    stream >> known;
    const QScopedValueRollback filling(m_filling, true);
    if (format != kColumnsFormat || !horizontalHeader()->restoreState(header)) {
        showFirstColumns();
        return;
    }
    for (int column = std::clamp(known, 0, kTransferColumns); column < kTransferColumns; ++column) // the header would show them
        setColumnHidden(column, true);
    m_slack = slack;
    m_drawn = drawn;
    std::vector<TransferModel::SortKey> keys;
    while (!stream.atEnd() && keys.size() < TransferModel::kMostSortKeys) {
        qint32 column = 0;
        bool descending = false;
        stream >> column >> descending;
        if (column >= 0 && column < kTransferColumns)
            keys.push_back({static_cast<TransferColumn>(column), descending ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    m_model.setSortKeys(std::move(keys));
    fillWidth();
}

int TransferView::firstWidth(int column) const
{
    return transferColumns().at(static_cast<std::size_t>(column)).width * fontMetrics().averageCharWidth() + 2 * kCellMargin;
}

void TransferView::showFirstColumns()
{
    {
        const QScopedValueRollback filling(m_filling, true);
        for (const TransferColumnInfo &column : transferColumns()) {
            setColumnWidth(columnOf(column.id), firstWidth(columnOf(column.id)));
            setColumnHidden(columnOf(column.id), !column.shownAtFirst);
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(columnOf(column.id)), columnOf(column.id));
        }
    }
    sortByColumn(columnOf(TransferColumn::Added), Qt::DescendingOrder);
    m_slack = 0;
    m_drawn = false;
    fillWidth();
    Q_EMIT columnsChanged();
}

void TransferView::fillWidth()
{
    const QScopedValueRollback filling(m_filling, true);
    const int character = fontMetrics().averageCharWidth();
    const int name = columnOf(TransferColumn::Name);
    const int state = columnOf(TransferColumn::State);
    const int others = horizontalHeader()->length() - columnWidth(name) - columnWidth(state);
    const int room = viewport()->width() - m_slack - others;
    if (!m_drawn && !isColumnHidden(state)) {
        const int spare = room - firstWidth(name) - firstWidth(state);
        setColumnWidth(state, std::clamp(firstWidth(state) + spare / 2, firstWidth(state), kWidestState * character));
    }
    setColumnWidth(name, std::max(kNarrowestName * character, room - columnWidth(state)));
}

void TransferView::takeWidths()
{
    if (m_filling)
        return;
    m_drawn = true;
    m_slack = viewport()->width() - horizontalHeader()->length();
    Q_EMIT columnsChanged();
}

void TransferView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fillWidth();
}

TorrentIds TransferView::selectedIds() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    TorrentIds ids;
    for (const int row : rows) {
        if (const TorrentSnapshot *torrent = m_model.at(row))
            ids.push_back(torrent->id);
    }
    return ids;
}

bool TransferView::isOnLink(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (index.column() != columnOf(TransferColumn::State))
        return false;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return StateDelegate::linkRect(option, index).contains(position);
}

void TransferView::mousePressEvent(QMouseEvent *event)
{
    m_model.setOrderHeld(true);
    QTableView::mousePressEvent(event);
}

void TransferView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const TorrentSnapshot *torrent = m_model.at(index.row());
    const bool onLink = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier && isOnLink(event->pos());
    if (torrent && onLink) {
        const TorrentId id = torrent->id;
        Q_EMIT actionWanted(id, static_cast<StateAction>(index.data(TransferModel::ActionRole).toInt()));
    }
    m_model.setOrderHeld(false);
}

void TransferView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    viewport()->setCursor(isOnLink(event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TransferView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        wantMenu();
    else if (selectionModel()->hasSelection())
        Q_EMIT menuWanted(event->globalPos());
}

void TransferView::wantMenu()
{
    if (selectionModel()->hasSelection())
        Q_EMIT menuWanted(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
}

// The first press of an arrow chooses the row that has the focus, and not the one after it.
void TransferView::keyPressEvent(QKeyEvent *event)
{
    const bool arrow = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (!arrow || event->modifiers() != Qt::NoModifier || selectionModel()->hasSelection() || m_model.rowCount() == 0)
        return QTableView::keyPressEvent(event);
    setCurrentIndex(m_model.index(std::max(0, currentIndex().row()), columnOf(TransferColumn::Name)));
}

void TransferView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionChangedByUser();
}

void TransferView::setColumnShown(int column, bool shown)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        setColumnHidden(column, !shown);
        if (shown && columnWidth(column) < kNarrowestColumn)
            setColumnWidth(column, kNarrowestColumn * 2);
    }
    fillWidth();
    Q_EMIT columnsChanged();
}

void TransferView::moveColumn(int column, int place)
{
    horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), place);
}

void TransferView::openColumnMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const TransferColumnInfo &column : transferColumns()) {
        const int number = columnOf(column.id);
        QAction *action = menu->addAction(transferColumnTitle(column.id));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(number));
        action->setEnabled(column.id != TransferColumn::Name);
        connect(action, &QAction::toggled, this, [this, number](bool shown) {
            setColumnShown(number, shown);
        });
    }
    menu->addSeparator();
    connect(menu->addAction(TrTransfers::tr("Columns as at first")), &QAction::triggered, this, &TransferView::showFirstColumns);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

} // namespace trib::ui
