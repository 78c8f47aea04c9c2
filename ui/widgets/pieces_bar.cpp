#include "ui/widgets/pieces_bar.h"

#include "ui/text/format.h"
#include "ui/text/tr.h"
#include "ui/widgets/theme.h"

#include <QImage>
#include <QPainter>

#include <algorithm>

namespace trib::ui {
namespace {

constexpr int kHeight = 12;
constexpr float kFaintest = 0.25F; // of a piece that one peer has, where others have more

QColor mixed(const QColor &a, const QColor &b, float share)
{
    const auto mix = [share](float from, float to) { return from + (to - from) * share; };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

} // namespace

PiecesBar::PiecesBar(Shows shows, QWidget *parent)
    : QWidget(parent)
    , m_shows(shows)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(shows == Shows::Pieces ? TrWidgets::tr("Pieces") : TrWidgets::tr("Availability"));
}

QString PiecesBar::words(Shows shows, const PieceMap &map)
{
    if (shows == Shows::Pieces) {
        const QString verified = TrWidgets::tr("%1 of %2 pieces verified").arg(formatCount(map.verified), formatCount(map.pieces));
        return map.inFlight == 0 ? verified : TrWidgets::tr("%1, %2 on their way").arg(verified, formatCount(map.inFlight));
    }
    if (!map.unavailable)
        return {};
    return *map.unavailable == 0 ? TrWidgets::tr("Every piece is with us or a connected peer") : TrWidgets::tr("%n piece(s) that no connected peer has", nullptr, *map.unavailable);
}

void PiecesBar::setPieces(const PieceMap &map)
{
    if (map == m_map)
        return;
    m_map = map;
    m_mostCopies = 1;
    for (const PieceRun &run : m_map.runs)
        m_mostCopies = std::max<int>(m_mostCopies, run.leastCopies);
    const QString text = words(m_shows, m_map);
    setToolTip(plainToolTip(text));
    setAccessibleDescription(text);
    update();
}

QSize PiecesBar::sizeHint() const
{
    return {200, kHeight};
}

// What falls on one pixel: of pieces the mean, of availability the least, so that a gap is seen however narrow it is.
QColor PiecesBar::colourAt(int x) const
{
    const auto count = static_cast<std::int64_t>(m_map.runs.size());
    const std::int64_t first = count * x / width();
    const std::int64_t last = std::max(first + 1, count * (x + 1) / width());
    int verified = 0;
    int inFlight = 0;
    int copies = m_mostCopies;
    for (std::int64_t run = first; run < last; ++run) {
        const PieceRun &piece = m_map.runs[static_cast<std::size_t>(run)];
        verified += piece.verified;
        inFlight += piece.inFlight;
        copies = std::min<int>(copies, piece.leastCopies);
    }
    const QColor track = progressTrack(palette());
    if (m_shows == Shows::Availability) {
        const float share = kFaintest + (1 - kFaintest) * static_cast<float>(copies) / static_cast<float>(m_mostCopies);
        return copies == 0 ? track : mixed(track, toneColour(StateTone::Done, palette()), share);
    }
    const auto whole = static_cast<float>(255 * (last - first));
    const QColor coming = mixed(track, toneColour(StateTone::Problem, palette()), static_cast<float>(inFlight) / whole);
    return mixed(coming, toneColour(StateTone::Working, palette()), static_cast<float>(verified) / whole);
}

void PiecesBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), progressTrack(palette()));
    if (m_map.runs.empty() || width() <= 0)
        return;
    QImage line(width(), 1, QImage::Format_RGB32);
    for (int x = 0; x < width(); ++x)
        line.setPixelColor(layoutDirection() == Qt::RightToLeft ? width() - 1 - x : x, 0, colourAt(x));
    painter.drawImage(rect(), line);
}

} // namespace trib::ui
