// SpeedGraph: rates over time as two lines, downloaded filled and uploaded not, with the limits that hold. Follows the palette; reads
// from the old at the leading edge to now at the trailing one. GUI thread. What it shows is told to screen readers as a sentence.
#pragma once

#include "core/base/bytes.h"

#include <QPolygonF>
#include <QWidget>

#include <chrono>
#include <cstdint>
#include <vector>

namespace trib::ui {

// -1: not known.
struct SpeedLines {
    std::vector<std::int64_t> down; // bytes per second, oldest first, as many as `up`
    std::vector<std::int64_t> up;
    std::chrono::seconds span{};
    BytesPerSecond downLimit; // zero: none
    BytesPerSecond upLimit;

    bool operator==(const SpeedLines &) const = default;
};

class SpeedGraph final : public QWidget {
    Q_OBJECT

public:
    explicit SpeedGraph(QWidget *parent);

    void setLines(SpeedLines lines);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    // A rate at or above `most`, so that its half can be read as well: 1, 2 or 5 times a power of ten of a binary unit.
    [[nodiscard]] static std::int64_t scaleFor(std::int64_t most);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] qreal xOf(std::size_t sample) const;
    [[nodiscard]] qreal yOf(std::int64_t rate) const;
    [[nodiscard]] QList<QPolygonF> runs(const std::vector<std::int64_t> &rates) const; // of known samples
    void drawScale(QPainter &painter) const;
    void drawLimit(QPainter &painter, BytesPerSecond limit, const QColor &colour) const;
    void drawLines(QPainter &painter) const;
    [[nodiscard]] QString summary() const;

    SpeedLines m_lines;
    std::int64_t m_scale;
};

} // namespace trib::ui
