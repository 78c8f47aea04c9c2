// TransferView: the list. The name takes the room that the other columns leave, and shares it with the state until the user draws a
// column; what the user drew stays so. Remembers its
// columns, keeps rows still while the mouse is down or a menu is open, and tells which remedy was clicked. GUI thread. The model
// outlives it.
#pragma once

#include "core/model/commands.h"
#include "ui/text/state_text.h"

#include <QTableView>

namespace trib::ui {

class TransferModel;

class TransferView : public QTableView {
    Q_OBJECT

public:
    TransferView(TransferModel &model, QWidget *parent);

    [[nodiscard]] TorrentIds selectedIds() const; // in the order of the list
    void setCompact(bool compact);
    void wantMenu(); // at the current row, if anything is selected

    void setColumnShown(int column, bool shown);
    void moveColumn(int column, int place); // a place among the shown and hidden ones
    void showFirstColumns();

    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &state); // the columns of first sight when it is empty or damaged

Q_SIGNALS:
    void selectionChangedByUser();
    void actionWanted(const trib::TorrentId &id, trib::ui::StateAction action);
    void menuWanted(const QPoint &globalPosition);
    void columnsChanged();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpHeader();
    void fillWidth();
    [[nodiscard]] int firstWidth(int column) const;
    void takeWidths();
    void openColumnMenu(const QPoint &position);
    [[nodiscard]] bool isOnLink(const QPoint &position) const;

    TransferModel &m_model;
    int m_slack = 0;        // px that the columns leave free; below 0: by how much they are wider than the window. As the user drew them
    bool m_drawn = false;   // by the user
    bool m_filling = false; // the widths that change are not drawn by the user
};

} // namespace trib::ui
