#include "ui/widgets/pieces_bar.h"

#include "ui/text/format.h"
#include "ui/text/tr.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>

namespace trib::ui {
namespace {

constexpr int kHeight = 12;

// The share of verified pieces among those that fall on pixel `x` of `width`; at least one piece counts for each pixel.
qreal shareAt(const std::vector<bool> &pieces, int x, int width)
{
    const auto count = static_cast<std::int64_t>(pieces.size());
    const std::int64_t first = count * x / width;
    const std::int64_t last = std::max(first + 1, count * (x + 1) / width);
    const auto have = std::count(pieces.begin() + first, pieces.begin() + last, true);
    return static_cast<qreal>(have) / static_cast<qreal>(last - first);
}

} // namespace

PiecesBar::PiecesBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(TrWidgets::tr("Pieces"));
}

void PiecesBar::setPieces(const std::vector<bool> &pieces)
{
    if (pieces == m_pieces)
        return;
    m_pieces = pieces;
    const auto have = std::count(pieces.begin(), pieces.end(), true);
    const QString text = TrWidgets::tr("%1 of %2 pieces").arg(formatCount(have), formatCount(static_cast<std::int64_t>(pieces.size())));
    setToolTip(text);
    setAccessibleDescription(text);
    update();
}

QSize PiecesBar::sizeHint() const
{
    return {200, kHeight};
}

void PiecesBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), progressTrack(palette()));
    if (m_pieces.empty())
        return;
    const QColor full = toneColour(StateTone::Working, palette());
    for (int x = 0; x < width(); ++x) {
        QColor colour = full;
        colour.setAlphaF(static_cast<float>(shareAt(m_pieces, x, width())));
        const int at = layoutDirection() == Qt::RightToLeft ? width() - 1 - x : x;
        if (colour.alpha() > 0)
            painter.fillRect(at, 0, 1, height(), colour);
    }
}

} // namespace trib::ui
