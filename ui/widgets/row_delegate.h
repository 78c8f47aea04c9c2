// RowDelegate: text cells of a list. ProgressDelegate: a bar with its number beside it, so that neither hides the other.
// TreeRowDelegate: the names of a tree, drawn by the style, in rows of the list's height. GUI thread.
#pragma once

#include "ui/widgets/text_cache.h"

#include <QStyledItemDelegate>

namespace trib::ui {

inline constexpr int kComfortableRow = 28;
inline constexpr int kCompactRow = 22;
inline constexpr int kCellMargin = 8; // before and after the text of a cell

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    static void paintBackground(QPainter *painter, const QStyleOptionViewItem &option);
    [[nodiscard]] static QColor textColour(const QStyleOptionViewItem &option);
    // In the direction of the text itself: "4 MiB" and a Latin name read from left to right in a mirrored window, too.
    void drawText(QPainter *painter, const QFont &font, const QRect &rect, Qt::Alignment visual, const QString &text, Qt::TextElideMode mode = Qt::ElideRight) const;

private:
    mutable TextCache m_texts;
};

class ProgressDelegate final : public RowDelegate {
    Q_OBJECT

public:
    // `progressRole` gives thousandths; `toneRole` a StateTone, or 0 for always the accent.
    ProgressDelegate(int progressRole, int toneRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_progressRole;
    int m_toneRole;
};

class TreeRowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    int height = kComfortableRow;
};

// The row height of the density at this font: never less than the text needs.
[[nodiscard]] int rowHeight(bool compact, const QFontMetrics &metrics);

} // namespace trib::ui
