#include "ui/transfers/columns_dialog.h"

#include "ui/dialogs/parts.h"
#include "ui/models/transfer_columns.h"
#include "ui/shell/action_registry.h"
#include "ui/text/tr.h"
#include "ui/transfers/transfer_view.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kColumnRole = Qt::UserRole;
constexpr int kRowsShown = 10;

} // namespace

ColumnsDialog::ColumnsDialog(TransferView &view, QWidget *parent)
    : QDialog(parent)
    , m_view(view)
    , m_list(new QListWidget(this))
    , m_up(new QPushButton(TrTransfers::tr("Move &up"), this))
    , m_down(new QPushButton(TrTransfers::tr("Move &down"), this))
    , m_sortedBy(new QComboBox(this))
    , m_order(new QComboBox(this))
{
    prepareDialog(*this, TrTransfers::tr("Columns of the list"));
    auto *box = new QDialogButtonBox(this);
    QPushButton *close = box->addButton(TrTransfers::tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    onGrid(*column, kMargin, kGap);
    column->addWidget(headline(windowTitle(), this));
    column->addLayout(makeList(), 1);
    column->addLayout(makeSorting());
    column->addWidget(quietLabel(TrTransfers::tr("Torrents that are alike in it stand as they were sorted before."), this));
    column->addSpacing(kGap);
    column->addWidget(box);
    column->addStrut(textWidth(*this, 60));
    fill();
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

QLayout *ColumnsDialog::makeList()
{
    m_list->setAccessibleName(TrTransfers::tr("Columns"));
    m_list->setMinimumHeight(kRowsShown * (fontMetrics().height() + 4));
    auto *first = new QPushButton(TrTransfers::tr("As at &first"), this);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(kGap);
    for (QPushButton *button : {m_up, m_down, first}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_list, 1);
    row->addLayout(buttons);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(first, &QPushButton::clicked, this, [this] {
        m_view.showFirstColumns();
        fill();
    });
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (!m_filling)
            m_view.setColumnShown(item->data(kColumnRole).toInt(), item->checkState() == Qt::Checked);
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int current) {
        m_up->setEnabled(current > 0);
        m_down->setEnabled(current >= 0 && current < m_list->count() - 1);
    });
    return row;
}

QLayout *ColumnsDialog::makeSorting()
{
    auto *caption = new QLabel(TrTransfers::tr("&Sorted by"), this);
    caption->setBuddy(m_sortedBy);
    m_sortedBy->setAccessibleName(withoutMnemonic(caption->text()));
    for (const TransferColumnInfo &info : transferColumns())
        m_sortedBy->addItem(transferColumnTitle(info.id));
    m_order->addItems({TrTransfers::tr("Smallest first"), TrTransfers::tr("Largest first")});
    m_order->setAccessibleName(TrTransfers::tr("Order"));
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    for (QWidget *part : std::initializer_list<QWidget *>{caption, m_sortedBy, m_order})
        row->addWidget(part);
    row->addStretch(1);
    connect(m_sortedBy, &QComboBox::activated, this, &ColumnsDialog::sort);
    connect(m_order, &QComboBox::activated, this, &ColumnsDialog::sort);
    return row;
}

void ColumnsDialog::fill()
{
    const QScopedValueRollback filling(m_filling, true);
    const QHeaderView &header = *m_view.horizontalHeader();
    m_list->clear();
    for (int place = 0; place < kTransferColumns; ++place) {
        const int column = header.logicalIndex(place);
        const auto id = static_cast<TransferColumn>(column);
        auto *item = new QListWidgetItem(transferColumnTitle(id), m_list);
        item->setData(kColumnRole, column);
        item->setCheckState(m_view.isColumnHidden(column) ? Qt::Unchecked : Qt::Checked);
        if (id == TransferColumn::Name) // a list without names says nothing
            item->setFlags(item->flags() & ~Qt::ItemIsUserCheckable);
    }
    m_sortedBy->setCurrentIndex(header.sortIndicatorSection());
    m_order->setCurrentIndex(header.sortIndicatorOrder() == Qt::DescendingOrder ? 1 : 0);
}

void ColumnsDialog::move(int by)
{
    const int row = m_list->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_list->count())
        return;
    m_view.moveColumn(m_list->item(row)->data(kColumnRole).toInt(), to);
    fill();
    m_list->setCurrentRow(to);
}

void ColumnsDialog::sort()
{
    m_view.sortByColumn(m_sortedBy->currentIndex(), m_order->currentIndex() == 1 ? Qt::DescendingOrder : Qt::AscendingOrder);
}

} // namespace trib::ui
