// HintedTable: a table that says in its middle what it means that it is empty, and asks for its menu by mouse and by key. GUI thread.
#pragma once

#include <QTableView>

namespace trib::ui {

class HintedTable final : public QTableView {
    Q_OBJECT

public:
    using QTableView::QTableView;

    void setHint(const QString &hint);

Q_SIGNALS:
    void menuWanted(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QPoint placeOfCurrent() const;

    QString m_hint;
};

} // namespace trib::ui
