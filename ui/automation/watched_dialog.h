// WatchedDialog: the watched folders, what is the matter with them, and buttons to add, change and remove them. GUI thread. open() it; it
// deletes itself.
#pragma once

#include "core/engine/torrent_engine.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace trib::ui {

class NoticeBar;

class WatchedDialog final : public QDialog {
    Q_OBJECT

public:
    WatchedDialog(engine::TorrentEngine &engine, QWidget *parent);

    void setFolders(const WatchedFolders &folders);
    void setLabels(const Labels &labels) { m_labels = labels; }

    [[nodiscard]] QTreeWidget *list() const { return m_list; }

private:
    void build();
    void addFolder();
    void changeFolder();
    void removeFolders();
    void showButtons();

    engine::TorrentEngine &m_engine;
    WatchedFolders m_folders;
    Labels m_labels;
    QTreeWidget *m_list;
    QLabel *m_state; // of the chosen one, where the column is too narrow
    NoticeBar *m_notice;
    QPushButton *m_add;
    QPushButton *m_change;
    QPushButton *m_remove;
};

} // namespace trib::ui
