// PiecesBar: which pieces of a torrent are there, as one strip. GUI thread. Painted from the bits; each column of pixels is as full
// as the share of its pieces.
#pragma once

#include <QWidget>

#include <vector>

namespace trib::ui {

class PiecesBar : public QWidget {
    Q_OBJECT

public:
    explicit PiecesBar(QWidget *parent = nullptr);

    void setPieces(const std::vector<bool> &pieces);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<bool> m_pieces;
};

} // namespace trib::ui
