#include "ui/transfers/detail_list.h"

#include "ui/models/peer_model.h"
#include "ui/shell/action_registry.h"
#include "ui/text/tr.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/hinted_table.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/table_header.h"
#include "ui/widgets/tool_buttons.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QToolBar>

#include <algorithm>

namespace trib::ui {
namespace {

constexpr int kButtonIcon = 16;
constexpr int kNarrowestDetail = 56;

} // namespace

DetailList::DetailList(QAbstractItemModel &model, const QString &name, std::initializer_list<int> widths, int sortColumn, QWidget *parent)
    : QWidget(parent)
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new HintedTable(this))
    , m_header(new TableHeader(m_table))
    , m_buttons(new QToolBar(this))
    , m_menu(new QMenu(this))
{
    m_sorted->setSourceModel(&model);
    m_sorted->setSortRole(kSortRole);
    m_sorted->setSortLocaleAware(true);
    setUpTable(name, widths, sortColumn);
    m_buttons->setOrientation(Qt::Vertical);
    m_buttons->setIconSize({kButtonIcon, kButtonIcon});
    m_buttons->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_buttons->setAccessibleName(TrTransfers::tr("%1: what can be done", "name of a list").arg(name));
    m_buttons->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_table, 1);
    row->addWidget(new Hairline(Qt::Vertical, this));
    row->addWidget(m_buttons);
    setFocusProxy(m_table);
    connect(m_table, &HintedTable::menuWanted, this, [this](const QPoint &place) {
        updateTasks();
        if (!m_menu->isEmpty())
            m_menu->popup(place);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &DetailList::updateTasks);
}

void DetailList::setUpTable(const QString &name, std::initializer_list<int> widths, int sortColumn)
{
    m_table->setModel(m_sorted);
    m_table->setAccessibleName(name);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setHorizontalHeader(m_header);
    m_header->setMinimumSectionSize(kNarrowestDetail);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(sortColumn, Qt::AscendingOrder);
    int column = 0;
    for (const int width : widths) {
        if (width == kRest)
            m_header->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            m_table->setColumnWidth(column, width * fontMetrics().averageCharWidth() + 2 * kCellMargin);
        ++column;
    }
}

QAction *DetailList::addEntry(Task task)
{
    auto *action = new QAction(task.icon.isEmpty() ? QIcon() : icon(task.icon), task.text, this);
    action->setShortcut(task.key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
    m_table->addAction(action);
    m_menu->addAction(action);
    connect(action, &QAction::triggered, this, task.run);
    m_entries.push_back({action, std::move(task)});
    updateTasks();
    return action;
}

QAction *DetailList::addTask(Task task)
{
    QAction *action = addEntry(std::move(task));
    action->setToolTip(actionToolTip(*action));
    m_buttons->addAction(action);
    makeTabStops(*m_buttons);
    m_buttons->show();
    return action;
}

void DetailList::setHint(const QString &hint)
{
    m_table->setHint(hint);
}

QTableView &DetailList::table()
{
    return *m_table;
}

void DetailList::addSeparator()
{
    m_menu->addSeparator();
}

void DetailList::setUsable(bool usable)
{
    m_usable = usable;
    updateTasks();
}

void DetailList::updateTasks()
{
    const qsizetype chosen = m_table->selectionModel()->selectedRows().size();
    for (const Entry &entry : m_entries) {
        const bool enough = entry.task.needs == Needs::Nothing || (entry.task.needs == Needs::OneRow ? chosen == 1 : chosen > 0);
        entry.action->setEnabled(m_usable && enough && (!entry.task.allowed || entry.task.allowed()));
    }
}

void DetailList::setCompact(bool compact)
{
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(compact, fontMetrics()));
}

std::vector<int> DetailList::selectedRows() const
{
    std::vector<int> shown;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        shown.push_back(index.row());
    std::sort(shown.begin(), shown.end());
    std::vector<int> rows;
    for (const int row : shown)
        rows.push_back(m_sorted->mapToSource(m_sorted->index(row, 0)).row());
    return rows;
}

} // namespace trib::ui
