#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace trib::ui {

// Calls `save` some time after the layout of `page` has changed, and at once when the page is hidden: the program may end before the pause
// does. GUI thread; a member of the page.
class LayoutSaver final : public QObject {
    Q_OBJECT

public:
    LayoutSaver(QWidget &page, std::function<void()> save);

    void saveSoon() { m_pause.start(); }
    void forget() { m_pause.stop(); } // what changed was what had been stored

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void save();

    std::function<void()> m_save;
    QTimer m_pause;
};

} // namespace trib::ui
