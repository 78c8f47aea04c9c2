#include "ui/widgets/table_header.h"

#include "ui/widgets/row_delegate.h"

#include <QPainter>
#include <QStyleOptionHeader>

namespace trib::ui {
namespace {

constexpr int kArrow = 8;
constexpr int kArrowGap = 4;
constexpr int kHeaderPadding = 4; // above and below the title

} // namespace

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setTextElideMode(Qt::ElideRight);
}

Qt::Alignment TableHeader::alignmentOf(int logicalIndex) const
{
    QStyleOptionHeaderV2 option;
    initStyleOptionForIndex(&option, logicalIndex);
    return QStyle::visualAlignment(layoutDirection(), option.textAlignment);
}

bool TableHeader::hasArrow(int logicalIndex) const
{
    return isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
}

QRect TableHeader::titleRect(const QRect &section, int logicalIndex) const
{
    const QRect inner = section.adjusted(kCellMargin, 0, -kCellMargin, 0);
    if (!hasArrow(logicalIndex))
        return inner;
    const int room = kArrow + kArrowGap;
    return alignmentOf(logicalIndex) & Qt::AlignRight ? inner.adjusted(room, 0, 0, 0) : inner.adjusted(0, 0, -room, 0);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    option.rect = rect;
    initStyleOptionForIndex(&option, logicalIndex);
    const auto order = option.sortIndicator;
    option.sortIndicator = QStyleOptionHeader::None;
    painter->save();
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    painter->restore();

    const QRect place = titleRect(rect, logicalIndex);
    const QString title = fontMetrics().elidedText(option.text, textElideMode(), place.width());
    const Qt::Alignment alignment = alignmentOf(logicalIndex);
    painter->save();
    painter->setFont(font());
    painter->setPen(palette().color(QPalette::ButtonText));
    painter->drawText(place, static_cast<int>(alignment) | Qt::TextSingleLine, title);
    painter->restore();
    if (order == QStyleOptionHeader::None)
        return;
    const int width = fontMetrics().horizontalAdvance(title);
    const int left = alignment & Qt::AlignRight ? place.right() + 1 - width - kArrowGap - kArrow : place.left() + width + kArrowGap;
    option.sortIndicator = order;
    option.rect = QRect(left, rect.center().y() - kArrow / 2 + 1, kArrow, kArrow);
    style()->drawPrimitive(QStyle::PE_IndicatorHeaderArrow, &option, painter, this);
}

QSize TableHeader::sectionSizeFromContents(int logicalIndex) const
{
    if (!model())
        return QHeaderView::sectionSizeFromContents(logicalIndex);
    const QString title = model()->headerData(logicalIndex, orientation(), Qt::DisplayRole).toString();
    const int arrow = hasArrow(logicalIndex) ? kArrow + kArrowGap : 0;
    return {fontMetrics().horizontalAdvance(title) + 2 * kCellMargin + arrow, fontMetrics().height() + 2 * kHeaderPadding};
}

} // namespace trib::ui
