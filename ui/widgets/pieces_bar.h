// PiecesBar: the pieces of a torrent as one strip: which are verified and on their way, or how many connected peers have each.
// GUI thread. Painted from runs that the engine has counted: its cost follows the width, not the pieces.
#pragma once

#include "core/model/piece_map.h"

#include <QWidget>

namespace trib::ui {

class PiecesBar : public QWidget {
    Q_OBJECT

public:
    enum class Shows { Pieces, Availability };

    PiecesBar(Shows shows, QWidget *parent);

    void setPieces(const PieceMap &map);
    QSize sizeHint() const override;

    // The same in words, for tool-tips and screen readers.
    [[nodiscard]] static QString words(Shows shows, const PieceMap &map);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QColor colourAt(int x) const;

    Shows m_shows;
    PieceMap m_map;
    int m_mostCopies = 1;
};

} // namespace trib::ui
