// ColumnsDialog: which columns the list shows, in which order, and what it is sorted by, all by keyboard as well. What is changed shows
// in the list at once. GUI thread. open() it; it deletes itself. The view outlives it.
#pragma once

#include <QDialog>

class QComboBox;
class QLayout;
class QListWidget;
class QPushButton;

namespace trib::ui {

class TransferView;

class ColumnsDialog final : public QDialog {
    Q_OBJECT

public:
    ColumnsDialog(TransferView &view, QWidget *parent);

private:
    [[nodiscard]] QLayout *makeList();
    [[nodiscard]] QLayout *makeSorting();
    void fill();
    void move(int by);
    void sort();

    TransferView &m_view;
    QListWidget *m_list; // in the order of the view
    QPushButton *m_up;
    QPushButton *m_down;
    QComboBox *m_sortedBy;
    QComboBox *m_order;
    bool m_filling = false;
};

} // namespace trib::ui
