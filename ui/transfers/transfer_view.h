// TransferView: the list. Remembers its columns, keeps rows still while the mouse is down or a menu is open, and tells which remedy was
// clicked. GUI thread. The model outlives it.
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
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void showEvent(QShowEvent *event) override;

private:
    void setUpHeader();
    void showFirstColumns();
    void fillWidth();
    void openColumnMenu(const QPoint &position);
    [[nodiscard]] bool isOnLink(const QPoint &position) const;

    TransferModel &m_model;
    bool m_fillsWidth = false; // no widths were stored: the name takes what the others leave
};

} // namespace trib::ui
