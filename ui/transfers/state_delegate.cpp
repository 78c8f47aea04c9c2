#include "ui/transfers/state_delegate.h"

#include "ui/models/transfer_model.h"
#include "ui/text/state_text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace trib::ui {
namespace {

constexpr int kStateMargin = 8;
constexpr int kStateIcon = 16;
constexpr int kStateGap = 6;

StateTone toneOf(const QModelIndex &index)
{
    return static_cast<StateTone>(index.data(TransferModel::ToneRole).toInt());
}

// Only problems carry a link: a list full of links would hide them.
QString linkText(const QModelIndex &index)
{
    const StateTone tone = toneOf(index);
    if (tone != StateTone::Problem && tone != StateTone::Danger)
        return {};
    return actionText(static_cast<StateAction>(index.data(TransferModel::ActionRole).toInt()));
}

} // namespace

QRect StateDelegate::linkRect(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString text = linkText(index);
    const QRect inner = option.rect.adjusted(kStateMargin, 0, -kStateMargin, 0);
    if (text.isEmpty())
        return {};
    const int width = option.fontMetrics.horizontalAdvance(text);
    const int words = option.fontMetrics.horizontalAdvance(index.data().toString());
    if (kStateIcon + kStateGap + words + 2 * kStateGap + width > inner.width())
        return {};
    return QStyle::visualRect(option.direction, inner, QRect(inner.right() - width + 1, inner.top(), width, inner.height()));
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    paintBackground(painter, option);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor tone = selected ? textColour(option) : toneColour(toneOf(index), option.palette);
    QRect inner = option.rect.adjusted(kStateMargin, 0, -kStateMargin, 0);
    const QRect iconRect(inner.left(), inner.center().y() - kStateIcon / 2 + 1, kStateIcon, kStateIcon);
    icon(index.data(TransferModel::IconRole).toString(), tone).paint(painter, QStyle::visualRect(option.direction, inner, iconRect));

    const QRect link = linkRect(option, index);
    const int end = link.isEmpty() ? 0 : link.width() + 2 * kStateGap;
    const QRect text = QStyle::visualRect(option.direction, inner, inner.adjusted(kStateIcon + kStateGap, 0, -end, 0));
    const Qt::Alignment alignment = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter;
    painter->setPen(textColour(option));
    drawText(painter, option.font, text, alignment, option.text);
    if (!link.isEmpty()) {
        QFont underlined = option.font;
        underlined.setUnderline(true);
        painter->setPen(selected ? textColour(option) : option.palette.color(QPalette::Link));
        drawText(painter, underlined, link, alignment, linkText(index));
    }
    painter->restore();
}

} // namespace trib::ui
