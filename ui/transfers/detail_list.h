// DetailList: a sorted table of the details, with what can be done to its rows: a column of buttons beside it, a menu and keys.
// GUI thread. The model outlives it.
#pragma once

#include <QKeySequence>
#include <QTableView>
#include <QWidget>

#include <functional>
#include <initializer_list>
#include <vector>

class QAbstractItemModel;
class QAction;
class QMenu;
class QSortFilterProxyModel;
class QToolBar;

namespace trib::ui {

class HintedTable;
class TableHeader;

class DetailList : public QWidget {
    Q_OBJECT

public:
    static constexpr int kRest = 0; // the width of the column that takes what the others leave

    // `widths` in average characters; sorted by `sortColumn` at first.
    DetailList(QAbstractItemModel &model, const QString &name, std::initializer_list<int> widths, int sortColumn, QWidget *parent);

    enum class Needs { Nothing, OneRow, SomeRows };
    struct Task {
        QString text;
        QString icon;
        QKeySequence key;
        Needs needs = Needs::SomeRows;
        std::function<void()> run;
        std::function<bool()> allowed = nullptr; // besides; null: always
    };
    QAction *addTask(Task task);  // a button and an entry of the menu
    QAction *addEntry(Task task); // of the menu alone
    void addSeparator();
    void setHint(const QString &hint);
    void setUsable(bool usable); // whether there is a torrent that the tasks could work on
    void setCompact(bool compact);

    [[nodiscard]] QTableView &table();
    [[nodiscard]] TableHeader &header() { return *m_header; }
    [[nodiscard]] std::vector<int> selectedRows() const; // of the model, in the order that is shown

private:
    struct Entry {
        QAction *action = nullptr;
        Task task;
    };

    void setUpTable(const QString &name, std::initializer_list<int> widths, int sortColumn);
    void updateTasks();

    QSortFilterProxyModel *m_sorted;
    HintedTable *m_table;
    TableHeader *m_header;
    QToolBar *m_buttons;
    QMenu *m_menu;
    std::vector<Entry> m_entries;
    bool m_usable = false;
};

} // namespace trib::ui
