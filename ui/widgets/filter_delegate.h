// FilterDelegate: an entry of the filters at the side: icon, words, and the count at the far end; in a tree, its depth and an arrow.
// GUI thread.
#pragma once

#include "ui/widgets/row_delegate.h"

namespace trib::ui {

class FilterDelegate final : public RowDelegate {
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole + 1, // int; nothing: no count
        IconRole,                     // QString: name of an icon, or one character
        DepthRole,                    // int, steps that it stands in
        HeadRole,                     // bool: the heading of a section
    };

    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // What opens and closes an entry with others below it, as far as a mouse may miss it.
    [[nodiscard]] static QRect arrowRect(const QRect &row, const QModelIndex &index, Qt::LayoutDirection direction);

    [[nodiscard]] static int widthFor(const QFontMetrics &metrics, const QString &text, int depth = 0); // with a count of thousands
};

} // namespace trib::ui
