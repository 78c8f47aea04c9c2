// TableHeader: titles that stand exactly above the text of the cells below them (those of RowDelegate), with the arrow of the order
// beside the title, not above it. The background is the style's. GUI thread.
#pragma once

#include <QHeaderView>

namespace trib::ui {

class TableHeader final : public QHeaderView {
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr); // horizontal, sections can be clicked

    // Where the title of a section of that size is drawn; for tests and for painting.
    [[nodiscard]] QRect titleRect(const QRect &section, int logicalIndex) const;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;

private:
    [[nodiscard]] Qt::Alignment alignmentOf(int logicalIndex) const; // as seen: mirrored from right to left
    [[nodiscard]] bool hasArrow(int logicalIndex) const;
};

} // namespace trib::ui
