#include "ui/widgets/filter_delegate.h"

#include "ui/text/format.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

namespace trib::ui {
namespace {

constexpr int kFilterMargin = 12;
constexpr int kFilterIcon = 16;
constexpr int kFilterGap = 8;
constexpr int kFilterStep = 12; // one level deeper

int indentOf(const QModelIndex &index)
{
    return kFilterMargin + kFilterStep * index.data(FilterDelegate::DepthRole).toInt();
}

void drawIcon(QPainter *painter, const QRect &place, const QString &name, const QColor &colour)
{
    icon(name, colour).paint(painter, place);
}

void drawArrow(QPainter *painter, const QStyleOptionViewItem &given, const QRect &place, const QColor &colour)
{
    QStyleOptionViewItem option = given;
    option.rect = place;
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        option.palette.setColor(role, colour);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorBranch, &option, painter, option.widget);
}

} // namespace

void FilterDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    paintBackground(painter, option);
    const bool head = index.data(HeadRole).toBool();
    const QColor strong = textColour(option);
    const QColor quiet = option.state & QStyle::State_Selected ? strong : secondaryText(option.palette);
    const Qt::Alignment left = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter;
    const Qt::Alignment right = QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter;
    const QRect inner = option.rect.adjusted(indentOf(index), 0, -kFilterMargin, 0);
    if (option.state & QStyle::State_Children)
        drawArrow(painter, option, arrowRect(option.rect, index, option.direction), quiet);
    const QRect place(inner.left(), inner.center().y() - kFilterIcon / 2 + 1, kFilterIcon, kFilterIcon);
    if (!head)
        drawIcon(painter, QStyle::visualRect(option.direction, option.rect, place), index.data(IconRole).toString(), quiet);
    const QVariant counted = index.data(CountRole);
    const QString count = counted.isValid() ? formatCount(counted.toInt()) : QString();
    const QRect words = inner.adjusted(head ? 0 : kFilterIcon + kFilterGap, 0, 0, 0);
    const QRect name = words.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(count) - kFilterGap, 0);
    painter->setPen(head ? quiet : strong);
    drawText(painter, option.font, QStyle::visualRect(option.direction, option.rect, name), left, option.text);
    painter->setPen(quiet);
    drawText(painter, option.font, QStyle::visualRect(option.direction, option.rect, words), right, count);
    painter->restore();
}

QSize FilterDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {RowDelegate::sizeHint(option, index).width() + kFilterIcon + 2 * kFilterMargin, index.data(Qt::SizeHintRole).toSize().height()};
}

QRect FilterDelegate::arrowRect(const QRect &row, const QModelIndex &index, Qt::LayoutDirection direction)
{
    const QRect place(row.left() + indentOf(index) - kFilterMargin, row.center().y() - kFilterMargin / 2 + 1, kFilterMargin, kFilterMargin);
    return QStyle::visualRect(direction, row, place);
}

int FilterDelegate::widthFor(const QFontMetrics &metrics, const QString &text, int depth)
{
    const int most = metrics.horizontalAdvance(formatCount(99'999));
    return 2 * kFilterMargin + depth * kFilterStep + kFilterIcon + kFilterGap + metrics.horizontalAdvance(text) + kFilterGap + most;
}

} // namespace trib::ui
