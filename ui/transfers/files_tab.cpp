#include "ui/transfers/files_tab.h"

#include "ui/dialogs/rename_dialog.h"
#include "ui/models/file_tree_model.h"
#include "ui/shell/feature.h"
#include "ui/shell/submit.h"
#include "ui/text/format.h"
#include "ui/text/tr.h"
#include "ui/transfers/open_content.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/table_header.h"
#include "ui/widgets/tool_buttons.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

constexpr int kToolMargin = 4;
constexpr int kFileFilter = 40;         // average characters
constexpr int kExpandedAtMost = 20'000; // files; with more, opening every folder would take longer than a key press
constexpr std::array kPriorities{FilePriority::High, FilePriority::Normal, FilePriority::Low, FilePriority::DoNotDownload};

QString priorityText(FilePriority priority)
{
    switch (priority) {
    case FilePriority::High: return TrTransfers::tr("High");
    case FilePriority::Normal: return TrTransfers::tr("Normal");
    case FilePriority::Low: return TrTransfers::tr("Low");
    case FilePriority::DoNotDownload: return TrTransfers::tr("Do not download");
    }
    return {};
}

} // namespace

FilesTab::FilesTab(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_model(new FileTreeModel(this))
    , m_view(new QTreeView(this))
    , m_filter(new QLineEdit(this))
    , m_all(new QPushButton(TrTransfers::tr("All"), this))
    , m_none(new QPushButton(TrTransfers::tr("None", "no files"), this))
    , m_totals(new QLabel(this))
    , m_rows(new TreeRowDelegate(m_view))
{
    setUpView();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTools());
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    addKeys();
    connect(m_view, &QWidget::customContextMenuRequested, this, &FilesTab::openMenu);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &FilesTab::openCurrent);
    connect(m_model, &FileTreeModel::totalsChanged, this, &FilesTab::showTotals);
    connect(m_model, &FileTreeModel::prioritiesChanged, this, [this](const FileTreeModel::Priorities &changes) {
        submit(m_shell, SetFilePriorities{m_id, changes});
    });
    showTotals();
}

void FilesTab::setUpView()
{
    m_model->setIcons(icon(QStringLiteral("folder")), icon(QStringLiteral("file")));
    m_view->setModel(m_model);
    m_view->setAccessibleName(TrTransfers::tr("Files"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setHeader(new TableHeader(m_view));
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(FileTreeModel::Name, Qt::AscendingOrder);
    m_view->setItemDelegate(new RowDelegate(m_view));
    m_view->setItemDelegateForColumn(FileTreeModel::Name, m_rows);
    m_view->setItemDelegateForColumn(FileTreeModel::Progress, new ProgressDelegate(FileTreeModel::ProgressRole, 0, m_view));
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(FileTreeModel::Name, QHeaderView::Stretch);
    const auto setWidth = [this](int column, int characters) {
        m_view->setColumnWidth(column, characters * fontMetrics().averageCharWidth() + 2 * kCellMargin);
    };
    setWidth(FileTreeModel::Size, 10);
    setWidth(FileTreeModel::Progress, 20);
    setWidth(FileTreeModel::Remaining, 11);
    setWidth(FileTreeModel::Priority, 14);
}

QWidget *FilesTab::makeTools()
{
    makeFilter(*m_filter, TrTransfers::tr("Filter the files"));
    m_filter->setMaximumWidth(kFileFilter * fontMetrics().averageCharWidth());
    m_all->setToolTip(TrTransfers::tr("Download all files that are shown"));
    m_none->setToolTip(TrTransfers::tr("Download none of the files that are shown"));
    m_all->setAccessibleName(m_all->toolTip());
    m_none->setAccessibleName(m_none->toolTip());
    m_totals->setForegroundRole(QPalette::PlaceholderText);
    auto *tools = new QWidget(this);
    tools->setAutoFillBackground(true);
    tools->setBackgroundRole(QPalette::Base);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(kToolMargin, kToolMargin, kToolMargin, kToolMargin);
    row->setSpacing(kToolMargin);
    row->addWidget(m_filter, 1);
    row->addWidget(m_all);
    row->addWidget(m_none);
    row->addStretch(1);
    row->addWidget(m_totals);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text.trimmed());
        if (!text.trimmed().isEmpty() && m_model->fileCount() <= kExpandedAtMost)
            m_view->expandAll();
    });
    connect(m_all, &QPushButton::clicked, this, [this] { m_model->setAllWanted(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { m_model->setAllWanted(false); });
    return tools;
}

// Keys that work while the tree has the focus.
void FilesTab::addKeys()
{
    const auto add = [this](const QKeySequence &key, void (FilesTab::*run)()) {
        auto *action = new QAction(m_view);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_view->addAction(action);
        connect(action, &QAction::triggered, this, run);
    };
    add(QKeySequence(Qt::SHIFT | Qt::Key_F10), &FilesTab::openMenuOfCurrent);
    add(QKeySequence(Qt::Key_F2), &FilesTab::renameCurrent);
    add(QKeySequence(Qt::Key_Return), &FilesTab::openCurrent);
    add(QKeySequence(Qt::Key_Enter), &FilesTab::openCurrent);
    add(QKeySequence(Qt::CTRL | Qt::Key_E), &FilesTab::openFolderOfCurrent);
}

void FilesTab::showTotals()
{
    const int files = m_model->fileCount();
    m_totals->setText(files == 0 ? QString() : TrTransfers::tr("%1 of %2 files, %3", "wanted, all, size").arg(formatCount(m_model->wantedCount()), formatCount(files), formatBytes(m_model->wantedSize())));
    m_all->setEnabled(files > 0);
    m_none->setEnabled(files > 0);
}

void FilesTab::setTorrent(const TorrentSnapshot *torrent)
{
    const TorrentId id = torrent ? torrent->id : TorrentId();
    m_savePath = torrent ? fromUtf8(torrent->savePath) : QString();
    if (id == m_id)
        return;
    m_id = id;
    m_files = nullptr;
    m_model->setFiles(nullptr);
    m_filter->clear();
    showTotals();
}

void FilesTab::setDetail(const TorrentDetail &detail)
{
    if (detail.files && detail.files != m_files) {
        const bool first = !m_files;
        m_files = detail.files;
        m_model->setFiles(m_files);
        if (first && m_model->rowCount() == 1)
            m_view->expand(m_model->index(0, 0));
        showTotals();
    }
    if (detail.fileProgress)
        m_model->setProgress(*detail.fileProgress);
}

void FilesTab::setCompact(bool compact)
{
    m_rows->height = rowHeight(compact, fontMetrics());
    m_view->doItemsLayout();
}

QHeaderView *FilesTab::header() const
{
    return m_view->header();
}

QString FilesTab::absolutePath(const QModelIndex &index) const
{
    return m_savePath + QLatin1Char('/') + m_model->pathAt(index);
}

void FilesTab::openMenu(const QPoint &position)
{
    if (!m_view->selectionModel()->hasSelection())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char *name, const QString &text, const QKeySequence &key, void (FilesTab::*run)()) {
        QAction *action = menu->addAction(icon(QString::fromLatin1(name)), text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, run);
    };
    add("file", TrTransfers::tr("Open"), QKeySequence(Qt::Key_Return), &FilesTab::openCurrent);
    add("folder", TrTransfers::tr("Open folder"), QKeySequence(Qt::CTRL | Qt::Key_E), &FilesTab::openFolderOfCurrent);
    add("rename", TrTransfers::tr("Rename…"), QKeySequence(Qt::Key_F2), &FilesTab::renameCurrent);
    menu->addSeparator();
    const int current = m_view->currentIndex().siblingAtColumn(FileTreeModel::Name).data(FileTreeModel::PriorityRole).toInt();
    for (const FilePriority priority : kPriorities) {
        QAction *action = menu->addAction(priorityText(priority));
        action->setCheckable(true);
        action->setChecked(static_cast<int>(priority) == current);
        connect(action, &QAction::triggered, this, [this, priority] { setPriority(priority); });
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void FilesTab::openMenuOfCurrent()
{
    openMenu(m_view->visualRect(m_view->currentIndex()).center());
}

void FilesTab::openFolderOfCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    if (index.isValid())
        openPath(m_shell, absolutePath(index).section(QLatin1Char('/'), 0, -2));
}

void FilesTab::setPriority(FilePriority priority)
{
    m_model->setPriority(m_view->selectionModel()->selectedRows(), priority);
}

void FilesTab::openCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    const QString path = absolutePath(index);
    const bool folder = !m_model->fileAt(index);
    openPath(m_shell, folder || !isDangerousToOpen(path) ? path : path.section(QLatin1Char('/'), 0, -2));
}

void FilesTab::renameCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    const QString path = m_model->pathAt(index);
    RenameTarget target = RenamedFolder{m_id, path};
    if (const auto file = m_model->fileAt(index))
        target = RenamedFile{m_id, *file, path};
    (new RenameDialog(m_shell.engine(), std::move(target), m_shell.dialogParent()))->open();
}

} // namespace trib::ui
