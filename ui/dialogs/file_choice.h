// FileChoice: the tree of files with a filter and buttons, to choose what is downloaded and how soon. GUI thread.
// Works on a FileTreeModel that somebody else owns and fills; which columns show is up to `columns`.
#pragma once

#include <QWidget>

class QLineEdit;
class QMenu;
class QToolButton;
class QTreeView;

namespace trib::ui {

class FileTreeModel;

class FileChoice final : public QWidget {
    Q_OBJECT

public:
    explicit FileChoice(QWidget *parent = nullptr);

    void setModel(FileTreeModel *model); // null: empty
    [[nodiscard]] QTreeView *view() const { return m_view; }

private:
    void buildBar();
    void buildPriorityMenu();
    void buildView();
    void applyFilter(const QString &text);
    void expandSome();
    void showColumns();
    void setPriority(int priority);

    FileTreeModel *m_model = nullptr;
    QLineEdit *m_filter;
    QToolButton *m_all;
    QToolButton *m_none;
    QToolButton *m_priority;
    QMenu *m_menu;
    QTreeView *m_view;
};

} // namespace trib::ui
