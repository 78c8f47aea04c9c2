#include "ui/widgets/speed_graph.h"

#include "ui/text/format.h"
#include "ui/text/tr.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace trib::ui {
namespace {

constexpr int kGraphMargin = 12;
constexpr int kAxisGap = 8;
constexpr int kSmallest = 72;
constexpr std::int64_t kLowestScale = 10 << 10; // 10 KiB/s: an idle line lies at the bottom
constexpr float kFill = 0.18F;
constexpr qreal kLine = 1.75;

struct Figures {
    std::int64_t now = 0;
    std::int64_t most = 0;
    std::int64_t mean = 0;
};

Figures figuresOf(const std::vector<std::int64_t> &rates)
{
    Figures figures;
    std::int64_t sum = 0;
    std::int64_t known = 0;
    for (const std::int64_t rate : rates) {
        if (rate < 0)
            continue;
        figures.most = std::max(figures.most, rate);
        sum += rate;
        ++known;
    }
    figures.now = rates.empty() ? 0 : std::max<std::int64_t>(rates.back(), 0);
    figures.mean = known == 0 ? 0 : sum / known;
    return figures;
}

// In the direction of the text itself: "10 MiB/s" reads from left to right in a mirrored window, too.
void drawWords(QPainter &painter, const QRect &place, Qt::Alignment alignment, const QString &text)
{
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(place, static_cast<int>(alignment | Qt::AlignAbsolute) | Qt::TextSingleLine, text);
}

QString rateWords(std::int64_t rate)
{
    return formatRate(BytesPerSecond(rate));
}

} // namespace

SpeedGraph::SpeedGraph(QWidget *parent)
    : QWidget(parent)
    , m_scale(kLowestScale)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setAccessibleName(TrWidgets::tr("Speed graph"));
}

std::int64_t SpeedGraph::scaleFor(std::int64_t most)
{
    std::int64_t unit = 1;
    while (most >= unit * 1024 && unit < (std::int64_t{1} << 50))
        unit *= 1024;
    for (std::int64_t power = 1; power <= 1000; power *= 10) {
        for (const std::int64_t step : {1, 2, 5}) {
            if (step * power * unit >= most)
                return std::max(step * power * unit, kLowestScale);
        }
    }
    return most;
}

void SpeedGraph::setLines(SpeedLines lines)
{
    if (lines == m_lines)
        return;
    m_lines = std::move(lines);
    const std::int64_t most = std::max(figuresOf(m_lines.down).most, figuresOf(m_lines.up).most);
    m_scale = scaleFor(most + most / 20);
    setAccessibleDescription(summary());
    update();
}

QString SpeedGraph::summary() const
{
    const auto words = [](const QString &what, const Figures &figures) {
        return TrWidgets::tr("%1 %2 now, %3 at most, %4 on average", "'Down' or 'Up', three rates").arg(what, rateWords(figures.now), rateWords(figures.most), rateWords(figures.mean));
    };
    return TrWidgets::tr("In the last %1: %2; %3.", "time; sentence about down; the same about up")
        .arg(formatDuration(m_lines.span), words(TrWidgets::tr("down"), figuresOf(m_lines.down)), words(TrWidgets::tr("up"), figuresOf(m_lines.up)));
}

QSize SpeedGraph::sizeHint() const
{
    return {320, 140};
}

QSize SpeedGraph::minimumSizeHint() const
{
    return {160, kSmallest};
}

QRect SpeedGraph::plot() const
{
    const int numbers = fontMetrics().horizontalAdvance(QStringLiteral("0000 MiB/s"));
    const QRect inner = rect().adjusted(kGraphMargin, kGraphMargin, -kGraphMargin, -kGraphMargin);
    const QRect place = inner.adjusted(numbers + kAxisGap, 0, 0, -(fontMetrics().height() + kAxisGap / 2));
    return layoutDirection() == Qt::RightToLeft ? place.translated(-(numbers + kAxisGap), 0) : place;
}

qreal SpeedGraph::xOf(std::size_t sample) const
{
    const QRect place = plot();
    const qreal share = m_lines.down.size() < 2 ? 1 : static_cast<qreal>(sample) / static_cast<qreal>(m_lines.down.size() - 1);
    return layoutDirection() == Qt::RightToLeft ? place.right() - share * place.width() : place.left() + share * place.width();
}

qreal SpeedGraph::yOf(std::int64_t rate) const
{
    const QRect place = plot();
    return place.bottom() - static_cast<qreal>(rate) / static_cast<qreal>(m_scale) * (place.height() - 1);
}

QList<QPolygonF> SpeedGraph::runs(const std::vector<std::int64_t> &rates) const
{
    QList<QPolygonF> runs;
    bool open = false;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        if (rates[i] < 0) {
            open = false;
            continue;
        }
        if (!open)
            runs.append(QPolygonF());
        open = true;
        runs.back().append(QPointF(xOf(i), yOf(rates[i])));
    }
    return runs;
}

void SpeedGraph::drawScale(QPainter &painter) const
{
    const QRect place = plot();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int height = fontMetrics().height();
    const bool roomy = place.height() >= 5 * height;
    for (const int quarter : {0, 1, 2, 3, 4}) {
        if (quarter % (roomy ? 2 : 4) != 0)
            continue;
        const int y = qRound(yOf(m_scale * quarter / 4));
        painter.setPen(hairline(palette()));
        painter.drawLine(place.left(), y, place.right(), y);
        painter.setPen(secondaryText(palette()));
        const QRect number(mirrored ? place.right() + kAxisGap : kGraphMargin, y - height / 2, mirrored ? width() : place.left() - kAxisGap - kGraphMargin, height);
        drawWords(painter, number, (mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, quarter == 0 ? QStringLiteral("0") : rateWords(m_scale * quarter / 4));
    }
    const QRect times(place.left(), place.bottom() + kAxisGap / 2, place.width(), height);
    drawWords(painter, times, mirrored ? Qt::AlignRight : Qt::AlignLeft, TrWidgets::tr("%1 ago", "time").arg(formatDuration(m_lines.span)));
    drawWords(painter, times, mirrored ? Qt::AlignLeft : Qt::AlignRight, TrWidgets::tr("now"));
}

void SpeedGraph::drawLimit(QPainter &painter, BytesPerSecond limit, const QColor &colour) const
{
    if (limit.count() <= 0 || limit.count() > m_scale)
        return;
    painter.setPen(QPen(colour, 1, Qt::DashLine));
    painter.drawLine(QPointF(plot().left(), yOf(limit.count())), QPointF(plot().right(), yOf(limit.count())));
}

void SpeedGraph::drawLines(QPainter &painter) const
{
    const QColor down = toneColour(StateTone::Working, palette());
    const QColor up = toneColour(StateTone::Done, palette());
    drawLimit(painter, m_lines.downLimit, down);
    drawLimit(painter, m_lines.upLimit, up);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = down;
    fill.setAlphaF(kFill);
    for (const QPolygonF &run : runs(m_lines.down)) {
        QPolygonF area = run;
        area.append(QPointF(run.last().x(), yOf(0)));
        area.append(QPointF(run.first().x(), yOf(0)));
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(area);
        painter.setPen(QPen(down, kLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(run);
    }
    painter.setPen(QPen(up, kLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF &run : runs(m_lines.up))
        painter.drawPolyline(run);
}

void SpeedGraph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawScale(painter);
    drawLines(painter);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool SpeedGraph::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_lines.down.empty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < m_lines.down.size(); ++i) {
        if (std::abs(xOf(i) - help->pos().x()) < std::abs(xOf(nearest) - help->pos().x()))
            nearest = i;
    }
    if (m_lines.down[nearest] < 0) {
        QToolTip::hideText();
        return true;
    }
    const auto steps = static_cast<std::int64_t>(m_lines.down.size() - 1);
    const auto ago = m_lines.span * (steps - static_cast<std::int64_t>(nearest)) / std::max<std::int64_t>(steps, 1);
    const QString when = ago.count() == 0 ? TrWidgets::tr("now") : TrWidgets::tr("%1 ago", "time").arg(formatDuration(ago));
    QToolTip::showText(help->globalPos(), plainToolTip(TrWidgets::tr("%1: %2 down, %3 up", "time, two rates").arg(when, rateWords(m_lines.down[nearest]), rateWords(m_lines.up[nearest]))), this);
    return true;
}

} // namespace trib::ui
