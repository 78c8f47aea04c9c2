#include "ui/widgets/hinted_table.h"

#include "ui/widgets/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>

namespace trib::ui {
namespace {

constexpr int kHintMargin = 16;

} // namespace

void HintedTable::setHint(const QString &hint)
{
    m_hint = hint;
    setAccessibleDescription(hint);
    viewport()->update();
}

void HintedTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_hint.isEmpty() || !model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(secondaryText(palette()));
    painter.drawText(viewport()->rect().adjusted(kHintMargin, 0, -kHintMargin, 0), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
}

QPoint HintedTable::placeOfCurrent() const
{
    const QRect cell = visualRect(currentIndex());
    return viewport()->mapToGlobal(cell.isValid() ? cell.center() : viewport()->rect().center());
}

void HintedTable::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(event->reason() == QContextMenuEvent::Keyboard ? placeOfCurrent() : event->globalPos());
}

void HintedTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        Q_EMIT menuWanted(placeOfCurrent());
    else
        QTableView::keyPressEvent(event);
}

} // namespace trib::ui
