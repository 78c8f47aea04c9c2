#include "ui/transfers/files_tab.h"

#include "ui/dialogs/rename_dialog.h"
#include "ui/models/file_tree_model.h"
#include "ui/shell/feature.h"
#include "ui/shell/submit.h"
#include "ui/text/tr.h"
#include "ui/transfers/open_content.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/table_header.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QTreeView>
#include <QVBoxLayout>

namespace trib::ui {
namespace {

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
    , m_rows(new TreeRowDelegate(m_view))
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
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    connect(m_view, &QWidget::customContextMenuRequested, this, &FilesTab::openMenu);
    connect(m_view, &QAbstractItemView::doubleClicked, this, &FilesTab::openCurrent);
    connect(m_model, &FileTreeModel::prioritiesChanged, this, [this](const FileTreeModel::Priorities &changes) {
        submit(m_shell, SetFilePriorities{m_id, changes});
    });
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
}

void FilesTab::setDetail(const TorrentDetail &detail)
{
    if (detail.files && detail.files != m_files) {
        const bool first = !m_files;
        m_files = detail.files;
        m_model->setFiles(m_files);
        if (first && m_model->rowCount() == 1)
            m_view->expand(m_model->index(0, 0));
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
    connect(menu->addAction(icon(QStringLiteral("file")), TrTransfers::tr("Open")), &QAction::triggered, this, &FilesTab::openCurrent);
    connect(menu->addAction(icon(QStringLiteral("rename")), TrTransfers::tr("Rename…")), &QAction::triggered, this, &FilesTab::renameCurrent);
    menu->addSeparator();
    for (const FilePriority priority : kPriorities) {
        QAction *action = menu->addAction(priorityText(priority));
        connect(action, &QAction::triggered, this, [this, priority] { setPriority(priority); });
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
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
