// FilesTab: the files of one torrent as a tree: priorities, names, and what they hold. GUI thread. The shell outlives it.
#pragma once

#include "core/model/torrent_detail.h"
#include "core/model/torrent_snapshot.h"

#include <QWidget>

class QHeaderView;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace trib::ui {

class FileTreeModel;
class Shell;
class TreeRowDelegate;

class FilesTab : public QWidget {
    Q_OBJECT

public:
    FilesTab(Shell &shell, QWidget *parent);

    void setTorrent(const TorrentSnapshot *torrent); // null: none
    void setDetail(const TorrentDetail &detail);
    void setCompact(bool compact);
    [[nodiscard]] QHeaderView *header() const;

private:
    void setUpView();
    QWidget *makeTools();
    void addKeys();
    void openMenu(const QPoint &position);
    void openMenuOfCurrent();
    void openFolderOfCurrent();
    void showTotals();
    void setPriority(FilePriority priority);
    void openCurrent();
    void renameCurrent();
    [[nodiscard]] QString absolutePath(const QModelIndex &index) const;

    Shell &m_shell;
    FileTreeModel *m_model;
    QTreeView *m_view;
    QLineEdit *m_filter;
    QPushButton *m_all;
    QPushButton *m_none;
    QLabel *m_totals;
    TreeRowDelegate *m_rows;
    TorrentId m_id;
    QString m_savePath;
    std::shared_ptr<const std::vector<FileEntry>> m_files;
};

} // namespace trib::ui
