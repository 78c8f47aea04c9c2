#include "ui/widgets/row_delegate.h"

#include "ui/text/state_text.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace trib::ui {
namespace {

constexpr int kBarHeight = 6;
constexpr int kThousand = 1000;

} // namespace

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->features.setFlag(QStyleOptionViewItem::WrapText, false);
    option->state.setFlag(QStyle::State_MouseOver, false);
}

void RowDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QWidget *widget = option.widget;
    QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, widget);
    if (!(option.state & QStyle::State_HasFocus) || (option.state & QStyle::State_Selected))
        return;
    QStyleOptionFocusRect focus; // the focus can be seen where nothing is selected
    focus.QStyleOption::operator=(option);
    focus.backgroundColor = option.palette.color(QPalette::Base);
    style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, widget);
}

QColor RowDelegate::textColour(const QStyleOptionViewItem &option)
{
    const bool selected = option.state & QStyle::State_Selected;
    const QPalette::ColorGroup group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    return option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
}

void RowDelegate::drawText(QPainter *painter, const QFont &font, const QRect &rect, Qt::Alignment visual, const QString &text, Qt::TextElideMode mode) const
{
    m_texts.draw(*painter, font, rect, visual, text, mode);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    paintBackground(painter, option);
    painter->setPen(textColour(option));
    const QRect rect = option.rect.adjusted(kCellMargin, 0, -kCellMargin, 0);
    drawText(painter, option.font, rect, QStyle::visualAlignment(option.direction, option.displayAlignment), option.text, option.textElideMode);
    painter->restore();
}

ProgressDelegate::ProgressDelegate(int progressRole, int toneRole, QObject *parent)
    : RowDelegate(parent)
    , m_progressRole(progressRole)
    , m_toneRole(toneRole)
{
}

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    paintBackground(painter, option);
    painter->setPen(textColour(option));
    const QRect rect = option.rect.adjusted(kCellMargin, 0, -kCellMargin, 0);
    const int numberWidth = option.fontMetrics.horizontalAdvance(QStringLiteral("99.9 %"));
    const QRect number = QStyle::visualRect(option.direction, rect, QRect(rect.right() - numberWidth + 1, rect.top(), numberWidth, rect.height()));
    drawText(painter, option.font, number, QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter, option.text, Qt::ElideNone);

    const int barWidth = rect.width() - numberWidth - kCellMargin;
    if (barWidth > kBarHeight) {
        QRect bar(rect.left(), rect.center().y() - kBarHeight / 2 + 1, barWidth, kBarHeight);
        bar = QStyle::visualRect(option.direction, rect, bar);
        const bool selected = option.state & QStyle::State_Selected;
        const int permille = std::clamp(index.data(m_progressRole).toInt(), 0, kThousand);
        const auto tone = m_toneRole ? static_cast<StateTone>(index.data(m_toneRole).toInt()) : StateTone::Working;
        QColor track = selected ? textColour(option) : progressTrack(option.palette);
        if (selected)
            track.setAlphaF(0.3F);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(track);
        painter->drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
        QRect filled(bar.left(), bar.top(), bar.width() * permille / kThousand, bar.height());
        filled = QStyle::visualRect(option.direction, bar, filled);
        painter->setBrush(selected ? textColour(option) : toneColour(tone, option.palette));
        if (!filled.isEmpty())
            painter->drawRoundedRect(filled, kBarHeight / 2.0, kBarHeight / 2.0);
    }
    painter->restore();
}

QSize TreeRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), height};
}

int rowHeight(bool compact, const QFontMetrics &metrics)
{
    return std::max(compact ? kCompactRow : kComfortableRow, metrics.height() + (compact ? 4 : 8));
}

} // namespace trib::ui
