// RowDelegate: text cells of a list, one row height. ProgressDelegate: a bar with its number beside it, so that neither hides the
// other. GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace trib::ui {

inline constexpr int kComfortableRow = 28;
inline constexpr int kCompactRow = 22;

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    static void paintBackground(QPainter *painter, const QStyleOptionViewItem &option);
    [[nodiscard]] static QColor textColour(const QStyleOptionViewItem &option);
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

// The row height of the density at this font: never less than the text needs.
[[nodiscard]] int rowHeight(bool compact, const QFontMetrics &metrics);

} // namespace trib::ui
