// StateDelegate: icon, words, and for a problem the one remedy as a link at the end of the cell: the cause comes first. GUI thread.
#pragma once

#include "ui/widgets/row_delegate.h"

namespace trib::ui {

class StateDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Where the link is; empty if there is none or no room for it beside all of the words (the context menu and the details have it too).
    [[nodiscard]] static QRect linkRect(const QStyleOptionViewItem &option, const QModelIndex &index);
};

} // namespace trib::ui
