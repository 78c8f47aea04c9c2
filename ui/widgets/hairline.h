// Hairline: the one line between two regions of the window. GUI thread.
#pragma once

#include <QWidget>

namespace trib::ui {

class Hairline : public QWidget {
    Q_OBJECT

public:
    explicit Hairline(Qt::Orientation orientation, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace trib::ui
