// Notifications: the desktop's, which stay for a moment outside of the window. GUI thread; nothing waits. Implementations escape what
// their desktop would take for markup: titles and texts are plain.
#pragma once

#include <QObject>
#include <QString>

namespace trib::ui {

struct Notification {
    QString title;
    QString text;
    QString folderAction; // what the button says that opens the content's folder; empty: there is none
    bool isProblem = false;
};

class Notifications : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // `ticket` is the caller's name for it.
    virtual void show(quint64 ticket, const Notification &notification) = 0;

    // Takes away what is still to be seen.
    virtual void withdrawAll() = 0;

Q_SIGNALS:
    void clicked(quint64 ticket);
    void folderWanted(quint64 ticket);
    void refused(const trib::ui::Notification &notification); // the desktop shows none
};

} // namespace trib::ui
