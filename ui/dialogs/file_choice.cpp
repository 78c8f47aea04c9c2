#include "ui/dialogs/file_choice.h"

#include "ui/dialogs/parts.h"
#include "ui/models/file_tree_model.h"
#include "ui/text/tr.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/table_header.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kExpandAllBelow = 500; // files; more would bury the top of the tree

[[nodiscard]] QToolButton *textButton(const QString &text, const QString &spoken, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setAccessibleName(spoken);
    button->setToolTip(spoken);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

FileChoice::FileChoice(QWidget *parent)
    : QWidget(parent)
    , m_filter(new QLineEdit(this))
    , m_all(textButton(TrDialogs::tr("A&ll"), TrDialogs::tr("Download all files that are shown"), this))
    , m_none(textButton(TrDialogs::tr("N&one"), TrDialogs::tr("Download none of the files that are shown"), this))
    , m_priority(textButton(TrDialogs::tr("&Priority"), TrDialogs::tr("Priority of the selected files"), this))
    , m_menu(new QMenu(this))
    , m_view(new QTreeView(this))
{
    buildPriorityMenu();
    buildBar();
    buildView();
}

void FileChoice::buildBar()
{
    auto *column = new QVBoxLayout(this);
    onGrid(*column, 0, 4);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(4);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_all);
    bar->addWidget(m_none);
    bar->addWidget(m_priority);
    column->addLayout(bar);
    column->addWidget(m_view, 1);
    m_filter->setPlaceholderText(TrDialogs::tr("Filter files"));
    m_filter->setAccessibleName(TrDialogs::tr("Filter files by name"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_priority->setMenu(m_menu);
    m_priority->setPopupMode(QToolButton::InstantPopup);
    m_priority->setText(m_priority->text() + QStringLiteral(" ▾")); // the style's own arrow is put over the text
    m_priority->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    connect(m_filter, &QLineEdit::textChanged, this, &FileChoice::applyFilter);
    connect(m_all, &QToolButton::clicked, this, [this] { m_model ? m_model->setAllWanted(true) : void(); });
    connect(m_none, &QToolButton::clicked, this, [this] { m_model ? m_model->setAllWanted(false) : void(); });
    auto *find = new QShortcut(QKeySequence::Find, this, this, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    find->setContext(Qt::WidgetWithChildrenShortcut);
}

void FileChoice::buildPriorityMenu()
{
    const auto add = [this](const QString &text, FilePriority priority) {
        connect(m_menu->addAction(text), &QAction::triggered, this, [this, priority] { setPriority(static_cast<int>(priority)); });
    };
    add(TrDialogs::tr("&High"), FilePriority::High);
    add(TrDialogs::tr("&Normal"), FilePriority::Normal);
    add(TrDialogs::tr("&Low"), FilePriority::Low);
    m_menu->addSeparator();
    add(TrDialogs::tr("&Skip: do not download"), FilePriority::DoNotDownload);
}

void FileChoice::buildView()
{
    m_view->setHeader(new TableHeader(m_view));
    m_view->setItemDelegate(new RowDelegate(m_view));
    auto *names = new TreeRowDelegate(m_view);
    names->height = rowHeight(true, fontMetrics());
    m_view->setItemDelegateForColumn(FileTreeModel::Name, names);
    m_view->setUniformRowHeights(true);
    m_view->setAlternatingRowColors(false);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setSortingEnabled(true);
    m_view->setAccessibleName(TrDialogs::tr("Files of the torrent"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSortIndicator(FileTreeModel::Name, Qt::AscendingOrder);
    connect(m_view, &QTreeView::customContextMenuRequested, this, [this](const QPoint &point) {
        if (m_view->selectionModel() && m_view->selectionModel()->hasSelection())
            m_menu->popup(m_view->viewport()->mapToGlobal(point));
    });
}

void FileChoice::setModel(FileTreeModel *model)
{
    if (model == m_model)
        return;
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_view->setModel(model);
    for (QWidget *widget : {static_cast<QWidget *>(m_filter), static_cast<QWidget *>(m_all), static_cast<QWidget *>(m_none),
             static_cast<QWidget *>(m_priority)})
        widget->setEnabled(model);
    if (!model)
        return;
    model->setIcons(icon(QStringLiteral("folder")), icon(QStringLiteral("file")));
    model->setFilter(m_filter->text());
    connect(model, &QAbstractItemModel::modelReset, this, &FileChoice::expandSome);
    showColumns();
    expandSome();
}

void FileChoice::showColumns()
{
    QHeaderView *header = m_view->header();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(FileTreeModel::Name, QHeaderView::Stretch);
    m_view->setColumnHidden(FileTreeModel::Progress, true);
    m_view->setColumnHidden(FileTreeModel::Remaining, true);
    header->resizeSection(FileTreeModel::Size, textWidth(*this, 13));
    header->resizeSection(FileTreeModel::Priority, textWidth(*this, 13));
}

void FileChoice::expandSome()
{
    if (m_model->fileCount() < kExpandAllBelow)
        m_view->expandAll();
    else
        m_view->expandToDepth(0);
    if (const QModelIndex first = m_model->index(0, 0); first.isValid() && !m_view->currentIndex().isValid())
        m_view->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
}

void FileChoice::applyFilter(const QString &text)
{
    if (!m_model)
        return;
    m_model->setFilter(text);
    expandSome();
}

void FileChoice::setPriority(int priority)
{
    if (m_model)
        m_model->setPriority(m_view->selectionModel()->selectedRows(), static_cast<FilePriority>(priority));
}

} // namespace trib::ui
