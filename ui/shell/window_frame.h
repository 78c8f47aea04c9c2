// WindowFrame: the window as a whole, for what puts it away and brings it back: the tray and the lock. GUI thread. MainWindow is one.
#pragma once

#include <functional>

class QWidget;

namespace trib::ui {

class WindowFrame {
public:
    virtual ~WindowFrame() = default;

    // Shows the window, before the others.
    virtual void present() = 0;

    // Asked when the window is to be closed: true if it was put away instead; else the program ends.
    virtual void setCloseHandler(std::function<bool()> handler) = 0;

    // Stands in the place of everything else until null takes it away: no page, key, drop or paste reaches the window meanwhile, and
    // nothing is announced. Given away; deleted when it is taken away.
    virtual void setCover(QWidget *cover) = 0;
    [[nodiscard]] virtual bool isCovered() const = 0;
};

} // namespace trib::ui
