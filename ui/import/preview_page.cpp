#include "ui/import/preview_page.h"

#include "ui/dialogs/parts.h"
#include "ui/import/words.h"
#include "ui/text/format.h"
#include "ui/widgets/hinted_table.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/table_header.h"
#include "ui/widgets/tool_buttons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <optional>

namespace trib::ui {

PreviewPage::PreviewPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new ImportPlanModel(this))
    , m_order(new QSortFilterProxyModel(this))
    , m_totals(plainLabel({}, this))
    , m_filter(new QLineEdit(this))
    , m_table(new HintedTable(this))
{
    auto *all = new QPushButton(TrImport::tr("&All"), this);
    auto *none = new QPushButton(TrImport::tr("&None"), this);
    all->setToolTip(TrImport::tr("Take over all that can be"));
    none->setToolTip(TrImport::tr("Take over none of them"));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(kGap);
    bar->addWidget(m_filter, 1);
    for (QPushButton *button : {all, none}) {
        button->setAutoDefault(false);
        bar->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    onGrid(*column);
    column->addLayout(bar);
    column->addWidget(m_table, 1);
    column->addWidget(m_totals);
    makeFilter(*m_filter, TrImport::tr("Filter by name"));
    setUpTable();
    connect(all, &QPushButton::clicked, m_model, [this] { m_model->setAllChosen(true); });
    connect(none, &QPushButton::clicked, m_model, [this] { m_model->setAllChosen(false); });
    connect(m_filter, &QLineEdit::textChanged, m_order, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_model, &ImportPlanModel::chosenChanged, this, [this] {
        showTotals();
        Q_EMIT chosenChanged();
    });
}

void PreviewPage::setUpTable()
{
    m_order->setSourceModel(m_model);
    m_order->setSortRole(ImportPlanModel::SortRole);
    m_order->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_order->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_order->setFilterKeyColumn(ImportPlanModel::Name);
    m_order->setDynamicSortFilter(false); // a box that is checked must not move its row away
    auto *header = new TableHeader(m_table);
    auto *names = new TreeRowDelegate(m_table);
    names->height = rowHeight(true, fontMetrics());
    m_table->setModel(m_order);
    m_table->setAccessibleName(TrImport::tr("Torrents of the other client"));
    m_table->setAccessibleDescription(TrImport::tr("The space key chooses the selected ones, or leaves them out"));
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setItemDelegateForColumn(ImportPlanModel::Name, names);
    m_table->setHorizontalHeader(header);
    header->setSectionResizeMode(ImportPlanModel::Name, QHeaderView::Stretch);
    m_table->setColumnWidth(ImportPlanModel::Size, textWidth(*this, 12));
    m_table->setColumnWidth(ImportPlanModel::There, textWidth(*this, 27));
    m_table->setColumnWidth(ImportPlanModel::SavePath, textWidth(*this, 22));
    m_table->setColumnWidth(ImportPlanModel::Here, textWidth(*this, 27));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(true, fontMetrics()));
    m_table->setSortingEnabled(true);
    m_order->sort(-1); // the order of its queue
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(new QShortcut(Qt::Key_Space, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, &PreviewPage::toggleSelected);
}

void PreviewPage::setPlan(std::shared_ptr<const ImportPlan> plan, const ImportGround &ground)
{
    m_model->setPlan(std::move(plan), ground);
    m_table->setCurrentIndex(m_order->index(0, 0));
}

void PreviewPage::setHint(const QString &hint)
{
    m_table->setHint(hint);
}

// All as the first of them becomes.
void PreviewPage::toggleSelected()
{
    std::vector<int> rows;
    std::optional<bool> chosen;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows(ImportPlanModel::Name)) {
        rows.push_back(m_order->mapToSource(row).row());
        if (const QVariant state = row.data(Qt::CheckStateRole); !chosen && state.isValid())
            chosen = state.toInt() != Qt::Checked;
    }
    m_model->setChosen(rows, chosen.value_or(false));
}

void PreviewPage::showTotals()
{
    const ImportPlanModel::Totals totals = m_model->totals();
    QStringList parts{TrImport::tr("%n torrent(s) are taken over, %1.", "size of them", totals.chosen).arg(formatBytes(totals.chosenSize))};
    if (totals.already > 0)
        parts += TrImport::tr("%n are in the list already.", nullptr, totals.already);
    if (totals.unreadable > 0)
        parts += TrImport::tr("%n cannot be read.", nullptr, totals.unreadable);
    m_totals->setText(totals.torrents + totals.unreadable > 0 ? parts.join(u' ') : QString());
}

} // namespace trib::ui
