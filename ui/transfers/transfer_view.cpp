#include "ui/transfers/transfer_view.h"

#include "ui/models/transfer_model.h"
#include "ui/text/tr.h"
#include "ui/transfers/state_delegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>

namespace trib::ui {
namespace {

constexpr int kCellPadding = 16;
constexpr int kNarrowestName = 200;
constexpr int kNarrowestColumn = 48;

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
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(kNarrowestColumn);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setTextElideMode(Qt::ElideRight);
    setSortingEnabled(true);
    connect(header, &QHeaderView::customContextMenuRequested, this, &TransferView::openColumnMenu);
    connect(header, &QHeaderView::sectionMoved, this, &TransferView::columnsChanged);
    connect(header, &QHeaderView::sectionResized, this, &TransferView::columnsChanged);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &TransferView::columnsChanged);
}

void TransferView::setCompact(bool compact)
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(ui::rowHeight(compact, fontMetrics()));
}

QByteArray TransferView::saveColumns() const
{
    return horizontalHeader()->saveState();
}

void TransferView::restoreColumns(const QByteArray &state)
{
    if (state.isEmpty() || !horizontalHeader()->restoreState(state))
        showFirstColumns();
}

void TransferView::showFirstColumns()
{
    const int character = fontMetrics().averageCharWidth();
    for (const TransferColumnInfo &column : transferColumns()) {
        setColumnWidth(columnOf(column.id), column.width * character + kCellPadding);
        setColumnHidden(columnOf(column.id), !column.shownAtFirst);
    }
    sortByColumn(columnOf(TransferColumn::Added), Qt::DescendingOrder);
    m_fillsWidth = true;
}

void TransferView::fillWidth()
{
    int others = 0;
    for (int column = 1; column < kTransferColumns; ++column)
        others += isColumnHidden(column) ? 0 : columnWidth(column);
    setColumnWidth(columnOf(TransferColumn::Name), std::max(kNarrowestName, viewport()->width() - others));
}

void TransferView::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    if (std::exchange(m_fillsWidth, false))
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
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard)
        position = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    if (selectionModel()->hasSelection())
        Q_EMIT menuWanted(position);
}

void TransferView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionChangedByUser();
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
            setColumnHidden(number, !shown);
            if (shown && columnWidth(number) < kNarrowestColumn)
                setColumnWidth(number, kNarrowestColumn * 2);
            Q_EMIT columnsChanged();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(TrTransfers::tr("Columns as at first")), &QAction::triggered, this, [this] {
        showFirstColumns();
        m_fillsWidth = false;
        fillWidth();
        Q_EMIT columnsChanged();
    });
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

} // namespace trib::ui
